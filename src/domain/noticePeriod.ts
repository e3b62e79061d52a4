import { DomainError } from './domainError'
import { periodNumberOn, periodStartDate, type PriceTerms } from './invoicePeriods'
import { addMonths, type LocalDate } from './localDate'

/**
 * The day from which a subscription no longer runs (opzegtermijn): the first period that begins once the notice has run out does not come.
 * Without a notice period, the one after that of the notice. The first period always runs.
 */
export function endAfterNotice(startDate: LocalDate, terms: PriceTerms, { noticeDate, noticeMonths }: Notice): LocalDate {
  const runOut = addMonths(noticeDate, noticeMonths)
  const number = periodNumberOn(startDate, terms, runOut)
  const begins = periodStartDate(startDate, terms, number)
  return noticeMonths > 0 && number > 0 && begins >= runOut ? begins : periodStartDate(startDate, terms, number + 1)
}

export type Notice = { readonly noticeDate: LocalDate; readonly noticeMonths: number }

export type Cancellation = { readonly noticeDate: LocalDate; readonly endDate: LocalDate; readonly startDate: LocalDate; readonly today: LocalDate }

/** Throws NOTICE_IN_FUTURE, END_BEFORE_NOTICE or END_BEFORE_START for a cancellation that cannot be. */
export function checkCancellation({ noticeDate, endDate, startDate, today }: Cancellation): void {
  if (noticeDate > today) throw new DomainError('NOTICE_IN_FUTURE', { date: today })
  if (endDate <= startDate) throw new DomainError('END_BEFORE_START')
  if (endDate < noticeDate) throw new DomainError('END_BEFORE_NOTICE', { date: noticeDate })
}
