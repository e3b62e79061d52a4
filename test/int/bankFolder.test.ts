import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, day } from '../../src/domain/localDate'
import { readBankFolder } from '../../src/operations/readBankFolder'
import { typescript } from '../../src/runtime/childProcess'
import { projectRoot } from '../../src/runtime/settings'
import { zipOf } from '../formats/zipWrite'
import { bankStories, collected, credit, type BankStories, type World } from '../setup/bankWorld'
import { testIban } from '../setup/builders'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let bank: BankStories
const root = mkdtempSync(join(tmpdir(), 'kring-test-'))

beforeAll(async () => {
  kring = await bootPayload()
  bank = bankStories(kring.payload)
})
afterAll(async () => {
  rmSync(root, { recursive: true })
  await kring.destroy()
})

let folders = 0
const now = new Date()

/** A watched folder with these files in it, put there long enough ago. */
function watched(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(root, `map-${folders += 1}`)
  mkdirSync(folder)
  put(folder, files)
  return folder
}

function put(folder: string, files: Readonly<Record<string, string | Uint8Array>>, secondsAgo = 10): void {
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), content)
    utimesSync(join(folder, name), now, new Date(now.getTime() - secondsAgo * 1_000))
  }
}

const look = async (folder: string) => readBankFolder(await bank.reqNow(), { folder, today: day('2026-12-31'), now })
const filesIn = (folder: string, inside = '') => (existsSync(join(folder, inside)) ? readdirSync(join(folder, inside), { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : [])).sort() : [])
const sumOf = async ({ iban }: World) => (await bank.rows<{ count: number; sum: number }>('select count(*)::int as count, coalesce(sum(t.amount_cents), 0)::int as sum from bank_transactions t join bank_statements s on s.id = t.statement_id where s.iban = $1', [iban]))[0]
/** A statement of a day on which somebody gave. */
const gift = (world: World, days: number, amount: number) => {
  const date = addDays(collected, days)
  world.bank.book({ ...credit(amount, { description: `gift ${days}` }), bookingDate: date, valueDate: date })
  return world.bank.statement(date)
}

