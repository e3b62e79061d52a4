import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { cents } from '../../src/domain/money'
import { readCamt053 } from '../../src/formats/camt053'
import { endToEndId, messageId, paymentInformationId } from '../../src/formats/identifiers'
import { Pain008Error, type Pain008Group, type Pain008Instruction, type Pain008Message } from '../../src/formats/pain008'
import { checkPain008 } from '../../src/formats/pain008Check'
import { assertIdentifier, sepaName, sepaRemittance } from '../../src/formats/sepaText'
import { simulatedBank } from '../bank/simulatedBank'
import { group, instruction, message, swiss, written } from './debitMessages'
import { ownSchemaCheck } from './xsd'

const one = (changes: Partial<Pain008Instruction>, more: Partial<Pain008Message> = {}) => ({ ...message(group([instruction(1, changes)])), ...more })
const amounts = (...all: readonly number[]) => message(group(all.map((amount, index) => instruction(index + 1, { amountCents: cents(amount) }))))
const everyText = (xml: string, element: string) => [...xml.matchAll(new RegExp(`<${element}(?: [^>]*)?>([^<]*)</${element}>`, 'g'))].map((match) => match[1])

/** The codes of what keeps a file from being written. */
function mistakesOf(file: Pain008Message): readonly string[] {
  try {
    written(file)
  } catch (error) {
    if (error instanceof Pain008Error) return error.errors.map(({ code }) => code)
    throw error
  }
  return []
}

describe('sepa §1: versions and addresses', () => {
  it('sepa §1: a debtor at NL44RABO0123456789 with a full address -> no PstlAdr', () => {
    expect(written(one({ debtorAddress: { street: 'Dorpsstraat', houseNumber: '1', postcode: '1234 AB', town: 'Zeist', country: 'NL' } }))).not.toContain('PstlAdr')
  })
  it('sepa §1: a debtor at CH9300762011623852957 in Zürich -> the structured address, in this order', () => {
    expect(written(one(swiss))).toContain(
      '<PstlAdr><StrtNm>Bahnhofstrasse</StrtNm><BldgNb>1</BldgNb><PstCd>8001</PstCd><TwnNm>Zurich</TwnNm><Ctry>CH</Ctry></PstlAdr>')
  })
  it('sepa §1: the same debtor without a town -> ADDRESS_REQUIRED_NON_EEA', () => {
    expect(mistakesOf(one({ ...swiss, debtorAddress: { ...swiss.debtorAddress, town: '' } }))).toEqual(['ADDRESS_REQUIRED_NON_EEA'])
  })
  it('sepa §1: an address of AdrLine alone -> UNSTRUCTURED_ADDRESS', () => {
    const xml = written(one(swiss)).replace(/<StrtNm>.*<\/Ctry>/, '<AdrLine>Bahnhofstrasse 1, 8001 Zurich</AdrLine>')
    expect(() => checkPain008([xml])).toThrow(expect.objectContaining({ code: 'UNSTRUCTURED_ADDRESS', params: { where: 'C000000000001' } }))
  })
  it('sepa §1: a bank at version .02 and a debtor outside the EEA -> VERSION_08_REQUIRED', () => {
    expect(mistakesOf(one(swiss, { version: 'v02' }))).toEqual(['VERSION_08_REQUIRED'])
    expect(mistakesOf(one({}, { version: 'v02' }))).toEqual([])
  })
  it('sepa §1: BIC in a .08 file -> not expected, BICFI is', () => {
    const xml = written(message(group([instruction(1)]))).replace(/BICFI>/g, 'BIC>')
    expect(() => ownSchemaCheck('pain.008.001.08')(xml)).toThrow(/BIC.*not expected.*BICFI/s)
    expect(() => checkPain008([xml])).toThrow(expect.objectContaining({ params: { what: 'BIC', where: expect.stringContaining('V261123-7K3QX0ZD-1') as string } }))
  })
})

