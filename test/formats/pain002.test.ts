import { describe, expect, it } from 'vitest'
import { readPain002 } from '../../src/formats/pain002'
import { pain002For } from '../bank/pain002For'
import { receivedOrders } from '../bank/receivedOrders'
import { group, instruction, message, written } from './debitMessages'
import { schemaCheck } from './xsd'

const report = (inside: string, { name = 'CstmrPmtStsRpt', version = '03' } = {}): string =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.${version}"><${name}><GrpHdr><MsgId>S1</MsgId><CreDtTm>2026-11-23T12:00:00</CreDtTm></GrpHdr>${inside}</${name}></Document>`
const original = (inside = '') => `<OrgnlGrpInfAndSts><OrgnlMsgId>M1</OrgnlMsgId><OrgnlMsgNmId>pain.008.001.08</OrgnlMsgNmId>${inside}</OrgnlGrpInfAndSts>`
const ofGroup = (inside: string) => `<OrgnlPmtInfAndSts><OrgnlPmtInfId>M1-1</OrgnlPmtInfId>${inside}</OrgnlPmtInfAndSts>`
const reason = (code: string) => `<StsRsnInf><Rsn><Cd>${code}</Cd></Rsn><AddtlInf>toelichting</AddtlInf></StsRsnInf>`

describe('readPain002 (sepa §10.3)', () => {
  it('reads what a simulated bank answers', () => {
    const orders = receivedOrders(written(message(group([instruction(1), instruction(2)]))))
    const answer = pain002For(orders, [{ endToEndId: 'C000000000002', reason: 'AC01' }])
    schemaCheck('pain.002.001.10')?.(answer)
    expect(readPain002(answer)).toEqual({
      messageId: 'STS-V261123-7K3QX0ZD', originalMessageId: 'V261123-7K3QX0ZD', groupStatus: 'PART', groupReason: undefined,
      groups: [{
        originalPaymentInformationId: 'V261123-7K3QX0ZD-1', status: 'PART', reason: undefined,
        transactions: [{ originalEndToEndId: 'C000000000002', originalInstructionId: undefined, status: 'RJCT', reason: 'AC01', amountCents: undefined }],
      }],
    })
  })
  it('reads a whole file that was rejected for its control sum', () => {
    expect(readPain002(report(original(`<GrpSts>RJCT</GrpSts>${reason('AM10')}`)))).toMatchObject({ originalMessageId: 'M1', groupStatus: 'RJCT', groupReason: 'AM10', groups: [] })
  })
  it('reads a group that was rejected, with a reason of the bank itself', () => {
    const own = '<StsRsnInf><Orgtr><Nm>Bank</Nm></Orgtr></StsRsnInf><StsRsnInf><Rsn><Prtry>X7</Prtry></Rsn></StsRsnInf>'
    expect(readPain002(report(original() + ofGroup(`<PmtInfSts>RJCT</PmtInfSts>${own}`))).groups).toEqual(
      [{ originalPaymentInformationId: 'M1-1', status: 'RJCT', reason: 'X7', transactions: [] }])
  })
  it('reads the amount of a transaction', () => {
    const transaction = (amount: string) => `<TxInfAndSts><OrgnlEndToEndId>C1</OrgnlEndToEndId><TxSts>RJCT</TxSts><OrgnlTxRef><Amt>${amount}</Amt></OrgnlTxRef></TxInfAndSts>`
    const [euros, francs] = readPain002(report(ofGroup(transaction('<InstdAmt Ccy="EUR">12.5</InstdAmt>') + transaction('<InstdAmt Ccy="CHF">12.5</InstdAmt>')))).groups[0]?.transactions ?? []
    expect([euros?.amountCents, francs?.amountCents]).toEqual([1_250, undefined])
  })
  it.each(['RVMC', 'RVNM', 'RCVC', 'ACTC', 'PDNG', ''])('keeps the status %j as it is', (status) => {
    const transaction = `<TxInfAndSts><OrgnlEndToEndId>C1</OrgnlEndToEndId><TxSts>${status}</TxSts></TxInfAndSts>`
    expect(readPain002(report(original() + ofGroup(transaction))).groups[0]?.transactions[0]?.status).toBe(status)
  })
  it.each([['', undefined], ['<OrgnlEndToEndId>NOTPROVIDED</OrgnlEndToEndId>', undefined], ['<OrgnlEndToEndId> C1\n</OrgnlEndToEndId>', 'C1']])(
    'has beside %j the instruction id', (endToEndId, expected) => {
      const transaction = `<TxInfAndSts><OrgnlInstrId>I1</OrgnlInstrId>${endToEndId}<TxSts>RJCT</TxSts></TxInfAndSts>`
      expect(readPain002(report(original() + ofGroup(transaction))).groups[0]?.transactions).toMatchObject([{ originalEndToEndId: expected, originalInstructionId: 'I1' }])
    })
  it('reads version .02, which has its transactions outside the groups', () => {
    const transaction = (group: string, id: string) => `<TxInfAndSts><OrgnlPmtInfId>${group}</OrgnlPmtInfId><OrgnlEndToEndId>${id}</OrgnlEndToEndId><TxSts>RJCT</TxSts>`
      + '<StsRsnInf><StsRsn><Cd>AM04</Cd></StsRsn></StsRsnInf></TxInfAndSts>'
    const file = report(original('<GrpSts>PART</GrpSts>') + transaction('M1-1', 'C1') + transaction('M1-2', 'C2') + transaction('M1-1', 'C3'), { name: 'pain.002.001.02', version: '02' })
    expect(readPain002(file)).toMatchObject({ messageId: 'S1', groupStatus: 'PART', groups: [
      { originalPaymentInformationId: 'M1-1', transactions: [{ originalEndToEndId: 'C1', reason: 'AM04' }, { originalEndToEndId: 'C3' }] },
      { originalPaymentInformationId: 'M1-2', transactions: [{ originalEndToEndId: 'C2' }] },
    ] })
  })
  it('does not mind prefixes, order and pieces', () => {
    const file = report(ofGroup('<TxInfAndSts><TxSts>RJCT</TxSts><OrgnlEndToEndId>C1</OrgnlEndToEndId></TxInfAndSts><PmtInfSts>PART</PmtInfSts>') + original())
    const prefixed = file.replace('xmlns=', 'xmlns:p=').replace(/<(\/?)(?=\w)/g, '<$1p:')
    expect(readPain002(prefixed)).toEqual(readPain002(file))
    expect(readPain002(file.match(/.{1,7}/gs) ?? [])).toEqual(readPain002(file))
    expect(readPain002(file).groups).toMatchObject([{ status: 'PART', transactions: [{ originalEndToEndId: 'C1' }] }])
  })
  it.each([
    ['PAIN002_NOT_A_REPORT', '<Document><BkToCstmrStmt/></Document>'], ['XML_INVALID', report('').slice(0, -1)], ['XML_DOCTYPE', `<!DOCTYPE x>${report('')}`],
    ['AMOUNT_NOT_WHOLE_CENTS', report(ofGroup('<TxInfAndSts><OrgnlTxRef><Amt><InstdAmt Ccy="EUR">1.005</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>'))],
  ])('gives %s for %s', (code, file) => expect(() => readPain002(file)).toThrow(expect.objectContaining({ code })))
})
