import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freeLocalPort } from '../../src/runtime/ports'
import { projectRoot } from '../../src/runtime/settings'

/** A started process with everything that it said so far. */
export type Started = {
  readonly process: ChildProcess
  readonly output: () => string
  /** The exit code; null after a signal. */
  readonly ended: Promise<number | null>
}

/** `npm start` without npm, with other settings than those of the caller. */
export function startScript(settings: Readonly<Record<string, string>>): Started {
  const child = spawn(process.execPath, [join(projectRoot, 'bin', 'start.mjs')], {
    env: { ...process.env, DATABASE_URL: '', NODE_ENV: 'production', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return { process: child, output: () => output, ended: new Promise((resolve) => child.once('exit', resolve)) }
}

export type RunningKring = {
  readonly url: string
  readonly port: number
  readonly dataDir: string
  readonly started: Started
  /** Stops it as Ctrl-C does and removes its data. */
  readonly stop: () => Promise<void>
}

/** A whole Kring on a free port with its own data: website, worker and database. With the demo, unless settings say KRING_DEMO=0. */
export async function runningKring(settings: Readonly<Record<string, string>> = {}): Promise<RunningKring> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kring-e2e-'))
  const port = await freeLocalPort()
  const url = `http://localhost:${port}`
  const started = startScript({ PORT: String(port), KRING_URL: url, KRING_DATA_DIR: dataDir, ...settings })
  const stop = async (): Promise<void> => {
    started.process.kill('SIGTERM')
    await started.ended
    rmSync(dataDir, { recursive: true, force: true })
  }
  const welcome = waitFor(() => started.output().includes('Ctrl-C'))
  const isEnded = await Promise.race([welcome.then(() => false), started.ended.then(() => true)])
  if (!isEnded) return { url, port, dataDir, started, stop }
  const logs = readLogs(dataDir)
  await stop()
  throw new Error(`Kring did not start:\n${started.output()}\n${logs}`)
}

/** What the steps of the start left behind, for the message of a failing test. */
function readLogs(dataDir: string): string {
  const logs = ['build.log', 'migrate.log', 'demo.log'].map((name) => join(dataDir, name))
  return logs.filter((log) => existsSync(log)).map((log) => readFileSync(log, 'utf8')).join('\n')
}

async function waitFor(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 50).unref())
}
