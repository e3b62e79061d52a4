import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { cents, sumCents } from '../../src/domain/money'
import { readCamt053 } from '../../src/formats/camt053'
import { readPain002 } from '../../src/formats/pain002'
import { pain008 } from '../../src/formats/pain008'
import { decodeXml } from '../../src/formats/xmlEncoding'
import { group, instruction, message } from './debitMessages'
import { sharedData } from './sharedData'

/** Per statement: account, opening, closing, whether it balances, and the sum of the entries, as the manifest of the samples has them. */
const statements: Readonly<Record<string, readonly (readonly [string, number | undefined, number | undefined, boolean, number])[]>> = {
  'genkgo-camt__camt053.v2.all-balance-types.xml': [['CH2801234000123456789', 101, 404, false, 885]],
  'genkgo-camt__camt053.v2.five.decimals.xml': [['NL26VAYB8060476890', 1_815, 2_705, false, 885]],
  'genkgo-camt__camt053.v2.minimal.ultimate.xml': [['NL26VAYB8060476890', 1_815, -2_700, false, 885]],
  'genkgo-camt__camt053.v2.minimal.xml': [['NL26VAYB8060476890', 1_815, -2_700, false, 885]],
  'genkgo-camt__camt053.v2.multi.statement.xml': [['NL26VAYB8060476890', 1_815, 2_700, true, 885], ['NL26VAYB8060476890', 2_700, 2_000, true, -700]],
  'genkgo-camt__camt053.v2.with-account-name.xml': [['CH2801234000123456789', undefined, undefined, false, 885]],
  'genkgo-camt__camt053.v2.with-party-ids.xml': [['NL26VAYB8060476890', 1_815, -2_700, false, 885]],
  'genkgo-camt__camt053.v3.xml': [['NL26VAYB8060476890', 1_815, -2_700, false, 885]],
  'genkgo-camt__camt053.v4.xml': [['NL26VAYB8060476890', 1_815, -2_700, false, 885]],
  'genkgo-camt__camt053.v8.xml': [['NL26VAYB8060476890', 1_815, -2_700, false, 885]],
  'genkgo-camt__camt53.only-Dt-with-DtTm.xml': [['GB33BUKB20201555555555', 544_209, undefined, false, 0]],
  'newinnovations-camt053__error-camt053.xml': [['NL00SNSB0000000000', 100_000, 90_000, false, -5_000]],
  'newinnovations-camt053__example-camt053-a.xml': [['NL14SNSB0012345678', 20_369, 66_169, true, 45_800], ['NL78SNSB0022446688', 185_913, 166_087, true, -19_826]],
  'newinnovations-camt053__test-camt053.xml': [['NL00SNSB0000000000', 100_000, 95_000, true, -5_000]],
  'own__camt.053.001.02_batch225_returns75.xml': [['NL91ABNA0417164300', 100_000, 116_000, true, 16_000]],
  'own__camt.053.001.08_batch225_returns75.xml': [['NL91ABNA0417164300', 100_000, 116_000, true, 16_000]],
}
const refusals: Readonly<Record<string, string>> = {
  'genkgo-camt__camt053.v2.wrong.xml': 'CAMT_NO_STATEMENT',
  'jasperkrijgsman-dutch-sepa-iso20022__camt.053.001.02.xml': 'CURRENCY_NOT_EUR',
  'newinnovations-camt053__example-camt053-b.xml': 'CURRENCY_NOT_EUR',
}

/** Per status report: the original message, the status and reason of the file, and of every group with its transactions. */
const reports: Readonly<Record<string, readonly unknown[]>> = {
  'moov-io-iso20022__pain002-chdd-cor1_p_ch2909000000250094239_1110097483_0_2018031317221082.xml': ['MsgId-CHDD-Musterfile', undefined, undefined, ['PmtInfId-CHDD-1', 'ACCP', undefined]],
  'moov-io-iso20022__pain002-epo_p_0_0_0_2018031510491259.xml': ['MsgId-001', 'ACTC', undefined],
  'moov-io-iso20022__pain002-epo_p_0_0_0_2018032614401842.xml': ['MsgId-005', 'RJCT', 'AM10'],
  'moov-io-iso20022__pain002-epo_p_ch2909000000250094239_1109800799_0_2018032612092784.xml':
    ['MsgId-006', undefined, undefined, ['PmtInfId-006-01', 'RJCT', 'NARR', ['EndToEndId-006-01-01', 'InstrId-006-01-01', 'RJCT', 'AC01']]],
  'moov-io-iso20022__pain002-epo_p_ch5109000000250092291_1110097605_0_2018031511252307.xml':
    ['MsgId-001', undefined, undefined, ['PmtInfId-001-03', 'PART', undefined, ['EndToEndId-001-03-04', 'InstrId-001-03-04', 'RJCT', 'AC01']]],
  'own__pain.002.001.10_PART_one_RJCT_AC01.xml': ['VOLO-20261123-000042', 'PART', undefined, ['VOLO-20261123-000042-1', 'PART', undefined, ['C0000001235', undefined, 'RJCT', 'AC01']]],
}

