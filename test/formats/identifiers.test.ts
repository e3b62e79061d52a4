import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { endToEndId, messageId, paymentInformationId } from '../../src/formats/identifiers'
import { assertIdentifier } from '../../src/formats/sepaText'

describe('identifiers (sepa §2.2)', () => {
  it('of messages hold the date and forty random bits', () => {
    expect(messageId(day('2026-11-23'), Uint8Array.of(0, 0, 0, 0, 0))).toBe('V261123-00000000')
    expect(messageId(day('2026-11-23'), Uint8Array.of(255, 255, 255, 255, 255, 1), 'KR')).toBe('KR261123-ZZZZZZZZ')
    expect(messageId(day('2026-11-23'), Uint8Array.of(1, 2, 3, 4, 5))).toBe('V261123-04106105')
  })
  it('differ when any random byte differs', () => {
    const ids = Array.from({ length: 256 }, (_, byte) => [0, 1, 2, 3, 4].map((place) => {
      const random = new Uint8Array(5)
      random[place] = byte
      return messageId(day('2026-11-23'), random)
    })).flat()
    expect(new Set(ids).size).toBe(5 * 255 + 1)
  })
  it('of groups and instructions fit in 35 characters', () => {
    expect(assertIdentifier(paymentInformationId('V261123-7K3QX0ZD', 9_999))).toBe('V261123-7K3QX0ZD-9999')
    expect([endToEndId(1), endToEndId(999_999_999_999)]).toEqual(['C000000000001', 'C999999999999'])
  })
  it.each([0, -1, 1.5, 1e12, NaN])('come from a counter, not from %d', (sequence) => expect(() => endToEndId(sequence)).toThrow(/IDENTIFIER_INVALID/))
})
