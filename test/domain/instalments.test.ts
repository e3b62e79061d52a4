import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextBankingDay } from '../../src/domain/bankingDays'
import { instalmentDate, planInstalments } from '../../src/domain/instalments'
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
