import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, amsterdamDate, day, formatDate } from '../../src/domain/localDate'
import { cents } from '../../src/domain/money'
import { writeCamt053 } from '../../src/formats/camt053Write'
import { typescript } from '../../src/runtime/childProcess'
import { projectRoot } from '../../src/runtime/settings'
import { freshDatabase, type FreshDatabase } from '../setup/database'

type Run = { readonly code: number | null; readonly out: string; readonly complaint: string }

const today = amsterdamDate(new Date())

let database: FreshDatabase
const folder = mkdtempSync(join(tmpdir(), 'kring-cli-'))
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

/** `kring …` as a shell runs it. */
function kring(...args: readonly string[]): Promise<Run> {
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production', DATABASE_URL: database.url, KRING_DATA_DIR: join(folder, 'data') }
  const child = spawn(process.execPath, [...typescript('src/cli/kring.ts'), ...args], { cwd: projectRoot, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { out: '', complaint: '' }
  child.stdout.on('data', (text: Buffer) => { said.out += text.toString() })
  child.stderr.on('data', (text: Buffer) => { said.complaint += text.toString() })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ ...said, code }))
  })
}

describe('what is not understood', () => {
  it.each([[[]], [['nope']], [['statements']], [['batches', 'nope']]])('shows every command on standard error for %j', async (args) => {
    const { code, out, complaint } = await kring(...args)
    expect([code, out]).toEqual([2, ''])
    expect(complaint).toContain('statements inspect')
  })

  it.each([[['evaluate', '--nope']], [['batches', 'create']], [['seed', '--organs', '0']], [['doctor', 'now']]])(
    'shows how the command goes for %j', async (args) => {
      const { code, out, complaint } = await kring(...args)
      expect([code, out]).toEqual([2, ''])
      expect(complaint).toContain('usage')
    })
})

describe('commands without a database', () => {
  it('spread an amount, with --json in front or behind', async () => {
    const first = await kring('--json', 'plan', '--amount', '100.00', '--first', '2027-01-31', '--count', '3')
    const last = await kring('plan', '--amount', '100.00', '--first', '2027-01-31', '--count', '3', '--json')
    expect(first).toEqual(last)
    expect(JSON.parse(first.out)).toMatchObject([{ date: '2027-01-31', amountCents: 3334 }, { date: '2027-02-28' }, { date: '2027-03-31' }])
  })

  it('inspect a bank file', async () => {
    const file = join(folder, 'statement.xml')
    const entry = { bookingDate: day('2026-11-20'), valueDate: day('2026-11-20'), amountCents: cents(1250), description: 'Gift', isReversal: false }
    writeFileSync(file, writeCamt053({ iban: 'NL91ABNA0417164300', id: 'S1', openingCents: cents(100), openingDate: day('2026-11-19'), closingDate: day('2026-11-20'), entries: [entry] }))
    const { code, out } = await kring('--json', 'statements', 'inspect', file)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject([{ iban: 'NL91ABNA0417164300', closingCents: 1350, balanced: true }])
  })

  it('refuse with a sentence in Dutch and in English', async () => {
    const { code, out, complaint } = await kring('plan', '--amount', '0.01', '--first', '2027-01-31', '--count', '2')
    expect([code, out]).toEqual([1, ''])
    expect(complaint.trim().split('\n')).toHaveLength(2)
  })
})

describe('commands with a database', () => {
  it('fill a large association once, and evaluate it', async () => {
    const filled = await kring('--json', 'seed', '--relations', '600', '--organs', '40', '--today', addDays(today, -1))
    expect([filled.code, filled.complaint]).toEqual([0, ''])
    expect(JSON.parse(filled.out)).toMatchObject({ relations: 600, organs: 40 })
    expect((JSON.parse(filled.out) as { memberships: number }).memberships).toBeGreaterThan(1200)

    const again = await kring('--json', 'seed', '--relations', '600')
    expect([again.code, again.out]).toEqual([1, ''])
    expect(again.complaint).toContain('--force')
  })

  it('evaluate a day twice without a change', async () => {
    for (const date of [today, today]) {
      const { code, out } = await kring('--json', 'evaluate', '--date', date)
      expect(code).toBe(0)
      expect(JSON.parse(out)).toMatchObject({ days: [{ date, joined: 0, left: 0 }] })
    }
  })

  it('refuse a day that is over', async () => {
    const { code, out, complaint } = await kring('evaluate', '--date', addDays(today, -20))
    expect([code, out]).toEqual([1, ''])
    expect(complaint).toContain(formatDate(today, 'nl'))
  })

  it('refuse a day that has yet to come, in words, and evaluate nothing', async () => {
    const tomorrow = addDays(today, 1)
    const { code, out, complaint } = await kring('evaluate', '--date', tomorrow)
    expect([code, out]).toEqual([1, ''])
    expect(complaint).toContain(`De dag ${formatDate(tomorrow, 'nl')} moet nog komen.`)
    expect((await kring('--json', 'evaluate', '--date', today)).code).toBe(0)
  })

  it.each([[['batches', 'create', '--creditor', '1']], [['batches', 'file', '999']], [['statements', 'import', join(folder, 'statement.xml')]], [['evaluate', '--date', '2026-02-30']]])('refuse %j in words', async (args) => {
    const { code, out, complaint } = await kring('--json', ...args)
    expect([code, out]).toEqual([1, ''])
    expect(complaint.trim().split('\n')).toHaveLength(2)
  })

  it('tell what is wrong with this installation, and how to mend it', async () => {
    const { code, out } = await kring('--json', 'doctor')
    const { ok, checks } = JSON.parse(out) as { ok: boolean; checks: { name: string; ok: boolean; mend?: object }[] }
    expect([code, ok]).toEqual([1, false])
    expect(checks.filter((check) => !check.ok)).toMatchObject([{ name: 'worker', mend: { nl: expect.stringContaining('npm start') } }])
    expect(checks.map(({ name }) => name)).toEqual(['node', 'data', 'secrets', 'disk', 'database', 'migrations', 'extensions', 'worker', 'jobs'])
  })

  it('run the doctor when the database is away', async () => {
    const here = database.url
    database = { ...database, url: 'postgres://kring:secret-word@127.0.0.1:1/kring' }
    const { code, out, complaint } = await kring('doctor')
    database = { ...database, url: here }
    expect(code).toBe(1)
    expect(out).toContain('✗ database')
    expect(out + complaint).not.toContain('secret-word')
  })
})
