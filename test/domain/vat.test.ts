import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditLines, type CreditableLine } from '../../src/domain/creditLines'
import { cents, sumCents } from '../../src/domain/money'
import { vatWithin } from '../../src/domain/vat'

describe('VAT within an amount', () => {
  it.each([
    [12_100, 'high', 2_100], [10_900, 'low', 900], [6_000, 'high', 1_041], [6_000, 'low', 495], [6_000, 'exempt', 0], [6_000, 'zero', 0],
    [1, 'high', 0], [3, 'high', 1], [-12_100, 'high', -2_100], [-3, 'high', -1], [99_999_999_999, 'high', 17_355_371_901],
  ] as const)('of %i cents at %s is %i', (amount, vat, expected) => {
    expect(vatWithin(cents(amount), vat)).toBe(expected)
  })
})

const line = (position: number, amount: number, vat: number, credited = 0, creditedVat = 0): CreditableLine =>
  ({ position, amountCents: cents(amount), vatCents: cents(vat), creditedCents: cents(credited), creditedVatCents: cents(creditedVat) })

describe('crediting lines', () => {
  it('takes back in proportion to what each line has left', () => {
    expect(creditLines([line(1, 10_000, 1_736), line(2, 5_000, 0)], cents(7_500))).toEqual([
      { position: 1, amountCents: -5_000, vatCents: -868 }, { position: 2, amountCents: -2_500, vatCents: 0 }])
    expect(creditLines([line(1, 10_000, 1_736, 10_000, 1_736), line(2, 5_000, 0)], cents(2_000))).toEqual([{ position: 2, amountCents: -2_000, vatCents: 0 }])
  })

  it.each([[0, 'CREDIT_NOTHING'], [-1, 'CREDIT_NOTHING'], [10_001, 'CREDIT_TOO_MUCH']])('refuses %i cents: %s', (amount, code) => {
    expect(() => creditLines([line(1, 10_000, 1_736)], cents(amount))).toThrow(expect.objectContaining({ code }))
  })

  it('refuses what is credited already', () => {
    expect(() => creditLines([line(1, 10_000, 1_736, 10_000, 1_736)], cents(1))).toThrow(expect.objectContaining({ code: 'INVOICE_CREDITED' }))
  })

  it('adds up, however many notes it takes: each to its amount, all to the lines and their VAT', () => {
    const amounts = fc.array(fc.tuple(fc.integer({ min: 1, max: 5_000_000_000 }), fc.constantFrom('high' as const, 'low' as const, 'exempt' as const)), { minLength: 1, maxLength: 5 })
    fc.assert(fc.property(amounts, fc.array(fc.integer({ min: 1, max: 5_000_000_000 }), { maxLength: 6 }), (given, wishes) => {
      let lines = given.map(([amount, vat], index) => line(index + 1, amount, vatWithin(cents(amount), vat)))
      for (const wish of [...wishes, Number.MAX_SAFE_INTEGER]) {
        const left = sumCents(lines.map((one) => cents(one.amountCents - one.creditedCents)))
        if (left === 0) break
        const amount = cents(Math.min(wish, left))
        const back = creditLines(lines, amount)
        expect(-sumCents(back.map((one) => one.amountCents))).toBe(amount)
        expect(back.every((one) => one.vatCents <= 0 && one.vatCents >= one.amountCents)).toBe(true)
        lines = lines.map((one) => {
          const taken = back.find(({ position }) => position === one.position)
          return taken ? { ...one, creditedCents: cents(one.creditedCents - taken.amountCents), creditedVatCents: cents(one.creditedVatCents - taken.vatCents) } : one
        })
        expect(lines.every((one) => one.creditedCents <= one.amountCents)).toBe(true)
      }
      expect(lines.map((one) => [one.creditedCents, one.creditedVatCents])).toEqual(lines.map((one) => [one.amountCents, one.vatCents]))
    }))
  })
})
