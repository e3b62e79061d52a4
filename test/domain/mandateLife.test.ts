import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { mandateState, purgeNotBefore, type MandateFacts } from '../../src/domain/mandateLife'

const facts = (rest: Partial<MandateFacts> = {}): MandateFacts => ({ status: 'active', type: 'recurring', signedOn: day('2020-01-01'), hasCollected: false, ...rest })

describe('the life line of a mandate (sepa §7)', () => {
  it.each([
    ['last due 36 months ago', facts({ lastDueDate: day('2023-11-30') }), '2026-11-30', 'active'],
    ['last due 36 months and a day ago', facts({ lastDueDate: day('2023-11-30') }), '2026-12-01', 'dormant'],
    ['signed long ago and never used', facts({ signedOn: day('2023-01-10') }), '2026-11-21', 'dormant'],
    ['with a due date that is still to come', facts({ signedOn: day('2010-01-01'), lastDueDate: day('2027-01-31') }), '2029-12-31', 'active'],
    ['blocked', facts({ status: 'blocked', lastDueDate: day('2026-01-01') }), '2026-11-21', 'blocked'],
    ['blocked, and asleep meanwhile', facts({ status: 'blocked' }), '2026-11-21', 'blocked'],
    ['ended', facts({ status: 'terminated', type: 'oneOff', hasCollected: true }), '2026-11-21', 'terminated'],
    ['one-off and collected', facts({ type: 'oneOff', lastDueDate: day('2026-01-01'), hasCollected: true }), '2026-11-21', 'used'],
    ['one-off, of which the collection came back', facts({ type: 'oneOff', lastDueDate: day('2026-01-01') }), '2026-11-21', 'active'],
    ['one-off and collected, however it is blocked', facts({ status: 'blocked', type: 'oneOff', hasCollected: true }), '2026-11-21', 'used'],
  ] as const)('%s', (_what, given, on, expected) => {
    expect(mandateState(given, day(on))).toBe(expected)
  })
})

describe('how long the proof is kept (sepa §7)', () => {
  it.each([
    ['cancelled', '2026-11-21', undefined, '2028-01-21'],
    ['collected with after it was cancelled', '2026-11-21', '2026-12-01', '2028-02-01'],
    ['collected with long before', '2026-11-21', '2020-01-01', '2028-01-21'],
    ['that still runs', undefined, '2026-11-21', undefined],
  ])('a mandate %s', (_what, endedOn, lastDue, expected) => {
    expect(purgeNotBefore({ endedOn: endedOn === undefined ? undefined : day(endedOn), lastDueDate: lastDue === undefined ? undefined : day(lastDue) })).toBe(expected)
  })
})
