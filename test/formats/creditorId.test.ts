import { describe, expect, it } from 'vitest'
import { assertCreditorId, creditorIdFor, isCreditorId } from '../../src/formats/creditorId'

describe('a creditor identifier (sepa §3)', () => {
  it.each([['40536533', 'NL51ZZZ405365330000'], ['01234567', 'NL95ZZZ012345670000'], ['12345678', 'NL69ZZZ123456780000']])(
    'of Chamber of Commerce number %s is %s', (cocNumber, expected) => expect(creditorIdFor(cocNumber)).toBe(expected))
  it.each(['1234567', '123456789', '1234567a'])('needs eight digits, not %s', (cocNumber) => {
    expect(() => creditorIdFor(cocNumber)).toThrow(expect.objectContaining({ code: 'COC_NUMBER_INVALID' }))
  })
  it.each(['NL51ZZZ405365330000', 'NL51ABC405365330000', 'DE98ZZZ09999999999'])('%s is valid', (id) => expect(isCreditorId(id)).toBe(true))
  it.each(['NL52ZZZ405365330000', 'NL51ZZZ40536533000', 'NL51ZZZ4053653300000', '', 'NL51ZZZ'])('%j is refused', (id) => {
    expect(() => assertCreditorId(id)).toThrow(expect.objectContaining({ code: 'CREDITOR_ID_INVALID' }))
  })
  it('may be typed with spaces and small letters', () => expect(assertCreditorId('nl51 zzz 4053 6533 0000')).toBe('NL51ZZZ405365330000'))
})
