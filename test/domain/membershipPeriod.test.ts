import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { daysOf } from '../../src/domain/membershipPeriod'

const period = (startDate: string, endDate?: string) => ({ startDate: day(startDate), endDate: endDate === undefined ? null : day(endDate) })

describe('the days of a membership (domain §3.8)', () => {
  it.each([
    ['2026-03-01', '2026-03-11', '2026-06-01', 10],
    ['2026-03-12', undefined, '2026-03-12', 1],
    ['2024-02-28', '2024-03-01', '2024-06-01', 2],
    ['2026-03-01', '2026-03-11', '2026-03-05', 5],
    ['2026-03-01', undefined, '2026-02-28', 0],
  ])('from %s to %s, asked on %s: %i', (start, end, today, expected) => expect(daysOf(period(start, end), day(today))).toBe(expected))

  it('counts along what was before Kring knew of it', () => {
    expect(daysOf({ ...period('2026-03-01'), countedFromDate: day('2026-02-01') }, day('2026-03-01'))).toBe(29)
    expect(daysOf({ ...period('2026-03-01', '2026-03-11'), countedFromDate: day('2026-02-28') }, day('2026-06-01'))).toBe(11)
  })
})
