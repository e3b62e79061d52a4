import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { isDormant } from '../../src/domain/mandate'

describe('a mandate (sepa §7)', () => {
  it.each([
    ['2020-01-01', '2023-11-30', '2026-11-30', false],
    ['2020-01-01', '2023-11-30', '2026-12-01', true],
    ['2023-01-10', undefined, '2026-11-21', true],
    ['2023-11-21', undefined, '2026-11-21', false],
    ['2010-01-01', '2027-01-31', '2029-12-31', false],
  ])('signed %s and last due %s is on %s dormant: %s', (signedOn, lastDue, on, expected) => {
    expect(isDormant(day(signedOn), lastDue === undefined ? undefined : day(lastDue), day(on))).toBe(expected)
  })
})
