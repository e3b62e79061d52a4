import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assertIdentifier, sepaName, sepaRemittance } from '../../src/formats/sepaText'

describe('a name in the SEPA character set (sepa §2.1)', () => {
  it.each([
    ['Zoë & Søn "De Brug"_NL', "Zoe + Son 'De Brug'-NL"], ['Müller', 'Muller'], ['Łukasz Đorđević', 'Lukasz Dordevic'], ['Þór Straße', 'THor Strasse'],
    ['ЮРИЙ', 'IURII'], ['Юрий Гагарин', 'Iurii Gagarin'], ['Ξενοφών', 'Xenofon'], ['a\tb\nc', 'a b c'], ['  Jan   de Vries ', 'Jan de Vries'],
    ['“Huis” ‘t Œuvre…', "'Huis' 't OEuvre..."], ['A@B; C*D#E|F €5', 'A(at)B, C.D.E.F EUR5'], ['Jan 👍 Smit', 'Jan Smit'], ['<b>', '(b)'],
  ])('%j is written %j', (name, expected) => expect(sepaName(name)).toBe(expected))

  it.each(['', '   ', '漢字', '👍', '\u200b'])('%j would leave nothing', (name) => {
    expect(() => sepaName(name)).toThrow(expect.objectContaining({ code: 'NAME_EMPTY_AFTER_TRANSLITERATION' }))
  })
  it('holds nothing but allowed characters, and stays what it is when written again', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const written = sepaRemittance(text)
      expect(written).toMatch(/^[a-zA-Z0-9/\-?:().,'+ ]{0,140}$/)
      expect(written).toBe(written.trim())
      expect(sepaRemittance(written)).toBe(written)
    }))
  })
  it('is cut off at its length', () => {
    expect(sepaName('x'.repeat(200))).toHaveLength(70)
    expect(sepaRemittance('é'.repeat(200))).toBe('e'.repeat(140))
  })
})

describe('an identifier', () => {
  it.each(['M-2024-00017', 'C000000000001', "A/B?:().,'+ C", 'x'.repeat(35)])('%s is good', (id) => expect(assertIdentifier(id)).toBe(id))
  it.each(['', '//A', '/A', 'A/', 'A//B', 'é', 'a_b', ' A', 'A ', 'A\nB', 'x'.repeat(36), '0b8f7ae4-2a52-4a5e-9a5e-0b8f7ae42a52'])('%j is refused, not changed', (id) => {
    expect(() => assertIdentifier(id)).toThrow(expect.objectContaining({ code: 'IDENTIFIER_INVALID' }))
  })
})
