import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { createOutput } from '../../src/cli/output'
import { statementsInspect } from '../../src/cli/statementsInspect'
import { readWhole } from './readWhole'
import { sharedData } from './sharedData'

type Shown = {
  readonly iban: string; readonly openingCents: number | null; readonly closingCents: number | null; readonly balanced: boolean
  readonly warnings: readonly string[]; readonly entries: readonly { readonly amountCents: number }[]
}
type Row = { readonly file: string; readonly derived: string; readonly asserted: string }

/** Runs `kring statements inspect --json`. */
async function inspected(path: string) {
  const printed: string[] = []
  const complaints = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const code = await statementsInspect([path, '--json'], createOutput(true, (text) => { printed.push(text) }))
  const complaint = complaints.mock.calls.map(([text]) => String(text)).join('')
  complaints.mockRestore()
  return { code, complaint, statements: code === 0 ? (JSON.parse(printed.join('')) as readonly Shown[]) : [] }
}

/** The table of one folder in the manifest of the samples. */
function rowsOf(manifest: string, folder: string): readonly Row[] {
  const [, section = ''] = manifest.split(`\n## ${folder}\n`)
  return [...(section.split('\n## ')[0] ?? '').matchAll(/^\| (\S+\.\w+) \| (.*?) \| (.*?) \|$/gm)].map(([, file = '', derived = '', asserted = '']) => ({ file, derived, asserted }))
}

