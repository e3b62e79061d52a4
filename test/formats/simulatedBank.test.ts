import { describe, expect, it } from 'vitest'
import { addDays, day } from '../../src/domain/localDate'
import { cents, sumCents } from '../../src/domain/money'
import { readCamt053 } from '../../src/formats/camt053'
import { pain008 } from '../../src/formats/pain008'
import { simulatedBank } from '../bank/simulatedBank'
import { group, instruction, message } from './debitMessages'
import { schemaCheck } from './xsd'

const file = [...pain008(message(group(Array.from({ length: 10 }, (_, index) => instruction(index + 1)))))].join('')
const collectedOn = day('2026-11-30')
const id = (sequence: number) => `C${String(sequence).padStart(12, '0')}`

describe('a simulated bank', () => {
  it('books a batch as one line', () => {
    const bank = simulatedBank({ seed: 1, hasOtherTraffic: false })
    bank.receive(file)
    expect(readCamt053(bank.statement(collectedOn))[0]).toMatchObject({
      openingCents: 100_000, closingCents: 125_000, balanced: true,
      entries: [{ amountCents: 25_000, pmtInfId: 'V261123-7K3QX0ZD-1', msgId: 'V261123-7K3QX0ZD', txCount: 10, code: 'IDDT/ESDD' }],
    })
  })
  it('leaves refused orders out without a word (sepa §9)', () => {
    const bank = simulatedBank({ seed: 1, hasOtherTraffic: false })
    bank.receive(file)
    bank.refuseSilently(id(4))
    expect(readCamt053(bank.statement(collectedOn))[0]?.entries).toMatchObject([{ amountCents: 22_500, txCount: 9 }])
  })
  it('answers with a status report', () => {
    const bank = simulatedBank({ seed: 1, hasOtherTraffic: false })
    bank.receive(file)
    const report = bank.reject('V261123-7K3QX0ZD', [{ endToEndId: id(4), reason: 'AC01' }])
    expect(report).toContain(`<PmtInfSts>PART</PmtInfSts><TxInfAndSts><OrgnlEndToEndId>${id(4)}</OrgnlEndToEndId><TxSts>RJCT</TxSts>`)
    schemaCheck('pain.002.001.10')?.(report)
    expect(readCamt053(bank.statement(collectedOn))[0]?.entries).toMatchObject([{ amountCents: 22_500 }])
  })
  it.each(['08', '02'] as const)('sends collections back in version .%s', (version) => {
    const bank = simulatedBank({ seed: 1, hasOtherTraffic: false })
    bank.receive(file)
    bank.sendBack(id(3), 'AM04', addDays(collectedOn, 2))
    bank.statement(collectedOn, version)
    expect(readCamt053(bank.statement(addDays(collectedOn, 2), version))[0]).toMatchObject({
      openingCents: 125_000, closingCents: 122_500, balanced: true,
      entries: [{ amountCents: -2_500, endToEndId: id(3), mandateId: 'M-2024-00003', returnReason: 'AM04', counterIban: 'NL44RABO0123456789', isReversal: true }],
    })
  })
  it('keeps one running balance through everything that happens in a month', () => {
    const bank = simulatedBank({ seed: 7 })
    bank.receive(file)
    for (const sequence of [1, 5, 9]) bank.sendBack(id(sequence), 'MD06', addDays(collectedOn, sequence))
    const statements = Array.from({ length: 30 }, (_, index) => readCamt053(bank.statement(addDays(collectedOn, index)))[0])
    const moved = sumCents(statements.flatMap((statement) => statement?.entries.map(({ amountCents }) => amountCents) ?? []))
    expect(statements.every((statement) => statement?.balanced)).toBe(true)
    expect(statements.slice(1).every((statement, index) => statement?.openingCents === statements[index]?.closingCents)).toBe(true)
    expect(bank.balanceCents()).toBe(cents(100_000 + moved))
    expect(moved).not.toBe(25_000 - 7_500)
  })
  it('does the same for the same seed, and closes a day once', () => {
    const [one, other] = [simulatedBank({ seed: 3 }), simulatedBank({ seed: 3 })]
    expect(one.statement(collectedOn)).toBe(other.statement(collectedOn))
    expect(() => one.statement(collectedOn)).toThrow(/already closed/)
  })
  it('refuses a file with a wrong control sum', () => {
    expect(() => simulatedBank({ seed: 1 }).receive(file.replaceAll('250.00', '250.01'))).toThrow(/AM10/)
  })
})
