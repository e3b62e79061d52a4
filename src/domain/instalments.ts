import { DomainError } from './domainError'
import { addMonths, civil, dayOfMonthOf, daysInMonth, monthOf, yearOf, type LocalDate } from './localDate'
import { cents, splitEvenly, type Cents } from './money'

/** One part of an amount that is collected in parts (termijn). */
export type Instalment = { readonly date: LocalDate; readonly amountCents: Cents }

/** Fifty years of months: more is a typing error. */
export const mostInstalments = 600

/** Counts from the first date, never from the previous one, so that a 31st does not wear down to a 28th (domain §7.4). */
export const instalmentDate = (first: LocalDate, index: number, everyMonths: number): LocalDate =>
  addMonths(first, index * everyMonths)

/** The day of the month nearest to the anchor that the month of `date` has: the anchor itself, or the last day. */
const onAnchor = (date: LocalDate, anchorDay: number): LocalDate =>
  civil(yearOf(date), monthOf(date), Math.min(anchorDay, daysInMonth(yearOf(date), monthOf(date))))

/** The first day from `from` on that is the anchor day of its month, or the last day of a shorter one. */
export function firstOnAnchor(from: LocalDate, anchorDay: number): LocalDate {
  const here = onAnchor(from, anchorDay)
  return here >= from ? here : nextMonthOnAnchor(from, anchorDay)
}

const nextMonthOnAnchor = (date: LocalDate, anchorDay: number): LocalDate =>
  onAnchor(addMonths(civil(yearOf(date), monthOf(date), 1), 1), anchorDay)

/** The dates of `count` instalments, each on the anchor day of its month, or on the last day of a shorter one. */
export const instalmentDates = (first: LocalDate, count: number, everyMonths: number, anchorDay = dayOfMonthOf(first)): readonly LocalDate[] =>
  Array.from({ length: count }, (_, index) => onAnchor(instalmentDate(first, index, everyMonths), anchorDay))

type Laid = {
  readonly today: LocalDate
  readonly anchorDay: number
  /** The days of instalments that stay where they are. */
  readonly takenDates: readonly LocalDate[]
}

/**
 * Instalments of which the plan began in the past (domain §7.4): the first comes on the first anchor day from today on, those after it
 * one a month, in their order, and none in a month that another has. A plan that lies ahead stays as it is.
 */
export function laidFrom<Part extends { readonly date: LocalDate }>(parts: readonly Part[], { today, anchorDay, takenDates }: Laid): readonly Part[] {
  const taken = new Set(takenDates.map(monthKey))
  let earliest = today
  return parts.some(({ date }) => date < today) ? parts.map((part) => {
    let date = firstOnAnchor(part.date > earliest ? part.date : earliest, anchorDay)
    while (taken.has(monthKey(date))) date = nextMonthOnAnchor(date, anchorDay)
    taken.add(monthKey(date))
    earliest = date
    return { ...part, date }
  }) : parts
}

const monthKey = (date: LocalDate): string => date.slice(0, 7)

/**
 * Spreads an amount over `count` dates (gespreide incasso): the amounts add up to the cent, the leftover cents come first. The dates keep
 * the anchor day, that of the first date unless told otherwise, in every month that has it.
 * Throws INSTALMENTS_INVALID for a count that is not a whole number from 1, INSTALMENTS_TOO_MANY when a part would be empty, and
 * INTERVAL_INVALID when the interval is not 1 to 120 months.
 */
export function planInstalments(amount: Cents, first: LocalDate, count: number, everyMonths: number, anchorDay = dayOfMonthOf(first)): readonly Instalment[] {
  if (!Number.isInteger(everyMonths) || everyMonths < 1 || everyMonths > 120) throw new DomainError('INTERVAL_INVALID', { value: everyMonths })
  if (!Number.isInteger(count) || count < 1) throw new DomainError('INSTALMENTS_INVALID', { count })
  if (count > mostInstalments || amount < count) throw new DomainError('INSTALMENTS_TOO_MANY', { count, amountCents: amount })
  const amounts = splitEvenly(amount, count)
  return instalmentDates(first, count, everyMonths, anchorDay).map((date, index) => ({ date, amountCents: amounts[index] ?? cents(0) }))
}
