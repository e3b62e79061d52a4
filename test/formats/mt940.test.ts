import { describe, expect, it } from 'vitest'
import { dialectFiles, mt940 } from './mt940Fixtures'
import { entriesIn, readWhole } from './readWhole'

const movement = (first: string, ...more: readonly string[]) => mt940(`:61:${first}`, ...more)
const first = async (...lines: readonly string[]) => (await entriesIn(movement(lines[0] ?? '', ...lines.slice(1))))[0]
const said = (...lines: readonly string[]) => first('2612011201C10,00NTRFNONREF', ...lines)
const refusal = (code: string, params: object): unknown => expect.objectContaining({ code, params: expect.objectContaining(params) as unknown })

/** What cannot be read from a dialect that does not write it. */
const silent: Readonly<Record<string, readonly string[]>> = {
  abnAmroColumns: ['pmtInfId', 'returnReason'], ingOld: ['pmtInfId', 'returnReason'], german: ['returnReason'],
  rabobankOld: ['pmtInfId', 'returnReason', 'endToEndId', 'mandateId'],
}
const otherAccount: Readonly<Record<string, string>> = { ing: 'NL44RABO0123456789', ingOld: 'NL44RABO0123456789', rabobankOld: '0121470966' }

describe.each(Object.entries(dialectFiles))('sepa §10.4: the MT940 of %s', (bank, file) => {
  it('has a batch and a return, and adds up', async () => {
    const { format, statements: [statement, ...others] } = await readWhole(file)
    expect([format, others]).toEqual(['mt940', []])
    expect(statement).toMatchObject({ openingCents: 100_000, closingCents: 120_000, movementsCents: 20_000, balanced: true, problems: [], openingDate: '2026-11-30', closingDate: '2026-12-01' })
    const wanted = (name: string, value: string) => (silent[bank]?.includes(name) ? undefined : value)
    expect(statement?.entries).toMatchObject([
      { amountCents: 22_500, bookingDate: '2026-12-01', valueDate: '2026-12-01', pmtInfId: wanted('pmtInfId', 'V261123-7K3QX0ZD-1'), endToEndId: undefined },
      {
        amountCents: -2_500, bookingDate: '2026-12-01', counterIban: otherAccount[bank] ?? 'NL20INGB0001234567', counterName: expect.stringMatching(/jansen|foo/i) as unknown,
        endToEndId: wanted('endToEndId', 'C000000002003'), mandateId: wanted('mandateId', 'M-2024-00103'), returnReason: wanted('returnReason', 'AM04'),
      },
    ])
  })
  it('is the same with CRLF, with CR, with both by turns, and in pieces of any size', async () => {
    const expected = await readWhole(file)
    for (const end of ['\r\n', '\r']) expect(await readWhole(file.replaceAll('\n', end))).toEqual(expected)
    expect(await readWhole(file.split('\n').map((line, index) => line + (index % 2 ? '\r\n' : '\n')).join(''))).toEqual(expected)
    for (const size of [1, 2, 3, 7, 64]) expect(await readWhole(file.replaceAll('\n', '\r\n'), size)).toEqual(expected)
  })
})

