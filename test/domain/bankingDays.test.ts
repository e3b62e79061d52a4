import { describe, expect, it } from 'vitest'
import {
  addBankingDays, earliestCollectionDate, easterSunday, isBankingDay, latestDeliveryDate, nextBankingDay,
} from '../../src/domain/bankingDays'
import { addDays, day } from '../../src/domain/localDate'

describe('the TARGET calendar', () => {
  it.each([[2025, '2025-04-20'], [2026, '2026-04-05'], [2027, '2027-03-28'], [2028, '2028-04-16'], [2029, '2029-04-01'], [2030, '2030-04-21'], [2000, '2000-04-23']])(
    'has Easter %i on %s', (year, expected) => expect(easterSunday(year)).toBe(expected))

  it.each(['2026-12-25', '2026-12-26', '2027-01-01', '2027-03-26', '2027-03-29', '2025-05-01', '2026-11-21', '2026-11-22'])(
    'is closed on %s', (date) => expect(isBankingDay(day(date))).toBe(false))

  it.each(['2027-04-27', '2026-05-05', '2026-05-14', '2026-05-25', '2026-12-24', '2026-12-31'])(
    'is open on %s', (date) => expect(isBankingDay(day(date))).toBe(true))

  it.each([['2026-12-25', '2026-12-28'], ['2027-01-01', '2027-01-04'], ['2027-03-26', '2027-03-30'], ['2027-05-01', '2027-05-03'], ['2026-11-21', '2026-11-23'], ['2026-11-23', '2026-11-23']])(
    'after %s opens on %s', (date, expected) => expect(nextBankingDay(day(date))).toBe(expected))
})

describe('addBankingDays', () => {
  it.each([
    ['2026-11-20', 1, '2026-11-23'], ['2026-11-21', 1, '2026-11-23'], ['2026-11-21', 0, '2026-11-21'], ['2026-11-23', -1, '2026-11-20'],
    ['2026-11-02', 5, '2026-11-09'], ['2026-12-22', 5, '2026-12-30'],
  ])('%s and %i is %s', (date, count, expected) => expect(addBankingDays(day(date), count)).toBe(expected))
})

describe('latestDeliveryDate (domain §7.3, sepa §6.2)', () => {
  it.each([
    ['2025-03-31', 1, '2025-03-28'], ['2025-03-31', 2, '2025-03-27'], ['2025-04-22', 1, '2025-04-17'], ['2025-05-02', 1, '2025-04-30'],
    ['2025-12-29', 1, '2025-12-24'], ['2026-01-02', 2, '2025-12-30'], ['2026-12-28', 1, '2026-12-24'], ['2027-03-30', 1, '2027-03-25'],
    ['2027-03-30', 2, '2027-03-24'], ['2025-04-22', 2, '2025-04-16'], ['2025-05-31', 1, '2025-05-30'],
  ])('for %s with %i days is %s', (collectionDate, leadDays, expected) => {
    expect(latestDeliveryDate(day(collectionDate), leadDays)).toBe(expected)
  })
})

describe('earliestCollectionDate (domain §8.4)', () => {
  it.each([['2025-04-22', 2, '2025-04-24'], ['2026-11-28', 1, '2026-12-01'], ['2026-11-27', 1, '2026-11-30'], ['2026-11-27', 0, '2026-11-27']])(
    'on %s with %i days is %s', (today, leadDays, expected) => expect(earliestCollectionDate({ today: day(today), time: '09:00' }, { deliveryLeadDays: leadDays, cutOffTime: '12:00' })).toBe(expected))

  it('is the first date that can still be delivered, on every day of six years', () => {
    for (let today = day('2025-01-01'); today < '2031-01-01'; today = addDays(today, 1)) {
      for (const leadDays of [0, 1, 2, 5]) {
        const earliest = earliestCollectionDate({ today, time: '09:00' }, { deliveryLeadDays: leadDays, cutOffTime: '12:00' })
        expect(latestDeliveryDate(earliest, leadDays) >= today).toBe(true)
        const before = addBankingDays(earliest, -1)
        expect(before < today || latestDeliveryDate(before, leadDays) < today).toBe(true)
      }
    }
  })
})
