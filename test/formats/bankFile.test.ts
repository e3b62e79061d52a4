import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBankFile } from '../../src/formats/bankFile'
import { readCamt053 } from '../../src/formats/camt053'
import { camt053, details, ntry } from './camtFixtures'
import { dialectFiles, mt940 } from './mt940Fixtures'
import { eventsOf, inPieces, readWhole } from './readWhole'
import { zipOf } from './zipWrite'

const camt054 = (entries: string) => camt053(entries).replaceAll('BkToCstmrStmt', 'BkToCstmrDbtCdtNtfctn').replaceAll('Stmt>', 'Ntfctn>').replace('camt.053', 'camt.054').replace(/<Bal>.*<\/Bal>/, '')
const refusal = (code: string, params: object = {}): unknown => expect.objectContaining({ code, params: expect.objectContaining(params) as unknown })

describe('a bank file', () => {
  it.each([['camt053', camt053(ntry('1.00'))], ['camt054', camt054(ntry('1.00'))], ...Object.values(dialectFiles).map((file) => ['mt940', file])])(
    'is known as %s by how it begins', async (format, file) => expect((await readWhole(file ?? '')).format).toBe(format))
  it('is known through blank lines, marks and declarations in front', async () => {
    expect((await readWhole(`\ufeff\n\n${mt940()}`)).format).toBe('mt940')
    expect((await readWhole(`\ufeff${camt053('').replace('?>', '?><!-- from the bank -->')}`)).format).toBe('camt053')
    expect((await readWhole(Buffer.from(`\ufeff${camt053('').replace('UTF-8', 'UTF-16')}`, 'utf16le'))).format).toBe('camt053')
    expect((await readWhole(Buffer.from(camt053('').replace('UTF-8', 'utf-16')))).format).toBe('camt053')
    expect((await readWhole(Buffer.from(camt053('').replace('UTF-8', 'UTF-16'), 'utf16le'))).format).toBe('camt053')
  })
  it.each<[string, string, string | Uint8Array]>([
    ['BANK_FILE_IS_STATUS_REPORT', '', '<Document><CstmrPmtStsRpt/></Document>'], ['BANK_FILE_IS_STATUS_REPORT', '', '<Document><pain.002.001.02/></Document>'],
    ['BANK_FILE_UNKNOWN_FORMAT', 'pain.008', '<Document><CstmrDrctDbtInitn/></Document>'], ['BANK_FILE_UNKNOWN_FORMAT', 'camt.052', '<Document><BkToCstmrAcctRpt/></Document>'],
    ['BANK_FILE_UNKNOWN_FORMAT', 'html', '<html><body>Inloggen</body></html>'], ['BANK_FILE_UNKNOWN_FORMAT', 'PDF', '%PDF-1.7\n1 0 obj'], ['BANK_FILE_UNKNOWN_FORMAT', 'CSV', '"Datum","Naam","Bedrag"\n'],
    ['BANK_FILE_UNKNOWN_FORMAT', 'ZIP', zipOf({ name: 'a', content: 'a' })], ['BANK_FILE_UNKNOWN_FORMAT', 'Excel', Buffer.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3)], ['BANK_FILE_UNKNOWN_FORMAT', 'GZIP', Buffer.of(0x1f, 0x8b, 8, 0)],
    ['BANK_FILE_UNKNOWN_FORMAT', 'hello world', 'hello world'], ['BANK_FILE_UNKNOWN_FORMAT', '?', Buffer.of(0xff, 0xd8, 0xff, 0xe0)], ['BANK_FILE_UNKNOWN_FORMAT', 'MT942', mt940(':34F:EUR0,')],
  ])('is refused with %s: %s', async (code, found, file) => expect(readWhole(file)).rejects.toThrow(refusal(code, found === '' ? {} : { found })))
  it.each(['', ' \r\n\r\n', '\ufeff'])('is refused when it is %j', async (file) => expect(readWhole(file)).rejects.toThrow(refusal('BANK_FILE_EMPTY')))
  it.each([
    ['half a letter', Buffer.from(`\ufeff${camt053('')}`, 'utf16le').subarray(0, -1)], ['Latin letters that claim to be UTF-8', Buffer.from(camt053(ntry('1.00', '<AddtlNtryInf>é</AddtlNtryInf>')), 'latin1')],
    ['an encoding that is none', camt053('').replace('UTF-8', 'klingon')], ['half a letter in MT940', Buffer.from(`\ufeff${mt940()}`, 'utf16le').subarray(0, -1)],
  ])('is refused with %s', async (_, file) => expect(readWhole(file)).rejects.toThrow(refusal('XML_ENCODING')))
})

