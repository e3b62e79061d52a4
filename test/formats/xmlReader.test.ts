import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../../src/domain/domainError'
import { readCamt053 } from '../../src/formats/camt053'
import { decodeXml } from '../../src/formats/xmlEncoding'
import { camt053, details, ntry } from './camtFixtures'
import { howMany } from '../setup/howMany'

const codeOf = (file: string): string | undefined => {
  try {
    readCamt053(file)
    return undefined
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

describe('hostile XML', () => {
  const laughs = Array.from({ length: 10 }, (_, i) => `<!ENTITY l${i} "${`&l${i - 1};`.repeat(10)}">`).join('\n')
  it.each([
    ['a billion laughs', `<?xml version="1.0"?>\n<!DOCTYPE lolz [\n${laughs}\n]>\n<Document>&l9;</Document>`, 'XML_DOCTYPE'],
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'XML_DOCTYPE'],
    ['an external subset', '<!DOCTYPE a SYSTEM "http://localhost/x.dtd"><a/>', 'XML_DOCTYPE'],
    ['an unknown entity', '<a>&x;</a>', 'XML_INVALID'],
    ['a million nested elements', '<a>'.repeat(1_000_000), 'XML_TOO_DEEP'],
    ['a million attributes', `<a ${Array.from({ length: 1_000_000 }, (_, i) => `a${i}=""`).join(' ')}/>`, 'XML_TOO_LARGE'],
    ['endless text', camt053(ntry('1.00', details(`<AddtlTxInf>${'x'.repeat(5_000_000)}</AddtlTxInf>`))), 'XML_TOO_LARGE'],
    ['endless text in pieces', camt053(ntry('1.00', details(`<AddtlTxInf>${'x<!-- -->'.repeat(1_200_000)}</AddtlTxInf>`))), 'XML_TOO_LARGE'],
    ['endless numeric references', camt053(ntry('1.00', details(`<AddtlTxInf>${'&#49;'.repeat(1_200_000)}</AddtlTxInf>`))), 'XML_TOO_LARGE'],
    ['nothing', '', 'XML_INVALID'], ['no XML', 'hello', 'XML_INVALID'], ['two roots', '<a/><b/>', 'XML_INVALID'], ['a stray end', '<a></b>', 'XML_INVALID'],
  ])('%s is refused', (_, file, expected) => expect(codeOf(file)).toBe(expected))

  it('names the line of a DOCTYPE and of a mistake', () => {
    expect(() => readCamt053('<?xml version="1.0"?>\n<!DOCTYPE a [\n<!ENTITY x "y">\n]>\n<a/>')).toThrow(expect.objectContaining({ params: { line: 2 } }))
    expect(() => readCamt053('<a>\n  <b>\n</a>')).toThrow(expect.objectContaining({ code: 'XML_INVALID', params: expect.objectContaining({ line: 3, column: 4 }) }))
  })
  it('is refused wherever the file is cut off', () => {
    const file = camt053(ntry('1.00', details('<RmtInf><Ustrd>é &amp; 👍</Ustrd></RmtInf>'))).trim()
    for (let length = 0; length < file.length; length += 1) {
      if (codeOf(file.slice(0, length)) !== 'XML_INVALID') expect.fail(`Cut off at ${length} it was not refused`)
    }
  })
  it('is read or refused, whatever character is changed', () => {
    const file = camt053(ntry('1.00', details('<Refs><EndToEndId>C1</EndToEndId></Refs>')) + ntry('-5.00'))
    const anyChange = fc.tuple(fc.nat(file.length - 1), fc.constantFrom('<', '>', '&', '"', '/', '!', '-', '9', 'e', '.', ' ', '\0', '\ud800', 'é', ''))
    fc.assert(fc.property(fc.array(anyChange, { minLength: 1, maxLength: 4 }), (changes) => {
      const changed = changes.reduce((text, [at, character]) => text.slice(0, at) + character + text.slice(at + 1), file)
      expect(typeof (codeOf(changed) ?? 'read')).toBe('string')
    }), { numRuns: howMany(2_000, 20_000) })
  })
})

describe('decodeXml', () => {
  const text = '<?xml version="1.0" encoding="ENCODING"?><a>é€</a>'
  it.each([
    ['UTF-8', Buffer.from(text.replace('ENCODING', 'UTF-8'))],
    ['UTF-8', Buffer.from(`\ufeff${text.replace('ENCODING', 'UTF-8')}`)],
    ['utf-16', Buffer.from(`\ufeff${text.replace('ENCODING', 'utf-16')}`, 'utf16le')],
    ['windows-1252', Buffer.concat([Buffer.from('<?xml version="1.0" encoding="windows-1252"?><a>'), Buffer.of(0xe9, 0x80), Buffer.from('</a>')])],
  ])('reads %s', (_, bytes) => expect(decodeXml(bytes)).toContain('<a>é€</a>'))
  it('refuses bytes that are not in the encoding they claim', () => {
    expect(() => decodeXml(Buffer.of(0x3c, 0x61, 0xff, 0xfe))).toThrow(expect.objectContaining({ code: 'XML_ENCODING' }))
    expect(() => decodeXml(Buffer.from('<?xml version="1.0" encoding="klingon"?><a/>'))).toThrow(expect.objectContaining({ code: 'XML_ENCODING', params: { encoding: 'klingon' } }))
  })
})
