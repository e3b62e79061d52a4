import { describe, expect, it } from 'vitest'
import { formerAccount, type Presented } from '../../src/domain/amendment'
import type { InstructionStatus } from '../../src/domain/instructionStatus'

/** Instructions in the order in which they were presented: account, what became of it, and whether it told of a change. */
const presented = (...given: readonly (readonly [iban: string, status: InstructionStatus, tells?: 'tells'])[]): readonly Presented[] =>
  given.map(([iban, status, tells], order) => ({ iban, reference: 'M-1', status, isAmendment: tells === 'tells', order }))

const now = (iban: string, reference = 'M-1') => ({ iban, reference })

describe('the amendment that a collection carries (sepa §7.1)', () => {
  it.each([
    ['a mandate that was never used: none, it was just overwritten', presented(), now('B'), {}],
    ['the same account: none', presented(['A', 'collected']), now('A'), {}],
    ['another account: told', presented(['A', 'collected']), now('B'), { iban: 'A' }],
    ['another reference: told', presented(['A', 'collected']), now('A', 'M-2'), { reference: 'M-1' }],
    ['another account and reference: both told', presented(['A', 'collected']), now('B', 'M-2'), { iban: 'A', reference: 'M-1' }],
    ['a former collection that is still on its way: told', presented(['A', 'submitted']), now('B'), { iban: 'A' }],
    ['told, but not settled yet: told again', presented(['A', 'collected'], ['B', 'submitted', 'tells']), now('B'), { iban: 'A' }],
    ['told and settled: not any more', presented(['A', 'collected'], ['B', 'collected', 'tells']), now('B'), {}],
    ['told, settled and then returned: was told once', presented(['A', 'collected'], ['B', 'returned', 'tells']), now('B'), {}],
    ['told, but rejected before settlement: told again', presented(['A', 'collected'], ['B', 'rejected', 'tells']), now('B'), { iban: 'A' }],
    ['changed twice before the next collection: one, from what the bank knows', presented(['A', 'collected']), now('C'), { iban: 'A' }],
    ['changed back before the next collection: none', presented(['A', 'collected']), now('A'), {}],
    ['changed again while told is under way: still from what settled', presented(['A', 'collected'], ['B', 'submitted', 'tells']), now('C'), { iban: 'A' }],
    ['changed again after told settled: from there', presented(['A', 'collected'], ['B', 'collected', 'tells']), now('C'), { iban: 'B' }],
    ['first collection ever rejected: never presented to the bank of the debtor', presented(['A', 'rejected']), now('B'), {}],
    ['what is cancelled or only planned was not presented', presented(['A', 'cancelled'], ['A', 'planned']), now('B'), {}],
    ['an old return: the account was known', presented(['A', 'returned']), now('B'), { iban: 'A' }],
  ] as const)('%s', (_what, before, current, expected) => {
    expect(formerAccount(before, current)).toEqual(expected)
  })
})
