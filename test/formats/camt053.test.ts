import { describe, expect, it } from 'vitest'
import { readCamt053 } from '../../src/formats/camt053'
import { camt053, details, ntry } from './camtFixtures'

const entriesOf = (...entries: readonly string[]) => readCamt053(camt053(entries.join(''))).flatMap((statement) => statement.entries)
const amountsOf = (...entries: readonly string[]) => entriesOf(...entries).map(({ amountCents }) => amountCents)
const amount = (text: string, currency = 'EUR') => `<Amt Ccy="${currency}">${text}</Amt>`
const refs = (endToEndId: string) => `<Refs><EndToEndId>${endToEndId}</EndToEndId></Refs>`
const parties = '<RltdPties><Dbtr><Nm>Debtor</Nm></Dbtr><DbtrAcct><Id><IBAN>NL44RABO0123456789</IBAN></Id></DbtrAcct>'
  + '<Cdtr><Pty><Nm>Creditor</Nm></Pty></Cdtr><CdtrAcct><Id><Othr><Id>123</Id></Othr></Id></CdtrAcct></RltdPties>'
const code = (family: string, subFamily: string) => `<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>${family}</Cd><SubFmlyCd>${subFamily}</SubFmlyCd></Fmly></Domn></BkTxCd>`

describe('a camt.053 statement', () => {
  it('has its account, balances and dates', () => {
    expect(readCamt053(camt053(ntry('5.00') + ntry('-5.00')))[0]).toMatchObject({
      iban: 'NL91ABNA0417164300', id: 'S1', openingCents: 10_000, closingCents: 10_000, closingDate: '2026-12-01', balanced: true, pendingCount: 0,
    })
  })
  it('does not balance when a cent is missing', () => expect(readCamt053(camt053(ntry('0.01')))[0]?.balanced).toBe(false))
  it('does not balance without balances', () => {
    const file = camt053(ntry('5.00')).replace(/<Bal>.*<\/Bal>/, '')
    expect(readCamt053(file)[0]).toMatchObject({ balanced: false, openingCents: undefined, closingCents: undefined })
  })
  it('may open with the previous closing balance', () => expect(readCamt053(camt053('').replace('OPBD', 'PRCD'))[0]?.openingCents).toBe(10_000))
  it('may come several in a file, each with its own entries', () => {
    const file = camt053(ntry('1.00'))
    const statement = /<Stmt>.*<\/Stmt>/s.exec(file)?.[0] ?? ''
    const other = statement.replace('NL91ABNA0417164300', 'NL44RABO0123456789').replace('>1.00<', '>2.00<')
    expect(readCamt053(file.replace(statement, statement + other)).map(({ iban, entries }) => [iban, entries.map(({ amountCents }) => amountCents)]))
      .toEqual([['NL91ABNA0417164300', [100]], ['NL44RABO0123456789', [200]]])
  })
  it.each(['02', '04', '08'])('may be of version .%s, with or without a prefix', (version) => {
    expect(readCamt053(camt053(ntry('1.00'), { version }))[0]?.entries).toHaveLength(1)
    expect(readCamt053(camt053(ntry('1.00'), { version, prefix: 'ns2:' }).replace('xmlns=', 'xmlns:ns2='))[0]?.entries).toHaveLength(1)
  })
})

describe('an entry', () => {
  it('counts when it is booked', () => {
    const pending = ntry('9.00', '', { status: '<Sts>PDNG</Sts>' })
    const statement = readCamt053(camt053(ntry('1.00', '', { status: '<Sts>BOOK</Sts>' }) + ntry('2.00') + ntry('4.00', '', { status: '' }) + pending))[0]
    expect(statement?.entries.map(({ amountCents }) => amountCents)).toEqual([100, 200, 400])
    expect(statement?.pendingCount).toBe(1)
  })
  it('has the sign of its indicator, also when it is a reversal', () => {
    expect(entriesOf(ntry('-25.00', '<RvslInd>true</RvslInd>'))[0]).toMatchObject({ amountCents: -2_500, isReversal: true })
  })
  it('has the date of an instant as the bank wrote it', () => {
    const entry = ntry('1.00').replace('<Dt>2026-12-01</Dt>', '<DtTm>2026-11-30T23:59:59+01:00</DtTm>')
    expect(entriesOf(entry)[0]).toMatchObject({ bookingDate: '2026-11-30', valueDate: '2026-12-02' })
    expect(entriesOf(ntry('1.00').replace(/<BookgDt>.*<\/BookgDt>/, ''))[0]).toMatchObject({ bookingDate: '2026-12-02' })
  })
  it('of a batch is one line with its payment group', () => {
    const batch = '<NtryDtls><Btch><MsgId>M</MsgId><PmtInfId>M-1</PmtInfId><NbOfTxs>9</NbOfTxs></Btch></NtryDtls>'
    expect(entriesOf(ntry('225.00', code('IDDT', 'ESDD') + batch))[0]).toMatchObject(
      { amountCents: 22_500, pmtInfId: 'M-1', msgId: 'M', txCount: 9, code: 'IDDT/ESDD', endToEndId: undefined })
  })
  it.each([['NOTPROVIDED', undefined], ['nonref', undefined], ['C1', 'C1']])('with end-to-end id %s has %s', (written, expected) => {
    expect(entriesOf(ntry('1.00', details(refs(written))))[0]?.endToEndId).toBe(expected)
  })
  it.each([
    ['<RmtInf><Ustrd>Gift </Ustrd><Ustrd>for\n you</Ustrd></RmtInf>', 'Gift for you'],
    ['<RmtInf><Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf>', 'RF18539007547034'],
    ['<AddtlTxInf>More</AddtlTxInf>', 'More'], ['', 'Entry text'],
  ])('with %s reads %s', (inside, expected) => {
    expect(entriesOf(ntry('1.00', `${details(inside)}<AddtlNtryInf>Entry text</AddtlNtryInf>`))[0]?.description).toBe(expected)
  })
  it.each([['AM04', 'AM04'], ['AC07', 'AC07'], ['0000', undefined]])('with reason %s has return reason %s', (written, expected) => {
    expect(entriesOf(ntry('-1.00', details(`<RtrInf><Rsn><Cd>${written}</Cd></Rsn></RtrInf>`)))[0]?.returnReason).toBe(expected)
  })
  it.each([
    ['1.00', code('RCDT', 'ESCT'), 'Debtor', 'NL44RABO0123456789'], ['-1.00', code('ICDT', 'ESCT'), 'Creditor', '123'],
    ['-1.00', `<RvslInd>true</RvslInd>${code('IDDT', 'UPDD')}`, 'Debtor', 'NL44RABO0123456789'], ['-1.00', code('IDDT', 'UPDD'), 'Debtor', 'NL44RABO0123456789'],
    ['-1.00', code('RDDT', 'ESDD'), 'Creditor', '123'], ['1.00', `<RvslInd>true</RvslInd>${code('ICDT', 'RRTN')}`, 'Creditor', '123'],
  ])('of %s with %s comes from %s', (signed, inside, counterName, counterIban) => {
    expect(entriesOf(ntry(signed, inside + details(parties)))[0]).toMatchObject({ counterName, counterIban })
  })
})

