import { cents, sumCents, type Cents } from '../../src/domain/money'
import type { LocalDate } from '../../src/domain/localDate'
import type { StatementEntry, WritableStatement } from '../../src/formats/camt053Write'
import { mt940Texts } from './mt940Texts'

export type Mt940Dialect = 'ing' | 'abnAmro' | 'rabobank' | 'knab' | 'triodos' | 'sns'

/** What stands around the movements of a bank, and how it writes amounts. The lines of a movement come after its `:61:`. */
type Habits = {
  readonly before: readonly string[]
  readonly reference: (statement: WritableStatement) => string
  readonly account: (iban: string) => string
  readonly numberTag: '28' | '28C'
  readonly number: (sequence: number) => string
  readonly amount: (amount: Cents) => string
  readonly balance: (amount: Cents) => string
  /** Type, reference and what follows it. */
  readonly movement: (entry: StatementEntry) => string
  readonly mark: (entry: StatementEntry) => string
  readonly hasBookingDate: (entry: StatementEntry) => boolean
  readonly after: readonly string[]
}

const plainAmount = (amount: Cents): string => `${Math.floor(Math.abs(amount) / 100)},${String(Math.abs(amount) % 100).padStart(2, '0')}`
const padded = (width: number) => (amount: Cents): string => plainAmount(amount).padStart(width, '0')
const trimmed = (amount: Cents): string => plainAmount(amount).replace(/0{1,2}$/, '')
const debitOrCredit = ({ amountCents }: StatementEntry): string => (amountCents < 0 ? 'D' : 'C')
const hint = (entry: StatementEntry): string => (entry.pmtInfId !== undefined && entry.endToEndId === undefined ? 'PREF' : entry.endToEndId === undefined ? 'NONREF' : 'EREF')
const isBatch = (entry: StatementEntry): boolean => entry.pmtInfId !== undefined && entry.endToEndId === undefined
const shortDate = (date: LocalDate): string => date.slice(2).replaceAll('-', '')
const bban = (iban: string): string => iban.slice(8)

const habits: Readonly<Record<Mt940Dialect, Habits>> = {
  ing: {
    before: ['{1:F01INGBNL2ABXXX0000000000}', '{2:I940INGBNL2AXXXN}', '{4:'], reference: ({ closingDate }) => `P${shortDate(closingDate)}000000001`, account: (iban) => `${iban}EUR`,
    numberTag: '28C', number: (sequence) => String(sequence % 100_000).padStart(5, '0'), amount: plainAmount, balance: plainAmount, mark: debitOrCredit, hasBookingDate: () => true,
    movement: (entry) => `${isBatch(entry) || entry.returnReason !== undefined ? 'NDDT' : 'NTRF'}${hint(entry)}//${entry.bankRef ?? '00000000000000'}\n/TRCD/00100/`, after: ['-}'],
  },
  abnAmro: {
    before: ['ABNANL2A', '940', 'ABNANL2A'], reference: () => 'ABN AMRO BANK NV', account: (iban) => bban(iban).replace(/^0/, ''),
    numberTag: '28', number: (sequence) => `${sequence % 100_000}/1`, amount: trimmed, balance: trimmed, mark: debitOrCredit, hasBookingDate: () => true,
    movement: (entry) => `${isBatch(entry) ? 'N654' : 'N247'}NONREF`, after: ['-'],
  },
  rabobank: {
    before: [':940:'], reference: ({ closingDate }) => `940S${shortDate(closingDate)}`, account: (iban) => `${iban} EUR`,
    numberTag: '28C', number: (sequence) => String(sequence % 100_000), amount: padded(15), balance: padded(15), mark: debitOrCredit,
    hasBookingDate: ({ bookingDate, valueDate }) => bookingDate !== valueDate,
    movement: (entry) => `${isBatch(entry) ? 'N586' : 'N544'}${hint(entry)}\n${entry.counterIban ?? '0000000000'}`, after: [],
  },
  knab: {
    before: ['{1:F01KNABNL2HAXXX0000000000}{2:I940KNABNL2HXXXXN3020}{4:'], reference: ({ closingDate }) => `B${shortDate(closingDate)}MSAU20N3I9`, account: (iban) => iban,
    numberTag: '28C', number: (sequence) => `${sequence % 1_000}/1`, amount: (amount) => trimmed(amount).replace(/,$/, ''), balance: trimmed, mark: debitOrCredit, hasBookingDate: () => true,
    movement: (entry) => `N105NONREF${entry.bankRef === undefined ? '' : `//${entry.bankRef}`}`, after: ['-}'],
  },
  triodos: {
    before: [], reference: ({ closingDate }) => `13${shortDate(closingDate)}4232659/1`, account: (iban) => `TRIODOSBANK/${bban(iban)}`,
    numberTag: '28', number: (sequence) => String(sequence % 100_000), amount: plainAmount, balance: plainAmount, mark: debitOrCredit,
    hasBookingDate: ({ bookingDate, valueDate }) => bookingDate !== valueDate, movement: () => 'NET NONREF', after: ['-'],
  },
  sns: {
    before: ['{1:F01SNSBNL2AXXXX0000000000}{2:O940SNSBNL2AXXXXN}{3:}{4:'], reference: () => '0000000000', account: (iban) => iban,
    numberTag: '28C', number: (sequence) => `${sequence % 100_000}/1`, amount: plainAmount, balance: plainAmount,
    mark: (entry) => (entry.returnReason !== undefined && entry.amountCents < 0 ? 'RC' : debitOrCredit(entry)), hasBookingDate: () => true,
    movement: (entry) => (entry.counterIban === undefined ? 'NINCNONREF' : `NINC${entry.counterIban}\n${(entry.counterName ?? '').toLowerCase()}`), after: ['-}{5:}'],
  },
}

