import { DomainError } from './domainError'
import { addMonths, type LocalDate } from './localDate'
import { splitEvenly, type Cents } from './money'

/** One part of an amount that is collected in parts (termijn). */
export type Instalment = { readonly date: LocalDate; readonly amountCents: Cents }

/** Fifty years of months: more is a typing error. */
export const mostInstalments = 600

/** Counts from the first date, never from the previous one, so that a 31st does not wear down to a 28th (domain §7.4). */
export const instalmentDate = (first: LocalDate, index: number, everyMonths: number): LocalDate =>
  addMonths(first, index * everyMonths)

/**
 * Spreads an amount over `count` dates (gespreide incasso): the amounts add up to the cent, the leftover cents come first.
 * Throws INSTALMENTS_INVALID for a count that is not a whole number from 1, INSTALMENTS_TOO_MANY when a part would be empty, and
 * INTERVAL_INVALID when the interval is not 1 to 120 months.
 */
export function planInstalments(amount: Cents, first: LocalDate, count: number, everyMonths: number): readonly Instalment[] {
  if (!Number.isInteger(everyMonths) || everyMonths < 1 || everyMonths > 120) throw new DomainError('INTERVAL_INVALID', { value: everyMonths })
  if (!Number.isInteger(count) || count < 1) throw new DomainError('INSTALMENTS_INVALID', { count })
  if (count > mostInstalments || amount < count) throw new DomainError('INSTALMENTS_TOO_MANY', { count, amountCents: amount })
  return splitEvenly(amount, count).map((amountCents, index) => ({ date: instalmentDate(first, index, everyMonths), amountCents }))
}
