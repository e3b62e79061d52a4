import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharedDays, without, type Span } from '../../src/domain/daySpans'
import { DomainError } from '../../src/domain/domainError'
import { addDays, day, type LocalDate } from '../../src/domain/localDate'
import { organAncestry, type OrganPlacement } from '../../src/domain/organAncestry'
import { periodChanges, type PeriodChange } from '../../src/domain/periodChanges'
import { correctPeriods, type Correction, type KnownPeriod } from '../../src/domain/periodCorrection'

const [province, municipality, branch, other] = [1, 2, 3, 4]
const today = day('2026-06-01')
const always = { from: day('2020-01-01'), to: null }
const placed = (organ: number, parent: number | null, from = '2020-01-01', to: string | null = null): OrganPlacement => ({ organ, parent, from: day(from), to: to === null ? null : day(to) })

/** The branch moved from the municipality to the other one on 1 March 2026. */
const tree = organAncestry([province, municipality, branch, other].map((organ) => ({ organ, ...always })), [
  placed(province, null), placed(municipality, province), placed(other, province),
  placed(branch, municipality, '2020-01-01', '2026-03-01'), placed(branch, other, '2026-03-01'),
])
const period = (id: number, organ: number | null, start: string, end: string | null = null, counted: string | null = null): KnownPeriod =>
  ({ id, organ, startDate: day(start), endDate: end === null ? null : day(end), countedFromDate: counted === null ? null : day(counted) })
const shown = (periods: readonly KnownPeriod[], organ: number | null) =>
  periods.filter((one) => one.organ === organ).map(({ startDate, endDate }) => `${startDate} ${endDate ?? 'open'}`).sort()