describe('a watched folder', () => {
  it('gives its files to Kring, whatever they are: statements, zips and answers to batches, and keeps them as read', async () => {
    const world = await bank.atTheBank({ pledges: [1_000, 500] })
    const [first] = await bank.instructionsOf(world)
    const [batch] = await bank.rows<{ id: string }>('select message_id as id from debit_batches where creditor_id = $1', [world.creditor])
    const report = world.bank.reject(batch?.id ?? '', [{ endToEndId: first?.endToEndId ?? '', reason: 'AC01' }])
    const folder = watched({ 'antwoord.xml': report, 'dag.xml': world.bank.statement(collected), 'week.zip': zipOf({ name: 'een.xml', content: gift(world, 1, 100) }, { name: 'map/twee.sta', content: gift(world, 2, 200) }) })
    expect(await look(folder)).toEqual({ taken: 3, refused: 0 })
    expect([filesIn(folder), filesIn(folder, 'ingelezen'), filesIn(folder, 'geweigerd')]).toEqual([[], ['antwoord.xml', 'dag.xml', 'week.zip'], []])
    expect([await bank.statusesOf(world), await sumOf(world)]).toEqual([['rejected', 'collected'], { count: 3, sum: 800 }])
    expect(await look(folder)).toEqual({ taken: 0, refused: 0 })
  })

  it('puts what was refused apart with the reason beside it, and what was good in a zip is read', async () => {
    const world = await bank.atTheBank({})
    const good = gift(world, 1, 100)
    const folder = watched({ 'foto.jpg': 'JFIF...', 'half.zip': zipOf({ name: 'goed.xml', content: good }, { name: 'vreemd.xml', content: gift(world, 2, 5).replaceAll(world.iban, testIban(3)) }) })
    expect(await look(folder)).toEqual({ taken: 0, refused: 2 })
    expect([filesIn(folder), filesIn(folder, 'ingelezen'), filesIn(folder, 'geweigerd')]).toEqual([[], [], ['foto.jpg', 'foto.jpg.txt', 'half.zip', 'half.zip.txt']])
    expect(readFileSync(join(folder, 'geweigerd', 'foto.jpg.txt'), 'utf8')).toMatch(/^foto\.jpg: .*bankafschrift.*\n$/)
    expect(readFileSync(join(folder, 'geweigerd', 'half.zip.txt'), 'utf8')).toMatch(new RegExp(`^vreemd\\.xml: .*${testIban(3).slice(-4)}.*\\n$`))
    expect(await sumOf(world)).toEqual({ count: 1, sum: 100 })
  })

  it('has what is here already among what was read, and reads nothing twice', async () => {
    const world = await bank.atTheBank({})
    const file = gift(world, 1, 100)
    const folder = watched({ 'a.xml': file, 'b.xml': file, 'c.xml': file.replace('<GrpHdr>', '<GrpHdr> ') })
    expect(await look(folder)).toEqual({ taken: 3, refused: 0 })
    expect([filesIn(folder, 'ingelezen'), await sumOf(world)]).toEqual([['a.xml', 'b.xml', 'c.xml'], { count: 1, sum: 100 }])
  })

  it('keeps files of the same name apart', async () => {
    const world = await bank.atTheBank({})
    const [one, two] = [gift(world, 1, 100), gift(world, 2, 200)]
    const folder = watched({ 'camt053.xml': one })
    await look(folder)
    put(folder, { 'camt053.xml': two })
    await look(folder)
    expect(filesIn(folder, 'ingelezen').map((name) => readFileSync(join(folder, 'ingelezen', name), 'utf8')).sort()).toEqual([one, two].sort())
  })

  it('leaves alone what is being written still, what is hidden, and folders', async () => {
    const world = await bank.atTheBank({})
    const file = gift(world, 1, 100)
    const folder = watched({ '.verborgen.xml': file, 'afschrift.xml.part': file, 'afschrift.tmp': file, 'Afschrift.CRDOWNLOAD': file })
    put(folder, { 'nog bezig.xml': file.slice(0, 200) }, 1)
    mkdirSync(join(folder, 'vorige'))
    put(join(folder, 'vorige'), { 'oud.xml': file })
    expect(await look(folder)).toEqual({ taken: 0, refused: 0 })
    expect([filesIn(folder).length, filesIn(folder, 'vorige'), await sumOf(world)]).toEqual([5, ['oud.xml'], { count: 0, sum: 0 }])
    put(folder, { 'nog bezig.xml': file })
    expect(await look(folder)).toEqual({ taken: 1, refused: 0 })
  })
})

describe('kring statements import', () => {
  const run = (...args: readonly string[]): Promise<{ readonly code: number | null; readonly out: string }> => {
    const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production', DATABASE_URL: kring.url, KRING_DATA_DIR: join(root, 'data') }
    const child = spawn(process.execPath, [...typescript('src/cli/kring.ts'), 'statements', 'import', ...args], { cwd: projectRoot, env, stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    child.stdout.on('data', (text: Buffer) => { out += text.toString() })
    return new Promise((resolve) => child.on('close', (code) => resolve({ code, out })))
  }

  it('reads files and zips, tells of each what came of it, and ends with 1 when one is refused', async () => {
    const world = await bank.atTheBank({ pledges: [900] })
    const folder = watched({ 'a.xml': world.bank.statement(collected), 'b.zip': zipOf({ name: 'goed.sta', content: gift(world, 1, 100) }, { name: 'fout.xml', content: '<Document/>' }) })
    const { code, out } = await run('--json', join(folder, 'a.xml'), join(folder, 'b.zip'))
    expect(JSON.parse(out)).toMatchObject([
      { name: 'a.xml', statements: { format: 'camt053', matched: { batchTotals: 1 }, statements: [{ iban: world.iban, newLines: 1, hold: 'none' }] } },
      { name: 'goed.sta', statements: { statements: [{ newLines: 1 }] } }, { name: 'fout.xml', refusal: { code: expect.any(String) as unknown } },
    ])
    expect([code, await bank.given(world), filesIn(folder)]).toEqual([1, [900], ['a.xml', 'b.zip']])
  })
})
