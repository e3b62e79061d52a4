import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planBatches } from '../../src/domain/batchPlan'
import type { BankLimits, BatchPlan, InstructionColumns, SequenceType, UsedLimits } from '../../src/domain/debitBatch'
import { addDays, day, type LocalDate } from '../../src/domain/localDate'
import { cents } from '../../src/domain/money'
import { leastGroups } from './leastGroups'

type One = { readonly amount: number; readonly date: LocalDate; readonly sequenceType: SequenceType }
const one = (amount: number, date = '2026-12-01', sequenceType: SequenceType = 'RCUR'): One => ({ amount, date: day(date), sequenceType })
const euros = (...amounts: readonly number[]): readonly One[] => amounts.map((amount) => one(amount * 100))

function columnsOf(list: readonly One[]): InstructionColumns {
  const names = [...new Set(list.map(({ date, sequenceType }) => `${date} ${sequenceType}`))]
  return {
    kinds: names.map((name) => ({ collectionDate: day(name.slice(0, 10)), sequenceType: name.slice(11) as SequenceType })),
    kind: Uint16Array.from(list, ({ date, sequenceType }) => names.indexOf(`${date} ${sequenceType}`)),
    amountCents: Float64Array.from(list, ({ amount }) => amount),
  }
}

const plan = (list: readonly One[], limits: BankLimits = {}, used?: UsedLimits): BatchPlan => planBatches(columnsOf(list), limits, used)
const groupsIn = ({ files }: BatchPlan) => files.flatMap(({ groups }) => groups)
const amountsIn = (list: readonly One[], planned: BatchPlan) => groupsIn(planned).map(({ rows }) => [...rows].map((row) => (list[row]?.amount ?? 0) / 100))
const euroCents = (euro: number) => cents(euro * 100)

