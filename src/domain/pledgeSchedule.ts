import { instalmentDate } from './instalments'
import { monthsBetween, type LocalDate } from './localDate'

export type PledgeFrequency = 'once' | 'monthly' | 'quarterly' | 'halfYearly' | 'yearly'

/** The months between two instalments; 0 for a pledge that is collected once. */
export const frequencyMonths: Readonly<Record<PledgeFrequency, number>> = {
  once: 0, monthly: 1, quarterly: 3, halfYearly: 6, yearly: 12,
}

/** The part of a pledge that decides when it is due; `endDate` is the first day on which it no longer runs. */
export type PledgeTerms = {
  readonly startDate: LocalDate
  readonly endDate?: LocalDate | null | undefined
  readonly frequency: PledgeFrequency
}

/** One due day of a pledge; the number is its identity, so that a second debit is impossible. */
export type DueDate = { readonly number: number; readonly date: LocalDate }

/** The due dates from `from` to `until`, both included. Every date counts from the start date (domain R-PL-2), the start is number 1. */
export function dueDates(pledge: PledgeTerms, from: LocalDate, until: LocalDate): readonly DueDate[] {
  const everyMonths = frequencyMonths[pledge.frequency]
  const isDue = (date: LocalDate) => date >= from && date <= until && (!pledge.endDate || date < pledge.endDate)
  if (everyMonths === 0) return isDue(pledge.startDate) ? [{ number: 1, date: pledge.startDate }] : []

  const firstIndex = Math.max(0, Math.floor(monthsBetween(pledge.startDate, from) / everyMonths))
  const lastIndex = Math.floor(monthsBetween(pledge.startDate, until) / everyMonths)
  return Array.from({ length: Math.max(0, lastIndex - firstIndex + 1) }, (_, step) => firstIndex + step)
    .map((index) => ({ number: index + 1, date: instalmentDate(pledge.startDate, index, everyMonths) }))
    .filter(({ date }) => isDue(date))
}
