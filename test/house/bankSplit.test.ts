import { describe, expect, it } from 'vitest'
import { cents } from '../../src/domain/money'
import type { BankTarget } from '../../src/operations/bankTargets'
import { commandOf } from '../../views/Bank/keys'
import { leftOf, partsOf, typedOf, withRest, withTarget, type Draft } from '../../views/Bank/split'

const target = (kind: BankTarget['kind'], ids: BankTarget['ids'], amountCents: number | null = null): BankTarget => ({ kind, ids, amountCents, label: '', detail: '', name: '' })
const invoice = (open: number) => target('invoicePayment', { invoice: 1 }, open)
const ledger = target('ledger', { ledgerAccount: 2 })
const line = cents(8_000)

describe('dividing a line', () => {
  it.each([
    ['an invoice of less takes what it has open', invoice(5_000), 8_000, '50,00'],
    ['an invoice of more takes the rest', invoice(9_000), 8_000, '80,00'],
    ['an invoice that was paid too much takes the rest', invoice(-500), 8_000, '80,00'],
    ['what takes anything takes the rest', ledger, 8_000, '80,00'],
    ['a return takes its own amount, with charges left', target('return', { instruction: 3 }, -5_000), -5_300, '50,00'],
    ['a payout takes all that was paid, and the costs are left', target('payout', { payout: 4 }, 5_000), 4_930, '50,00'],
    ['money out is typed without a minus', ledger, -875, '8,75'],
  ])('%s', (_what, chosen, amount, typed) => {
    expect(withTarget(cents(amount), [], chosen)).toEqual([{ key: 0, target: chosen, typed }])
  })

  it('is complete when it is exactly the line, with costs against it', () => {
    const payout = withTarget(cents(4_930), withTarget(cents(4_930), [], target('payout', { payout: 4 }, 5_000)), ledger)
    expect(payout.map(({ typed }) => typed)).toEqual(['50,00', '-0,70'])
    expect(partsOf(cents(4_930), payout)).toEqual([{ kind: 'payout', payout: 4, amountCents: 5_000 }, { kind: 'ledger', ledgerAccount: 2, amountCents: -70 }])
  })

  it('is not complete while something is left, no amount or without a fund', () => {
    const two: readonly Draft[] = [{ key: 0, target: invoice(5_000), typed: '50,00' }, { key: 1, target: target('donation', { donor: 9 }), typed: '30' }]
    expect(leftOf(line, two)).toBe(0)
    expect(partsOf(line, two)).toBeUndefined()
    expect(leftOf(line, [{ key: 0, target: ledger, typed: 'veel' }])).toBeUndefined()
    expect(leftOf(line, [{ key: 0, target: ledger, typed: '10,50' }])).toBe(6_950)
    expect(partsOf(line, [{ key: 0, target: ledger, typed: '10,50' }])).toBeUndefined()
    expect(partsOf(line, [])).toBeUndefined()
  })

  it('puts the rest where it is asked', () => {
    const two: readonly Draft[] = [{ key: 4, target: invoice(5_000), typed: '12,34' }, { key: 7, target: ledger, typed: 'x' }]
    expect(withRest(line, two, 7).map(({ typed }) => typed)).toEqual(['12,34', '67,66'])
    expect(withRest(line, two, 4)).toBe(two)
    expect(withTarget(line, two, ledger).at(-1)?.key).toBe(8)
  })

  it.each([[1, '0,01'], [8_000, '80,00'], [-70, '-0,70'], [123_456_789, '1234567,89']])('types %i cents as %s', (amount, typed) => {
    expect(typedOf(line, cents(amount))).toBe(typed)
  })
})

describe('a key', () => {
  const bare = { ctrlKey: false, metaKey: false, altKey: false }
  it.each([['j', 'next'], ['ArrowDown', 'next'], ['K', 'previous'], ['Enter', 'open'], ['a', 'accept'], ['A', 'accept'], ['S', 'split'], ['g', 'ledger'], ['f', 'invoice'], ['d', 'donation'], ['z', 'undo'], ['/', 'search'], ['?', 'help'], ['Escape', 'close'], ['q', undefined], ['F5', undefined]])(
    '%s is %s', (key, command) => expect(commandOf({ key, ...bare })).toBe(command))
  it.each(['ctrlKey', 'metaKey', 'altKey'] as const)('with %s is of the browser', (held) => expect(commandOf({ key: 'a', ...bare, [held]: true })).toBeUndefined())
})
