import { DomainError } from './domainError'
import { periodNumberOn, periodStartDate, type PriceTerms } from './invoicePeriods'
import { addMonths, type LocalDate } from './localDate'

/** The day from which a subscription no longer runs: the end of the period in which the notice has run out (opzegtermijn). */
export const endAfterNotice = (startDate: LocalDate, terms: PriceTerms, { noticeDate, noticeMonths }: Notice): LocalDate =>
  periodStartDate(startDate, terms, periodNumberOn(startDate, terms, addMonths(noticeDate, noticeMonths)) + 1)

export type Notice = { readonly noticeDate: LocalDate; readonly noticeMonths: number }

export type Cancellation = { readonly noticeDate: LocalDate; readonly endDate: LocalDate; readonly startDate: LocalDate; readonly today: LocalDate }

/** Throws NOTICE_IN_FUTURE, END_BEFORE_NOTICE or END_BEFORE_START for a cancellation that cannot be. */
export function checkCancellation({ noticeDate, endDate, startDate, today }: Cancellation): void {
  if (noticeDate > today) throw new DomainError('NOTICE_IN_FUTURE', { date: today })
  if (endDate <= startDate) throw new DomainError('END_BEFORE_START')
  if (endDate < noticeDate) throw new DomainError('END_BEFORE_NOTICE', { date: noticeDate })
}
