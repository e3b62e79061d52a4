import { addMonths, civil, daysBetween, monthOf, monthsBetween, yearOf, type LocalDate } from './localDate'
import { cents, type Cents } from './money'

export type SubscriptionPeriod = 'month' | 'quarter' | 'year'

/** How a type is priced. Periods are counted from the start date, or lie as the calendar has them (domain §6.1). */
export type PriceTerms = {
  readonly priceCents: Cents
  readonly isFree: boolean
  readonly period: SubscriptionPeriod
  readonly periodStart: 'startDate' | 'calendar'
  /** What an incomplete first period of the calendar costs: all of it, the months begun, the days to the cent, or nothing. */
  readonly firstPeriod: 'full' | 'months' | 'days' | 'free'
}

/** `endDate` is the first day on which it no longer runs. */
export type SubscriptionDays = {
  readonly startDate: LocalDate
  readonly endDate: LocalDate | undefined
  readonly invoicedUntilDate: LocalDate | undefined
}

/** Half-open: from the start date up to, not including, the end date. */
export type InvoicePeriod = { readonly startDate: LocalDate; readonly endDate: LocalDate; readonly amountCents: Cents }

const monthsIn: Readonly<Record<SubscriptionPeriod, number>> = { month: 1, quarter: 3, year: 12 }

/** The day on which a period begins; number 0 is the first. Counts from the first start, so that a 31st does not wear down to a 28th (A52). */
export function periodStartDate(startDate: LocalDate, { period, periodStart }: PriceTerms, number: number): LocalDate {
  if (number === 0 || periodStart === 'startDate') return addMonths(startDate, number * monthsIn[period])
  return addMonths(calendarStart(startDate, period), number * monthsIn[period])
}

/** The number of the period that a day lies in; a day before the start lies in the first. */
export function periodNumberOn(startDate: LocalDate, terms: PriceTerms, on: LocalDate): number {
  const counted = terms.periodStart === 'calendar' ? calendarStart(startDate, terms.period) : startDate
  const number = Math.floor(monthsBetween(counted, on) / monthsIn[terms.period])
  return Math.max(0, addMonths(counted, number * monthsIn[terms.period]) > on ? number - 1 : number)
}

/**
 * The periods that began on or before `until` and were not invoiced. One that begins on or after the end date is not
 * asked for; a period of no cents is a free first one. A free type never has any.
 */
export function periodsToInvoice(subscription: SubscriptionDays, terms: PriceTerms, until: LocalDate): readonly InvoicePeriod[] {
  const { startDate, endDate: lastDay, invoicedUntilDate } = subscription
  if (terms.isFree) return []
  const periods: InvoicePeriod[] = []
  for (let number = firstNumber(startDate, terms, invoicedUntilDate); ; number += 1) {
    const from = periodStartDate(startDate, terms, number)
    if (from > until || (lastDay !== undefined && from >= lastDay)) return periods
    const period = { startDate: from, endDate: periodStartDate(startDate, terms, number + 1) }
    periods.push({ ...period, amountCents: number === 0 ? firstPrice(period, terms) : terms.priceCents })
  }
}

/** The first period that does not begin within what was invoiced. */
function firstNumber(startDate: LocalDate, terms: PriceTerms, invoicedUntil: LocalDate | undefined): number {
  if (invoicedUntil === undefined || invoicedUntil <= startDate) return 0
  const number = periodNumberOn(startDate, terms, invoicedUntil)
  return periodStartDate(startDate, terms, number) < invoicedUntil ? number + 1 : number
}

const calendarStart = (on: LocalDate, period: SubscriptionPeriod): LocalDate =>
  civil(yearOf(on), monthOf(on) - ((monthOf(on) - 1) % monthsIn[period]), 1)

/** Only a period that the calendar cut short is priced by its part; what costs something never rounds to nothing. */
function firstPrice({ startDate, endDate }: Pick<InvoicePeriod, 'startDate' | 'endDate'>, terms: PriceTerms): Cents {
  const whole = calendarStart(startDate, terms.period)
  if (terms.periodStart === 'startDate' || startDate === whole || terms.firstPeriod === 'full') return terms.priceCents
  if (terms.firstPeriod === 'free') return cents(0)
  const [part, all] = terms.firstPeriod === 'months'
    ? [monthsBetween(startDate, endDate), monthsIn[terms.period]]
    : [daysBetween(startDate, endDate), daysBetween(whole, endDate)]
  return cents(Math.max(1, Math.floor((2 * terms.priceCents * part + all) / (2 * all))))
}
