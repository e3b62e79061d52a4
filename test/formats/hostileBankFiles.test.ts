import { performance } from 'node:perf_hooks'
import { describe, expect, it } from 'vitest'
import { readBankFile } from '../../src/formats/bankFile'
import { seededRandom } from '../bank/random'
import { howMany } from '../setup/howMany'
import { camt053, details, ntry } from './camtFixtures'
import { dialectFiles, mt940 } from './mt940Fixtures'
import { mutations } from './mutations'
import { inPieces, readWhole } from './readWhole'

const camtFiles = ['02', '08'].map((version) => camt053([
  ntry('225.00', '<NtryDtls><Btch><PmtInfId>V-1</PmtInfId><NbOfTxs>9</NbOfTxs></Btch></NtryDtls>'),
  ntry('-50.00', details('<Refs><EndToEndId>C1</EndToEndId></Refs><Amt Ccy="EUR">20.00</Amt><RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf>', '<Amt Ccy="EUR">30.00</Amt>')),
].join('\n'), { version }))
const files = [...camtFiles, ...Object.values(dialectFiles)].map((file) => Buffer.from(file))

/** What became of a file: its entries were read to the cent, or it was refused with a code. */
async function fateOf(bytes: Uint8Array): Promise<string> {
  try {
    for await (const event of readBankFile(inPieces(bytes))) {
      const amounts = event.kind === 'entries' ? event.entries.flatMap((entry) => [entry.amountCents, entry.entry?.cents ?? 0]) : []
      const sums = event.kind === 'statement' ? [event.head.movementsCents, event.head.openingCents ?? 0, event.head.closingCents ?? 0] : []
      if (![...amounts, ...sums].every(Number.isSafeInteger)) return 'an amount that is not in whole cents'
    }
    return 'read'
  } catch (error) {
    return error instanceof Error && error.name === 'DomainError' && 'code' in error ? 'refused' : `failed: ${error instanceof Error ? error.stack : String(error)}`
  }
}

describe('a bank file that was changed on the way', () => {
  it('is read to the cent or refused with a reason, whatever was changed', async () => {
    const random = seededRandom(20_261_201)
    const count = howMany(10_000, 100_000)
    const from = performance.now()
    const fates = new Map<string, number>()
    for (let index = 0; index < count; index += 1) {
      const mutate = mutations[index % mutations.length]
      const original = files[random(files.length)]
      if (!mutate || !original) throw new Error('There is nothing to change')
      const once = mutate(original, random)
      const changed = random(3) === 0 && once.length > 0 ? mutate(once, random) : once
      const fate = await fateOf(changed)
      if (fate !== 'read' && fate !== 'refused') expect.fail(`${fate}\n\n${Buffer.from(changed).toString('latin1')}`)
      fates.set(fate, (fates.get(fate) ?? 0) + 1)
    }
    expect(fates.get('read')).toBeGreaterThan(count / 20)
    expect(fates.get('refused')).toBeGreaterThan(count / 20)
    expect(performance.now() - from).toBeLessThan(20_000 * howMany(1, 10))
  }, 400_000)
  it.each(camtFiles)('is refused wherever a camt file is cut off', async (file) => {
    const whole = file.trim()
    for (let length = 0; length < whole.length; length += 7) expect(await fateOf(Buffer.from(whole.slice(0, length)))).toBe('refused')
  })
  it('of MT940 that is cut off never shows another amount, nor adds up', async () => {
    const whole = mt940(':61:2612011201C225,07NTRFNONREF', ':61:2612011201D25,07NTRFNONREF').replace('EUR1200,00', 'EUR1200,05').replace('C225,07', 'C225,12')
    for (let length = 0; length < whole.length - 3; length += 1) {
      const statements = await readWhole(whole.slice(0, length)).then((read) => read.statements, () => [])
      for (const { entries, balanced } of statements) {
        expect([22_512, -2_507].slice(0, entries.length)).toEqual(entries.map(({ amountCents }) => amountCents))
        expect(balanced).toBe(false)
      }
    }
  })
})

