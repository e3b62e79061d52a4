import { nextBankingDay } from './bankingDays'
import { instalmentDate } from './instalments'
import { addDays, monthsBetween, type LocalDate } from './localDate'
import type { Cents } from './money'

/** Whether a debtor knows of a debit: told in time, told too late, told something else, or not told. */
export type NoticeState = 'announced' | 'late' | 'stale' | 'missing'

/** A debit that is planned, with what its debtor has to know. */
export type PlannedDebit = {
  readonly mandate: number
  readonly debtorIban: string
  readonly amountCents: Cents
  readonly originalCollectionDate: LocalDate
  readonly collectionDate: LocalDate
  /** Of a pledge that runs: its first day and the months between two debits; 0 where it is a single debit. */
  readonly schedule: { readonly startDate: LocalDate; readonly everyMonths: number }
}

/** What a debtor was told about the same pledge or invoice; later ones have a higher id. */
export type Notice = {
  readonly id: number
  readonly announcedOn: LocalDate
  readonly mandate: number
  readonly debtorIban: string
  readonly amountCents: Cents
  readonly firstDate: LocalDate
  /** 0 for a single debit; else the debit comes again after so many months, and so on. */
  readonly everyMonths: number
}

/** Whether it will be collected on another day than the bank's own shift to a banking day explains. */
export const isMoved = ({ originalCollectionDate, collectionDate }: Pick<PlannedDebit, 'originalCollectionDate' | 'collectionDate'>): boolean =>
  collectionDate !== nextBankingDay(originalCollectionDate)

/**
 * What the debtor knows of a debit (sepa §6.4, R-PL-7): the latest notice that speaks of its day decides, and holds only for the
 * same mandate, account and amount. A series speaks of every day of its schedule from its first on, so that a debit that goes on
 * unchanged is announced once; of one that was moved by hand only a notice of that very day does.
 */
export function noticeState(debit: PlannedDebit, notices: readonly Notice[], daysAhead: number): NoticeState {
  const latest = notices.filter((notice) => speaksOf(notice, debit)).toSorted((one, other) => other.id - one.id)[0]
  if (!latest || !isTrueFor(latest, debit)) return notices.length > 0 ? 'stale' : 'missing'
  return latest.announcedOn > addDays(debit.collectionDate, -daysAhead) ? 'late' : 'announced'
}

function speaksOf({ firstDate, everyMonths }: Notice, debit: PlannedDebit): boolean {
  if (isMoved(debit)) return everyMonths === 0 && firstDate === debit.collectionDate
  return everyMonths === 0 ? firstDate === debit.originalCollectionDate : firstDate <= debit.originalCollectionDate
}

const isTrueFor = (notice: Notice, debit: PlannedDebit): boolean =>
  notice.mandate === debit.mandate && notice.debtorIban === debit.debtorIban && notice.amountCents === debit.amountCents
    && (notice.everyMonths === 0 || isOnSchedule(notice, debit.schedule))

/** Whether a series that was told is the one that runs. Counted from the first day of the schedule: the 31st stays the 31st after a February. */
function isOnSchedule({ firstDate, everyMonths }: Notice, schedule: PlannedDebit['schedule']): boolean {
  const months = monthsBetween(schedule.startDate, firstDate)
  return everyMonths === schedule.everyMonths && months >= 0 && months % everyMonths === 0 && instalmentDate(schedule.startDate, months, 1) === firstDate
}
