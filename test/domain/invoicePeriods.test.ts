import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endAfterNotice } from '../../src/domain/noticePeriod'
import { periodNumberOn, periodStartDate, periodsToInvoice, type PriceTerms, type SubscriptionDays } from '../../src/domain/invoicePeriods'
import { addDays, addMonths, day, daysBetween } from '../../src/domain/localDate'
import { cents, sumCents } from '../../src/domain/money'

const terms = (rest: Partial<PriceTerms> = {}): PriceTerms => ({ priceCents: cents(6_000), isFree: false, period: 'month', periodStart: 'startDate', firstPeriod: 'full', ...rest })
const from = (startDate: string, rest: { readonly endDate?: string; readonly invoicedUntilDate?: string } = {}): SubscriptionDays => ({
  startDate: day(startDate), endDate: rest.endDate ? day(rest.endDate) : undefined, invoicedUntilDate: rest.invoicedUntilDate ? day(rest.invoicedUntilDate) : undefined,
})
const shown = (subscription: SubscriptionDays, price: PriceTerms, until: string) => periodsToInvoice(subscription, price, day(until)).map(({ startDate, endDate, amountCents }) => `${startDate}/${endDate} ${amountCents}`)

describe('the periods to invoice', () => {
  it('A52: from 31 January 2024, monthly, the next begins on 29 February and then on 31 March', () => {
    expect(shown(from('2024-01-31'), terms(), '2024-03-31')).toEqual(['2024-01-31/2024-02-29 6000', '2024-02-29/2024-03-31 6000', '2024-03-31/2024-04-30 6000'])
    expect(shown(from('2024-01-31', { invoicedUntilDate: '2024-02-29' }), terms(), '2024-02-29')).toEqual(['2024-02-29/2024-03-31 6000'])
    expect(shown(from('2024-01-31', { invoicedUntilDate: '2024-02-29' }), terms(), '2024-02-28')).toEqual([])
  })

  it.each([
    ['a period that begins on the end date', from('2026-01-15', { endDate: '2026-03-15' }), '2026-12-31', ['2026-01-15/2026-02-15 6000', '2026-02-15/2026-03-15 6000']],
    ['a start that is still to come', from('2026-06-01'), '2026-05-31', []],
    ['a first day on which it begins', from('2026-06-01'), '2026-06-01', ['2026-06-01/2026-07-01 6000']],
    ['what was invoiced', from('2026-01-15', { invoicedUntilDate: '2026-03-15' }), '2026-03-20', ['2026-03-15/2026-04-15 6000']],
    ['a period that was invoiced in part', from('2026-01-15', { invoicedUntilDate: '2026-03-20' }), '2026-04-15', ['2026-04-15/2026-05-15 6000']],
  ] as const)('knows %s', (_what, subscription, until, expected) => {
    expect(shown(subscription, terms(), until)).toEqual(expected)
  })

  it('of a free type are none', () => {
    expect(shown(from('2020-01-01'), terms({ isFree: true }), '2026-12-31')).toEqual([])
  })

  it.each([
    ['year', '2026-03-10', 'full', ['2026-03-10/2027-01-01 6000', '2027-01-01/2028-01-01 6000']],
    ['year', '2026-03-10', 'months', ['2026-03-10/2027-01-01 5000', '2027-01-01/2028-01-01 6000']],
    ['year', '2026-03-10', 'days', ['2026-03-10/2027-01-01 4882', '2027-01-01/2028-01-01 6000']],
    ['year', '2026-03-10', 'free', ['2026-03-10/2027-01-01 0', '2027-01-01/2028-01-01 6000']],
    ['year', '2026-01-01', 'free', ['2026-01-01/2027-01-01 6000', '2027-01-01/2028-01-01 6000']],
    ['year', '2026-12-31', 'days', ['2026-12-31/2027-01-01 16', '2027-01-01/2028-01-01 6000']],
    ['quarter', '2026-11-30', 'months', ['2026-11-30/2027-01-01 4000', '2027-01-01/2027-04-01 6000']],
    ['month', '2026-12-31', 'months', ['2026-12-31/2027-01-01 6000', '2027-01-01/2027-02-01 6000']],
    ['month', '2026-12-31', 'days', ['2026-12-31/2027-01-01 194', '2027-01-01/2027-02-01 6000']],
  ] as const)('by the calendar, each %s from %s, first priced %s', (period, start, firstPeriod, expected) => {
    expect(shown(from(start), terms({ period, periodStart: 'calendar', firstPeriod }), '2027-01-01')).toEqual(expected)
  })

  it('never cost nothing because of rounding', () => {
    expect(shown(from('2026-12-31'), terms({ priceCents: cents(1), period: 'year', periodStart: 'calendar', firstPeriod: 'days' }), '2026-12-31')).toEqual(['2026-12-31/2027-01-01 1'])
  })
})

