import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays, addMonths, ageOn, amsterdamDate, amsterdamDateTime, day, dayOfMonthOf, daysBetween, formatDate, isLocalDate, weekdayOf,
} from '../../src/domain/localDate'

const anyDay = fc.date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map((instant) => day(instant.toISOString().slice(0, 10)))

describe('isLocalDate', () => {
  it.each(['2028-02-29', '2000-02-29', '2026-12-31', '0001-01-01', '9999-12-31'])('knows %s', (text) => expect(isLocalDate(text)).toBe(true))
  it.each(['2027-02-29', '1900-02-29', '2027-02-30', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '0000-01-01', '2026-1-1',
    '20260101', '2026-01-01T00:00:00Z', ' 2026-01-01', '２０２６-01-01', ''])('refuses %j', (text) => {
    expect(isLocalDate(text)).toBe(false)
    expect(() => day(text)).toThrow(expect.objectContaining({ code: 'DATE_INVALID', params: { value: text } }))
  })
})

describe('addMonths', () => {
  it.each([
    ['2025-01-31', 1, '2025-02-28'], ['2024-01-31', 1, '2024-02-29'], ['2026-12-15', 1, '2027-01-15'], ['2028-02-29', 12, '2029-02-28'],
    ['2026-01-15', -1, '2025-12-15'], ['2026-03-31', -1, '2026-02-28'], ['2026-05-15', 12, '2027-05-15'],
  ])('%s and %i months is %s', (from, count, expected) => expect(addMonths(day(from), count)).toBe(expected))
})

describe('days', () => {
  it.each([['2026-12-31', 1, '2027-01-01'], ['2024-02-28', 2, '2024-03-01'], ['2026-03-29', 1, '2026-03-30'], ['2026-01-01', -1, '2025-12-31']])(
    '%s and %i days is %s', (from, count, expected) => expect(addDays(day(from), count)).toBe(expected))

  it('come back after being added', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (from, count) => {
      expect(daysBetween(from, addDays(from, count))).toBe(count)
    }))
  })
  it('keep the day of the month, or take the last one', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (from, count) => {
      const to = addMonths(from, count)
      const isLastOfMonth = dayOfMonthOf(addDays(to, 1)) === 1
      expect(dayOfMonthOf(to) === dayOfMonthOf(from) || (isLastOfMonth && dayOfMonthOf(to) < dayOfMonthOf(from))).toBe(true)
    }))
  })
  it('know their weekday', () => expect(['2026-11-21', '2026-11-22', '1969-12-31'].map((text) => weekdayOf(day(text)))).toEqual([6, 0, 3]))
})

describe('ageOn', () => {
  it.each([
    ['2000-05-15', '2026-05-14', 25], ['2000-05-15', '2026-05-15', 26], ['2004-02-29', '2022-02-28', 17], ['2004-02-29', '2022-03-01', 18],
    ['2004-02-29', '2024-02-29', 20],
  ])('born %s, on %s: %i', (birth, on, age) => expect(ageOn(day(birth), day(on))).toBe(age))
})

describe('the Amsterdam calendar', () => {
  it.each([
    ['2026-12-31T22:59:59Z', '2026-12-31T23:59:59'], ['2026-12-31T23:00:00Z', '2027-01-01T00:00:00'],
    ['2026-07-28T22:00:00Z', '2026-07-29T00:00:00'], ['2026-03-29T01:00:00Z', '2026-03-29T03:00:00'], ['2026-10-25T00:30:00Z', '2026-10-25T02:30:00'],
  ])('reads %s as %s', (instant, local) => {
    expect(amsterdamDateTime(new Date(instant))).toBe(local)
    expect(amsterdamDate(new Date(instant))).toBe(local.slice(0, 10))
  })
  it('is written the way people read it', () => {
    expect([formatDate(day('2026-11-21'), 'nl'), formatDate(day('2026-03-01'), 'nl'), formatDate(day('2026-03-01'), 'en')])
      .toEqual(['21 nov 2026', '1 mrt 2026', '1 Mar 2026'])
  })
})
