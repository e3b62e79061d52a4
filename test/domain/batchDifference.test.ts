import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainDifference } from '../../src/domain/batchDifference'
import { cents, sumCents } from '../../src/domain/money'

const open = (...amounts: number[]) => amounts.map((amount, index) => ({ id: index + 1, amountCents: cents(amount) }))

describe('a total that is too low (sepa §9)', () => {
  it('proposes each of ten equal instructions when one is missing', () => {
    const explanation = explainDifference(cents(25_000), cents(22_500), open(...Array(10).fill(2_500)))
    expect(explanation).toEqual({ differenceCents: 2_500, candidates: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((id) => [id]), isComplete: true })
  })
  it.each([
    [5_000, [2_500, 2_500, 5_000], [[3], [1, 2]]],
    [6_000, [1_000, 2_000, 3_000], [[1, 2, 3]]],
    [3_000, [1_000, 1_000, 1_000, 1_000], [[1, 2, 3], [1, 2, 4], [1, 3, 4], [2, 3, 4]]],
    [700, [1_000, 300], []],
    [0, [1_000], []],
    [-500, [500], []],
  ])('missing %i of %j: %j', (missing, amounts, expected) => {
    const total = sumCents(open(...amounts).map(({ amountCents }) => amountCents))
    expect(explainDifference(total, cents(total - missing), open(...amounts)).candidates).toEqual(expected)
  })
  it('says so when there are more than twenty sets', () => {
    const explanation = explainDifference(cents(10_000), cents(9_000), open(...Array(100).fill(1_000)))
    expect([explanation.candidates.length, explanation.isComplete]).toEqual([20, false])
  })
  it('agrees with trying every set', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 9 }), fc.integer({ min: 1, max: 30 }), (amounts, missing) => {
      const instructions = open(...amounts)
      const sets = [[], ...subsets(instructions.map(({ id }) => id))].filter((set) => set.length > 0 && set.length <= 3
        && set.reduce((total, id) => total + (amounts[id - 1] ?? 0), 0) === missing)
      const { candidates, isComplete } = explainDifference(cents(missing), cents(0), instructions)
      const shown = candidates.map((set) => set.toSorted((a, b) => a - b).join())
      expect(isComplete).toBe(sets.length <= 20)
      if (isComplete) expect(shown.toSorted()).toEqual(sets.map((set) => set.join()).toSorted())
      expect(new Set(shown).size).toBe(shown.length)
    }))
  })
  it('answers for a batch of a hundred thousand', () => {
    const many = open(...Array.from({ length: 100_000 }, (_, index) => 500 + (index * 7_919) % 3_001))
    const started = performance.now()
    expect(explainDifference(cents(9_000_001), cents(8_999_000), many).candidates.length).toBe(20)
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

const subsets = ([first, ...others]: readonly number[]): number[][] =>
  first === undefined ? [] : subsets(others).flatMap((set) => [set, [first, ...set]]).concat([[first]])