describe('a bank file that means harm is refused', () => {
  const laughs = Array.from({ length: 10 }, (_, i) => `<!ENTITY l${i} "${`&l${i - 1};`.repeat(10)}">`).join('\n')
  const refusal = (code: string, line: number): unknown => expect.objectContaining({ code, params: expect.objectContaining({ line }) as unknown })

  it.each<[string, string, number, string]>([
    ['a billion laughs', 'XML_DOCTYPE', 2, `<?xml version="1.0"?>\n<!DOCTYPE lolz [\n${laughs}\n]>\n<Document>&l9;</Document>`],
    ['an external entity', 'XML_DOCTYPE', 1, '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><Document>&x;</Document>'], ['a parameter entity', 'XML_DOCTYPE', 1, '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://localhost/x"> %x;]><Document/>'],
    ['any DOCTYPE', 'XML_DOCTYPE', 1, '<!DOCTYPE html><html/>'], ['an unknown entity', 'XML_INVALID', 1, camt053(ntry('1.00', '&x;')).replaceAll('\n', '')],
    ['a tower of elements', 'XML_TOO_DEEP', 2, camt053('<x>'.repeat(100_000))], ['an element that never ends', 'XML_TOO_LARGE', 2, camt053(ntry('1.00', `<X>${'<y/>'.repeat(200_000)}</X>`))],
    ['an entry that never ends', 'XML_TOO_LARGE', 2, camt053(ntry('1.00', '<y/>'.repeat(20_000)))], ['a statement that never ends', 'XML_TOO_LARGE', 2, camt053('<y/>'.repeat(20_000))],
    ['a text that never ends', 'XML_TOO_LARGE', 2, camt053(ntry('1.00', `<AddtlNtryInf>${'x'.repeat(3_000_000)}</AddtlNtryInf>`))],
    ['a name that never ends', 'MT940_TOO_LARGE', 6, mt940(':61:2612011201C10,00NTRFNONREF', `:86:${'x'.repeat(200_000)}`)],
    ['texts that never end', 'MT940_TOO_LARGE', 1_015, mt940(':61:2612011201C10,00NTRFNONREF', ':86:', ...Array.from({ length: 5_000 }, () => 'x'.repeat(64)))],
    ['a line without an end', 'MT940_TOO_LARGE', 1, `:20:${'x'.repeat(1_000_000)}`],
  ])('%s: %s in line %i', async (_, code, line, file) => expect(readWhole(file)).rejects.toThrow(refusal(code, line)))
  it.each(['NaN', '1e3', '1e308', 'Infinity', '0x10', '-5.00', '+5.00', '1,00', '5.001', '99999999999999', ''])('an amount of %j, in either format', async (written) => {
    await expect(readWhole(camt053(ntry('5.00').replace('5.00', written)))).rejects.toThrow(refusal('AMOUNT_NOT_WHOLE_CENTS', 2))
    if (written === '1,00') return
    await expect(readWhole(mt940(`:61:2612011201C${written.replace('5.00', '5,00').replace('5.001', '5,001')}NTRFNONREF`))).rejects.toThrow(expect.objectContaining({ name: 'DomainError', params: expect.objectContaining({ line: 5 }) as unknown }))
  })
})

describe('a bank file without an end', () => {
  const movement = Buffer.from(':61:2612011201C0,01NTRFNONREF\r\n:86:/EREF/C1/REMI/gift\r\n'.repeat(1_000))
  async function* endless(count: number, start: Uint8Array, part: Uint8Array) {
    yield start
    for (let index = 0; index < count; index += 1) yield part
  }
  it.each([
    ['text', '<Document>', 'x'], ['an attribute', '<Document a="', 'x'], ['a name', '<Document', 'x'], ['a comment', '<Document><!--', 'x'], ['CDATA', '<Document><![CDATA[', 'x'], ['an instruction', '<?xml version="1.0"?><?x ', 'y'],
    ['blanks', '<Document>', ' '], ['a reference', '<Document>&', 'x'], ['a line of MT940', ':20:', 'x'], ['Latin letters in MT940', ':20:\u00e9', 'x'],
  ])('of nothing but %s is refused soon', async (_, start, letter) => {
    let asked = 0
    async function* counted() {
      for await (const piece of endless(10_000, Buffer.from(start, 'latin1'), Buffer.alloc(65_536, letter))) {
        asked += 1
        yield piece
      }
    }
    await expect((async () => { for await (const event of readBankFile(counted())) expect(event.kind).toBe('format') })()).rejects.toThrow(expect.objectContaining({ code: expect.stringMatching(/^(XML|MT940)_TOO_LARGE|XML_INVALID$/) as unknown }))
    expect(asked).toBeLessThan(50)
  })
  it.each<[string, Uint8Array, Uint8Array]>([
    ['MT940', Buffer.from(':20:X\r\n:25:NL44RABO0123456789\r\n:60F:C261130EUR0,00\r\n'), movement],
    ['camt.053', Buffer.from('<Document><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><IBAN>NL44RABO0123456789</IBAN></Id></Acct>'), Buffer.from(ntry('0.01', details('<Refs><EndToEndId>C1</EndToEndId></Refs>')).repeat(1_000))],
  ])('of %s is never kept: what was told is all there is', async (_, start, part) => {
    const thousands = howMany(60, 2_000)
    let [entries, asked, most] = [0, 0, 0]
    async function* counted() {
      for await (const piece of endless(thousands, start, part)) {
        asked += 1
        yield piece
      }
    }
    // Whoever reads decides how fast: no more is asked for than was told of, but for the pieces that are being read.
    for await (const event of readBankFile(counted())) {
      if (event.kind !== 'entries') continue
      expect(event.entries.length).toBeLessThanOrEqual(500)
      entries += event.entries.length
      most = Math.max(most, asked * 1_000 - entries)
      if (entries >= thousands * 1_000 - 3_000) break
    }
    expect(most).toBeLessThan(3_000)
  }, 600_000)
})
