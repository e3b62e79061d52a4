import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarYear, forecast, type ForecastFacts, type ForecastPledge, type Horizon, type InstalmentFate } from '../../src/domain/forecast'
import { addDays, day } from '../../src/domain/localDate'
import { cents, sumCents } from '../../src/domain/money'
import type { PledgeFrequency } from '../../src/domain/pledgeSchedule'

type Pledged = { readonly id?: number; readonly endDate?: string; readonly changes?: readonly (readonly [string, number])[]; readonly isCollectable?: boolean }

const pledge = (euros: number, frequency: PledgeFrequency, startDate: string, { id = 1, endDate, changes = [], isCollectable = true }: Pledged = {}): ForecastPledge => ({
  id, amountCents: cents(euros * 100), frequency, startDate: day(startDate), endDate: endDate === undefined ? null : day(endDate), isCollectable,
  changes: changes.map(([fromDate, amount]) => ({ fromDate: day(fromDate), amountCents: cents(amount * 100) })),
})
const received = (euros: number, ...dates: readonly string[]) => dates.map((date) => ({ date: day(date), amountCents: cents(euros * 100) }))
const settled = (of: number, euros: number) => ({ pledge: of, amountCents: cents(euros * 100) })
const of2026 = (today: string): Horizon => ({ today: day(today), ...calendarYear(2026) })
const forecastOf = (today: string, facts: Partial<ForecastFacts>, horizon: Horizon = of2026(today)) => forecast({ receipts: [], settled: [], pledges: [], fates: [], ...facts }, horizon)
const shown = ({ receivedCents, expectedCents, totalCents, openCents }: ReturnType<typeof forecast>) => [receivedCents, expectedCents, totalCents, openCents].map((amount) => amount / 100)
const daysOf = ({ expected }: ReturnType<typeof forecast>) => expected.map(({ date, amountCents }) => `${date}:${amountCents / 100}`).join(' ')

