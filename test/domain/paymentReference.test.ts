import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paymentReference } from '../../src/domain/paymentReference'

/** ISO 11649 by hand: the first four characters go to the end, letters count from A is 10, and 97 leaves one. */
const isSound = (reference: string): boolean => {
  const digits = [...`${reference.slice(4)}${reference.slice(0, 4)}`].map((sign) => (/\d/.test(sign) ? sign : String(sign.charCodeAt(0) - 55))).join('')
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1
}

describe('a payment reference (ISO 11649)', () => {
  it.each([['invoice', '2026-000123', /^RF\d\dF2026000123$/], ['pledge', 1_034, /^RF\d\dT1034$/], ['donor', 7, /^RF\d\dD7$/]] as const)('of %s %s says what it is of', (kind, number, form) => {
    expect(paymentReference(kind, number)).toMatch(form)
    expect(isSound(paymentReference(kind, number))).toBe(true)
  })

  it('is sound for every number, and no longer than twenty-five characters', () => {
    fc.assert(fc.property(fc.constantFrom('invoice', 'pledge', 'donor'), fc.integer({ min: 1, max: 999_999_999_999 }), (kind, number) => {
      const reference = paymentReference(kind, number)
      expect([isSound(reference), reference.length <= 25]).toEqual([true, true])
    }))
  })

  it('is not sound with one digit changed', () => {
    fc.assert(fc.property(fc.integer({ min: 10, max: 9_999_999 }), fc.nat({ max: 1 }), (number, place) => {
      const reference = paymentReference('pledge', number)
      const at = reference.length - 1 - place
      const wrong = `${reference.slice(0, at)}${(Number(reference[at]) + 1) % 10}${reference.slice(at + 1)}`
      expect(isSound(wrong)).toBe(false)
    }))
  })
})