/** A statement as one of the banks writes it in MT940; the closing balance is the given one, else opening + entries. */
export function writeMt940(statement: WritableStatement, dialect: Mt940Dialect): string {
  const habit = habits[dialect]
  const closing = statement.closingCents ?? cents(statement.openingCents + sumCents(statement.entries.map(({ amountCents }) => amountCents)))
  const balance = (amount: Cents, date: LocalDate): string => `${amount < 0 ? 'D' : 'C'}${shortDate(date)}EUR${habit.balance(amount)}`
  const lines = [
    ...habit.before,
    `:20:${habit.reference(statement)}`,
    `:25:${habit.account(statement.iban)}`,
    `:${habit.numberTag}:${habit.number(Number(statement.sequence?.replace(/\D/g, '')) || 1)}`,
    `:60F:${balance(statement.openingCents, statement.openingDate)}`,
    ...statement.entries.flatMap((entry) => movement(entry, habit, dialect)),
    `:62F:${balance(closing, statement.closingDate)}`,
    ...(dialect === 'ing' ? [`:64:${balance(closing, statement.closingDate)}`, summary(statement.entries)] : []),
    ...habit.after,
  ]
  return lines.map((line) => `${line.replaceAll('\n', '\r\n')}\r\n`).join('')
}

const movement = (entry: StatementEntry, habit: Habits, dialect: Mt940Dialect): readonly string[] => [
  `:61:${shortDate(entry.valueDate)}${habit.hasBookingDate(entry) ? shortDate(entry.bookingDate).slice(2) : ''}${habit.mark(entry)}${habit.amount(entry.amountCents)}${habit.movement(entry)}`,
  ...mt940Texts(entry, dialect),
]

/** ING ends with the number and the sum of what went out and came in. */
function summary(entries: readonly StatementEntry[]): string {
  const amounts = entries.map(({ amountCents }) => amountCents)
  const [out, come] = [amounts.filter((amount) => amount < 0), amounts.filter((amount) => amount >= 0)]
  return `:86:/SUM/${out.length}/${come.length}/${plainAmount(sumCents(out))}/${plainAmount(sumCents(come))}/`
}
