import { describe, expect, it } from 'vitest'
import { readCamt053 } from '../../src/formats/camt053'
import { assertCreditorId, creditorIdFor, isCreditorId } from '../../src/formats/creditorId'
import { assertIban, isIban, normaliseIban } from '../../src/formats/iban'
import type { Pain008Instruction } from '../../src/formats/pain008'
import { camt053, details, ntry } from './camtFixtures'
import { group, instruction, message, written } from './debitMessages'

const file = (changes: Partial<Pain008Instruction>) => message(group([instruction(1, changes)]))
const mistake = (code: string): unknown => expect.objectContaining({ errors: [expect.objectContaining({ code })] })

describe('sepa §3: the creditor identifier', () => {
  it.each([['40536533', 'NL51ZZZ405365330000'], ['01234567', 'NL95ZZZ012345670000'], ['12345678', 'NL69ZZZ123456780000']])(
    'sepa §3: Chamber of Commerce number %s -> %s', (cocNumber, expected) => expect(creditorIdFor(cocNumber)).toBe(expected))
  it.each([['NL51ZZZ405365330000', true], ['NL51ABC405365330000', true], ['NL52ZZZ405365330000', false], ['DE98ZZZ09999999999', true]])(
    'sepa §3: %s is valid: %s', (id, expected) => expect(isCreditorId(id)).toBe(expected))
  it('sepa §3: a number of seven digits -> error', () => expect(() => creditorIdFor('1234567')).toThrow(expect.objectContaining({ code: 'COC_NUMBER_INVALID' })))
  it('sepa §3: a wrong one stops the file', () => {
    expect(() => written({ ...file({}), creditor: { ...message().creditor, creditorId: 'NL52ZZZ405365330000' } })).toThrow(mistake('CREDITOR_ID_INVALID'))
    expect(assertCreditorId(' nl51 zzz 405365330000 ')).toBe('NL51ZZZ405365330000')
  })
})

describe('sepa §4: IBAN', () => {
  it.each(('NL91ABNA0417164300 NL44RABO0123456789 NL20INGB0001234567 NL69INGB0123456789 BE68539007547034 DE89370400440532013000 CH9300762011623852957 '
    + 'NO9386011117947 MT84MALT011000012345MTLCAST001S SM86U0322509800000000270100 RS35260005601001611379 MK07250120000058984').split(' '))(
    'sepa §4: %s is valid', (iban) => expect(isIban(iban)).toBe(true))
  it.each([['NL92ABNA0417164300', 'checksum'], ['NL91ABNA041716430', 'length'], ['NL71RABO0123456789', 'checksum']])('sepa §4: %s -> IBAN_INVALID, %s', (iban, reason) => {
    expect(() => assertIban(iban)).toThrow(expect.objectContaining({ code: 'IBAN_INVALID', params: expect.objectContaining({ reason }) as unknown }))
  })
  it('sepa §4: a statement with NL71RABO0123456789 on it is read all the same', () => {
    const party = '<RltdPties><Dbtr><Nm>D</Nm></Dbtr><DbtrAcct><Id><IBAN>NL71RABO0123456789</IBAN></Id></DbtrAcct></RltdPties>'
    expect(readCamt053(camt053(ntry('1.00', details(party))))[0]?.entries[0]?.counterIban).toBe('NL71RABO0123456789')
  })
  it('sepa §4: nl91 abna 0417 1643 00 -> normalised', () => expect(normaliseIban('nl91 abna 0417 1643 00')).toBe('NL91ABNA0417164300'))
  it('sepa §4: a valid Turkish IBAN -> NOT_SEPA', () => {
    expect(() => written(file({ debtorIban: 'TR330006100519786457841326' }))).toThrow(mistake('NOT_SEPA'))
  })
  it.each(('AD24 AL28 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 IS26 IT27 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 '
    + 'MT31 NL18 NO15 PL28 PT25 RO24 RS22 SE24 SI19 SK24 SM27 VA22').split(' '))('sepa §4: the country and length %s', (text) => {
    const [country, length] = [text.slice(0, 2), Number(text.slice(2))]
    const reasonOf = (long: number) => reasonAgainst(`${country}00${'0'.repeat(long - 4)}`)
    expect([reasonOf(length - 1), reasonOf(length + 1), ['length', 'country'].includes(reasonOf(length))]).toEqual(['length', 'length', false])
  })
})

/** Why a text is no IBAN. */
function reasonAgainst(iban: string): string {
  try {
    assertIban(iban)
  } catch (error) {
    return String((error as { readonly params?: Readonly<Record<string, unknown>> }).params?.['reason'] ?? error)
  }
  return 'none'
}
