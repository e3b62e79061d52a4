import { describe, expect, it } from 'vitest'
import { idRanges } from '../../src/domain/idRanges'

describe('idRanges', () => {
  it.each([
    [[], []], [[5], [[5, 5]]], [[1, 2, 3], [[1, 3]]], [[1, 3, 4, 9], [[1, 1], [3, 4], [9, 9]]],
  ])('of %j are %j', (ids, ranges) => {
    expect(idRanges(ids)).toEqual(ranges)
  })

  it('hold just what went in', () => {
    const ids = Array.from({ length: 500 }, (_, place) => place).filter((id) => id % 7 !== 0)
    expect(idRanges(ids).flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, place) => first + place))).toEqual(ids)
  })
})
