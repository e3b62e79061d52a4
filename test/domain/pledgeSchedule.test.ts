import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { dueDates, type PledgeFrequency } from '../../src/domain/pledgeSchedule'

const due = (startDate: string, frequency: PledgeFrequency, from: string, until: string, endDate?: string) =>
  dueDates({ startDate: day(startDate), frequency, endDate: endDate === undefined ? undefined : day(endDate) }, day(from), day(until))
    .map(({ number, date }) => `${number}:${date}`).join(' ')

describe('a pledge is due on', () => {
  it.each<[string, PledgeFrequency, string, string, string | undefined, string]>([
    ['2026-01-31', 'monthly', '2026-02-01', '2026-04-30', undefined, '2:2026-02-28 3:2026-03-31 4:2026-04-30'],
    ['2026-01-31', 'monthly', '2026-02-28', '2026-02-28', undefined, '2:2026-02-28'],
    ['2026-01-31', 'monthly', '2026-03-01', '2026-03-30', undefined, ''],
    ['2026-01-01', 'monthly', '2026-05-16', '2026-12-31', '2026-08-01', '6:2026-06-01 7:2026-07-01'],
    ['2025-11-30', 'quarterly', '2025-01-01', '2026-08-30', undefined, '1:2025-11-30 2:2026-02-28 3:2026-05-30 4:2026-08-30'],
    ['2025-08-31', 'halfYearly', '2026-01-01', '2026-12-31', undefined, '2:2026-02-28 3:2026-08-31'],
    ['2024-02-29', 'yearly', '2025-01-01', '2028-12-31', undefined, '2:2025-02-28 3:2026-02-28 4:2027-02-28 5:2028-02-29'],
    ['2026-09-01', 'yearly', '2026-01-01', '2026-08-31', undefined, ''],
    ['2026-09-01', 'once', '2026-09-01', '2026-09-01', undefined, '1:2026-09-01'],
    ['2026-09-01', 'once', '2026-09-02', '2030-09-01', undefined, ''],
    ['2026-09-01', 'once', '2026-01-01', '2030-09-01', '2026-09-01', ''],
  ])('from %s %s between %s and %s, ending %s: %s', (start, frequency, from, until, end, expected) => {
    expect(due(start, frequency, from, until, end)).toBe(expected)
  })

  it('gives the same numbers however the range is cut', () => {
    const whole = due('2024-01-31', 'monthly', '2024-01-01', '2026-12-31')
    const parts = ['2024', '2025', '2026'].map((year) => due('2024-01-31', 'monthly', `${year}-01-01`, `${year}-12-31`))
    expect(parts.join(' ')).toBe(whole)
  })
})