describe('A23 the forecast of 2026 on 15 May', () => {
  const result = forecastOf('2026-05-15', {
    pledges: [pledge(10, 'monthly', '2026-01-31', { id: 1 }), pledge(60, 'yearly', '2026-09-01', { id: 2 }), pledge(5, 'monthly', '2026-01-01', { id: 3, endDate: '2026-08-01' })],
    receipts: [
      ...received(10, '2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'), ...received(5, '2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01'), ...received(100, '2026-03-10'),
    ],
    settled: [settled(1, 40), settled(3, 25)],
  })

  it('is 165 received, 150 expected, 315 in all, and nothing open', () => expect(shown(result)).toEqual([165, 150, 315, 0]))

  it('expects these days', () => {
    expect(daysOf(result)).toBe('2026-05-31:10 2026-06-01:5 2026-06-30:10 2026-07-01:5 2026-07-31:10 2026-08-31:10 2026-09-01:60 2026-09-30:10 2026-10-31:10 2026-11-30:10 2026-12-31:10')
  })

  it('tells it month by month', () => {
    expect(result.months.map(({ receivedCents, expectedCents }) => [receivedCents / 100, expectedCents / 100]))
      .toEqual([[15, 0], [15, 0], [115, 0], [15, 0], [5, 10], [0, 15], [0, 15], [0, 10], [0, 70], [0, 10], [0, 10], [0, 10]])
    expect(result.months.map(({ month }) => month)).toEqual(Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}-01`))
  })
})

describe('what is expected', () => {
  it.each([
    ['falls due after today, not on it', '2026-06-30', {}, '2026-07-31:10 2026-08-31:10 2026-09-30:10 2026-10-31:10 2026-11-30:10 2026-12-31:10'],
    ['falls due before the pledge ends, not on that day', '2026-08-31', { endDate: '2026-10-31' }, '2026-09-30:10'],
    ['has the amount of its day', '2026-09-15', { changes: [['2026-10-31', 15], ['2026-12-01', 20]] }, '2026-09-30:10 2026-10-31:15 2026-11-30:15 2026-12-31:20'],
    ['comes no more from what cannot be collected', '2026-01-01', { isCollectable: false }, ''],
  ] as const)('%s', (_name, today, rest, expected) => {
    expect(daysOf(forecastOf(today, { pledges: [pledge(10, 'monthly', '2026-01-31', rest)] }))).toBe(expected)
  })

  it('keeps to the leap day', () => {
    const from2024 = [pledge(10, 'yearly', '2024-02-29')]
    expect(daysOf(forecastOf('2026-01-01', { pledges: from2024 }))).toBe('2026-02-28:10')
    expect(daysOf(forecastOf('2028-01-01', { pledges: from2024 }, { today: day('2028-01-01'), ...calendarYear(2028) }))).toBe('2028-02-29:10')
    expect(shown(forecastOf('2028-02-28', { pledges: from2024 }, { today: day('2028-02-28'), ...calendarYear(2028) }))).toEqual([0, 10, 10, 0])
  })

  it('comes once from a pledge that is given once, and from none that begins later', () => {
    const pledges = [pledge(50, 'once', '2026-12-31', { id: 1 }), pledge(50, 'once', '2027-01-01', { id: 2 })]
    expect(daysOf(forecastOf('2026-06-01', { pledges }))).toBe('2026-12-31:50')
  })

  const fates = (...given: readonly InstalmentFate[]) => ({ pledges: [pledge(10, 'quarterly', '2026-03-31', { id: 7 })], fates: given })
  it.each([
    ['leaves out what was cancelled', fates({ pledge: 7, instalment: 3, fate: 'cancelled' }), '2026-06-30:10 2026-12-31:10'],
    ['leaves out what failed and was not tried again', fates({ pledge: 7, instalment: 2, fate: 'failed' }), '2026-09-30:10 2026-12-31:10'],
    ['has what is tried again on its new day', fates({ pledge: 7, instalment: 1, fate: 'retried', date: day('2026-05-28'), amountCents: cents(1_000) }), '2026-05-28:10 2026-06-30:10 2026-09-30:10 2026-12-31:10'],
    ['does not count a new try after the horizon', fates({ pledge: 7, instalment: 4, fate: 'retried', date: day('2027-01-04'), amountCents: cents(1_000) }), '2026-06-30:10 2026-09-30:10'],
    ['heeds no fate of another pledge', fates({ pledge: 8, instalment: 2, fate: 'failed' }), '2026-06-30:10 2026-09-30:10 2026-12-31:10'],
  ])('%s', (_name, facts, expected) => expect(daysOf(forecastOf('2026-05-15', facts))).toBe(expected))
})

describe('what was received', () => {
  it('nets a return in the month in which it came', () => {
    const result = forecastOf('2026-05-15', { receipts: [...received(10, '2026-03-31', '2026-04-30'), ...received(-10, '2026-05-04')] })
    expect(shown(result)).toEqual([10, 0, 10, 0])
    expect(result.months.slice(2, 5).map(({ receivedCents }) => receivedCents / 100)).toEqual([10, 10, -10])
  })

  it('counts from the first day of the horizon to today', () => {
    expect(shown(forecastOf('2026-05-15', { receipts: received(10, '2025-12-31', '2026-01-01', '2026-05-15', '2026-05-16') }))).toEqual([20, 0, 20, 0])
  })

  it('is nothing in a year to come, and all there is of a year gone by', () => {
    const facts = { pledges: [pledge(10, 'monthly', '2026-01-31')], receipts: received(10, '2026-02-01') }
    expect(shown(forecastOf('2025-06-01', facts))).toEqual([0, 120, 120, 0])
    expect(shown(forecastOf('2027-06-01', facts))).toEqual([10, 0, 10, 120])
  })
})

describe('what is open', () => {
  const monthly = pledge(10, 'monthly', '2026-01-31')
  const openOf = (facts: Partial<ForecastFacts>) => forecastOf('2026-05-15', { pledges: [monthly], ...facts }).open.map(({ since, openCents }) => `${since}:${openCents / 100}`).join(' ')

  it.each<[string, Partial<ForecastFacts>, string]>([
    ['is what fell due and did not come in', {}, '2026-01-31:40'],
    ['begins where what came in ends, in part as well', { settled: [settled(1, 15)] }, '2026-02-28:25'],
    ['is nothing when all came in, or more', { settled: [settled(1, 45)] }, ''],
    ['is what was taken back', { settled: [settled(1, 30)] }, '2026-04-30:10'],
    ['keeps what failed and was not tried again', { settled: [settled(1, 30)], fates: [{ pledge: 1, instalment: 4, fate: 'failed' }] }, '2026-04-30:10'],
    ['leaves out what was cancelled, and what is tried again after today', {
      settled: [settled(1, 20)], fates: [{ pledge: 1, instalment: 2, fate: 'cancelled' }, { pledge: 1, instalment: 4, fate: 'retried', date: day('2026-05-28'), amountCents: cents(1_000) }],
    }, ''],
    ['keeps what was to come by a new try that is past', { settled: [settled(1, 30)], fates: [{ pledge: 1, instalment: 4, fate: 'retried', date: day('2026-05-12'), amountCents: cents(1_000) }] }, '2026-04-30:10'],
  ])('%s', (_name, facts, expected) => expect(openOf(facts)).toBe(expected))

  it('is no part of the forecast', () => expect(shown(forecastOf('2026-05-15', { pledges: [monthly] }))).toEqual([0, 80, 80, 40]))
})

describe('whatever the pledges', () => {
  const frequency = fc.constantFrom<PledgeFrequency>('once', 'monthly', 'quarterly', 'halfYearly', 'yearly')
  const days = (most: number) => fc.integer({ min: 0, max: most }).map((count) => addDays(day('2024-01-01'), count))
  const pledges = fc.array(fc.record({ frequency, startDate: days(1_400), endDate: fc.option(days(1_800)), amount: fc.integer({ min: 1, max: 99_999 }) }), { maxLength: 12 })
    .map((rows) => rows.map(({ amount, ...terms }, id): ForecastPledge => ({ ...terms, id, amountCents: cents(amount), changes: [], isCollectable: true })))

  it('the months add up to the whole, and what is due is expected or open, never both nor neither', () => {
    fc.assert(fc.property(pledges, days(1_500), (given, today) => {
      const horizon = { today, ...calendarYear(2026) }
      const result = forecast({ receipts: [], settled: [], pledges: given, fates: [] }, horizon)
      expect(sumCents(result.months.map(({ totalCents }) => totalCents))).toBe(result.totalCents)
      const whole = forecast({ receipts: [], settled: [], pledges: given, fates: [] }, { ...horizon, today: day('2025-12-31') })
      expect(result.expectedCents + result.openCents).toBe(whole.expectedCents)
    }))
  })
})