const correct = (known: readonly KnownPeriod[], correction: Correction) => correctPeriods(known, correction, { tree, today })
const refusal = (known: readonly KnownPeriod[], correction: Correction): string => {
  try {
    correct(known, correction)
    return 'accepted'
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

describe('adding a period', () => {
  it('makes a member of everything above as well, as the tree was on each day', () => {
    const after = correct([], { action: 'add', organ: branch, startDate: day('2026-02-01'), endDate: day('2026-04-01') })
    expect(shown(after, branch)).toEqual(['2026-02-01 2026-04-01'])
    expect(shown(after, municipality)).toEqual(['2026-02-01 2026-03-01'])
    expect(shown(after, other)).toEqual(['2026-03-01 2026-04-01'])
    expect(shown(after, province)).toEqual(['2026-02-01 2026-04-01'])
    expect(shown(after, null)).toEqual(['2026-02-01 2026-04-01'])
  })

  it('swallows what it touches or overlaps: one period, that keeps its id and runs on', () => {
    const known = [period(7, null, '2025-01-01', '2025-03-01'), period(8, null, '2025-06-01')]
    const after = correct(known, { action: 'add', organ: null, startDate: day('2025-03-01'), endDate: day('2025-06-01') })
    expect(after).toEqual([period(8, null, '2025-01-01')])
    expect(periodChanges(known, after).map(({ kind }) => kind)).toEqual(['removed', 'changed'])
  })

  it('is not for days on which the organ did not exist', () => {
    expect(refusal([], { action: 'add', organ: branch, startDate: day('2019-12-31'), endDate: day('2020-02-01') })).toBe('CORRECTION_OUTSIDE_ORGAN')
  })
})

describe('changing a period', () => {
  const known = [period(1, null, '2025-01-01'), period(2, province, '2025-01-01'), period(3, branch, '2025-01-01')]
  const change = (id: number, startDate: string, rest: Partial<Extract<Correction, { action: 'change' }>> = {}): Correction =>
    ({ action: 'change', id, startDate: day(startDate), endDate: null, countedFromDate: null, ...rest })

  it('to an earlier start takes along what is above', () => {
    const after = correct(known, change(3, '2024-01-01'))
    expect([null, province, branch].map((organ) => shown(after, organ))).toEqual([['2024-01-01 open'], ['2024-01-01 open'], ['2024-01-01 open']])
    expect(shown(after, municipality)).toEqual(['2024-01-01 2025-01-01'])
  })

  it('to a later start takes along what is below', () => {
    const after = correct(known, change(1, '2025-07-01'))
    expect([null, province, branch].map((organ) => shown(after, organ))).toEqual([['2025-07-01 open'], ['2025-07-01 open'], ['2025-07-01 open']])
  })

  it('gives it an earlier day to count from, and what was above all the while with it', () => {
    const after = correct(known, change(3, '2025-01-01', { countedFromDate: day('2001-06-15') }))
    expect(after.map(({ id, countedFromDate }) => ({ id, countedFromDate })).sort((one, next) => one.id - next.id)).toEqual([1, 2, 3].map((id) => ({ id, countedFromDate: '2001-06-15' })))
  })

  it('that is over, to quite other days, is another period', () => {
    const closed = [period(5, null, '2025-01-01', '2025-02-01')]
    const after = correct(closed, change(5, '2025-05-01', { endDate: day('2025-06-01') }))
    expect(periodChanges(closed, after).map(({ kind }) => kind)).toEqual(['removed', 'added'])
  })

  it.each([
    ['an end for what still runs', change(1, '2025-01-01', { endDate: day('2025-12-01') }), 'CORRECTION_OPEN_END'],
    ['a start that is yet to come', change(1, '2026-06-02'), 'CORRECTION_IN_FUTURE'],
    ['a day to count from after the start', change(1, '2025-01-01', { countedFromDate: day('2025-01-02') }), 'CORRECTION_COUNTED_FROM_LATE'],
    ['a period that is not there', change(99, '2025-01-01'), 'CORRECTION_MEMBERSHIP_UNKNOWN'],
    ['the removal of what still runs', { action: 'remove', id: 1 } as const, 'CORRECTION_OPEN_END'],
  ])('refuses %s', (_what, correction, code) => expect(refusal(known, correction)).toBe(code))

  it('leaves an end to what has ended', () => {
    expect(refusal([period(5, null, '2025-01-01', '2025-02-01')], change(5, '2025-01-01'))).toBe('CORRECTION_END_REQUIRED')
  })
})

it('removing a period removes what was below on those days, and cuts in two what stood there for a while', () => {
  const known = [period(1, municipality, '2025-01-01', '2025-03-01'), period(2, branch, '2025-01-01'), period(3, null, '2025-01-01')]
  const after = correct(known, { action: 'remove', id: 1 })
  expect([shown(after, municipality), shown(after, branch), shown(after, null)]).toEqual([[], ['2025-03-01 open'], ['2025-01-01 open']])
})

describe('any corrections, one after the other', () => {
  const nodes = [null, province, municipality, branch, other] as const
  const date = fc.nat(900).map((count) => addDays(day('2024-01-01'), count))
  const step = fc.record({ action: fc.constantFrom('add', 'change', 'remove'), organ: fc.constantFrom(...nodes), pick: fc.nat(30), one: date, next: date, counted: fc.option(date) })
  type Step = { readonly action: string; readonly organ: number | null; readonly pick: number; readonly one: LocalDate; readonly next: LocalDate; readonly counted: LocalDate | null }
  const start: readonly KnownPeriod[] = [period(1, null, '2024-06-01'), period(2, province, '2024-06-01'), period(3, municipality, '2024-06-01'), period(4, null, '2024-02-01', '2024-03-01')]

  const correctionOf = ({ action, organ, pick, one, next, counted }: Step, known: readonly KnownPeriod[]): Correction => {
    const [from, to] = one < next ? [one, next] : [next, one]
    const target = known[pick % known.length]
    if (action === 'add' || !target) return { action: 'add', organ, startDate: from, endDate: to }
    if (action === 'remove') return { action: 'remove', id: target.id }
    return { action: 'change', id: target.id, startDate: from, endDate: target.endDate === null ? null : to, countedFromDate: counted !== null && counted <= from ? counted : null }
  }
  const spans = (periods: readonly KnownPeriod[], organ: number | null): readonly Span[] => periods.filter((one) => one.organ === organ).map(({ startDate, endDate }) => ({ from: startDate, to: endDate }))

  const holds = (periods: readonly KnownPeriod[]): void => {
    expect(new Set(periods.map(({ id }) => id)).size).toBe(periods.length)
    for (const node of nodes) {
      const own = spans(periods, node)
      own.forEach((span, index) => expect(sharedDays([span], own.toSpliced(index, 1))).toEqual([]))
      if (node === null) continue
      for (const kin of tree.above(node)) expect(without(sharedDays(own, kin.days), spans(periods, kin.organ))).toEqual([])
      expect(without(own, spans(periods, null))).toEqual([])
    }
    for (const { startDate, countedFromDate } of periods) expect(countedFromDate === null || countedFromDate < startDate).toBe(true)
  }

  /** What was known, from what is and what was written down. */
  const undone = (after: readonly KnownPeriod[], changes: readonly PeriodChange[]): readonly KnownPeriod[] => {
    const was = new Map(changes.flatMap((change) => (change.kind === 'added' ? [] : [[change.id, { id: change.id, organ: change.organ, ...change.before }] as const])))
    const added = changes.filter(({ kind }) => kind === 'added')
    const kept = after.filter((one) => !was.has(one.id) && !added.some((change) => change.kind === 'added' && change.organ === one.organ && change.after.startDate === one.startDate && change.after.endDate === one.endDate))
    return [...kept, ...was.values()].sort((one, next) => one.id - next.id)
  }

  it('leave no overlap, a member of everything above on every day, and a list that leads back', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      let [known, nextId] = [[...start], 100]
      for (const one of steps) {
        const correction = correctionOf(one, known)
        if (refusal(known, correction) !== 'accepted') continue
        const after = correct(known, correction)
        holds(after)
        expect(undone(after, periodChanges(known, after))).toEqual([...known].sort((first, next) => first.id - next.id))
        expect(after.filter(({ endDate }) => endDate === null).length).toBe(known.filter(({ endDate }) => endDate === null).length)
        known = after.map((one) => (one.id < 0 ? { ...one, id: (nextId += 1) } : one))
      }
    }))
  })
})