const toCents = (written: string | undefined): number | null => (written === undefined || written === 'None' ? null : Math.round(Number(written) * 100))
const netOf = ({ entries }: Shown): number => entries.reduce((sum, { amountCents }) => sum + amountCents, 0)
const accountOf = (written: string): string => written.replace(/[\s.]/g, '').replace(/EUR$/, '').replace(/^[A-Z]{5,}\//, '')

/** Kring is about euros: what the manifest derived in another currency is refused, and says in which. */
const foreignEntry = /<Ntry>\s*(?:<NtryRef>[^<]*<\/NtryRef>\s*)?<Amt Ccy="(?!EUR)([A-Z]{3})"/
const foreignBalance = /^:6[02][FM]:[CD]\d{6}(?!EUR)([A-Z]{3})/m

function withSamples(samples: string) {
  const manifest = readFileSync(join(samples, 'MANIFEST.md'), 'utf8')
  const textOf = (folder: string, file: string) => readFileSync(join(samples, folder, file), 'latin1')
  const foreignIn = (folder: string, file: string) => (folder === 'mt940' ? foreignBalance : foreignEntry).exec(textOf(folder, file))?.[1]
  const refused = async (folder: string, file: string, word: string) => {
    const { code, complaint } = await inspected(join(samples, folder, file))
    expect([code, complaint]).toEqual([1, expect.stringContaining(word)])
  }

  describe('the manifest', () => {
    it.each(['camt053', 'camt054', 'mt940', 'pain002', 'pain008'])('knows every file of %s', (folder) => {
      expect(rowsOf(manifest, folder).map(({ file }) => file).toSorted()).toEqual(readdirSync(join(samples, folder)).toSorted())
    })
  })

  describe('kring statements inspect, over the shared camt files', () => {
    const rows = ['camt053', 'camt054'].flatMap((folder) => rowsOf(manifest, folder).map((row) => ({ ...row, folder })))
    it.each(rows)('$file', async ({ folder, file, derived, asserted }) => {
      if (derived.startsWith('golden')) return refused(folder, file, 'geen bankafschrift')
      if (asserted.includes('must be refused')) return refused(folder, file, 'geen bankafschrift')
      const foreign = foreignIn(folder, file)
      if (foreign) return refused(folder, file, `${foreign} is geen euro`)
      const { code, statements } = await inspected(join(samples, folder, file))
      expect(code).toBe(0)
      const expected = [...derived.matchAll(/\[(\S+) (.*?) ?\/ Ntry=(\d+) TxDtls=\d+ net=(\S+?)(?: SUM-(OK|MISMATCH).*?)?\]/g)].map(([, account, balances = '', count, net, verdict]) => ({
        account, opening: toCents(/OPBD (\S+)/.exec(balances)?.[1]), closing: toCents(/CLBD (\S+)/.exec(balances)?.[1]), count: Number(count), net: toCents(net), isRight: verdict === 'OK',
      }))
      expect(statements.map((statement) => ({
        account: statement.iban, opening: statement.openingCents, closing: statement.closingCents, count: Math.min(statement.entries.length, expected.find(({ account }) => account === statement.iban)?.count ?? 0),
        net: netOf(statement), isRight: statement.balanced,
      }))).toEqual(expected)
      for (const { balanced, warnings } of statements) expect(balanced || warnings.length > 0).toBe(true)
    })
  })

  describe('kring statements inspect, over the shared MT940 files', () => {
    it.each(rowsOf(manifest, 'mt940'))('$file', async ({ file, derived, asserted }) => {
      const foreign = foreignIn('mt940', file)
      if (foreign) return refused('mt940', file, `${foreign} is geen euro`)
      const numbers = /stmts=(\d+) :61:=(\d+) parsed=\d+ open=(\S+) close=(\S+) sumOK=(\d+) notOK=(\d+) acct=\[(.*)\]/.exec(derived) ?? []
      const [statementCount, entryCount] = [Number(numbers[1]), Number(numbers[2])]
      // One file has points for commas, which what was derived passed over; its source asserts what they are.
      const [, start = numbers[3], end = numbers[4]] = /start (-?[\d.]+) end (-?[\d.]+)/.exec(asserted) ?? []
      const { code, statements } = await inspected(join(samples, 'mt940', file))
      expect(code).toBe(0)
      expect({
        statements: statements.length, entries: statements.flatMap(({ entries }) => entries).length, opening: statements[0]?.openingCents, closing: statements.at(-1)?.closingCents,
        right: statements.filter(({ balanced }) => balanced).length, wrong: statements.filter(({ balanced, warnings }) => !balanced && warnings.length > 0).length,
        accounts: [...new Set(statements.map(({ iban }) => iban))].toSorted(),
      }).toEqual({
        statements: statementCount, entries: entryCount, opening: toCents(start), closing: toCents(end), right: Number(numbers[5]), wrong: Number(numbers[6]),
        accounts: [...(numbers[7] ?? '').matchAll(/'(.*?)'/g)].map(([, account = '']) => accountOf(account)).toSorted(),
      })
    })
  })

  describe('kring statements inspect says what the other shared files are', () => {
    it.each(rowsOf(manifest, 'pain002'))('$file', ({ file }) => refused('pain002', file, 'statusbericht (pain.002)'))
    it.each(rowsOf(manifest, 'pain008'))('$file', ({ file }) => refused('pain008', file, 'pain.008'))
  })

  describe('what the sources of the shared MT940 files assert', () => {
    const read = async (file: string) => (await readWhole(readFileSync(join(samples, 'mt940', file)))).statements
    const fact = (file: string, statement: number, entry: number, expected: object): readonly [string, number, number, object] => [file, statement, entry, expected]
    it.each([
      fact('fruitl00p-php-mt940__Abn_issue48.mt940', 0, 0, { valueDate: '2016-12-15', bookingDate: '2016-12-15' }), fact('fruitl00p-php-mt940__Abn_issue48.mt940', 0, 1, { valueDate: '2016-12-15', bookingDate: '2016-12-15' }),
      fact('fruitl00p-php-mt940__Abn_sample.mt940', 0, 0, { amountCents: -750, valueDate: '2009-06-23', bookingDate: '2009-06-24' }),
      fact('fruitl00p-php-mt940__Abn_sample2.mt940', 0, 3, { valueDate: '2009-12-31', bookingDate: '2010-01-01' }),
      fact('fruitl00p-php-mt940__Abn_sample2.mt940', 0, 2, { valueDate: '2009-01-01', bookingDate: '2009-02-01' }),
      fact('fruitl00p-php-mt940__Asn_sample.mt940', 0, 0, { amountCents: -200_000, counterIban: 'NL29INGB0006475121', counterName: 'j blom' }),
      fact('fruitl00p-php-mt940__Bunq_sample.mt940', 0, 0, { amountCents: 200, counterIban: 'NL65BUNQ2206724936' }),
      fact('fruitl00p-php-mt940__Ing_sample.mt940', 0, 0, { amountCents: 2_503, bookingDate: '2010-07-22' }), fact('fruitl00p-php-mt940__Ing_sample.mt940', 0, 6, { bookingDate: '2010-07-21' }),
      fact('fruitl00p-php-mt940__Knab_sample.mt940', 0, 1, { counterIban: 'NL52RABO0326203011', counterName: 'SOME NAME' }),
      fact('fruitl00p-php-mt940__Rabo_sample3.mt940', 0, 0, { description: '674725433 1120000153447185 14144467636004962' }), fact('fruitl00p-php-mt940__Rabo_sample3.mt940', 1, 0, { description: 'Factuur 307472' }),
      fact('fruitl00p-php-mt940__Rabo_sample4.mt940', 0, 0, { description: '20151208123123987 0030001100999991 Rabobank.nl - Order 347347' }), fact('fruitl00p-php-mt940__Rabo_sample4.mt940', 0, 1, { pmtInfId: 'PmtInfId-20151208-987' }),
      fact('sandermarechal-jejik-mt940__abnamro.txt', 0, 0, { amountCents: -900, bookingDate: '2011-05-24', counterIban: '428428' }),
      fact('sandermarechal-jejik-mt940__ing-unix.txt', 0, 0, { amountCents: -2_503 }), fact('sandermarechal-jejik-mt940__knab.txt', 1, 0, { amountCents: -726_000, counterIban: 'NL65INGB0123456789', counterName: 'PICQER' }),
      fact('sandermarechal-jejik-mt940__rabobank-iban.txt', 0, 0, { amountCents: -2_500, counterIban: 'NL70ABNA0987654321' }),
      fact('sandermarechal-jejik-mt940__rabobank.txt', 2, 0, { amountCents: -4_495, counterIban: '0733959555', counterName: 'T-MOBILE NETHERLANDS BV' }), fact('sandermarechal-jejik-mt940__rabobank.txt', 3, 1, { amountCents: -620 }),
      fact('sandermarechal-jejik-mt940__sns.txt', 0, 0, { amountCents: -2_000, counterIban: '0987654321' }), fact('sandermarechal-jejik-mt940__triodos.txt', 0, 0, { amountCents: -1_570 }),
      ...['ABN', 'ING', 'RABO'].flatMap((bank) => [
        fact(`own__mt940_${bank}_batch_and_return.sta`, 0, 0, { amountCents: 22_500, pmtInfId: 'VOLO-20261123-000043-1' }),
        fact(`own__mt940_${bank}_batch_and_return.sta`, 0, 1, { amountCents: -2_500, endToEndId: 'C0000002003', mandateId: 'M-2024-00103', returnReason: 'AM04' }),
      ]),
    ])('%s, statement %i, movement %i: %j', async (file, statement, entry, expected) => expect((await read(file))[statement]?.entries[entry]).toMatchObject(expected))
    it.each([['fruitl00p-php-mt940__Abn_sample.mt940', [-21_050]], ['fruitl00p-php-mt940__Triodos_sample.mt940', [-15_000, 5_902]], ['fruitl00p-php-mt940__Bunq_sample.mt940', [-2_667]]])(
      '%s moves %j', async (file, moved) => expect((await read(file)).slice(0, moved.length).map(({ movementsCents }) => movementsCents)).toEqual(moved))
    it('ing-dos is ing-unix', async () => expect(await read('sandermarechal-jejik-mt940__ing-dos.txt')).toEqual(await read('sandermarechal-jejik-mt940__ing-unix.txt')))
  })
}

function withoutSamples() {
  describe('the shared bank files', () => {
    it('are not beside this checkout: the files of the other tests are in the same ways of writing', () => expect(sharedData).toBeUndefined())
  })
}

// Only what can run is registered, so that no test is ever skipped.
const register = (data: string | undefined) => (data === undefined ? withoutSamples() : withSamples(join(data, 'bank-samples')))
register(sharedData)
