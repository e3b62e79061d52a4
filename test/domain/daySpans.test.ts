import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joined, sharedDays, without, type Span } from '../../src/domain/daySpans'
import { addDays, day, type LocalDate } from '../../src/domain/localDate'

const first = day('2026-01-01')
const span = (from: number, to: number | null): Span => ({ from: addDays(first, from), to: to === null ? null : addDays(first, to) })
const some = fc.array(fc.tuple(fc.nat(20), fc.option(fc.nat(10))).map(([from, length]) => span(from, length === null ? null : from + length)), { maxLength: 5 })
const calendar = Array.from({ length: 45 }, (_, index) => addDays(first, index))
const daysIn = (spans: readonly Span[]): LocalDate[] => calendar.filter((date) => spans.some(({ from, to }) => from <= date && (to === null || date < to)))

describe('spans of days', () => {
  it('that overlap or touch become one', () => {
    expect(joined([span(5, 9), span(0, 3), span(3, 4), span(8, null), span(20, 22)])).toEqual([span(0, 4), span(5, null)])
  })

  it('are cut where days are taken out', () => {
    expect(without([span(0, null)], [span(2, 4), span(6, 8)])).toEqual([span(0, 2), span(4, 6), span(8, null)])
  })

  it('hold the same days as a calendar that is crossed out day by day', () => {
    fc.assert(fc.property(some, some, (one, other) => {
      const [left, right] = [daysIn(one), new Set(daysIn(other))]
      expect(daysIn(joined(one))).toEqual(left)
      expect(daysIn(without(one, other))).toEqual(left.filter((date) => !right.has(date)))
      expect(daysIn(sharedDays(one, other))).toEqual(left.filter((date) => right.has(date)))
    }))
  })
})