const anyTerms = fc.record({
  priceCents: fc.integer({ min: 1, max: 99_999_999_999 }).map(cents), isFree: fc.constant(false), period: fc.constantFrom('month', 'quarter', 'year'),
  periodStart: fc.constantFrom('startDate', 'calendar'), firstPeriod: fc.constantFrom('full', 'months', 'days', 'free'),
}) satisfies fc.Arbitrary<PriceTerms>
const anyDay = fc.integer({ min: 0, max: 4_017 }).map((count) => addDays(day('2024-01-01'), count))

describe('periods, whatever the start and the terms', () => {
  it('tile without gap or overlap, and the next run goes on where the last one stopped', () => {
    fc.assert(fc.property(anyTerms, anyDay, anyDay, fc.nat(1_500), (price, startDate, until, later) => {
      const whole = periodsToInvoice({ startDate, endDate: undefined, invoicedUntilDate: undefined }, price, addDays(until, later))
      const first = periodsToInvoice({ startDate, endDate: undefined, invoicedUntilDate: undefined }, price, until)
      const rest = periodsToInvoice({ startDate, endDate: undefined, invoicedUntilDate: first.at(-1)?.endDate }, price, addDays(until, later))
      expect([...first, ...rest]).toEqual(whole)
      whole.forEach((period, index) => {
        expect(period.startDate).toBe(index === 0 ? startDate : whole[index - 1]?.endDate)
        expect(period.startDate < period.endDate).toBe(true)
        expect(period.amountCents === price.priceCents || index === 0).toBe(true)
      })
    }))
  })

  it('price a first part and the part before it as one whole, to the cent', () => {
    fc.assert(fc.property(anyTerms, anyDay, (price, startDate) => {
      const calendar: PriceTerms = { ...price, period: 'year', periodStart: 'calendar', firstPeriod: 'days' }
      const [first] = periodsToInvoice({ startDate, endDate: undefined, invoicedUntilDate: undefined }, calendar, startDate)
      const newYear = day(`${startDate.slice(0, 4)}-01-01`)
      const days = daysBetween(newYear, addMonths(newYear, 12))
      const exact = (price.priceCents * (days - daysBetween(newYear, startDate))) / days
      expect(Math.abs((first?.amountCents ?? 0) - Math.max(1, exact))).toBeLessThanOrEqual(0.501)
    }))
  })

  it('hold every day in the period of its number', () => {
    fc.assert(fc.property(anyTerms, anyDay, fc.nat(4_000), (price, startDate, later) => {
      const on = addDays(startDate, later)
      const number = periodNumberOn(startDate, price, on)
      expect(periodStartDate(startDate, price, number) <= on && on < periodStartDate(startDate, price, number + 1)).toBe(true)
    }))
  })

  it('cost the price each, all together', () => {
    fc.assert(fc.property(anyTerms, anyDay, fc.integer({ min: 1, max: 24 }), (price, startDate, count) => {
      const anchored: PriceTerms = { ...price, priceCents: cents(price.priceCents % 1_000_000 + 1), periodStart: 'startDate' }
      const periods = periodsToInvoice({ startDate, endDate: undefined, invoicedUntilDate: undefined }, anchored, periodStartDate(startDate, anchored, count - 1))
      expect(sumCents(periods.map(({ amountCents }) => amountCents))).toBe(anchored.priceCents * count)
    }))
  })
})

describe('the end after a notice', () => {
  it.each([
    ['2026-01-31', 'month', 'startDate', '2026-03-01', 1, '2026-04-30'],
    ['2026-01-15', 'year', 'startDate', '2026-11-20', 1, '2027-01-15'],
    ['2026-01-15', 'year', 'startDate', '2026-12-20', 1, '2028-01-15'],
    ['2025-05-10', 'year', 'calendar', '2026-11-30', 1, '2027-01-01'],
    ['2025-05-10', 'quarter', 'calendar', '2026-11-30', 0, '2027-01-01'],
    ['2026-05-10', 'year', 'calendar', '2026-05-01', 0, '2027-01-01'],
    ['2025-05-10', 'year', 'calendar', '2026-12-01', 1, '2027-01-01'], ['2025-05-10', 'year', 'calendar', '2026-12-02', 1, '2028-01-01'],
    ['2026-01-15', 'year', 'startDate', '2026-12-15', 1, '2027-01-15'], ['2026-01-15', 'year', 'startDate', '2026-12-16', 1, '2028-01-15'],
    ['2026-01-31', 'month', 'startDate', '2026-03-31', 1, '2026-04-30'], ['2025-05-10', 'year', 'calendar', '2027-01-01', 0, '2028-01-01'],
    ['2026-05-01', 'month', 'startDate', '2026-04-01', 1, '2026-06-01'],
  ] as const)('from %s by the %s (%s), notice on %s with %i months: %s', (start, period, periodStart, notice, noticeMonths, expected) => {
    expect(endAfterNotice(day(start), terms({ period, periodStart }), { noticeDate: day(notice), noticeMonths })).toBe(expected)
  })
})