describe('sepa §10.4: the line of a movement', () => {
  it.each([['C', 1_000], ['RD', 1_000], ['D', -1_000], ['RC', -1_000]])('sepa §10.4: mark %s -> %i cents', async (mark, expected) => {
    expect(await first(`2612011201${mark}10,00NTRFNONREF`)).toMatchObject({ amountCents: expected, isReversal: mark.startsWith('R') })
    expect((await first(`2612011201${mark}R10,00NTRFNONREF`))?.amountCents).toBe(expected)
  })
  it.each([['10,', 1_000], ['10000,9', 1_000_090], ['050,97', 5_097], ['000000000127,50', 12_750], ['0,00', 0], ['1171,6', 117_160], ['500.00', 50_000]])(
    'sepa §10.4: amount %s -> %i cents', async (written, expected) => expect((await first(`2612011201C${written}NTRFNONREF`))?.amountCents).toBe(expected))
  it.each([
    ['1412310105', '2014-12-31', '2015-01-05'], ['2601011230', '2026-01-01', '2025-12-30'], ['2601160115', '2026-01-16', '2026-01-15'], ['260116', '2026-01-16', '2026-01-16'],
    ['0912310101', '2009-12-31', '2010-01-01'], ['0901010201', '2009-01-01', '2009-02-01'], ['2802290228', '2028-02-29', '2028-02-28'],
  ])('sepa §10.4: %s -> value date %s, booking date %s', async (written, valueDate, bookingDate) => {
    expect(await first(`${written}C10,00NTRFNONREF`)).toMatchObject({ valueDate, bookingDate })
  })
  it('has the type, the reference of the bank, and references that say nothing', async () => {
    expect(await first('2612011201C10,00NTRFEREF//26335000000001')).toMatchObject({ code: 'NTRF', bankRef: '26335000000001', endToEndId: undefined })
    expect(await first('2612011201C10,00 NRTIKREF+//2016021783252833')).toMatchObject({ code: 'NRTI', bankRef: '2016021783252833' })
    expect(await first('261201C25,03NOV NONREF')).toMatchObject({ code: 'NOV', bankRef: undefined })
    expect(await first('2612011201D20,00NONREF')).toMatchObject({ code: undefined, amountCents: -2_000 })
  })
  it.each([
    '2612011201X10,00NTRFNONREF', '261340C10,00NTRFNONREF', '2612011201C10,00', '2612011201C10,0', '2612011201C1', '2612011201C10,00NT', '', 'C10,00NTRF', '2612311301C10,00NTRFNONREF', '261231C-10,00NTRFNONREF', '2612011201C1e3,00NTRFNONREF',
    '2612011201CNaN,NTRFNONREF',
  ])('is refused with its line when it is %j', async (written) => {
    await expect(readWhole(movement(written))).rejects.toThrow(refusal('MT940_INVALID_LINE', { line: 5 }))
  })
  it.each(['10,005', '1.000', '1.000,00', '1,000.00', '99999999999999,00', ',50', '1,2,3'])('is refused when its amount is %s', async (written) => {
    await expect(readWhole(movement(`2612011201C${written}NTRFNONREF`))).rejects.toThrow(refusal('AMOUNT_NOT_WHOLE_CENTS', { line: 5 }))
  })
})

