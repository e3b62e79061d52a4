import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { postgresPlace } from '../../src/runtime/postgresPlace'
import { isRunning } from '../../src/runtime/processIdentity'
import { runningKring, startScript, type RunningKring } from '../setup/runningKring'

let kring: RunningKring
beforeAll(async () => {
  kring = await runningKring({ KRING_DEMO: '0' })
})
afterAll(() => kring.stop())

async function health(): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${kring.url}/api/health`)
  return { status: response.status, body: await response.json() }
}

const allWell = { status: 200, body: { status: 'ok', web: 'ok', worker: 'ok', database: 'ok' } }

/** The process numbers below the start script, by the file that they run. */
function childrenOf(pid: number, file: string): number[] {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n').map((row) => row.trim().split(/\s+/))
  const direct = rows.filter(([, parent]) => Number(parent) === pid)
  const found = direct.filter((row) => row.some((word) => word.endsWith(file))).map(([child]) => Number(child))
  return [...found, ...direct.flatMap(([child]) => childrenOf(Number(child), file))]
}

const part = (file: string): number => childrenOf(kring.started.process.pid ?? 0, file)[0] ?? 0

describe('npm start', () => {
  it('says in Dutch and in English where Kring is, and nothing about a demo that was declined', () => {
    expect(kring.started.output()).toContain(`Kring draait op ${kring.url}`)
    expect(kring.started.output()).toContain(`Kring runs at ${kring.url}`)
    expect(kring.started.output()).not.toContain('demo')
  })

  it('runs website, worker and database', async () => {
    await expect.poll(health, { timeout: 15_000 }).toEqual(allWell)
  })

  it('does not tell its secrets', async () => {
    const secrets = Object.values(JSON.parse(readFileSync(join(kring.dataDir, 'secrets.json'), 'utf8')) as Record<string, string>)
    const told = kring.started.output() + JSON.stringify(await health())
    expect(secrets.filter((secret) => told.includes(secret))).toEqual([])
  })

  it('refuses a second start on the same data', async () => {
    const second = startScript({ PORT: String(kring.port), KRING_DATA_DIR: kring.dataDir })
    expect(await second.ended).toBe(1)
    expect(second.output().trim().split('\n')).toEqual([expect.stringContaining('Kring draait hier al'), expect.stringContaining('Kring already runs here')])
  })

  it('refuses a port that is taken, and names it', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'kring-e2e-'))
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
    const second = startScript({ PORT: String(kring.port), KRING_DATA_DIR: dataDir })
    expect(await second.ended).toBe(1)
    expect(second.output().trim().split('\n')).toEqual([expect.stringContaining(`Poort ${kring.port}`), expect.stringContaining(`Port ${kring.port}`)])
  })

  it.each(['src/runtime/web.ts', 'jobs/worker.ts'])('brings back %s when it is killed', async (file) => {
    const killed = part(file)
    process.kill(killed, 'SIGKILL')
    await expect.poll(() => part(file) !== 0 && part(file) !== killed, { timeout: 10_000 }).toBe(true)
    await expect.poll(() => health().catch(String), { timeout: 60_000 }).toEqual(allWell)
  })

  it('brings back the database when it is killed', async () => {
    const pidFile = join(postgresPlace(kring.dataDir), 'pg18', 'postmaster.pid')
    const killed = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
    process.kill(killed, 'SIGKILL')
    await expect.poll(() => isRunning(killed)).toBe(false)
    await expect.poll(health, { timeout: 60_000, interval: 500 }).toEqual(allWell)
  })

  it('starts in a few seconds the next time, also when it was killed', async () => {
    const { process: script, ended } = kring.started
    const parts = [part('src/runtime/start.ts'), part('src/runtime/web.ts'), part('jobs/worker.ts')]
    process.kill(parts[0] ?? 0, 'SIGKILL')
    await ended
    expect(script.exitCode).toBe(137)
    await expect.poll(() => parts.filter(isRunning), { timeout: 15_000 }).toEqual([])
    const began = Date.now()
    const again = startScript({ PORT: String(kring.port), KRING_URL: kring.url, KRING_DATA_DIR: kring.dataDir })
    kring = { ...kring, started: again, stop: () => stopAndClear(again, kring.dataDir) }
    await expect.poll(again.output, { timeout: 60_000 }).toContain('Ctrl-C')
    expect(Date.now() - began).toBeLessThan(15_000)
  })

  it('leaves nothing running after a stop', async () => {
    const parts = [part('src/runtime/start.ts'), part('src/runtime/web.ts'), part('jobs/worker.ts')]
    const pidFile = join(postgresPlace(kring.dataDir), 'pg18', 'postmaster.pid')
    kring.started.process.kill('SIGINT')
    expect(await kring.started.ended).toBe(0)
    expect(parts.filter(isRunning)).toEqual([])
    expect(existsSync(pidFile)).toBe(false)
  })
})

async function stopAndClear(started: RunningKring['started'], dataDir: string): Promise<void> {
  started.process.kill('SIGTERM')
  await started.ended
  rmSync(dataDir, { recursive: true, force: true })
}
