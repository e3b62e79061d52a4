import { daysBetween, type LocalDate } from './localDate'

/** Half-open: `endDate` is the first day outside; without one the period still runs. */
export type Period = { readonly startDate: LocalDate; readonly endDate?: LocalDate | null | undefined }

/** Consecutive days of the period so far, today included while it runs (domain §3.8); 0 before it starts. */
export function daysOf({ startDate, endDate }: Period, today: LocalDate): number {
  if (startDate > today) return 0
  return endDate && endDate <= today ? daysBetween(startDate, endDate) : daysBetween(startDate, today) + 1
}
