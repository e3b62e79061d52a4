import { describe, expect, it } from 'vitest'
import { cents } from '../../src/domain/money'
import { planRetries, retryRefusal, type FailedDebit } from '../../src/domain/planRetries'

const mayAgain: FailedDebit = {
  id: 1, status: 'returned', reason: 'AM04', policy: { mayRetry: true, asksIban: false }, hasOtherIban: false, amountCents: cents(2_500), invoice: 7, openCents: cents(2_500),
  mandate: 3, isOneOff: false, isMandateTaken: false, paidNow: 'activeMandate', isCreditorInUse: true, isRetried: false, isGroupBooked: true,
}
const never = { mayRetry: false, asksIban: false }

describe('why a failed debit is not tried again (R-STO-4)', () => {
  it.each([
    ['it may be', {}, undefined],
    ['it was collected', { status: 'collected' }, 'RETRY_NOT_FAILED'],
    ['it was tried again already', { isRetried: true }, 'RETRY_DONE_ALREADY'],
    ['the total of its batch has to come yet', { status: 'rejected', isGroupBooked: false }, 'RETRY_BEFORE_TOTAL'],
    ['its reason forbids it (sepa §12.1)', { reason: 'MD01', policy: never }, 'RETRY_REASON_FORBIDS'],
    ['nobody knows its reason', { reason: 'XX99', policy: undefined }, 'RETRY_REASON_UNKNOWN'],
    ['the debtor died', { paidNow: 'debtorGone' }, 'RETRY_DEBTOR_GONE'],
    ['the pledge ended before that day', { paidNow: 'pledgeEnded' }, 'RETRY_PLEDGE_ENDED'],
    ['it is paid by transfer now', { paidNow: 'transfer' }, 'RETRY_BY_TRANSFER'],
    ['somebody else pays now', { paidNow: 'otherPayer' }, 'RETRY_OTHER_PAYER'],
    ['the mandate ended', { paidNow: 'mandateEnded' }, 'RETRY_MANDATE_ENDED'],
    ['the mandate is blocked', { paidNow: 'mandateBlocked' }, 'MANDATE_BLOCKED'],
    ['its one-off mandate was used for something else', { isOneOff: true, isMandateTaken: true }, 'MANDATE_ONE_OFF'],
    ['the creditor is not in use', { isCreditorInUse: false }, 'CREDITOR_NOT_IN_USE'],
    ['a cent less is open', { openCents: cents(2_499) }, 'RETRY_NOTHING_OPEN'],
    ['a wrong reason counts before a blocked mandate', { reason: 'MD07', policy: never, paidNow: 'mandateBlocked' }, 'RETRY_REASON_FORBIDS'],
  ] as const)('%s', (_, rest, expected) => expect(retryRefusal({ ...mayAgain, ...rest })).toBe(expected))
})

describe('what of a set is tried again', () => {
  const planned = (set: readonly Partial<FailedDebit>[]) => {
    const { again, left } = planRetries(set.map((rest, index) => ({ ...mayAgain, ...rest, id: index + 1 })))
    return { again: again.map(({ id }) => id), left: left.map(({ debit, reason }) => `${debit.id} ${reason}`) }
  }

  it('goes no further for an invoice than that is open, and passes over what does not fit', () => {
    const open = { openCents: cents(6_000) }
    expect(planned([open, { ...open, amountCents: cents(4_000) }, open, { ...open, invoice: 8 }, open])).toEqual({ again: [1, 3, 4], left: ['2 RETRY_NOTHING_OPEN', '5 RETRY_NOTHING_OPEN'] })
  })

  it('uses a one-off mandate once, and each other as often as needed', () => {
    const pledge = { invoice: null, isOneOff: true }
    expect(planned([pledge, pledge, { ...pledge, mandate: 4 }, { invoice: null }, { invoice: null }])).toEqual({ again: [1, 3, 4, 5], left: ['2 MANDATE_ONE_OFF'] })
  })

  it('gives each debit exactly one fate', () => {
    const { again, left } = planned([{}, { isRetried: true }, { openCents: cents(0) }])
    expect(again.length + left.length).toBe(3)
  })
})
