import { addDays, day, daysBetween, type LocalDate } from '../../src/domain/localDate'
import { cents, sumCents, type Cents } from '../../src/domain/money'
import { writeCamt053, type StatementEntry, type WritableStatement } from '../../src/formats/camt053Write'
import { writeMt940 } from './mt940Write'

/** All that ever happened on an account, of which somebody downloads what they want. */
export type AccountHistory = { readonly iban: string; readonly openingCents: Cents; readonly entries: readonly StatementEntry[] }

export type Period = { readonly from: LocalDate; readonly until: LocalDate; /** A statement for each day on which something happened, or one for all of it. */ readonly isDaily: boolean }

export const bankFormats = ['camt02', 'camt08', 'ing', 'abnAmro', 'rabobank'] as const
export type BankFormat = (typeof bankFormats)[number]

const first = day('2026-01-01')

/** The balance at the beginning of a day. */
export const balanceBefore = ({ openingCents, entries }: AccountHistory, date: LocalDate): Cents =>
  cents(openingCents + sumCents(entries.filter(({ bookingDate }) => bookingDate < date).map(({ amountCents }) => amountCents)))

/** What the bank gives for a period: nothing when nothing happened and days were asked for. */
export function statementsOf(history: AccountHistory, { from, until, isDaily }: Period): readonly WritableStatement[] {
  const entries = history.entries.filter(({ bookingDate }) => bookingDate >= from && bookingDate <= until)
  if (!isDaily) return [statement(history, { from, until, entries, number: 10_000 + daysBetween(first, from) })]
  const days = [...new Set(entries.map(({ bookingDate }) => bookingDate))].sort()
  return days.map((date) => statement(history, { from: date, until: date, entries: entries.filter(({ bookingDate }) => bookingDate === date), number: 60_000 + daysBetween(first, date) }))
}

type Part = { readonly from: LocalDate; readonly until: LocalDate; readonly entries: readonly StatementEntry[]; readonly number: number }

const statement = (history: AccountHistory, { from, until, entries, number }: Part): WritableStatement => ({
  iban: history.iban, id: `${history.iban.slice(-8)}.${number}`, sequence: String(number), entries, openingCents: balanceBefore(history, from), openingDate: addDays(from, -1), closingDate: until,
})

/** One file with all these statements, also of several accounts. */
export function writeStatements(statements: readonly WritableStatement[], format: BankFormat): string {
  if (format !== 'camt02' && format !== 'camt08') return statements.map((one) => writeMt940(one, format)).join('')
  const [whole = '', ...others] = statements.map((one) => writeCamt053(one, format === 'camt02' ? '02' : '08'))
  return whole.replace('</Stmt>', () => `</Stmt>${others.map(innerOf).join('')}`)
}

const innerOf = (file: string): string => /<Stmt>[\s\S]*<\/Stmt>/.exec(file)?.[0] ?? ''
