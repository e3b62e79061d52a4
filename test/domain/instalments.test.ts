import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextBankingDay } from '../../src/domain/bankingDays'
import { instalmentDate, instalmentDates, laidFrom, planInstalments } from '../../src/domain/instalments'
import { addDays, day, monthOf, yearOf } from '../../src/domain/localDate'
import { cents, sumCents } from '../../src/domain/money'

const datesOf = (first: string, count: number, every = 1) => planInstalments(cents(100_000), day(first), count, every).map(({ date }) => date)

describe('spread collection falls on (domain §7.4)', () => {
  it.each([
    ['2025-01-31', 12, 1, '2025-01-31 2025-02-28 2025-03-31 2025-04-30 2025-05-31 2025-06-30 2025-07-31 2025-08-31 2025-09-30 2025-10-31 2025-11-30 2025-12-31'],
    ['2024-01-31', 12, 1, '2024-01-31 2024-02-29 2024-03-31 2024-04-30 2024-05-31 2024-06-30 2024-07-31 2024-08-31 2024-09-30 2024-10-31 2024-11-30 2024-12-31'],
    ['2025-01-30', 3, 1, '2025-01-30 2025-02-28 2025-03-30'],
    ['2025-01-29', 3, 1, '2025-01-29 2025-02-28 2025-03-29'],
    ['2024-01-29', 3, 1, '2024-01-29 2024-02-29 2024-03-29'],
    ['2024-01-30', 3, 1, '2024-01-30 2024-02-29 2024-03-30'],
    ['2025-08-31', 12, 1, '2025-08-31 2025-09-30 2025-10-31 2025-11-30 2025-12-31 2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31 2026-06-30 2026-07-31'],
    ['2025-11-30', 4, 3, '2025-11-30 2026-02-28 2026-05-30 2026-08-30'],
  ])('from %s, %i times, every %i months', (first, count, every, expected) => expect(datesOf(first, count, every)).toEqual(expected.split(' ')))

  it('ends on 29 February when a year from 31 March ends in a leap year', () => {
    expect(datesOf('2027-03-31', 12).slice(-3)).toEqual(['2027-12-31', '2028-01-31', '2028-02-29'])
  })
  it('is executed on the next banking day without moving the plan (sepa §6.3)', () => {
    expect(datesOf('2027-01-31', 12).map(nextBankingDay)).toEqual(
      ['2027-02-01', '2027-03-01', '2027-03-31', '2027-04-30', '2027-05-31', '2027-06-30', '2027-08-02', '2027-08-31', '2027-09-30', '2027-11-01', '2027-11-30', '2027-12-31'])
  })
})

describe('instalmentDate', () => {
  it.each([['2027-01-31', 1, '2027-02-28'], ['2028-01-31', 1, '2028-02-29'], ['2027-01-31', 2, '2027-03-31']])(
    'from %s, instalment %i falls on %s', (first, index, expected) => expect(instalmentDate(day(first), index, 1)).toBe(expected))

  it('keeps the anchor day or the last of the month, from every start date of eleven years', () => {
    for (let first = day('2024-01-01'); first <= '2034-12-31'; first = addDays(first, 1)) {
      for (const index of [1, 2, 3, 11, 12, 25, 59]) {
        const year = yearOf(first) + Math.floor((monthOf(first) - 1 + index) / 12)
        const month = ((monthOf(first) - 1 + index) % 12) + 1
        const lastOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate()
        const expected = new Date(Date.UTC(year, month - 1, Math.min(Number(first.slice(8)), lastOfMonth))).toISOString().slice(0, 10)
        if (instalmentDate(first, index, 1) !== expected) expect.fail(`${first} ${index}: ${instalmentDate(first, index, 1)}, not ${expected}`)
      }
    }
  })
})

