import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../../src/domain/domainError'
import { checkPain008, pain008Checker } from '../../src/formats/pain008Check'
import { piecesOf } from '../../src/formats/xmlReader'
import { howMany } from '../setup/howMany'
import { group, instruction, message, swiss, written } from './debitMessages'
import { ownSchemaCheck, schemaCheck } from './xsd'

const good = written(message(group([instruction(1), instruction(2)])))

/** What the checker calls wrong, given the file in pieces; undefined for a good one. */
function wrongIn(xml: string, pieceLength = xml.length || 1): string | number | undefined {
  try {
    checkPain008(piecesOf(xml, pieceLength))
  } catch (error) {
    if (error instanceof DomainError) return error.params['what'] ?? error.code
    throw error
  }
  return undefined
}

describe('checkPain008', () => {
  it.each([
    ['NbOfTxs', '<NbOfTxs>2</NbOfTxs>', '<NbOfTxs>3</NbOfTxs>'], ['CtrlSum', '<CtrlSum>50.00</CtrlSum>', '<CtrlSum>50.01</CtrlSum>'],
    ['CtrlSum', '<CtrlSum>50.00</CtrlSum>', ''], ['InstdAmt', '>25.00</InstdAmt>', '>25.0</InstdAmt>'], ['InstdAmt', '>25.00</InstdAmt>', '>0.00</InstdAmt>'],
    ['InstdAmt', '>25.00</InstdAmt>', '>1000000000.00</InstdAmt>'], ['InstdAmt', '>25.00</InstdAmt>', '>1.005</InstdAmt>'], ['InstdAmt', 'Ccy="EUR"', 'Ccy="USD"'],
    ['EndToEndId', 'C000000000002', 'C000000000001'], ['EndToEndId', 'C000000000002', '/C2'], ['EndToEndId', 'C000000000002', 'x'.repeat(36)],
    ['empty', 'J. de Vries', ''], ['empty', '<Nm>J. de Vries</Nm>', '<Nm/>'], ['Nm', 'J. de Vries', 'Zoë'], ['Nm', 'J. de Vries', 'x'.repeat(71)], ['Nm', 'J. de Vries', 'a  b'],
    ['Ustrd', 'Contributie 2026', 'x'.repeat(141)], ['MndtId', '<MndtId>M-2024-00001</MndtId>', ''], ['Purp', '<RmtInf>', '<Purp><Cd>CHAR</Cd></Purp><RmtInf>'],
    ['Othr', '<Othr><Id>NOTPROVIDED</Id></Othr>', '<BICFI>INGBNL2A</BICFI><Othr><Id>NOTPROVIDED</Id></Othr>'], ['DrctDbtTxInf', '<DrctDbtTx>', 'x<DrctDbtTx>'],
    ['Id', '<Id>NOTPROVIDED</Id>', '<Id>ANY</Id>'], ['AmdmntInfDtls', '</DtOfSgntr>', '</DtOfSgntr><AmdmntInd>true</AmdmntInd>'], ['SeqTp', '>RCUR<', '>FRST<'],
    ['AmdmntInfDtls', '</DtOfSgntr>', '</DtOfSgntr><AmdmntInd>true</AmdmntInd><AmdmntInfDtls/>'], ['DtOfSgntr', '2024-03-01', '2024-02-30'],
    ['IBAN', '</DtOfSgntr>', '</DtOfSgntr><AmdmntInd>true</AmdmntInd><AmdmntInfDtls><OrgnlDbtrAcct><Id><IBAN>SMNDA</IBAN></Id></OrgnlDbtrAcct></AmdmntInfDtls>'],
    ['CreDtTm', '09:15:00', '09:15:00Z'], ['CreDtTm', '09:15:00', '09:15:00.000'], ['Document', 'pain.008.001.08', 'pain.008.001.09'], ['BICFI', 'pain.008.001.08', 'pain.008.001.02'],
    ['UNSTRUCTURED_ADDRESS', '<Nm>J. de Vries</Nm>', '<Nm>J</Nm><PstlAdr><AdrLine>x</AdrLine></PstlAdr>'],
    ['XML_INVALID', '</DrctDbtTxInf></PmtInf>', '</DrctDbtTxInf>'],
  ])('finds a wrong %s where %s becomes %s', (what, right, wrong) => expect(wrongIn(good.replace(right, wrong))).toBe(what))

  it('finds a group total that only the file has right', () => {
    const lastSum = good.lastIndexOf('<CtrlSum>50.00')
    expect(() => checkPain008([`${good.slice(0, lastSum)}<CtrlSum>50.02${good.slice(lastSum + 14)}`])).toThrow(/V261123-7K3QX0ZD-1/)
  })
  it('finds a group twice', () => {
    const twice = written(message(group([instruction(1)]), group([instruction(2)], { paymentInformationId: 'P-2' }))).replace('P-2', 'V261123-7K3QX0ZD-1')
    expect(wrongIn(twice)).toBe('PmtInfId')
  })
  it('takes the file in any pieces, and one that is indented', () => {
    const expected = checkPain008([good])
    expect(checkPain008(good)).toEqual(expected)
    expect(checkPain008([good.replaceAll('><', '>\n  <')])).toEqual(expected)
  })
  it('takes nothing for a transaction that stands in a comment or a text', () => {
    const transaction = /<DrctDbtTxInf>.*?<\/DrctDbtTxInf>/.exec(good)?.[0] ?? ''
    const another = transaction.replace('C000000000001', 'C000000000009')
    expect(checkPain008([good.replace('</PmtInf>', `<!-- ${another} --></PmtInf>`)])).toEqual(checkPain008([good]))
    expect(checkPain008([good.replace('<DrctDbtTxInf>', `<!-- </CdtrSchmeId>${another}--><DrctDbtTxInf>`)])).toEqual(checkPain008([good]))
    expect(wrongIn(good.replace('</PmtInf>', `<![CDATA[${another}]]></PmtInf>`))).toBe('PmtInf')
    expect(wrongIn(good.replace('<GrpHdr>', `${another}<GrpHdr>`))).toBe('GrpHdr')
    expect(wrongIn(good.replace('<ChrgBr>', `${another}<ChrgBr>`))).toBe('ChrgBr')
  })
  it('says what is wrong at the end, so that the writer can be asked first', () => {
    const checker = pain008Checker()
    checker.write('<wrong>')
    checker.write('<more')
    expect(() => checker.close()).toThrow(expect.objectContaining({ code: 'PAIN008_CHECK_FAILED' }))
  })
})

