import { daysBetween, type LocalDate } from './localDate'

/** Half-open: `endDate` is the first day outside; without one the period still runs. History from before Kring counts along from `countedFromDate`. */
export type Period = { readonly startDate: LocalDate; readonly endDate?: LocalDate | null | undefined; readonly countedFromDate?: LocalDate | null | undefined }

/** Consecutive days of the period so far, today included while it runs (domain §3.8, §3.11); 0 before it starts. */
export function daysOf({ startDate, endDate, countedFromDate }: Period, today: LocalDate): number {
  if (startDate > today) return 0
  const since = countedFromDate ?? startDate
  return endDate && endDate <= today ? daysBetween(since, endDate) : daysBetween(since, today) + 1
}