describe('sepa §10.4: the text of a movement', () => {
  it('sepa §10.4: lines are joined without a separator', async () => {
    expect(await said(':86:/EREF/NOTPROV', 'IDED/NAME/Nespresso Nede', 'rland B.V./REMI/674725433 1120000153447185 14144467636004962', '/ISDT/2013-04-03'))
      .toMatchObject({ endToEndId: undefined, counterName: 'Nespresso Nederland B.V.', description: '674725433 1120000153447185 14144467636004962' })
  })
  it.each([
    ['/REMI//INV/1511682351 1.12.2016/IBAN/NL37DEUT0123456789', '/INV/1511682351 1.12.2016'], ['/NAME/J AAP / FOO B.V./REMI/J AAP / FOO B.V.', 'J AAP / FOO B.V.'],
    ['/ORDP//NAME/D VAN WAARD CJ/REMI//IBS.00008908/ 1001680-P796142 KINDEROPVANG', '/IBS.00008908/ 1001680-P796142 KINDEROPVANG'],
    ['/CNTP/NL44RABO0123456789/RABONL2U/J///REMI/STRD/CUR/9001123412341234/', '9001123412341234'], ['/BENM//NAME/X/REMI//ISDT/2013-07-11', ''],
  ])('sepa §10.4: of %s the text is %j', async (written, description) => expect((await said(`:86:${written}`))?.description).toBe(description))
  it('sepa §10.4: ING -> EREF 02164810730000043, MARF M12345678909', async () => {
    expect(await said(':86:/EREF/02164810730000043//MARF/M12345678909//CSID/NL32ZZZ999999991234//CNTP/NL32INGB0000012345/INGBNL2A/ING Bank N.V. inzake W/AMSTERDAM//REMI/USTD//EV10001REP/'))
      .toMatchObject({ endToEndId: '02164810730000043', mandateId: 'M12345678909', counterIban: 'NL32INGB0000012345', counterName: 'ING Bank N.V. inzake W', description: 'EV10001REP' })
  })
  it('sepa §10.4: Rabobank /PREF/PmtInfId-20151208-987 -> that batch', async () => {
    expect((await said(':86:/PREF/PmtInfId-20151208-987'))?.pmtInfId).toBe('PmtInfId-20151208-987')
    expect((await said(':86:/PREF/PmtInfId-20151208-987/SOMETHING ELSE'))?.pmtInfId).toBe('PmtInfId-20151208-987')
  })
  it('sepa §10.4: ABN AMRO may write / E R E F /', async () => {
    expect(await said(':86:/ T R T P / SEPA OVERBOEKING/ N A M E / P. Jansen/ E R E F / C1')).toMatchObject({ endToEndId: 'C1', counterName: 'P. Jansen', description: 'SEPA OVERBOEKING' })
  })
  it('sepa §10.4: ABN AMRO in two movements, 109.65 and -62.63, both of 2016-12-15, closing 1171.60', async () => {
    const file = ['ABNANL2A', '940', 'ABNANL2A', ':20:ABN AMRO BANK NV', ':25:534334164', ':28:35001/1', ':60F:C161214EUR1124,58', ':61:1612151215C109,65N654NONREF',
      ':61:1612151215D62,63N247NONREF', ':62F:C161215EUR1171,6', '-'].join('\n')
    expect((await readWhole(file)).statements).toMatchObject([{ closingCents: 117_160, balanced: true, entries: [{ amountCents: 10_965, bookingDate: '2016-12-15' }, { amountCents: -6_263, bookingDate: '2016-12-15' }] }])
  })
  it('has the words that a payer wrote as text, and not as what they look like', async () => {
    expect(await said(':86:/EREF/C1/NAME/P. Jansen/REMI/dank /EREF/C999 /PREF/V1-1 /TRTP/x/ISDT/2026-12-01'))
      .toMatchObject({ endToEndId: 'C1', pmtInfId: undefined, description: 'dank /EREF/C999 /PREF/V1-1 /TRTP/x' })
    expect(await said(':86:/TRTP/SEPA OVERBOEKING/REMI/hallo /EREF/C999 daar/IBAN/NL20INGB0001234567/EREF/C1')).toMatchObject({ endToEndId: 'C1', counterIban: 'NL20INGB0001234567' })
  })
  it('may come in several fields, or not at all', async () => {
    expect((await said(':86:Terugboeking           ', ':86:NIET AKKOORD           '))?.description).toBe('Terugboeking NIET AKKOORD')
    expect((await first('2612011201C10,00NTRFNONREF'))?.description).toBe('')
  })
  it('of a bank without words keeps the lines apart where the bank ended them', async () => {
    expect((await said(':86:0111111111 ING Bank N.V.', 'EJ004GREENP29052010T1137'))?.description).toBe('0111111111 ING Bank N.V. EJ004GREENP29052010T1137')
    expect((await said(`:86:${'x'.repeat(65)}`, 'yz'))?.description).toBe(`${'x'.repeat(65)}yz`)
  })
  it.each([
    ['SNS', ['NIOB0987654321', 'marechal s'], '0987654321', 'marechal s'], ['ASN', ['NOVBNL29INGB0006475121', 'j blom'], 'NL29INGB0006475121', 'j blom'],
    ['old Rabobank', ['N0600733959555      T-MOBILE NETHERLANDS BV'], '0733959555', 'T-MOBILE NETHERLANDS BV'], ['Rabobank', ['N102EREF', 'NL70ABNA0987654321'], 'NL70ABNA0987654321', undefined],
  ])('of %s has the other side beside it', async (_, [type = '', ...below], counterIban, counterName) => {
    expect(await first(`2612011201C10,00${type}`, ...below)).toMatchObject({ counterIban, counterName })
  })
  it.each([['GIRO   428428 KPN BV             BETALINGSKENM.  000000018503995', '428428', 'KPN BV'], ['52.89.39.882                    MYCOM DEN HAAG', '528939882', 'MYCOM DEN HAAG'],
    ['FACTUUR 201403110 REK: NL65INGB0123456789/NAAM: PICQER', 'NL65INGB0123456789', 'PICQER']])('before SEPA: %s', async (written, counterIban, counterName) => {
    expect(await said(`:86:${written}`)).toMatchObject({ counterIban, counterName })
  })
})