describe('the checker and the schema of the project', () => {
  const files = [
    good,
    written(message(group([instruction(1, { ...swiss, formerReference: 'OUD', formerCreditor: { name: 'Vroeger', creditorId: 'NL69ZZZ123456780000' }, formerIban: 'NL44RABO0123456789' })]))),
    written({ ...message(group([instruction(1, { formerIban: 'NL20INGB0001234567', debtorBic: 'RABONL2U' })])), version: 'v02', originalAccount: 'told' }),
  ]
  const isValid = { '08': ownSchemaCheck('pain.008.001.08'), '02': ownSchemaCheck('pain.008.001.02') }
  const isIso = { '08': schemaCheck('pain.008.001.08'), '02': schemaCheck('pain.008.001.02') }
  const accepts = (check: ((xml: string) => void) | undefined, xml: string): boolean => {
    try {
      check?.(xml)
      return true
    } catch (error) {
      return !(error instanceof Error)
    }
  }
  const words = ['', ' ', '0.00', '12.30', 'SMNDA', '//', 'a  b', 'é', 'NL91ABNA0417164300', 'INGBNL2A', 'OOFF', 'true', '2026-02-29', 'x'.repeat(36), 'x'.repeat(71), 'CH']
  const change = fc.record({
    file: fc.constantFrom(...files), way: fc.constantFrom('drop', 'double', 'swap', 'text', 'rename'), at: fc.nat(10_000), other: fc.nat(10_000), word: fc.constantFrom(...words),
  })

  it('judge alike, whatever is changed in a file', () => {
    fc.assert(fc.property(change, ({ file, way, at, other, word }) => {
      const xml = changed(file, { way, at, other, word })
      const version = file.includes('pain.008.001.02') ? '02' : '08'
      const wrong = wrongIn(xml)
      expect(wrongIn(xml.replaceAll('><', '>\n<'))).toBe(wrong)
      expect(wrongIn(xml, 1 + (other % 700))).toBe(wrong)
      const bySchema = accepts(isValid[version], xml)
      if (wrong === undefined) expect([bySchema, accepts(isIso[version], xml)]).toEqual([true, true])
      else if (wrong !== 'NbOfTxs' && wrong !== 'CtrlSum') expect({ wrong, bySchema }).toEqual({ wrong, bySchema: false })
    }), { numRuns: howMany(1_500, 15_000) })
  })
})

/** A file with one element dropped, doubled, swapped with its neighbour, renamed, or with another text. */
function changed(xml: string, { way, at, other, word }: { readonly way: string; readonly at: number; readonly other: number; readonly word: string }): string {
  const elements = [...xml.matchAll(/<(\w+)(?: [^>]*)?>[^<]*<\/\1>/g)]
  const one = elements[at % elements.length]?.[0] ?? ''
  const another = elements[other % elements.length]?.[0] ?? ''
  switch (way) {
    case 'drop': return xml.replace(one, '')
    case 'double': return xml.replace(one, one + one)
    case 'swap': return xml.replace(one, '\0').replace(another, one).replace('\0', another)
    case 'text': return xml.replace(one, () => one.replace(/>[^<]*</, () => `>${word}<`))
    default: return xml.replace(one, one.replace(/\w+(?=[ >])/g, /^<(\w+)/.exec(another)?.[1] ?? 'Nm'))
  }
}
