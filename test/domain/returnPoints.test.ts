import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { returnPoints, stopsAt, type PointEvent } from '../../src/domain/returnPoints'

const weight: Readonly<Record<string, number>> = { AM04: 1, AC04: 4, MS02: 2, MD06: 2 }

/** A month each: a reason code that came back, or a collection that stayed. */
const events = (...months: readonly string[]): readonly PointEvent[] => months.map((what, index) => {
  const on = day(`2026-${String(index + 1).padStart(2, '0')}-05`)
  return what === 'success' ? { on, kind: 'collected' } : { on, kind: 'returned', points: weight[what] ?? 0 }
})

describe('A29 return points (MAN-AUTO, threshold 4)', () => {
  it.each([
    [['AM04', 'AM04'], 2, false],
    [['AM04', 'AM04', 'MS02'], 4, true],
    [['AC04'], 4, true],
    [['AM04', 'AM04', 'success', 'AM04'], 1, false],
    [['AM04', 'AM04', 'success'], 0, false],
    [['XX99'], 0, false],
    [[], 0, false],
  ] as const)('%j is %i, and stops: %s', (given, points, stops) => {
    expect(returnPoints(events(...given))).toBe(points)
    expect(stopsAt(points, 4)).toBe(stops)
  })

  it('counts what came back on the day of a success, and never stops without a threshold', () => {
    const on = day('2026-03-02')
    expect(returnPoints([{ on, kind: 'collected' }, { on, kind: 'returned', points: 3 }])).toBe(3)
    expect(stopsAt(99, undefined)).toBe(false)
  })
})
