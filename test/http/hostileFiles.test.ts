import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { handleEndpoints, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { addDays, day, type LocalDate } from '../../src/domain/localDate'
import { receiveFile } from '../../src/endpoints/receiveFile'
import { importInto, textFile } from '../../src/operations/importBankFile'
import { takeBankFiles } from '../../src/operations/takeBankFiles'
import { inTransaction } from '../../src/store/transaction'
import { seededRandom } from '../bank/random'
import { mutations } from '../formats/mutations'
import { zipOf, type ZipMember } from '../formats/zipWrite'
import { apiOf, type Api } from '../setup/api'
import { bankStories, collected, credit, type BankStories, type World } from '../setup/bankWorld'
import { testIban } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'
import { howMany } from '../setup/howMany'

let kring: BootedPayload
let bank: BankStories
let token: string
let api: Api
let world: World
/** A file of the bank as it should be, in camt.053 and in MT940. */
let [camt, mt940]: readonly string[] = []

/** Where uploads are put on disk, by nobody else. */
const folder = mkdtempSync(join(tmpdir(), 'kring-test-'))

beforeAll(async () => {
  kring = await bootPayload()
  vi.stubEnv('TMPDIR', folder)
  bank = bankStories(kring.payload)
  token = (await bank.build.user('penningmeester', { role: 'finance' })).token
  api = apiOf(kring, token)
  world = await bank.atTheBank({ pledges: [1_000] })
  const [one] = await bank.instructionsOf(world)
  world.bank.book(credit(-250, { endToEndId: one?.endToEndId, returnReason: 'AM04', isReversal: true, description: 'Storno' }))
  world.bank.book(credit(1_234, { description: 'Gift', counterIban: testIban(9) }))
  camt = world.bank.statement(collected)
  mt940 = world.bank.statement(addDays(collected, 1), 'rabobank')
})
afterAll(async () => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
  await kring.destroy()
})

type Sent = { readonly status: number; readonly message: string }

/** Sends bytes through the door for uploads. */
async function upload(body: Uint8Array | ReadableStream<Uint8Array>, { name = 'afschrift.xml', headers = {} }: { readonly name?: string; readonly headers?: Readonly<Record<string, string>> } = {}): Promise<Sent> {
  const request = new Request(`http://localhost:3000/api/bank-imports/upload?name=${encodeURIComponent(name)}`, {
    method: 'POST', body: body as never, headers: { authorization: `JWT ${token}`, 'content-type': 'application/octet-stream', 'accept-language': 'nl', ...headers }, duplex: 'half',
  } as RequestInit)
  const response = await handleEndpoints({ config: kring.config, payloadInstanceCacheKey: kring.url, request })
  const text = await response.text()
  return { status: response.status, message: (JSON.parse(text) as { readonly errors?: readonly { readonly message: string }[] }).errors?.[0]?.message ?? text }
}

const bytes = (text: string): Uint8Array => Buffer.from(text)
const zipped = (...members: readonly ZipMember[]) => zipOf(...members)
const leftBehind = () => readdirSync(folder)
const laughs = `<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY l0 "ha">${Array.from({ length: 12 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join('')}]>\n<Document>&l12;</Document>`

describe('a file that means harm, through the door for uploads', () => {
  it.each<[string, RegExp, (good: string) => Uint8Array]>([
    ['an external entity (XXE)', /^Regel 1: .*DOCTYPE/, (good) => bytes(good.replace('?>', '?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>').replace('<Nm>', '<Nm>&x;'))],
    ['a billion laughs', /^Regel 2: .*DOCTYPE/, () => bytes(laughs)],
    ['any DOCTYPE', /^Regel 1: .*DOCTYPE/, (good) => bytes(good.replace('?>', '?><!DOCTYPE html>'))],
    ['a file that was cut off', /^Regel \d+, teken \d+: dit is geen goed XML/, (good) => bytes(good.slice(0, -40))],
    ['an MT940 that was cut off', /^Regel \d+|waarmee het afschrift|ontbreekt|sluit/, () => bytes((mt940 ?? '').slice(0, 90))],
    ['an amount that is no number', /^Regel \d+: NaN is geen bedrag/, (good) => bytes(good.replaceAll('>12.34<', '>NaN<'))],
    ['an amount with an exponent', /^Regel \d+: 1e3 is geen bedrag/, (good) => bytes(good.replaceAll('>12.34<', '>1e3<'))],
    ['a part of a cent', /^Regel \d+: 12\.345 is geen bedrag/, (good) => bytes(good.replaceAll('>12.34<', '>12.345<'))],
    ['another currency', /^Regel \d+: CHF is geen euro/, (good) => bytes(good.replaceAll('Ccy="EUR"', 'Ccy="CHF"'))],
    ['letters that are no text', /./, () => Uint8Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 256)],
    ['a picture', /geen bankafschrift/, () => Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(5_000, 7)])],
    ['nothing', /./, () => new Uint8Array()],
    ['a zip in a zip', /zit weer een zip-bestand \(meer\.zip\)/, (good) => zipped({ name: 'meer.zip', content: zipped({ name: 'a.xml', content: good }) })],
    ['a zip with a password', /a\.xml in dit zip-bestand is met een wachtwoord beveiligd/, (good) => zipped({ name: 'a.xml', content: good, isEncrypted: true })],
    ['a zip that was changed on the way', /beschadigd/, (good) => zipped({ name: 'a.xml', content: good, claims: { crc: 1 } })],
    ['a zip that climbs out of its folder', /beschadigd/, (good) => zipped({ name: '../../../etc/cron.d/x', content: good })],
  ])('%s is refused with where and why, and nothing of it is kept', async (_what, message, make) => {
    const before = await bank.counts()
    const answer = await upload(make(camt ?? ''))
    expect({ status: answer.status, message: answer.message }).toEqual({ status: 400, message: expect.stringMatching(message) as unknown })
    expect(answer.message).not.toMatch(/at .*\.ts|root:|Error:|select |insert /)
    expect([await bank.counts(), leftBehind()]).toEqual([before, []])
  })

  it.each([64, 1_024].slice(0, howMany(1, 2)))('a zip of 42 kB that becomes gigabytes is stopped after %i MB, with little in memory', async (megabytes) => {
    const bomb = bombOf(zipOf({ name: 'a.xml', content: Buffer.alloc(41_500_000) }), 1_000)
    expect(bomb.length).toBeLessThan(150_000)
    const path = join(folder, 'alles.zip')
    writeFileSync(path, bomb)
    const from = process.memoryUsage().rss
    const outcomes = await takeBankFiles(await bank.reqNow(), { name: 'alles.zip', path, today: day('2026-12-31') }, megabytes * 1_048_576)
    expect(outcomes.at(-1)).toMatchObject({ name: 'alles.zip', refusal: { code: 'ZIP_TOO_LARGE', params: { most: megabytes } } })
    expect((process.memoryUsage().rss - from) / 1_048_576).toBeLessThan(256)
    rmSync(path)
    expect(leftBehind()).toEqual([])
  })
})