describe('sepa §2: contents', () => {
  it('sepa §2: 2500 and 1250 cents -> 25.00, 12.50, CtrlSum 37.50, NbOfTxs 2', () => {
    const xml = written(amounts(2_500, 1_250))
    expect([everyText(xml, 'InstdAmt'), everyText(xml, 'CtrlSum'), everyText(xml, 'NbOfTxs')]).toEqual([['25.00', '12.50'], ['37.50', '37.50'], ['2', '2']])
  })
  it('sepa §2: 521600 cents -> 5216.00', () => expect(everyText(written(amounts(521_600)), 'InstdAmt')).toEqual(['5216.00']))
  it.each([0, -1, 100_000_000_000])('sepa §2: %i cents -> AMOUNT_OUT_OF_RANGE', (amount) => expect(mistakesOf(amounts(amount))).toEqual(['AMOUNT_OUT_OF_RANGE']))
  it('sepa §2: 0.01 and 999999999.99 are the limits', () => expect(everyText(written(amounts(1, 99_999_999_999)), 'InstdAmt')).toEqual(['0.01', '999999999.99']))
  it('sepa §2: 10 x 10 cents -> CtrlSum 1.00', () => expect(everyText(written(amounts(...Array<number>(10).fill(10))), 'CtrlSum')).toEqual(['1.00', '1.00']))
  it('sepa §2: 1999 cents -> 19.99', () => expect(everyText(written(amounts(1_999)), 'InstdAmt')).toEqual(['19.99']))
  it('sepa §2: CtrlSum of a thousand of the largest is exact', () => {
    expect(everyText(written(amounts(...Array<number>(1_000).fill(99_999_999_999))), 'CtrlSum')).toEqual(['999999999990.00', '999999999990.00'])
  })
  it.each(['LclInstrm', 'SeqTp', 'SvcLvl', 'CdtrSchmeId'])('sepa §2: %s stands in the group only', (element) => {
    const [head = '', transaction = ''] = written(amounts(1)).split('<DrctDbtTxInf>')
    expect([head.split(`<${element}>`).length, transaction.includes(element)]).toEqual([2, false])
  })
  it('sepa §2: no empty elements, and one Ustrd', () => {
    const xml = written(message(group([instruction(1, { remittance: '' }), instruction(2)])))
    expect([xml.match(/<(\w+)>\s*<\/\1>|<\w+\/>/g), everyText(xml, 'Ustrd')]).toEqual([null, ['Contributie 2026']])
  })
})

describe('sepa §2.1: characters and lengths', () => {
  it.each([
    ['Zoë & Søn "De Brug"_NL', "Zoe + Son 'De Brug'-NL"], ['Müller', 'Muller'], ['ЮРИЙ', 'IURII'], ['a\nb\tc', 'a b c'],
  ])('sepa §2.1: %j -> %s', (name, expected) => expect([sepaName(name), everyText(written(one({ debtorName: name })), 'Nm').at(-1)]).toEqual([expected, expected]))
  it('sepa §2.1: a name of which nothing is left -> NAME_EMPTY_AFTER_TRANSLITERATION', () => {
    expect(mistakesOf(one({ debtorName: '漢字' }))).toEqual(['NAME_EMPTY_AFTER_TRANSLITERATION'])
  })
  it('sepa §2.1: a remittance of 200 -> its first 140, and no half characters', () => {
    expect(everyText(written(one({ remittance: 'x'.repeat(200) })), 'Ustrd')).toEqual(['x'.repeat(140)])
    expect(sepaRemittance(`${'a'.repeat(139)}👍${'b'.repeat(60)}`)).toBe(`${'a'.repeat(139)}b`)
  })
  it('sepa §2.1: MndtId //A -> IDENTIFIER_INVALID', () => expect(mistakesOf(one({ mandateReference: '//A' }))).toEqual(['IDENTIFIER_INVALID']))
  it.each([35, 36])('sepa §2.1: an identifier of %i', (length) => {
    expect(mistakesOf(one({ mandateReference: 'M'.repeat(length) }))).toEqual(length === 35 ? [] : ['IDENTIFIER_INVALID'])
  })
  it('sepa §2.1: a name has 70 characters at most', () => expect(everyText(written(one({ debtorName: 'x'.repeat(140) })), 'Nm').at(-1)).toBe('x'.repeat(70)))
})

describe('sepa §2.2: identifiers', () => {
  it('sepa §2.2: two files in the same second -> different MsgId', () => {
    const ids = [1, 2].map((last) => messageId(day('2026-11-23'), Uint8Array.of(9, 9, 9, 9, last)))
    expect(new Set(ids).size).toBe(2)
    expect(ids.every((id) => /^V261123-[0-9A-Z]{8}$/.test(id))).toBe(true)
  })
  it('sepa §2.2: the same collections in a new file -> the same EndToEndIds, new MsgId and PmtInfId', () => {
    const again = (id: string) => ({ ...message(group([instruction(1), instruction(2)], { paymentInformationId: paymentInformationId(id, 1) })), messageId: id })
    const [first, second] = [written(again('V261123-AAAAAAAA')), written(again('V261123-BBBBBBBB'))]
    expect(everyText(second, 'EndToEndId')).toEqual(everyText(first, 'EndToEndId'))
    expect([everyText(second, 'MsgId'), everyText(second, 'PmtInfId')]).toEqual([['V261123-BBBBBBBB'], ['V261123-BBBBBBBB-1']])
  })
  it('sepa §2.2: an EndToEndId twice -> refused', () => expect(mistakesOf(message(group([instruction(1), instruction(1)])))).toEqual(['END_TO_END_ID_DOUBLE']))
  it('sepa §2.2: an EndToEndId fits, and is neither a UUID nor empty', () => {
    expect(assertIdentifier(endToEndId(999_999_999_999))).toBe('C999999999999')
    expect(mistakesOf(one({ endToEndId: '0b8f7ae4-2a52-4a5e-9a5e-0b8f7ae42a52' }))).toEqual(['IDENTIFIER_INVALID'])
    expect(mistakesOf(one({ endToEndId: '' }))).toEqual(['IDENTIFIER_INVALID'])
  })
})

