import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../../src/domain/localDate'
import { cents, sumCents } from '../../src/domain/money'
import { pain008, Pain008Error, type Pain008Instruction, type Pain008Message } from '../../src/formats/pain008'
import { checkPain008 } from '../../src/formats/pain008Check'
import { receivedOrders } from '../bank/receivedOrders'
import { group, instruction, message } from './debitMessages'
import { schemaCheck } from './xsd'
import { howMany } from '../setup/howMany'

const written = (file: Pain008Message) => [...pain008(file)].join('')
const swiss = { debtorIban: 'CH9300762011623852957', debtorAddress: { street: 'Bahnhofstraße', houseNumber: '1', postcode: '8001', town: 'Zürich', country: 'CH' } }

describe('a pain.008 file', () => {
  it('is written like this', async () => {
    const file = message(group([
      instruction(1), instruction(2, { ...swiss, amountCents: cents(1_250), hasNewAccount: true, debtorName: 'Anna Müller & Söhne', debtorBic: 'UBSWCHZH80A', remittance: 'Gift <november>' }),
    ]), group([instruction(3, { remittance: '' })], { paymentInformationId: 'V261123-7K3QX0ZD-2', sequenceType: 'OOFF', collectionDate: day('2026-12-25') }))
    await expect(`${written(file).replaceAll('><', '>\n<')}\n`).toMatchFileSnapshot('golden/pain008.xml')
  })
  it('has totals to the cent', () => {
    const file = written(message(group(Array.from({ length: 10 }, (_, index) => instruction(index + 1, { amountCents: cents(10) })))))
    expect(file.match(/<CtrlSum>1\.00<\/CtrlSum>/g)).toHaveLength(2)
    expect(written(message(group([instruction(1, { amountCents: cents(1_999) })])))).toContain('<InstdAmt Ccy="EUR">19.99</InstdAmt>')
  })
  it('has no address within the EEA, and never an unstructured one', () => {
    expect(written(message(group([instruction(1, { debtorAddress: swiss.debtorAddress })])))).not.toContain('PstlAdr')
    const onlyTown = written(message(group([instruction(1, { ...swiss, debtorAddress: { town: 'Zürich', country: 'CH' } })])))
    expect(onlyTown).toContain('<PstlAdr><TwnNm>Zurich</TwnNm><Ctry>CH</Ctry></PstlAdr>')
    expect(onlyTown).not.toContain('AdrLine')
  })
  it.each(['Europe/Amsterdam', 'America/New_York', 'Pacific/Auckland'])('has the same dates with the machine in %s', (zone) => {
    const before = process.env['TZ']
    process.env['TZ'] = zone
    const file = written(message(group([instruction(1)], { collectionDate: day('2026-12-01') })))
    process.env['TZ'] = before ?? ''
    expect(file).toContain('<ReqdColltnDt>2026-12-01</ReqdColltnDt>')
    expect(file).toContain('<CreDtTm>2026-11-23T09:15:00</CreDtTm>')
  })
})

describe('a pain.008 file is refused', () => {
  it.each<[string, Partial<Pain008Instruction>]>([
    ['AMOUNT_OUT_OF_RANGE', { amountCents: cents(0) }], ['AMOUNT_OUT_OF_RANGE', { amountCents: cents(-1) }],
    ['AMOUNT_OUT_OF_RANGE', { amountCents: cents(100_000_000_000) }], ['IDENTIFIER_INVALID', { mandateReference: '//A' }],
    ['IDENTIFIER_INVALID', { endToEndId: '' }], ['NAME_EMPTY_AFTER_TRANSLITERATION', { debtorName: '漢字' }],
    ['ADDRESS_REQUIRED_NON_EEA', { debtorIban: swiss.debtorIban }], ['ADDRESS_REQUIRED_NON_EEA', { ...swiss, debtorAddress: { town: ' ', country: 'CH' } }],
    ['IBAN_INVALID', { debtorIban: 'NL92ABNA0417164300' }], ['NOT_SEPA', { debtorIban: 'TR330006100519786457841326' }],
    ['MANDATE_SIGNED_AFTER_COLLECTION', { signedOn: day('2026-12-01') }], ['BIC_INVALID', { debtorBic: 'NOPE' }],
  ])('with %s for %j', (code, changes) => {
    expect(() => pain008(message(group([instruction(1), instruction(2, changes)])))).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ endToEndId: changes.endToEndId ?? 'C000000000002', code })] }))
  })
  it('with everything that is wrong at once, before a piece is written', () => {
    const file = { ...message(group([instruction(1, { debtorName: '' }), instruction(1, { amountCents: cents(0) })]), group([])), messageId: '/x' }
    const error = caught(() => pain008(file))
    expect(error.errors.map(({ code }) => code)).toEqual([
      'IDENTIFIER_INVALID', 'BATCH_EMPTY', 'NAME_EMPTY_AFTER_TRANSLITERATION', 'AMOUNT_OUT_OF_RANGE', 'PAYMENT_INFORMATION_ID_DOUBLE', 'END_TO_END_ID_DOUBLE',
    ])
  })
  it('when there is nothing in it', () => expect(caught(() => pain008(message())).errors).toEqual([{ endToEndId: undefined, code: 'BATCH_EMPTY', params: {} }]))
})