describe('an entry with details', () => {
  it.each([
    ['each with its own amount', [ntry('-50.00', details(amount('20.00'), amount('30.00')))], [-2_000, -3_000]],
    ['in the older place', [ntry('-50.00', details('<AmtDtls><TxAmt><Amt Ccy="EUR">20</Amt></TxAmt></AmtDtls>', amount('30.00')))], [-2_000, -3_000]],
    ['that explain too little', [ntry('-53.00', details(amount('20.00'), amount('30.00')))], [-2_000, -3_000, -300]],
    ['of which one goes the other way', [ntry('5.00', details(`${amount('3.00')}<CdtDbtInd>DBIT</CdtDbtInd>`, amount('8.00')))], [-300, 800]],
    ['without an amount', [ntry('-50.00', details(refs('C1')))], [-5_000]],
    ['of which some have no amount', [ntry('-50.00', details(amount('20.00'), refs('C1')))], [-5_000]],
    ['in another currency', [ntry('50.00', details(amount('60.00', 'USD')))], [5_000]],
    ['and bank charges on top', [ntry('-53.00', details('<AmtDtls><InstdAmt><Amt Ccy="EUR">50.00</Amt></InstdAmt></AmtDtls><Chrgs><Rcrd><Amt Ccy="EUR">3.00</Amt></Rcrd></Chrgs>'))], [-5_000, -300]],
  ])('%s', (_, entries, expected) => expect(amountsOf(...entries)).toEqual(expected))

  it('keeps the references of each, and the texts of those it cannot divide', () => {
    const [first, second] = entriesOf(ntry('-50.00', details(refs('C1') + amount('20.00'), refs('C2') + amount('30.00'))))
    expect([first?.endToEndId, second?.endToEndId]).toEqual(['C1', 'C2'])
    const text = (words: string) => `<RmtInf><Ustrd>${words}</Ustrd></RmtInf>`
    expect(entriesOf(ntry('-50.00', details(text('a'), text('b'))))[0]).toMatchObject({ description: 'a b', txCount: 2 })
  })
})

describe('a camt.053 file is refused', () => {
  it.each([
    ['CAMT_NO_STATEMENT', camt053('').replace(/<Stmt>.*<\/Stmt>/s, '')], ['CAMT_NO_STATEMENT', '<html/>'],
    ['CURRENCY_NOT_EUR', camt053(ntry('1.00', '', { currency: 'CHF' }))], ['CURRENCY_NOT_EUR', camt053(ntry('1.00').replace(' Ccy="EUR"', ''))],
    ['AMOUNT_NOT_WHOLE_CENTS', camt053(ntry('1.005'))], ['AMOUNT_NOT_WHOLE_CENTS', camt053(ntry('1.00', details(amount('0.00001'))))],
    ...['NaN', '1e3', '+1', '1,00', '', '0x10', '1.', '.5', '١', '99999999999999', 'Infinity', '1 000.00'].map((text) => ['AMOUNT_NOT_WHOLE_CENTS', camt053(ntry(text))]),
    ['CAMT_INCOMPLETE', camt053(ntry('1.00').replace('CRDT', 'CREDIT'))], ['CAMT_DATE_INVALID', camt053(ntry('1.00').replace('2026-12-01', '2026-13-01'))],
    ['CAMT_INCOMPLETE', camt053(ntry('1.00').replace(/<BookgDt>.*<\/ValDt>/, ''))], ['CAMT_INCOMPLETE', camt053('').replace(/<Acct>.*<\/Acct>/, '')],
  ])('with %s: %s', (expected, file) => expect(() => readCamt053(file ?? '')).toThrow(expect.objectContaining({ code: expected })))

  it('with the line of what is wrong', () => {
    const file = camt053(`\n\n${ntry('1.00')}\n${ntry('1.001')}`)
    expect(() => readCamt053(file)).toThrow(expect.objectContaining({ params: { value: '1.001', line: 5 } }))
  })
  it.each(['8.85000', '8.850', '8.85', '8.8500000000000000'])('but not for writing %s', (text) => expect(amountsOf(ntry(text))).toEqual([885]))
  it('but not for a comment or CDATA in an amount', () => expect(amountsOf(ntry('8.85').replace('8.85', '8<!-- x -->.<![CDATA[85]]>'))).toEqual([885]))
})
