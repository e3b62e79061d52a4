import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../../src/domain/localDate'
import { dateValue, describeDate, resolveDate, type DateValue } from '../../src/rules/dateValue'
import { someDateValue, someDay } from './arbitraries'

const fixed: DateValue = day('2026-11-21')

describe('resolveDate', () => {
  it.each<[DateValue, string, string]>([
    [fixed, '2020-01-01', '2026-11-21'],
    [{ days: 0 }, '2026-03-31', '2026-03-31'],
    [{ months: -1 }, '2026-03-31', '2026-02-28'],
    [{ years: -18 }, '2028-02-29', '2010-02-28'],
    [{ months: -1, days: 1 }, '2026-03-31', '2026-03-01'],
    [{ years: 1, days: -1 }, '2026-01-01', '2026-12-31'],
  ])('of %j on %s is %s', (value, date, expected) => {
    expect(resolveDate(value, day(date))).toBe(expected)
  })

  it('never goes back while time goes on', () => {
    fc.assert(fc.property(someDateValue, someDay, fc.integer({ min: 0, max: 100 }), (value, date, days) => {
      expect(resolveDate(value, date) <= resolveDate(value, addDays(date, days))).toBe(true)
    }))
  })
})

describe('describeDate', () => {
  it.each<[DateValue, string, string]>([
    [fixed, '21 nov 2026', '21 Nov 2026'],
    [{ days: 0 }, 'vandaag', 'today'],
    [{ years: -18 }, '18 jaar geleden', '18 years ago'],
    [{ years: -1, months: -1 }, '1 jaar en 1 maand geleden', '1 year and 1 month ago'],
    [{ months: 3 }, 'over 3 maanden', 'in 3 months'],
    [{ years: -1, days: 1 }, '1 dag na 1 jaar geleden', '1 day after 1 year ago'],
  ])('says %j as %s', (value, nl, en) => {
    expect([describeDate(value, 'nl'), describeDate(value, 'en')]).toEqual([nl, en])
  })
})

describe('a date in a rule', () => {
  it.each([['2026-02-30'], [{}], [{ weeks: 1 }], [{ days: 1.5 }], [{ years: 100_000 }], ['today'], [null]])('is not %j', (value) => {
    expect(dateValue.safeParse(value).success).toBe(false)
  })
})
