import { describe, expect, it } from 'vitest'
import { jubileeDate } from '../../src/domain/jubilee'
import { day } from '../../src/domain/localDate'

describe('the day of a jubilee (domain §3.11)', () => {
  it.each([
    ['2001-06-15', 25, '2026-06-15'],
    ['2000-02-29', 25, '2025-02-28'],
    ['2000-02-29', 40, '2040-02-29'],
    ['2001-02-28', 3, '2004-02-28'],
  ])('counted from %s, after %i years, is %s', (start, years, expected) => expect(jubileeDate(day(start), years)).toBe(expected))
})
