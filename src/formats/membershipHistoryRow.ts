import { DomainError } from '../domain/domainError'
import type { LocalDate } from '../domain/localDate'
import type { CsvRow } from './csv'
import { readDate } from './relationRow'

/** A membership from before Kring, as a line gives it: of an organ by its code or title, or of the organisation itself. Without an end it still runs. */
export type MembershipHistoryRow = {
  readonly line: number
  readonly relationNumber: number
  readonly membershipType: string
  readonly organ: string | null
  readonly startDate: LocalDate
  readonly endDate: LocalDate | null
}

export type HistoryMistake = { readonly line: number; readonly field: string; readonly error: DomainError }
export type ReadHistory = { readonly row?: MembershipHistoryRow; readonly mistakes: readonly HistoryMistake[] }

/** The column names that are understood, Dutch first. */
const columns = {
  relationNumber: ['relatienummer', 'number'], membershipType: ['lidmaatschapstype', 'membership type'], organ: ['orgaan', 'organ'],
  startDate: ['ingangsdatum', 'start date'], endDate: ['einddatum', 'end date'],
} as const satisfies Record<string, readonly string[]>

type Column = keyof typeof columns

/** Turns a line into a membership of the past, or into everything that is wrong with it. */
export function readMembershipHistoryRow({ line, values, mistake }: CsvRow): ReadHistory {
  if (mistake) return { mistakes: [{ line, field: '', error: mistake }] }
  const mistakes: HistoryMistake[] = []
  const cell = (column: Column): string => columns[column].map((name) => values[name]).find(Boolean) ?? ''
  const read = <T>(column: Column, reading: (text: string) => T): T | null => {
    try {
      return reading(cell(column))
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      mistakes.push({ line, field: columns[column][0], error })
      return null
    }
  }
  const relationNumber = read('relationNumber', numberIn)
  const membershipType = read('membershipType', filledIn)
  const startDate = read('startDate', (text) => readDate(filledIn(text)))
  const endDate = cell('endDate') ? read('endDate', readDate) : null
  if (relationNumber === null || membershipType === null || startDate === null || mistakes.length > 0) return { mistakes }
  return { row: { line, relationNumber, membershipType, organ: cell('organ') || null, startDate, endDate }, mistakes }
}

function filledIn(text: string): string {
  if (!text) throw new DomainError('REQUIRED')
  return text
}

function numberIn(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new DomainError('HISTORY_RELATION_UNKNOWN', { number: text })
  return Number(text)
}