describe('A32: batches within the limits (domain §8.3, sepa §8)', () => {
  it.each<[string, readonly One[], BankLimits, number[][]]>([
    ['LIM: count 3, amount 100', euros(40, 40, 40, 10, 10, 10, 10), { batchMaxCount: 3, batchMaxAmountCents: euroCents(100) }, [[40, 40], [40, 10, 10], [10, 10]]],
    ['sepa §8: 5 x 40.00, at most 100.00', euros(40, 40, 40, 40, 40), { batchMaxAmountCents: euroCents(100) }, [[40, 40], [40, 40], [40]]],
    ['sepa §8: 5 x 40.00, at most 2', euros(40, 40, 40, 40, 40), { batchMaxCount: 2 }, [[40, 40], [40, 40], [40]]],
    ['sepa §8: exactly 100.00 fits', euros(60, 40), { batchMaxAmountCents: euroCents(100) }, [[60, 40]]],
    ['no limits: a single batch', euros(40, 40, 40), {}, [[40, 40, 40]]],
    ['zero and null are no limit', euros(40, 40), { batchMaxCount: 0, batchMaxAmountCents: null }, [[40, 40]]],
    ['fewer than a plain walk needs', euros(60, 50, 40, 50), { batchMaxAmountCents: euroCents(100) }, [[60, 40], [50, 50]]],
    ['nothing', [], { batchMaxCount: 10 }, []],
  ])('%s', (_what, list, limits, expected) => expect(amountsIn(list, plan(list, limits))).toEqual(expected))

  it.each([[2_500, 1_000, [1_000, 1_000, 500]], [1_001, 500, [500, 500, 1]]])('sepa §8: %i instructions, at most %i, in one file', (count, batchMaxCount, expected) => {
    const { files } = plan(Array.from({ length: count }, () => one(25)), { batchMaxCount })
    expect(files.map((file) => [file.count, file.groups.map(({ rows }) => rows.length)])).toEqual([[count, expected]])
  })

  it('sepa §8: 150.00 with at most 100.00 stays behind, without an empty batch, and holds up nobody', () => {
    expect(plan(euros(150), { batchMaxAmountCents: euroCents(100) })).toEqual({ files: [], left: [{ row: 0, reason: 'EXCEEDS_BATCH_LIMIT' }] })
    const list = euros(40, 150, 40)
    expect(amountsIn(list, plan(list, { batchMaxAmountCents: euroCents(100) }))).toEqual([[40, 40]])
    expect(plan(list, { instructionMaxAmountCents: euroCents(100) }).left).toEqual([{ row: 1, reason: 'EXCEEDS_INSTRUCTION_LIMIT' }])
  })

  it('sepa §8: the first and the second of December are never in one group, nor are RCUR and OOFF', () => {
    const list = [one(10), one(10), one(10, '2026-12-01', 'OOFF'), one(10, '2026-12-02')]
    expect(groupsIn(plan(list)).map(({ collectionDate, sequenceType, rows, totalCents }) => [collectionDate, sequenceType, [...rows], totalCents]))
      .toEqual([['2026-12-01', 'RCUR', [0, 1], 20], ['2026-12-01', 'OOFF', [2], 10], ['2026-12-02', 'RCUR', [3], 10]])
    expect(plan(list).files).toHaveLength(1)
    expect(plan(list, { groupsPerFile: 'one' }).files.map(({ count }) => count)).toEqual([2, 1, 1])
  })

  it('sepa §8: month limit 10,000.00 of which 9,900.00 is used: 150.00 stays behind, 100.00 goes', () => {
    const used = { days: new Map(), months: new Map([['2026-12', { count: 4, totalCents: euroCents(9_900) }]]) }
    const list = euros(150, 100, 1)
    expect(plan(list, { monthMaxAmountCents: euroCents(10_000) }, used).left).toEqual([{ row: 0, reason: 'EXCEEDS_MONTH_LIMIT' }, { row: 2, reason: 'EXCEEDS_MONTH_LIMIT' }])
    expect(plan([one(15_000, '2027-01-04')], { monthMaxAmountCents: euroCents(10_000) }, used).left).toEqual([])
  })

  it('keeps the limits of a day over its sequence types', () => {
    const list = [one(60), one(50, '2026-12-01', 'OOFF'), one(40, '2026-12-01', 'OOFF'), one(50, '2026-12-02')]
    expect(plan(list, { dayMaxAmountCents: cents(100) }).left).toEqual([{ row: 1, reason: 'EXCEEDS_DAY_LIMIT' }])
    expect(plan(list, { dayMaxCount: 2 }).left).toEqual([{ row: 2, reason: 'EXCEEDS_DAY_LIMIT' }])
  })

  it('fills files up to what the bank takes in one, and splits a batch that is larger', () => {
    const list = Array.from({ length: 10 }, () => one(1))
    expect(plan(list, { fileMaxCount: 4 }).files.map(({ count }) => count)).toEqual([4, 4, 2])
    expect(plan(list, { fileMaxCount: 7, batchMaxCount: 3 }).files.map(({ groups }) => groups.map(({ rows }) => rows.length))).toEqual([[3, 3], [3, 1]])
  })
})

