import { describe, expect, it } from 'vitest'
import { lastCollectionDateDueBy, latestDeliveryDate } from '../../src/domain/bankingDays'
import { addDays, addMonths, day } from '../../src/domain/localDate'

const latest = (date: string, leadDays: number) => latestDeliveryDate(day(date), leadDays)

describe('A30: the latest delivery date (domain §7.3 DATES)', () => {
  it.each([
    ['2025-03-31', 1, '2025-03-28'], ['2025-03-31', 2, '2025-03-27'], ['2025-04-22', 1, '2025-04-17'], ['2025-05-02', 1, '2025-04-30'], ['2025-12-29', 1, '2025-12-24'], ['2026-01-02', 2, '2025-12-30'],
  ])('A30: collection %s, %i banking days ahead -> %s', (date, leadDays, expected) => expect(latest(date, leadDays)).toBe(expected))

  it('A30: of the set 22 April, 30 April, 2 May it is that of the earliest: 17 April 2025', () => {
    expect(['2025-04-22', '2025-04-30', '2025-05-02'].map((date) => latest(date, 1)).toSorted()[0]).toBe('2025-04-17')
  })

  it.each([1, 2, 5])('A30: what is due by a day with %i banking days ahead ends where the day of delivery passes it, on every day of four years', (leadDays) => {
    for (let until = day('2025-01-01'); until < '2029-01-01'; until = addDays(until, 1)) {
      const last = lastCollectionDateDueBy(until, leadDays)
      expect([latest(last, leadDays) <= until, latest(addDays(last, 1), leadDays) > until]).toEqual([true, true])
    }
  })
})

describe('A31: a year ahead at most (domain §7.3)', () => {
  it.each([['2026-05-15', '2027-05-15'], ['2028-02-29', '2029-02-28']])('A31: from %s until %s', (today, farthest) => expect(addMonths(day(today), 12)).toBe(farthest))
})