describe('a plan that began in the past (domain §7.4)', () => {
  const laid = (first: string, count: number, today: string, { anchorDay = Number(first.slice(8)), taken = [] as readonly string[] } = {}) => laidFrom(
    instalmentDates(day(first), count, 1, anchorDay).map((date, index) => ({ date, instalment: index + 1 })), { today: day(today), anchorDay, takenDates: taken.map(day) })

  it.each([
    ['2025-01-31', 4, '2025-03-15', [], '2025-03-31 2025-04-30 2025-05-31 2025-06-30'],
    ['2025-10-31', 4, '2026-02-16', [], '2026-02-28 2026-03-31 2026-04-30 2026-05-31'],
    ['2023-11-30', 3, '2024-02-01', [], '2024-02-29 2024-03-30 2024-04-30'],
    ['2025-01-10', 3, '2025-01-10', [], '2025-01-10 2025-02-10 2025-03-10'],
    ['2025-01-10', 3, '2025-01-11', [], '2025-02-10 2025-03-10 2025-04-10'],
    ['2025-06-30', 3, '2025-01-11', [], '2025-06-30 2025-07-30 2025-08-30'],
    ['2025-01-31', 2, '2025-03-15', ['2025-03-31', '2025-04-30'], '2025-05-31 2025-06-30'],
    ['2025-01-31', 3, '2025-03-15', ['2025-04-30'], '2025-03-31 2025-05-31 2025-06-30'],
  ])('from %s, %i times, on %s with %j taken', (first, count, today, taken, expected) => expect(laid(first, count, today, { taken }).map(({ date }) => date)).toEqual(expected.split(' ')))

  it('never lays two in one month or one in the past, and keeps their order', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_500 }), fc.integer({ min: 0, max: 1_500 }), fc.integer({ min: 1, max: 24 }), (start, now, count) => {
      const [first, today] = [addDays(day('2024-01-01'), start), addDays(day('2024-01-01'), now)]
      const parts = laid(first, count, today)
      expect(parts.map(({ instalment }) => instalment)).toEqual(Array.from({ length: count }, (_, index) => index + 1))
      expect(new Set(parts.map(({ date }) => date.slice(0, 7))).size).toBe(count)
      expect(parts.map(({ date }) => date)).toEqual(parts.map(({ date }) => date).toSorted())
      expect(parts.every(({ date }) => date >= today)).toBe(true)
    }))
  })
})

describe('planInstalments', () => {
  it('puts the leftover cents first', () => {
    expect(planInstalments(cents(10_000), day('2027-01-31'), 12, 1).map(({ amountCents }) => amountCents))
      .toEqual([834, 834, 834, 834, 833, 833, 833, 833, 833, 833, 833, 833])
    expect(planInstalments(cents(10_000), day('2027-01-31'), 3, 1).map(({ amountCents }) => amountCents)).toEqual([3_334, 3_333, 3_333])
  })
  it('adds up to the cent for every amount and number', () => {
    fc.assert(fc.property(fc.integer({ min: 60, max: 1e8 }), fc.integer({ min: 1, max: 60 }), (amount, count) => {
      expect(sumCents(planInstalments(cents(amount), day('2026-01-31'), count, 1).map(({ amountCents }) => amountCents))).toBe(amount)
    }))
  })
  it.each([
    [5, 12, 'INSTALMENTS_TOO_MANY'], [0, 1, 'INSTALMENTS_TOO_MANY'], [-100, 2, 'INSTALMENTS_TOO_MANY'], [1e9, 601, 'INSTALMENTS_TOO_MANY'],
    [100, 0, 'INSTALMENTS_INVALID'], [100, -1, 'INSTALMENTS_INVALID'], [100, 1.5, 'INSTALMENTS_INVALID'],
  ])('refuses %i cents in %d parts: %s', (amount, count, code) => {
    expect(() => planInstalments(cents(amount), day('2026-01-31'), count, 1)).toThrow(expect.objectContaining({ code }))
  })
  it.each([0, -1, 0.5, 121])('refuses an interval of %d months', (every) => {
    expect(() => planInstalments(cents(100), day('2026-01-31'), 2, every)).toThrow(expect.objectContaining({ code: 'INTERVAL_INVALID' }))
  })
})