describe('sepa §2.3: batch booking', () => {
  const collectedOn = day('2026-11-30')
  const ten = (batchBooking: boolean) => written(message(group(Array.from({ length: 10 }, (_, index) => instruction(index + 1)), { batchBooking })))
  const entriesOf = (xml: string) => {
    const bank = simulatedBank({ seed: 1, hasOtherTraffic: false })
    bank.receive(xml)
    return readCamt053(bank.statement(collectedOn)).flatMap(({ entries }) => entries).map((entry) => [entry.amountCents, entry.endToEndId])
  }
  it('sepa §2.3: ten orders, true -> one entry of 250.00', () => expect(entriesOf(ten(true))).toEqual([[25_000, undefined]]))
  it('sepa §2.3: ten orders, false -> ten entries of 25.00, each with its EndToEndId', () => {
    expect(entriesOf(ten(false))).toEqual(Array.from({ length: 10 }, (_, index) => [2_500, endToEndId(index + 1)]))
  })
  it('sepa §2.3: false still means one PmtInf', () => expect(ten(false).split('<PmtInf>')).toHaveLength(2))
})

describe('sepa §5: sequence types', () => {
  it('sepa §5: three RCUR and one OOFF on one date -> two PmtInf', () => {
    const xml = written(message(
      group([instruction(1), instruction(2), instruction(3)]), group([instruction(4)], { paymentInformationId: 'V261123-7K3QX0ZD-2', sequenceType: 'OOFF' })))
    expect([everyText(xml, 'SeqTp'), everyText(xml, 'ReqdColltnDt'), everyText(xml, 'NbOfTxs')]).toEqual([['RCUR', 'OOFF'], ['2026-11-30', '2026-11-30'], ['4', '3', '1']])
  })
  it.each(['ALL', 'FRST', 'FNAL', 'rcur', ''])('sepa §5: the sequence type %j -> refused', (sequenceType) => {
    const file = message({ ...group([instruction(1)]), sequenceType: sequenceType as Pain008Group['sequenceType'] })
    expect(mistakesOf(file)).toEqual(['SEQUENCE_TYPE_INVALID'])
  })
})

describe('sepa §6.2 in a file', () => {
  it('sepa §6.2: a collection on a closed day -> the next open one, never the one before', () => {
    const asked = ['2026-12-25', '2027-01-01', '2027-03-26', '2026-11-30'].map((date) => (
      everyText(written(message(group([instruction(1)], { collectionDate: day(date) }))), 'ReqdColltnDt')[0]))
    expect(asked).toEqual(['2026-12-28', '2027-01-04', '2027-03-30', '2026-11-30'])
  })
})

describe('sepa §7.1: amendments', () => {
  const amendmentIn = (changes: Partial<Pain008Instruction>, more: Partial<Pain008Message> = {}) => /<AmdmntInd>.*<\/AmdmntInfDtls>/.exec(written(one(changes, more)))?.[0]
  const amended = (inside: string) => `<AmdmntInd>true</AmdmntInd><AmdmntInfDtls>${inside}</AmdmntInfDtls>`
  it('sepa §7.1: another mandate reference -> OrgnlMndtId', () => expect(amendmentIn({ formerReference: 'OUD-17' })).toBe(amended('<OrgnlMndtId>OUD-17</OrgnlMndtId>')))
  it('sepa §7.1: another creditor -> OrgnlCdtrSchmeId', () => {
    expect(amendmentIn({ formerCreditor: { name: 'Vroeger', creditorId: 'NL69ZZZ123456780000' } })).toBe(amended(
      '<OrgnlCdtrSchmeId><Nm>Vroeger</Nm><Id><PrvtId><Othr><Id>NL69ZZZ123456780000</Id><SchmeNm><Prtry>SEPA</Prtry></SchmeNm></Othr></PrvtId></Id></OrgnlCdtrSchmeId>'))
  })
  it.each(['v08', 'v02'] as const)('sepa §7.1: another account -> SMNDA in Othr, never in IBAN (%s)', (version) => {
    expect(amendmentIn({ formerIban: 'NL20INGB0001234567' }, { version })).toBe(amended('<OrgnlDbtrAcct><Id><Othr><Id>SMNDA</Id></Othr></Id></OrgnlDbtrAcct>'))
  })
  it('sepa §7.1: another account at a bank that wants to be told -> the former account', () => {
    expect(amendmentIn({ formerIban: 'NL20INGB0001234567' }, { originalAccount: 'told' })).toBe(amended('<OrgnlDbtrAcct><Id><IBAN>NL20INGB0001234567</IBAN></Id></OrgnlDbtrAcct>'))
  })
  it('sepa §7.1: all at once -> in the order of the schema', () => {
    const all = amendmentIn({ formerReference: 'OUD-17', formerIban: 'NL20INGB0001234567', formerCreditor: { name: 'Vroeger' } }) ?? ''
    expect([...all.matchAll(/<(Orgnl\w+)>/g)].map((match) => match[1])).toEqual(['OrgnlMndtId', 'OrgnlCdtrSchmeId', 'OrgnlDbtrAcct'])
  })
  it('sepa §7.1: an amendment goes as RCUR', () => expect(everyText(written(one({ formerIban: 'NL20INGB0001234567' })), 'SeqTp')).toEqual(['RCUR']))
})