/** The same member so many times: each place in the directory points to the same bytes. */
function bombOf(zip: Buffer, times: number): Buffer {
  const at = zip.readUInt32LE(zip.length - 6)
  const [data, central, end] = [zip.subarray(0, at), zip.subarray(at, zip.length - 22), Buffer.from(zip.subarray(zip.length - 22))]
  end.writeUInt16LE(times, 8)
  end.writeUInt16LE(times, 10)
  end.writeUInt32LE(central.length * times, 12)
  return Buffer.concat([data, ...Array.from({ length: times }, () => central), end])
}

describe('a file that is too large', () => {
  it('of 2 GB is refused at once, by what it says of itself', async () => {
    let asked = 0
    const body = new ReadableStream<Uint8Array>({ pull: (controller) => { asked += 1; controller.enqueue(new Uint8Array(65_536)) } })
    const answer = await upload(body, { headers: { 'content-length': String(2 * 1_073_741_824) } })
    expect(answer).toEqual({ status: 413, message: 'Het bestand is te groot: hoogstens 1024 MB. Vraag bij de bank een bestand over een kortere periode.' })
    expect(asked).toBeLessThan(3)
  })

  it('without an end is cut off at the limit, whatever it says of itself', async () => {
    let [asked, worked] = [0, 0]
    const body = new ReadableStream<Uint8Array>({ pull: (controller) => { asked += 1; controller.enqueue(new Uint8Array(65_536)) } })
    const req = { body, headers: new Headers({ 'content-length': '12' }) } as unknown as PayloadRequest
    await expect(receiveFile(req, 1_048_576, async () => { worked += 1 })).rejects.toMatchObject({ code: 'FILE_TOO_LARGE', params: { most: 1 } })
    expect([asked < 40, worked, leftBehind()]).toEqual([true, 0, []])
  })
})

describe('others', () => {
  it('are answered while a large file is read', async () => {
    const big = await bank.atTheBank({})
    for (let index = 0; index < 3_000; index += 1) big.bank.book(credit(100 + index, { description: `gift ${index}`, bankRef: `B${index}` }))
    const done: string[] = []
    const reading = upload(bytes(big.bank.statement(collected))).then((answer) => { done.push(`file ${answer.status}`) })
    for (let round = 0; round < 3; round += 1) done.push(`list ${(await api.get('/creditors?limit=1')).status}`)
    await reading
    expect(done).toEqual(['list 200', 'list 200', 'list 200', 'file 200'])
  })
})

describe('files that were changed on the way', () => {
  class Undone extends Error {}

  /** Imports for real and then takes all of it back. */
  async function fateOf(text: string, today: LocalDate): Promise<'read' | 'refused'> {
    try {
      await inTransaction(await bank.reqNow(today), async (tx) => {
        await importInto(tx, textFile('x', text, today), { user: null, report: () => undefined })
        await tx.execute(sql`set constraints all immediate`)
        throw new Undone()
      })
    } catch (error) {
      if (error instanceof Undone) return 'read'
      if (error instanceof Error && error.name === 'DomainError') return 'refused'
      throw error
    }
    throw new Error('It was kept')
  }

  it('are read or refused with a reason, whatever was changed, and never kept in part', async () => {
    const random = seededRandom(20_261_122)
    const before = await bank.counts()
    const fates = { read: 0, refused: 0 }
    for (let index = 0; index < howMany(300, 5_000); index += 1) {
      const mutate = mutations[index % mutations.length]
      const changed = Buffer.from(mutate?.(Buffer.from((index % 2 ? camt : mt940) ?? ''), random) ?? []).toString('latin1')
      fates[await fateOf(changed, day('2026-12-31'))] += 1
    }
    expect(Math.min(fates.read, fates.refused)).toBeGreaterThan(howMany(300, 5_000) / 15)
    expect(await bank.counts()).toEqual(before)
    expect(await bank.rows('select 1 from incoming_lines union all select 1 from booking_parts')).toEqual([])
  })
})
