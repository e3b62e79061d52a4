import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/localDate'
import { cents } from '../../src/domain/money'
import type { StatementEntry } from '../../src/formats/statement'
import { writeCamt054 } from '../bank/camt054Write'
import { camt053, details, ntry } from './camtFixtures'
import { entriesIn, readWhole } from './readWhole'
import { schemaCheck } from './xsd'

const amount = (text: string, currency = 'EUR') => `<Amt Ccy="${currency}">${text}</Amt>`
const code = (family: string, subFamily: string) => `<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>${family}</Cd><SubFmlyCd>${subFamily}</SubFmlyCd></Fmly></Domn></BkTxCd>`
const returned = (id: string, reason: string, written: string) =>
  `<Refs><PmtInfId>V-1</PmtInfId><InstrId>${id}</InstrId><EndToEndId>${id}</EndToEndId><MndtId>M-${id}</MndtId></Refs>${amount(written)}<RtrInf><Rsn><Cd>${reason}</Cd></Rsn></RtrInf>`
const balances = (opening: string, closing: string) => (file: string) => file.replace('>100.00<', `>${opening}<`).replace('>100.00<', `>${closing}<`)
const amountsIn = async (file: string) => (await entriesIn(file)).map(({ amountCents }) => amountCents)

describe('sepa §10.1: camt.053', () => {
  it.each(['02', '04', '08'])('sepa §10.1: .%s: 1000.00 + 225.00 - 25.00 - 50.00 + 10.00 = 1160.00, one batch, three returns, one gift', async (version) => {
    const isOld = version === '02'
    const status = isOld ? { status: '<Sts>BOOK</Sts>' } : {}
    const party = (name: string) => `<RltdPties><Dbtr>${isOld ? `<Nm>${name}</Nm>` : `<Pty><Nm>${name}</Nm></Pty>`}</Dbtr><DbtrAcct><Id><IBAN>NL44RABO0123456789</IBAN></Id></DbtrAcct></RltdPties>`
      + `<RltdAgts><DbtrAgt><FinInstnId>${isOld ? '<BIC>RABONL2U</BIC>' : '<BICFI>RABONL2U</BICFI>'}</FinInstnId></DbtrAgt></RltdAgts>`
    const file = balances('1000.00', '1160.00')(camt053([
      ntry('225.00', `${code('IDDT', 'ESDD')}<NtryDtls><Btch><PmtInfId>V-1</PmtInfId><NbOfTxs>9</NbOfTxs></Btch></NtryDtls>`, status),
      ntry('-25.00', `<RvslInd>true</RvslInd>${code('IDDT', 'UPDD')}${details(returned('C3', 'AM04', '25.00') + party('P. Jansen'))}`, status),
      ntry('-50.00', `<RvslInd>true</RvslInd>${code('IDDT', 'UPDD')}<NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch><TxDtls>${returned('C4', 'MD06', '25.00')}</TxDtls><TxDtls>${returned('C5', 'MS02', '25.00')}</TxDtls></NtryDtls>`, status),
      ntry('10.00', code('RCDT', 'ESCT') + details(party('A. de Groot')), status),
    ].join(''), { version }))
    const { statements: [statement] } = await readWhole(file)
    expect(statement).toMatchObject({ openingCents: 100_000, closingCents: 116_000, movementsCents: 16_000, balanced: true, problems: [] })
    expect(statement?.entries.map((entry) => [entry.amountCents, entry.pmtInfId, entry.endToEndId, entry.mandateId, entry.returnReason, entry.counterName])).toEqual([
      [22_500, 'V-1', undefined, undefined, undefined, undefined], [-2_500, 'V-1', 'C3', 'M-C3', 'AM04', 'P. Jansen'], [-2_500, 'V-1', 'C4', 'M-C4', 'MD06', undefined],
      [-2_500, 'V-1', 'C5', 'M-C5', 'MS02', undefined], [1_000, undefined, undefined, undefined, undefined, 'A. de Groot'],
    ])
  })
  it('sepa §10.1: lines -754.25, -564.05, -100.00, +1405.31, and a warning that 15555.28 is not 15121.12', async () => {
    const file = balances('15568.27', '15121.12')(camt053(['-754.25', '-564.05', '-100.00', '1405.31'].map((written) => ntry(written)).join('')))
    expect((await readWhole(file)).statements).toMatchObject([{ movementsCents: -1_299, balanced: false, problems: ['STATEMENT_ADDS_UP_WRONG'] }])
    expect(await amountsIn(file)).toEqual([-75_425, -56_405, -10_000, 140_531])
  })
  it('sepa §10.1: with_batch -> PmtInfId O0OpeAYTkhjerKu3eE9asw, 3 transactions, though the file fits no schema', async () => {
    const file = camt053(ntry('9.00', '<Made>up</Made><NtryDtls><Btch><PmtInfId>O0OpeAYTkhjerKu3eE9asw</PmtInfId><NbOfTxs>3</NbOfTxs></Btch></NtryDtls>'))
    expect(await entriesIn(file)).toMatchObject([{ pmtInfId: 'O0OpeAYTkhjerKu3eE9asw', txCount: 3 }])
  })
  it('sepa §10.1: ten entries from 10000.00 to 23644.83 add up', async () => {
    const file = balances('10000.00', '23644.83')(camt053(Array.from({ length: 10 }, (_, index) => ntry(index === 9 ? '1364.51' : '1364.48')).join('')))
    expect((await readWhole(file)).statements[0]).toMatchObject({ entryCount: 10, balanced: true })
  })
  it('sepa §10.1: two statements of one account, 18.15 -> 27.00 -> 20.00', async () => {
    const one = balances('18.15', '27.00')(camt053(ntry('8.85')))
    const other = /<Stmt>.*<\/Stmt>/s.exec(balances('27.00', '20.00')(camt053(ntry('-7.00'))))?.[0] ?? ''
    expect((await readWhole(one.replace('</Stmt>', `</Stmt>${other}`))).statements.map(({ openingCents, closingCents, balanced }) => [openingCents, closingCents, balanced]))
      .toEqual([[1_815, 2_700, true], [2_700, 2_000, true]])
  })
  it('sepa §10.1: two accounts, 203.69 -> 661.69 and 1859.13 -> 1660.87', async () => {
    const one = balances('203.69', '661.69')(camt053(ntry('458.00')))
    const other = /<Stmt>.*<\/Stmt>/s.exec(balances('1859.13', '1660.87')(camt053(ntry('-198.26'))))?.[0]?.replace('NL91ABNA0417164300', 'NL44RABO0123456789') ?? ''
    expect((await readWhole(one.replace('</Stmt>', `</Stmt>${other}`))).statements.map(({ iban, balanced, entryCount }) => [iban, balanced, entryCount]))
      .toEqual([['NL91ABNA0417164300', true, 1], ['NL44RABO0123456789', true, 1]])
  })
  it('sepa §10.1: wrong.xml, with no statement in it -> refused', async () => {
    await expect(readWhole(camt053('').replace(/<Stmt>.*<\/Stmt>/s, ''))).rejects.toThrow(expect.objectContaining({ code: 'CAMT_NO_STATEMENT' }))
  })
  it('sepa §10.1: DBIT with RvslInd is money out, and is never turned round', async () => expect(await amountsIn(camt053(ntry('-25.00', '<RvslInd>true</RvslInd>')))).toEqual([-2_500]))
  it('sepa §10.1: a debit of somebody else on our own account is no return of ours', async () => {
    expect(await entriesIn(camt053(ntry('-9.00', code('RDDT', 'ESDD'))))).toMatchObject([{ amountCents: -900, returnReason: undefined, isReversal: false, code: 'RDDT/ESDD' }])
  })
  it('sepa §10.1: 53.00 = 50.00 + 3.00 charges -> a return of 50.00 and bank costs of 3.00', async () => {
    const file = camt053(ntry('-53.00', details(`<Refs><EndToEndId>C1</EndToEndId></Refs><AmtDtls><InstdAmt>${amount('50.00')}</InstdAmt><TxAmt>${amount('53.00')}</TxAmt></AmtDtls><Chrgs>${amount('3.00')}</Chrgs>`)))
    expect((await entriesIn(file)).map(({ amountCents, endToEndId }) => [amountCents, endToEndId])).toEqual([[-5_000, 'C1'], [-300, undefined]])
  })
  it.each([['8.85000', 885], ['10000000000.00000', 1_000_000_000_000]])('sepa §10.1: five decimals, %s, are fine when the cents are whole', async (written, expected) => expect(await amountsIn(camt053(ntry(written)))).toEqual([expected]))
  it('sepa §10.1: entries of nothing, without details, and with empty details are normal', async () => {
    expect(await amountsIn(camt053(ntry('0.00') + ntry('1.00') + ntry('2.00', '<NtryDtls/>') + ntry('3.00', '<NtryDtls><TxDtls/></NtryDtls>')))).toEqual([0, 100, 200, 300])
  })
  it('sepa §10.1: only one TxDtls without an amount -> the amount of the entry', async () => expect(await amountsIn(camt053(ntry('7.00', details('<Refs/>'))))).toEqual([700]))
  it('keeps the amounts of many details apart, in order, and the rest as one', async () => {
    const many = Array.from({ length: 1_200 }, (_, index) => `${amount('1.00')}<Refs><EndToEndId>C${index}</EndToEndId></Refs>`)
    const entries = await entriesIn(camt053(ntry('1201.00', details(...many))))
    expect(entries.map(({ endToEndId }) => endToEndId)).toEqual([...many.map((_, index) => `C${index}`), undefined])
    expect(entries.at(-1)?.amountCents).toBe(100)
  })
  it('reads an account that is no IBAN, without its spaces', async () => {
    const file = camt053('').replace('<IBAN>NL91ABNA0417164300</IBAN>', '<Othr><Id>50 00 0000 0549</Id></Othr>')
    expect((await readWhole(file)).statements[0]?.iban).toBe('500000000549')
  })
  it('reads what stands in another order, and balances under a name of the bank', async () => {
    const file = camt053(`<Ntry>${details(amount('2.00'))}<BookgDt><DtTm>2026-12-01T00:00:00+01:00</DtTm></BookgDt><CdtDbtInd>CRDT</CdtDbtInd>${amount('2.00')}</Ntry>`).replace('<Cd>OPBD</Cd>', '<Prtry>OPBD</Prtry>')
    expect((await readWhole(file)).statements[0]).toMatchObject({ openingCents: 10_000, entries: [{ amountCents: 200, bookingDate: '2026-12-01' }] })
  })
  it('opens and closes the parts of a day with interim balances', async () => {
    const parts = [camt053('').replace('CLBD', 'ITBD'), camt053('').replace('OPBD', 'ITBD'), camt053('').replace('OPBD', 'ITBD').replace('CLBD', 'ITBD')]
    for (const part of parts) expect((await readWhole(part)).statements[0]).toMatchObject({ openingCents: 10_000, closingCents: 10_000, balanced: true })
  })
  it.each([['GBP', 4], ['', 4]])('is refused for an entry in %j, with its line', async (currency, line) => {
    await expect(readWhole(camt053(`\n\n${ntry('1.00', '', { currency })}`))).rejects.toThrow(expect.objectContaining({ code: 'CURRENCY_NOT_EUR', params: { value: currency, line } }))
  })
  it.each([['<Ntry/>', 'Stmt'], ['<Stmt><Stmt/></Stmt>', 'BkToCstmrStmt']])('is refused for %s where it does not belong', async (stray, field) => {
    await expect(readWhole(camt053('').replace('<Stmt>', stray.includes('Stmt') ? '<Stmt><Stmt>' : '<Ntry/><Stmt>'))).rejects.toThrow(expect.objectContaining({ code: 'CAMT_INCOMPLETE', params: expect.objectContaining({ field }) as unknown }))
  })
})

