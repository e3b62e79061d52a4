import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assertIban, formatIban, isIban, isOutsideEea, maskIban, normaliseIban } from '../../src/formats/iban'

const valid = [
  'NL91ABNA0417164300', 'NL44RABO0123456789', 'NL20INGB0001234567', 'NL69INGB0123456789', 'BE68539007547034', 'DE89370400440532013000',
  'CH9300762011623852957', 'NO9386011117947', 'MT84MALT011000012345MTLCAST001S', 'SM86U0322509800000000270100', 'RS35260005601001611379', 'MK07250120000058984',
]

describe('an IBAN (sepa §4)', () => {
  it.each(valid)('%s is valid', (iban) => expect(assertIban(iban)).toBe(iban))
  it.each([
    ['NL92ABNA0417164300', 'checksum'], ['NL71RABO0123456789', 'checksum'], ['NL91ABNA041716430', 'length'], ['NL91ABNA04171643000', 'length'],
    ['XX12ABNA0417164300', 'country'], ['', 'format'], ['NL', 'format'], ['NL91ABNA041716430０', 'format'], ['ΝL91ABNA0417164300', 'format'],
    ['NL91\u200bABNA0417164300', 'format'], ['NLı1ABNA0417164300', 'format'], ['NL91-ABNA-0417164300', 'format'],
  ])('%j is refused for its %s', (text, reason) => {
    expect(() => assertIban(text)).toThrow(expect.objectContaining({ code: 'IBAN_INVALID', params: expect.objectContaining({ reason }) }))
  })
  it('must be of a SEPA country', () => {
    expect(() => assertIban('TR330006100519786457841326')).toThrow(expect.objectContaining({ code: 'NOT_SEPA', params: { country: 'TR' } }))
  })
  it('may be typed with spaces and small letters', () => expect(normaliseIban('nl91 abna 0417\u00a01643 00')).toBe('NL91ABNA0417164300'))
  it('catches every wrong digit and every two that changed places', () => {
    fc.assert(fc.property(fc.constantFrom(...valid), fc.nat(30), fc.integer({ min: 1, max: 9 }), (iban, at, by) => {
      const place = 2 + (at % (iban.length - 3))
      const [here = '', next = ''] = iban.slice(place)
      if (/\d/.test(here)) expect(isIban(iban.slice(0, place) + ((Number(here) + by) % 10) + iban.slice(place + 1))).toBe(false)
      if (here !== next) expect(isIban(iban.slice(0, place) + next + here + iban.slice(place + 2))).toBe(false)
    }))
  })
  it('is written for people and hidden in logs', () => {
    expect(formatIban('NL91ABNA0417164300')).toBe('NL91 ABNA 0417 1643 00')
    expect([maskIban('nl91 abna 0417 1643 00'), maskIban('NL91')]).toEqual(['NL91…4300', '…'])
  })
  it.each([['CH9300762011623852957', true], ['ch93 0076', true], ['NO9386011117947', false], ['NL91ABNA0417164300', false]])(
    '%s is outside the EEA: %s', (iban, expected) => expect(isOutsideEea(iban)).toBe(expected))
})
