import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import type { LocalDate } from '../domain/localDate'
import type { OrganAncestry } from '../domain/organAncestry'
import { periodChanges } from '../domain/periodChanges'
import { correctPeriods, type Correction, type KnownPeriod } from '../domain/periodCorrection'
import { readCsv } from '../formats/csv'
import { readMembershipHistoryRow, type HistoryMistake, type MembershipHistoryRow } from '../formats/membershipHistoryRow'
import { languageOf, text as sentence, textOf } from '../i18n/text'
import { ancestryIn, periodsOf, writeCorrections, type OwnedChange, type OwnedPeriod, type PeriodOwner } from '../store/membershipCorrections'
import { inTransaction, lockByName, type Transaction } from '../store/transaction'
import { actorOf } from './actorOf'
import { historySubjects, type HistoryLine } from './historySubjects'
import type { ReportedMistake } from './importRelations'

type HistoryFile = { readonly text: string; readonly today: LocalDate }
export type HistoryImport = { readonly lines: number; readonly periods: number; readonly mistakes: readonly ReportedMistake[] }

/**
 * Reads memberships from before Kring out of a CSV file: what ended becomes a period of the past, what still runs counts
 * from its first day (domain §3.11). Every bad line is reported, and with one of those nothing is written. Each period that
 * changed is in the list of corrections. Throws CSV_INVALID and HISTORY_EMPTY for the file itself.
 */
export const importMembershipHistory = (req: PayloadRequest, { text, today }: HistoryFile): Promise<HistoryImport> =>
  inTransaction(req, async (tx) => {
    const read = readCsv(text).rows.map(readMembershipHistoryRow)
    if (read.length === 0) throw new DomainError('HISTORY_EMPTY')
    const rows = read.flatMap(({ row }): readonly MembershipHistoryRow[] => (row ? [row] : []))
    await lockByName(tx, 'evaluateMemberships')
    const found = await historySubjects(tx, rows)
    const worked = await workOut(tx, found.lines, today)
    const mistakes = [...read.flatMap((one) => one.mistakes), ...found.mistakes, ...worked.mistakes].sort((one, other) => one.line - other.line)
    if (mistakes.length > 0) return { lines: 0, periods: 0, mistakes: mistakes.map((mistake) => reported(mistake, req.i18n.language)) }
    const reason = sentence(languageOf(req.i18n.language), 'HISTORY_REASON')
    await writeCorrections(tx, worked.changes, { source: 'import', reason, actor: actorOf(req), today })
    return { lines: rows.length, periods: worked.changes.length, mistakes: [] }
  })

const reported = ({ line, field, error }: HistoryMistake, language: string): ReportedMistake =>
  ({ line, field, message: [sentence(languageOf(language), 'CSV_LINE', { line }), ...(field ? [`${field}:`] : []), textOf(language, error)].join(' ') })

const keyOf = ({ relation, membershipType }: PeriodOwner): string => `${relation} ${membershipType}`

type Worked = { readonly changes: readonly OwnedChange[]; readonly mistakes: readonly HistoryMistake[] }

/** What all lines together change, relation by relation, in the order of the file. */
async function workOut(tx: Transaction, lines: readonly HistoryLine[], today: LocalDate): Promise<Worked> {
  const known = Map.groupBy(await periodsOf(tx, lines.map(({ owner }) => owner)), keyOf)
  const trees = new Map<number, OrganAncestry>()
  for (const organisation of new Set(lines.map(({ owner }) => owner.organisation))) trees.set(organisation, await ancestryIn(tx, organisation))
  const mistakes: HistoryMistake[] = []
  const changes = [...Map.groupBy(lines, ({ owner }) => keyOf(owner))].flatMap(([key, ofOwner]): readonly OwnedChange[] => {
    const [owner, before] = [ofOwner[0]?.owner, known.get(key) ?? []]
    const tree = owner && trees.get(owner.organisation)
    if (!tree) return []
    return periodChanges(before, afterAll(before, ofOwner, { tree, today, mistakes })).map((change) => ({ ...change, ...owner }))
  })
  return { changes, mistakes }
}

type Work = { readonly tree: OrganAncestry; readonly today: LocalDate; readonly mistakes: HistoryMistake[] }

const afterAll = (before: readonly OwnedPeriod[], lines: readonly HistoryLine[], { tree, today, mistakes }: Work): readonly KnownPeriod[] =>
  lines.reduce<readonly KnownPeriod[]>((known, line) => {
    try {
      return correctPeriods(known, correctionIn(line, known), { tree, today })
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      mistakes.push({ line: line.row.line, field: '', error })
      return known
    }
  }, before)

/** What ended is added; what still runs has to be known already, and counts from the day on the line. */
function correctionIn({ row: { startDate, endDate }, organ }: HistoryLine, known: readonly KnownPeriod[]): Correction {
  if (endDate !== null) return { action: 'add', organ, startDate, endDate }
  const open = known.find((period) => period.organ === organ && period.endDate === null)
  if (!open) throw new DomainError('HISTORY_NOT_OPEN')
  if (startDate > open.startDate) throw new DomainError('CORRECTION_COUNTED_FROM_LATE', { date: startDate, startDate: open.startDate })
  return { action: 'change', id: open.id, startDate: open.startDate, endDate: null, countedFromDate: startDate }
}