describe('sepa §10.2: camt.054', () => {
  const part = (id: string, amountCents: number, reason?: string): StatementEntry => ({
    bookingDate: day('2026-12-01'), valueDate: day('2026-12-01'), amountCents: cents(amountCents), counterIban: 'NL44RABO0123456789', counterName: `Debtor ${id}`, description: 'Contributie', endToEndId: id,
    mandateId: `M-${id}`, pmtInfId: 'V-1', returnReason: reason, bankRef: `B-${id}`, code: 'IDDT/UPDD', isReversal: reason !== undefined,
  })
  const returns = [part('C1', -2_500, 'AM04'), part('C2', -2_500, 'MD06'), part('C3', -1_000, 'MS02')]
  const notification = { iban: 'NL91ABNA0417164300', id: 'N1', entries: [{ reference: 'ENTRY-1', bookingDate: day('2026-12-01'), valueDate: day('2026-12-01'), pmtInfId: 'V-1', parts: returns }] }

  it.each(['02', '08'] as const)('sepa §10.2: .%s: three returns, each with the line that the bank books them in', async (version) => {
    const xml = writeCamt054(notification, version)
    const { format, statements } = await readWhole(xml)
    expect(format).toBe('camt054')
    expect(statements).toMatchObject([{ iban: 'NL91ABNA0417164300', id: 'N1', balanced: undefined, openingCents: undefined, closingCents: undefined, movementsCents: -6_000, problems: [] }])
    expect(statements[0]?.entries).toEqual(returns.map((entry) => expect.objectContaining({ ...entry, entry: { reference: 'ENTRY-1', cents: -6_000 } }) as unknown))
  })
  it('is valid where it can be checked', () => {
    schemaCheck('camt.054.001.02')?.(writeCamt054(notification, '02'))
    expect(writeCamt054(notification, '02')).toContain('camt.054.001.02')
  })
  it('is no camt.053 to whoever wants one, and a camt.053 has no whole lines', async () => {
    expect((await entriesIn(camt053(ntry('1.00'))))[0]).not.toHaveProperty('entry')
  })
})