describe('any plan (10,000 random lists and limits)', () => {
  const limit = (max: number) => fc.option(fc.integer({ min: 1, max }), { nil: undefined })
  const anyOne = fc.record({ amount: fc.oneof(fc.integer({ min: 1, max: 20_000 }), fc.constantFrom(500, 1_000, 1_250, 2_500, 4_500, 6_000)), daysOn: fc.integer({ min: 0, max: 40 }), isOneOff: fc.integer({ min: 0, max: 9 }) })
  const anyList = fc.oneof({ weight: 4, arbitrary: fc.array(anyOne, { maxLength: 40 }) }, { weight: 1, arbitrary: fc.array(anyOne, { minLength: 100, maxLength: 300 }) }, { weight: 3, arbitrary: fc.array(anyOne.map((item) => ({ ...item, daysOn: 0, isOneOff: 0 })), { maxLength: 80 }) })
    .map((items) => items.map(({ amount, daysOn, isOneOff }) => one(amount, addDays(day('2026-12-01'), daysOn), isOneOff === 0 ? 'OOFF' : 'RCUR')).toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)))
  const anyLimits: fc.Arbitrary<BankLimits> = fc.record({
    instructionMaxAmountCents: limit(25_000), batchMaxCount: limit(30), batchMaxAmountCents: limit(60_000), dayMaxCount: limit(60), dayMaxAmountCents: limit(200_000),
    monthMaxCount: limit(200), monthMaxAmountCents: limit(1_000_000), fileMaxCount: limit(100), groupsPerFile: fc.constantFrom('several' as const, 'one' as const),
  }).map((limits) => limits as BankLimits)

  it('collects everything that can be, breaks no limit, adds up, needs at most one batch more than the bound of each kind, and is the same again', () => {
    fc.assert(fc.property(anyList, anyLimits, (list, limits) => {
      const planned = plan(list, limits)
      const groups = groupsIn(planned)
      expect([...groups.flatMap(({ rows }) => [...rows]), ...planned.left.map(({ row }) => row)].toSorted((a, b) => a - b)).toEqual(list.map((_, row) => row))
      for (const { rows, totalCents, collectionDate, sequenceType } of groups) {
        expect(totalCents).toBe([...rows].reduce((sum, row) => sum + (list[row]?.amount ?? 0), 0))
        expect([...rows].every((row) => list[row]?.date === collectionDate && list[row]?.sequenceType === sequenceType)).toBe(true)
        expect([...rows]).toEqual([...rows].toSorted((a, b) => a - b))
        expect(rows.length).toBeLessThanOrEqual(Math.min(limits.batchMaxCount ?? Infinity, limits.fileMaxCount ?? Infinity))
        expect(totalCents).toBeLessThanOrEqual(limits.batchMaxAmountCents ?? Infinity)
      }
      for (const file of planned.files) {
        expect(file.count).toBe(file.groups.reduce((sum, { rows }) => sum + rows.length, 0))
        expect(file.totalCents).toBe(file.groups.reduce((sum, { totalCents }) => sum + totalCents, 0))
        expect(file.count).toBeLessThanOrEqual(limits.fileMaxCount ?? Infinity)
        if (limits.groupsPerFile === 'one') expect(file.groups).toHaveLength(1)
      }
      const batched = groups.flatMap(({ rows }) => [...rows])
      const sumWhere = (isIn: (item: One) => boolean) => {
        const amounts = batched.flatMap((row) => (list[row] && isIn(list[row]) ? list[row].amount : []))
        return { count: amounts.length, total: amounts.reduce((sum, amount) => sum + amount, 0) }
      }
      for (const { row, reason } of planned.left) {
        const item = list[row] ?? one(0)
        const onDay = sumWhere(({ date }) => date === item.date)
        const inMonth = sumWhere(({ date }) => date.slice(0, 7) === item.date.slice(0, 7))
        const breaks = {
          EXCEEDS_INSTRUCTION_LIMIT: item.amount > (limits.instructionMaxAmountCents ?? Infinity),
          EXCEEDS_BATCH_LIMIT: item.amount > (limits.batchMaxAmountCents ?? Infinity),
          EXCEEDS_DAY_LIMIT: onDay.count >= (limits.dayMaxCount ?? Infinity) || onDay.total + item.amount > (limits.dayMaxAmountCents ?? Infinity),
          EXCEEDS_MONTH_LIMIT: inMonth.count >= (limits.monthMaxCount ?? Infinity) || inMonth.total + item.amount > (limits.monthMaxAmountCents ?? Infinity),
        }
        expect(breaks[reason]).toBe(true)
      }
      for (const members of Map.groupBy(groups, ({ collectionDate, sequenceType }) => `${collectionDate} ${sequenceType}`).values()) {
        const amounts = members.flatMap(({ rows }) => [...rows].map((row) => list[row]?.amount ?? 0))
        const bound = leastGroups(amounts, Math.min(limits.batchMaxCount ?? Infinity, limits.fileMaxCount ?? Infinity), limits.batchMaxAmountCents ?? Infinity)
        expect(members.length).toBeLessThanOrEqual(bound + 1)
      }
      expect(plan(list, limits)).toEqual(planned)
    }), { numRuns: 10_000, seed: 20_261_122 })
  })
})
