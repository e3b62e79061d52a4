import type { LocalDate } from './localDate'
import type { KnownPeriod } from './periodCorrection'

/** The days of a period, and from when they count. */
export type PeriodDays = { readonly startDate: LocalDate; readonly endDate: LocalDate | null; readonly countedFromDate: LocalDate | null }

/** What became of one period: what was known, and what is. A period that is new has no id yet. */
export type PeriodChange =
  | { readonly kind: 'added'; readonly organ: number | null; readonly after: PeriodDays }
  | { readonly kind: 'changed'; readonly id: number; readonly organ: number | null; readonly before: PeriodDays; readonly after: PeriodDays }
  | { readonly kind: 'removed'; readonly id: number; readonly organ: number | null; readonly before: PeriodDays }

/** What was removed, changed and added between two states of the periods of one relation and membership type. */
export function periodChanges(before: readonly KnownPeriod[], after: readonly KnownPeriod[]): readonly PeriodChange[] {
  const is = new Map(after.map((period) => [period.id, period]))
  const known = before.flatMap((period): readonly PeriodChange[] => {
    const { id, organ } = period
    const becomes = is.get(id)
    if (!becomes) return [{ kind: 'removed', id, organ, before: daysIn(period) }]
    return isSame(period, becomes) ? [] : [{ kind: 'changed', id, organ, before: daysIn(period), after: daysIn(becomes) }]
  })
  const was = new Set(before.map(({ id }) => id))
  return [...known, ...after.filter(({ id }) => !was.has(id)).map((period): PeriodChange => ({ kind: 'added', organ: period.organ, after: daysIn(period) }))]
}

const daysIn = ({ startDate, endDate, countedFromDate }: KnownPeriod): PeriodDays => ({ startDate, endDate, countedFromDate })

const isSame = (one: PeriodDays, other: PeriodDays): boolean =>
  one.startDate === other.startDate && one.endDate === other.endDate && one.countedFromDate === other.countedFromDate