describe('whoever gives a bank file', () => {
  it.each<[string, string, string]>([
    ['is read', 'read', mt940()], ['is refused at once', 'BANK_FILE_UNKNOWN_FORMAT', 'hello'], ['is refused half way', 'MT940_MISPLACED', `${mt940()}:61:x\r\n:20:${' '.repeat(20_000)}`],
    ['is put away half way', 'read', mt940(...Array.from({ length: 20_000 }, () => ':61:2612011201C1,00NTRFNONREF'))],
  ])('is told when it %s', async (_, fate, file) => {
    let isClosed = false
    async function* source() {
      try {
        yield* inPieces(file, 5_000)
      } finally {
        isClosed = true
      }
    }
    const reading = async () => {
      for await (const event of readBankFile(source())) if (event.kind === 'entries') break
      return 'read'
    }
    expect(await reading().catch((error: { readonly code?: string }) => error.code)).toBe(fate)
    expect(isClosed).toBe(true)
  })
})

describe('what a bank file tells', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => ntry(index % 2 ? '-1.00' : '1.00')).join('')
  it('comes in pieces of at most 500 entries, before the head of their statement', async () => {
    const file = camt053(many(1_201))
    const statement = /<Stmt>.*<\/Stmt>/s.exec(file)?.[0] ?? ''
    expect((await eventsOf(file.replace(statement, statement + statement))).map((event) => (event.kind === 'entries' ? [event.statement, event.entries.length] : event.kind))).toEqual([
      'format', [0, 500], [0, 500], [0, 201], 'statement', [1, 500], [1, 500], [1, 201], 'statement',
    ])
  })
  it('is the same however the bytes come in', async () => {
    const files = [camt053(many(3) + ntry('5.00', details('<RmtInf><Ustrd>é €👍</Ustrd></RmtInf>'))), ...Object.values(dialectFiles)]
    await fc.assert(fc.asyncProperty(fc.constantFrom(...files), fc.integer({ min: 1, max: 9_000 }), async (file, size) => {
      expect(await readWhole(file, size)).toEqual(await readWhole(file))
    }))
  })
  it('is what the reader of whole files gives', async () => {
    const file = camt053(ntry('5.00') + ntry('9.00', '', { status: '<Sts>PDNG</Sts>' }))
    const [whole] = readCamt053(file)
    expect((await readWhole(file)).statements[0]).toEqual({ ...whole, movementsCents: 500, entryCount: 1, problems: ['STATEMENT_ADDS_UP_WRONG', 'STATEMENT_HAS_PENDING'] })
  })
  it.each([
    ['STATEMENT_NO_OPENING', camt053('').replace('OPBD', 'XXXX')], ['STATEMENT_NO_CLOSING', camt053('').replace('CLBD', 'XXXX')], ['STATEMENT_BALANCE_NOT_EURO', camt053('').replace('Ccy="EUR"', 'Ccy="RON"')],
    ['STATEMENT_ACCOUNT_DOUBTFUL', camt053('').replace('NL91', 'NL92')], ['STATEMENT_COUNT_DIFFERS', camt053('').replace('<Bal>', '<TxsSummry><TtlNtries><NbOfNtries>3</NbOfNtries></TtlNtries></TxsSummry><Bal>')],
  ])('has the problem %s', async (problem, file) => expect((await readWhole(file)).statements[0]?.problems).toEqual([problem]))
})
