import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../../src/domain/localDate'
import { cents, sumCents } from '../../src/domain/money'
import { pain008, Pain008Error, pain008Writer, type Pain008Instruction, type Pain008Message } from '../../src/formats/pain008'
import { sepaText } from '../../src/formats/sepaText'
import { receivedOrders } from '../bank/receivedOrders'
import { group, instruction, message, swiss, written } from './debitMessages'
import { expectValidPain008 } from './validPain008'
import { howMany } from '../setup/howMany'

describe('a pain.008 file', () => {
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
    ['IBAN_INVALID', { formerIban: 'SMNDA' }], ['IDENTIFIER_INVALID', { formerReference: '' }], ['NAME_EMPTY_AFTER_TRANSLITERATION', { formerCreditor: { name: '漢字' } }],
    ['CREDITOR_ID_INVALID', { formerCreditor: { creditorId: 'NL52ZZZ405365330000' } }],
  ])('with %s for %j', (code, changes) => {
    expect(() => pain008(message(group([instruction(1), instruction(2, changes)])))).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ endToEndId: changes.endToEndId ?? 'C000000000002', code })] }))
  })
  it('with everything that is wrong at once, before a piece is written', () => {
    const file = { ...message(group([instruction(1, { debtorName: '' }), instruction(1, { amountCents: cents(0) })]), group([])), messageId: '/x' }
    const error = caught(() => pain008(file))
    expect(error.errors.map(({ code }) => code)).toEqual([
      'IDENTIFIER_INVALID', 'NAME_EMPTY_AFTER_TRANSLITERATION', 'AMOUNT_OUT_OF_RANGE', 'END_TO_END_ID_DOUBLE', 'PAYMENT_INFORMATION_ID_DOUBLE', 'BATCH_EMPTY',
    ])
  })
  it('when there is nothing in it', () => expect(caught(() => pain008(message())).errors).toEqual([{ endToEndId: undefined, code: 'BATCH_EMPTY', params: {} }]))
})

describe('a pain.008 writer', () => {
  const head = { ...message(), version: 'v08', originalAccount: 'withheld', count: 2, totalCents: cents(5_000) } as const
  const groupHead = { ...group([]), count: 2, totalCents: cents(5_000) }

  it('gives the pieces of what is written at once', () => {
    const writer = pain008Writer(head)
    const pieces = [writer.begin(), writer.group(groupHead), writer.instruction(instruction(1)), writer.instruction(instruction(2)), writer.endGroup(), writer.end()]
    expect(pieces.join('')).toBe(written(message(group([instruction(1), instruction(2)]))))
  })
  it('keeps to the counts and totals that stand before the instructions', () => {
    const writer = pain008Writer({ ...head, count: 3, totalCents: cents(5_001) })
    writer.group(groupHead)
    writer.instruction(instruction(1))
    writer.endGroup()
    expect(caught(() => writer.end()).errors).toEqual([
      { code: 'PAIN008_COUNT_DIFFERENT', params: { where: 'V261123-7K3QX0ZD-1', stated: 2, written: 1 } },
      { code: 'PAIN008_TOTAL_DIFFERENT', params: { where: 'V261123-7K3QX0ZD-1', stated: '50.00', written: '25.00' } },
      { code: 'PAIN008_COUNT_DIFFERENT', params: { where: 'V261123-7K3QX0ZD', stated: 3, written: 1 } },
      { code: 'PAIN008_TOTAL_DIFFERENT', params: { where: 'V261123-7K3QX0ZD', stated: '50.01', written: '25.00' } },
    ])
  })
  it('tells no amendment of what stayed the same', () => {
    const same = instruction(1, { formerIban: 'nl44 rabo 0123 4567 89', formerReference: 'M-2024-00001', formerCreditor: {} })
    expect(written(message(group([same])))).toBe(written(message(group([instruction(1)]))))
  })
  it('does not take an instruction outside a group', () => expect(() => pain008Writer(head).instruction(instruction(1))).toThrow(TypeError))
})

describe('any pain.008 file', () => {
  const anyInstruction = fc.record({
    amount: fc.integer({ min: 1, max: 99_999_999_999 }), name: fc.string({ unit: 'grapheme', minLength: 1 }), remittance: fc.string({ unit: 'grapheme', maxLength: 160 }),
    isSwiss: fc.boolean(), hasNewAccount: fc.boolean(), hasNewReference: fc.boolean(), hasNewCreditor: fc.boolean(),
  })
  const anyGroup = fc.record({
    instructions: fc.array(anyInstruction, { minLength: 1, maxLength: 8 }), daysOn: fc.integer({ min: 0, max: 400 }), isOneOff: fc.boolean(), batchBooking: fc.boolean(),
  })
  const anyMessage = fc.record({ groups: fc.array(anyGroup, { minLength: 1, maxLength: 4 }), isOld: fc.boolean(), isTold: fc.boolean() }).map(({ groups, isOld, isTold }) => ({
    ...message(...groups.map(({ instructions, daysOn, isOneOff, batchBooking }, g) => group(
      instructions.map(({ amount, name, remittance, isSwiss, hasNewAccount, hasNewReference, hasNewCreditor }, i) => instruction(g * 100 + i + 1, {
        amountCents: cents(amount), debtorName: `A${name}`, remittance, ...(isSwiss && !isOld ? swiss : {}),
        formerIban: hasNewAccount ? 'NL20INGB0001234567' : undefined, formerReference: hasNewReference ? `OUD/${i}` : undefined,
        formerCreditor: hasNewCreditor ? { name, creditorId: 'NL69ZZZ123456780000' } : undefined,
      })).filter(({ formerCreditor }) => formerCreditor === undefined || sepaText(formerCreditor.name ?? '', 70) !== ''),
      { paymentInformationId: `P-${g}`, collectionDate: addDays(day('2026-11-30'), daysOn), sequenceType: isOneOff ? 'OOFF' : 'RCUR', batchBooking },
    )).filter(({ instructions }) => instructions.length > 0)),
    version: isOld ? 'v02' as const : 'v08' as const, originalAccount: isTold ? 'told' as const : 'withheld' as const,
  })).filter(({ groups }) => groups.length > 0)

  it('is read back to the same amounts, and is valid', () => {
    fc.assert(fc.property(anyMessage, (file: Pain008Message) => {
      const xml = written(file)
      const expected = file.groups.map(({ paymentInformationId, instructions }) => (
        { paymentInformationId, count: instructions.length, totalCents: sumCents(instructions.map(({ amountCents }) => amountCents)) }))
      expect(expectValidPain008(xml).groups).toEqual(expected)
      expect(receivedOrders(xml).map(({ orders }) => orders.map(({ endToEndId, amountCents, mandateId }) => [endToEndId, amountCents, mandateId])))
        .toEqual(file.groups.map(({ instructions }) => instructions.map(({ endToEndId, amountCents, mandateReference }) => [endToEndId, amountCents, mandateReference])))
    }), { numRuns: howMany(60, 600) })
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
