import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../../src/domain/domainError'
import { cents, euroAmount, formatEuro, parseEuro, splitEvenly, sumCents } from '../../src/domain/money'

const anyCents = fc.integer({ min: -1e12, max: 1e12 }).map(cents)

describe('cents', () => {
  it.each([0.5, NaN, Infinity, 2 ** 53])('refuses %s', (value) => {
    expect(() => cents(value)).toThrow(expect.objectContaining({ code: 'AMOUNT_INVALID' }))
  })
  it('knows no negative zero', () => expect(Object.is(cents(-0), 0)).toBe(true))
})

describe('parseEuro', () => {
  it.each([
    ['100.00', 10_000], ['100,00', 10_000], ['100', 10_000], ['7,5', 750], ['0.05', 5],
    ['1.234,56', 123_456], ['1,234.56', 123_456], ['1.234.567', 123_456_700], ['1.234.567,89', 123_456_789],
    ['-25,00', -2_500], ['+25', 2_500], ['€ 1.234,56', 123_456], ['€ -5', -500], ['-€5', -500], [' 12.30 ', 1_230], ['0019.99', 1_999],
  ])('reads %s as %i cents', (text, expected) => expect(parseEuro(text)).toBe(expected))

  it.each(['', '-', '€', '1.005', '1.234', '1,234', '1e3', '0x10', 'NaN', '1.23.4', '1..2', '--1', '1,2,3', '12.345,6.7', '٣', '99999999999999999'])(
    'refuses %j', (text) => expect(() => parseEuro(text)).toThrow(DomainError))

  it('reads back what it writes', () => {
    fc.assert(fc.property(anyCents, (amount) => {
      expect(parseEuro(euroAmount(amount))).toBe(amount)
      expect(parseEuro(formatEuro(amount, 'nl'))).toBe(amount)
      expect(parseEuro(formatEuro(amount, 'en'))).toBe(amount)
    }))
  })
})

describe('an amount in words', () => {
  it.each([
    [123_456, '€ 1.234,56', '€1,234.56', '1234.56'],
    [1_999, '€ 19,99', '€19.99', '19.99'],
    [521_600, '€ 5.216,00', '€5,216.00', '5216.00'],
    [-5, '€ -0,05', '-€0.05', '-0.05'],
    [0, '€ 0,00', '€0.00', '0.00'],
  ])('%i cents is %s, %s and %s', (amount, nl, en, machine) => {
    expect([formatEuro(cents(amount), 'nl'), formatEuro(cents(amount), 'en'), euroAmount(cents(amount))]).toEqual([nl, en, machine])
  })
  it('adds ten times ten cents to exactly one euro', () => expect(euroAmount(sumCents(Array(10).fill(cents(10))))).toBe('1.00'))
})

describe('splitEvenly', () => {
  it('adds up, and no part differs more than a cent from another', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 60 }), (amount, count) => {
      const parts = splitEvenly(cents(amount), count)
      expect(parts).toHaveLength(count)
      expect(sumCents(parts)).toBe(amount)
      expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1)
      expect(parts).toEqual(parts.toSorted((a, b) => b - a))
    }))
  })
})
