import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planBatches, type BatchableInstruction, type SequenceType } from '../../src/domain/debitBatch'
import { addDays, day } from '../../src/domain/localDate'
import { cents, sumCents } from '../../src/domain/money'

const instruction = (id: number, amount: number, collectionDate = '2026-12-01', sequenceType: SequenceType = 'RCUR'): BatchableInstruction =>
  ({ id, amountCents: cents(amount), collectionDate: day(collectionDate), sequenceType })
const list = (...amounts: number[]) => amounts.map((amount, index) => instruction(index + 1, amount))
const limits = (maxCount: number | undefined, maxAmount: number | undefined) =>
  ({ maxCount, maxAmountCents: maxAmount === undefined ? undefined : cents(maxAmount) })
const amountsOf = (plan: ReturnType<typeof planBatches>) =>
  plan.batches.map(({ groups }) => groups.flatMap(({ instructions }) => instructions.map(({ amountCents }) => amountCents)))

describe('batches within the limits (domain §8.3, sepa §8)', () => {
  it.each([
    [[40, 40, 40, 10, 10, 10, 10], 3, 100, [[40, 40], [40, 10, 10], [10, 10]]],
    [[40, 40, 40, 40, 40], undefined, 100, [[40, 40], [40, 40], [40]]],
    [[40, 40, 40, 40, 40], 2, undefined, [[40, 40], [40, 40], [40]]],
    [[60, 40], undefined, 100, [[60, 40]]],
    [[100], undefined, 100, [[100]]],
    [[40, 40, 40], undefined, undefined, [[40, 40, 40]]],
    [[40, 40, 40], 0, 0, [[40, 40, 40]]],
    [[40, 150, 40], undefined, 100, [[40, 40]]],
    [[150], undefined, 100, []],
    [[], 10, 100, []],
  ])('%j, at most %s and %s, become %j', (amounts, maxCount, maxAmount, expected) => {
    expect(amountsOf(planBatches(list(...amounts), limits(maxCount, maxAmount)))).toEqual(expected)
  })

  it.each([[2_500, 1_000, [1_000, 1_000, 500]], [1_001, 500, [500, 500, 1]]])('%i instructions, %i a batch', (count, maxCount, expected) => {
    expect(planBatches(list(...Array(count).fill(25)), limits(maxCount, undefined)).batches.map((batch) => batch.count)).toEqual(expected)
  })
  it('leaves what never fits with its reason', () => {
    const tooLarge = instruction(2, 150)
    expect(planBatches([instruction(1, 40), tooLarge], limits(undefined, 100)).left).toEqual([{ instruction: tooLarge, reason: 'EXCEEDS_BATCH_LIMIT' }])
  })
})

describe('groups in a batch', () => {
  it('hold one collection date and one sequence type', () => {
    const plan = planBatches([
      instruction(4, 10, '2026-12-02'), instruction(3, 10, '2026-12-01', 'OOFF'), instruction(2, 10), instruction(1, 10),
    ], {})
    expect(plan.batches[0]?.groups.map((group) => [group.collectionDate, group.sequenceType, group.instructions.map(({ id }) => id), group.totalCents]))
      .toEqual([['2026-12-01', 'RCUR', [1, 2], 20], ['2026-12-01', 'OOFF', [3], 10], ['2026-12-02', 'RCUR', [4], 10]])
    expect(plan.batches[0]).toMatchObject({ count: 4, totalCents: 40 })
  })
})

describe('any plan', () => {
  const anyInstruction = fc.record({ amount: fc.integer({ min: 1, max: 200 }), daysOn: fc.integer({ min: 0, max: 3 }), isOneOff: fc.boolean() })
  const anyList = fc.array(anyInstruction, { maxLength: 60 }).map((items) => items.map(({ amount, daysOn, isOneOff }, index) =>
    instruction(index, amount, addDays(day('2026-12-01'), daysOn), isOneOff ? 'OOFF' : 'RCUR')))

  it('gives every instruction one fate, stays within the limits and does not depend on the order of the list', () => {
    fc.assert(fc.property(anyList, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 50, max: 400 }), (instructions, maxCount, maxAmount) => {
      const plan = planBatches(instructions, limits(maxCount, maxAmount))
      const groups = plan.batches.flatMap((batch) => batch.groups)
      const placed = groups.flatMap((group) => group.instructions)
      expect([...placed, ...plan.left.map((left) => left.instruction)].map(({ id }) => id).toSorted((a, b) => a - b))
        .toEqual(instructions.map(({ id }) => id))
      for (const batch of plan.batches) {
        expect(batch.count).toBeGreaterThan(0)
        expect(batch.count).toBeLessThanOrEqual(maxCount)
        expect(batch.totalCents).toBeLessThanOrEqual(maxAmount)
        expect(sumCents(batch.groups.map(({ totalCents }) => totalCents))).toBe(batch.totalCents)
      }
      for (const group of groups) {
        expect(group.instructions.every((member) => member.collectionDate === group.collectionDate && member.sequenceType === group.sequenceType)).toBe(true)
      }
      expect(planBatches(instructions.toReversed(), limits(maxCount, maxAmount))).toEqual(plan)
    }))
  })
})