function withoutSamples() {
  describe('the shared bank files', () => {
    it('are not beside this checkout: the fixtures of the other tests stand in for them', () => expect(sharedData).toBeUndefined())
  })
}

function withSamples(data: string) {
  const folder = join(data, 'bank-samples')
  const read = (file: string) => readCamt053(decodeXml(readFileSync(join(folder, 'camt053', file))))

  describe('the shared bank files', () => {
    it('are all known here', () => {
      const files = readdirSync(join(folder, 'camt053')).filter((file) => file.endsWith('.xml'))
      expect(files.toSorted()).toEqual([...Object.keys(statements), ...Object.keys(refusals)].toSorted())
    })
    it.each(Object.entries(statements))('%s', (file, expected) => {
      expect(read(file).map((statement) => [
        statement.iban, statement.openingCents, statement.closingCents, statement.balanced, sumCents(statement.entries.map(({ amountCents }) => amountCents)),
      ])).toEqual(expected)
    })
    it.each(Object.entries(refusals))('%s is refused: %s', (file, code) => {
      expect(() => read(file)).toThrow(expect.objectContaining({ code }))
    })
    it.each(['02', '08'])('own .%s has one batch, three returns and a gift', (version) => {
      const entries = read(`own__camt.053.001.${version}_batch225_returns75.xml`).flatMap((statement) => statement.entries)
      expect(entries.map((entry) => [entry.amountCents, entry.pmtInfId, entry.endToEndId, entry.mandateId, entry.returnReason, entry.counterName])).toEqual([
        [22_500, 'VOLO-20261123-000043-1', undefined, undefined, undefined, undefined],
        [-2_500, undefined, 'C0000002003', 'M-2024-00103', 'AM04', 'P. Jansen'],
        [-2_500, 'VOLO-20261123-000043-1', 'C0000002004', 'M-2024-00104', 'MD06', 'K. Bakker'],
        [-2_500, 'VOLO-20261123-000043-1', 'C0000002005', 'M-2024-00105', 'MS02', 'L. Smit'],
        [1_000, undefined, undefined, undefined, undefined, 'A. de Groot'],
      ])
    })
    it('are all known status reports', () => {
      expect(readdirSync(join(folder, 'pain002')).filter((file) => file.endsWith('.xml')).toSorted()).toEqual(Object.keys(reports).toSorted())
    })
    it.each(Object.entries(reports))('sepa §10.3: %s', (file, expected) => {
      const report = readPain002(decodeXml(readFileSync(join(folder, 'pain002', file))))
      expect([report.originalMessageId, report.groupStatus, report.groupReason, ...report.groups.map((one) => [
        one.originalPaymentInformationId, one.status, one.reason, ...one.transactions.map((transaction) => [
          transaction.originalEndToEndId, transaction.originalInstructionId, transaction.status, transaction.reason,
        ]),
      ])]).toEqual(expected)
    })
    it('hold the pain.008.001.08 that is written for the same collections', () => {
      const golden = readFileSync(join(folder, 'pain008', 'own__pain.008.001.08_two_tx_smnda_nonEEA.xml'), 'utf8')
      const file = { ...message(group([
        instruction(1, { endToEndId: 'C0000001234', mandateReference: 'M-2024-00017', remittance: 'Contributie 2026 factuur 2026-0815' }),
        instruction(2, {
          endToEndId: 'C0000001235', mandateReference: 'M-2024-00018', signedOn: day('2024-03-02'), amountCents: cents(1_250), formerIban: 'NL44RABO0123456789',
          debtorName: 'Anna Müller', debtorIban: 'CH9300762011623852957', debtorBic: 'UBSWCHZH80A', remittance: 'Donatie november',
          debtorAddress: { street: 'Bahnhofstrasse', houseNumber: '1', postcode: '8001', town: 'Zürich', country: 'CH' },
        }),
      ], { paymentInformationId: 'VOLO-20261123-000042-1' })), messageId: 'VOLO-20261123-000042' }
      expect([...pain008(file)].join('')).toBe(golden.replace('?>\n', '?>').trim())
    })
  })
}

// Only what can run is registered, so that no test is ever skipped.
const register = (data: string | undefined) => (data === undefined ? withoutSamples() : withSamples(data))
register(sharedData)