describe('sepa §10.4: a message', () => {
  const two = (between: string) => `${mt940(':61:2612011201C200,00NTRFNONREF')}${between}${mt940(':61:2612011201C200,00NTRFNONREF').replace('NL44RABO0123456789', 'NL91ABNA0417164300')}`
  it.each(['', '-\r\n', '-}\r\n', '-}{5:}\r\n{1:F01X}{2:O940Y}{3:}{4:\r\n', '-}\u0003\u0001{1:F01X}{2:I940Y}{4:\r\n', '\r\n\r\n', 'ABNANL2A\r\n940\r\nABNANL2A\r\n'])(
    'sepa §10.4: ends with %j, and the next is of another account', async (between) => {
      expect((await readWhole(two(between))).statements.map(({ iban, entryCount, balanced }) => [iban, entryCount, balanced])).toEqual([['NL44RABO0123456789', 1, true], ['NL91ABNA0417164300', 1, true]])
    })
  it('sepa §10.4: does not end with a line that begins with a dash', async () => {
    expect(await entriesIn(mt940(':61:2612011201C10,00NTRFNONREF', ':86:Vertrags', '-Nr. 1000620785', '-', '- ook dit', ':61:2612011201C190,00NTRFNONREF')))
      .toMatchObject([{ amountCents: 1_000, description: 'Vertrags -Nr. 1000620785 - - ook dit' }, { amountCents: 19_000 }])
  })
  it('has in its texts times and colons that are no fields', async () => {
    expect(await entriesIn(mt940(':61:2612011201C10,00NTRFNONREF', ':86:om 12:13', ':20 uur', ':28:14 later', ':KO:NR:4', ':20:33', ':25:', ':61:2612011201C190,00NTRFNONREF')))
      .toMatchObject([{ description: 'om 12:13 :20 uur :28:14 later :KO:NR:4 :20:33 :25:' }, { amountCents: 19_000 }])
  })
  it('may have pages with interim balances, each a statement of its own', async () => {
    const pages = mt940(':61:2612011201C200,00NTRFNONREF').replace(':62F:', ':62M:') + mt940(':61:2612011201D200,00NTRFNONREF').replace(':60F:C261130EUR1000', ':60M:C261201EUR1200').replace(/:62F:.*/, ':62F:C261201EUR1000,00')
    expect((await readWhole(pages)).statements.map(({ openingCents, closingCents, balanced }) => [openingCents, closingCents, balanced])).toEqual([[100_000, 120_000, true], [120_000, 100_000, true]])
  })
  it('has no closing balance where it lacks :62F:, and says so', async () => {
    expect((await readWhole(mt940(':61:2612011201C200,00NTRFNONREF', ':86:tekst', '-').replace(/:62F:.*\r\n/, ''))).statements)
      .toMatchObject([{ closingCents: undefined, balanced: false, problems: ['STATEMENT_NO_CLOSING'], entries: [{ description: 'tekst' }] }])
  })
  it('says so when it does not add up', async () => {
    expect((await readWhole(mt940(':61:2612011201C199,99NTRFNONREF'))).statements).toMatchObject([{ balanced: false, problems: ['STATEMENT_ADDS_UP_WRONG'] }])
  })
  it('has an id that is another one every day', async () => {
    const [one, other] = [mt940(), mt940().replace(':62F:C261201', ':62F:C261202')]
    expect([(await readWhole(one)).statements[0]?.id, (await readWhole(other)).statements[0]?.id]).toEqual(['940S261201 26231 2026-12-01', '940S261201 26231 2026-12-02'])
  })
  it.each([['NL44RABO0123456789 EUR', 'NL44RABO0123456789'], ['NL44 RABO 0123 4567 89', 'NL44RABO0123456789'], ['1291.99.348EUR', '129199348'], ['TRIODOSBANK/0390123456', '0390123456'], ['87052000/123456789', '87052000/123456789'], ['534334164', '534334164']])(
    'of account %s is of %s', async (written, expected) => expect((await readWhole(mt940().replace('NL44RABO0123456789 EUR', written))).statements[0]?.iban).toBe(expected))
  it.each([
    ['a movement outside it', `${mt940()}-\r\n:61:2612011201C1,00NTRFNONREF\r\n`, 'MT940_MISPLACED'], ['a movement after its end', `${mt940()}:61:2612011201C1,00NTRFNONREF\r\n`, 'MT940_MISPLACED'],
    ['two opening balances', mt940(':60F:C261130EUR1000,00'), 'MT940_MISPLACED'], ['two closing balances', `${mt940()}:62F:C261201EUR1200,00\r\n`, 'MT940_MISPLACED'],
    ['no account', mt940().replace(/:25:.*\r\n/, ''), 'MT940_INCOMPLETE'], ['dollars', mt940().replace('1130EUR', '1130USD'), 'CURRENCY_NOT_EUR'], ['a cut balance', mt940().replace('EUR1200,00', 'EUR12'), 'AMOUNT_NOT_WHOLE_CENTS'],
    ['a balance without a date', mt940().replace('C261201EUR', 'CEUR'), 'MT940_INVALID_LINE'], ['a balance of 31 November', mt940().replace('C261130', 'C261131'), 'MT940_INVALID_LINE'],
    ['an account that is none', mt940().replace('NL44RABO0123456789', '<script>'), 'MT940_INVALID_LINE'],
    ['the movements of a day that is not over', mt940(':34F:EUR0,00'), 'BANK_FILE_UNKNOWN_FORMAT'], ['an MT942 in it', `{1:F01X}{2:O942Y}{4:\r\n${mt940()}`, 'BANK_FILE_UNKNOWN_FORMAT'],
    ['nothing', ':20:X\r\n', 'MT940_NO_STATEMENT'],
  ])('is refused for %s', async (_, file, code) => expect(readWhole(file)).rejects.toThrow(refusal(code, {})))
  it('is passed over where there is nothing but its reference', async () => {
    expect((await readWhole(`${mt940(':61:2612011201C200,00NTRFNONREF')}:20:940S261202\r\n`)).statements).toHaveLength(1)
  })
})

describe('the letters of an MT940', () => {
  const file = mt940(':61:2612011201C200,00NTRFNONREF', ':86:/NAME/Café Zoë/REMI/€ 5')
  it.each([
    ['UTF-8', Buffer.from(file)], ['UTF-8 with a mark', Buffer.from(`\ufeff${file}`)], ['UTF-16', Buffer.from(`\ufeff${file}`, 'utf16le')],
    ['windows-1252', Buffer.from(file.replace('€', '\u0080'), 'latin1')],
  ])('are read from %s', async (_, bytes) => {
    for (const size of [1, 5, 65_536]) expect((await readWhole(bytes, size)).statements[0]?.entries[0]).toMatchObject({ counterName: 'Café Zoë', description: '€ 5' })
  })
})