describe('any pain.008 file', () => {
  const anyInstruction = fc.record({
    amount: fc.integer({ min: 1, max: 99_999_999_999 }), name: fc.string({ unit: 'grapheme', minLength: 1 }), remittance: fc.string({ unit: 'grapheme', maxLength: 160 }),
    isSwiss: fc.boolean(), hasNewAccount: fc.boolean(),
  })
  const anyMessage = fc.array(fc.tuple(fc.array(anyInstruction, { minLength: 1, maxLength: 8 }), fc.integer({ min: 0, max: 400 }), fc.boolean()), { minLength: 1, maxLength: 4 })
    .map((groups) => message(...groups.map(([instructions, daysOn, isOneOff], g) => group(
      instructions.map(({ amount, name, remittance, isSwiss, hasNewAccount }, i) => instruction(g * 100 + i + 1, {
        amountCents: cents(amount), debtorName: `A${name}`, remittance, hasNewAccount, ...(isSwiss ? swiss : {}),
      })), { paymentInformationId: `P-${g}`, collectionDate: addDays(day('2026-11-30'), daysOn), sequenceType: isOneOff ? 'OOFF' : 'RCUR' }))))
  const isValid = schemaCheck('pain.008.001.08')

  it('is read back to the same amounts, and is valid', () => {
    fc.assert(fc.property(anyMessage, (file) => {
      const xml = written(file)
      const expected = file.groups.map(({ paymentInformationId, instructions }) => (
        { paymentInformationId, count: instructions.length, totalCents: sumCents(instructions.map(({ amountCents }) => amountCents)) }))
      expect(checkPain008([xml]).groups).toEqual(expected)
      expect(receivedOrders(xml).map(({ orders }) => orders.map(({ endToEndId, amountCents, mandateId }) => [endToEndId, amountCents, mandateId])))
        .toEqual(file.groups.map(({ instructions }) => instructions.map(({ endToEndId, amountCents, mandateReference }) => [endToEndId, amountCents, mandateReference])))
      isValid?.(xml)
    }), { numRuns: howMany(60, 600) })
  })
})

describe('checkPain008', () => {
  const good = written(message(group([instruction(1), instruction(2)])))
  it.each([
    ['NbOfTxs', '<NbOfTxs>2</NbOfTxs>', '<NbOfTxs>3</NbOfTxs>'], ['CtrlSum', '<CtrlSum>50.00</CtrlSum>', '<CtrlSum>50.01</CtrlSum>'],
    ['CtrlSum', '<CtrlSum>50.00</CtrlSum>', ''], ['InstdAmt', '>25.00</InstdAmt>', '>25.0</InstdAmt>'], ['EndToEndId', 'C000000000002', 'C000000000001'],
    ['empty', 'J. de Vries', ''], ['AdrLine', '<Nm>J. de Vries</Nm>', '<Nm>J</Nm><PstlAdr><AdrLine>x</AdrLine></PstlAdr>'],
  ])('finds a wrong %s', (what, right, wrong) => {
    expect(() => checkPain008([good.replace(right, wrong)])).toThrow(expect.objectContaining({ code: 'PAIN008_CHECK_FAILED', params: expect.objectContaining({ what }) }))
  })
  it('finds a group total that only the file has right', () => {
    const lastSum = good.lastIndexOf('<CtrlSum>50.00')
    expect(() => checkPain008([`${good.slice(0, lastSum)}<CtrlSum>50.02${good.slice(lastSum + 14)}`])).toThrow(/V261123-7K3QX0ZD-1/)
  })
})

function caught(action: () => unknown): Pain008Error {
  try {
    action()
  } catch (error) {
    if (error instanceof Pain008Error) return error
    throw error
  }
  throw new Error('Nothing was refused')
}
