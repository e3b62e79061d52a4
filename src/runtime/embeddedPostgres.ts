import { spawn, type SpawnOptions } from 'node:child_process'
import { appendFileSync, closeSync, existsSync, openSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { ClearError } from './clearError'
import { freeLocalPort } from './ports'
import { plainEnvironment, prepareCluster, superuser } from './postgresCluster'
import { enterServer, ensureDatabase } from './postgresEntry'
import { type PostgresOwner, postgresOwner } from './postgresOwner'
import { postgresPlace } from './postgresPlace'
import { postgresPrograms } from './postgresPrograms'
import { postgresTuning, thisMachine } from './postgresTuning'
import { isRunning } from './processIdentity'
import { type Postmaster, runningPostmaster, stopPostmaster } from './postmaster'

export type EmbeddedPostgresOptions = {
  readonly dataDir: string
  readonly password: string
  /** False trades safety after a crash for speed: for tests. */
  readonly durable?: boolean
}

/** A PostgreSQL server of our own that answers. */
export type EmbeddedPostgres = {
  /** Connection string of the database `kring`. */
  readonly url: string
  readonly isRunning: () => boolean
  readonly stop: () => Promise<void>
}

/**
 * Starts the PostgreSQL of the packages on the data folder and makes the database `kring` in it. A server that an earlier,
 * killed Kring left running is taken over. The server listens on 127.0.0.1 only, on a port that stays the same if it can.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, password, durable = true } = options
  const owner = postgresOwner()
  const place = postgresPlace(dataDir)
  const programs = postgresPrograms(owner, place)
  const cluster = prepareCluster({ place, programs, owner, password, durable })
  const plan = { program: programs.postgres, cluster, owner, dataDir, password, durable }
  const server = (await takeOver(plan)) ?? (await launch(plan))
  await ensureDatabase(server.port, password, 'kring')
  return {
    url: `postgres://${superuser}:${encodeURIComponent(password)}@127.0.0.1:${server.port}/kring`,
    isRunning: () => isRunning(server.pid),
    stop: () => stopPostmaster(server.pid),
  }
}

type Launch = {
  readonly program: string
  readonly cluster: string
  readonly owner: PostgresOwner
  readonly dataDir: string
  readonly password: string
  readonly durable: boolean
}

/** A server that is just ending lets nobody in any more; then a new one is started after it. */
async function takeOver({ cluster, dataDir, password }: Launch): Promise<Postmaster | undefined> {
  const server = runningPostmaster(cluster)
  return server && (await enterServer({ ...server, password, logFile: logFile(dataDir) })) ? server : undefined
}

/** Another program may take the port between choosing and using it; after a hard crash old sessions need a moment to notice. */
const launchAttempts = 5

async function launch(plan: Launch): Promise<Postmaster> {
  for (let attempt = 1; ; attempt += 1) {
    const server = await launchOnce(plan, await freeLocalPort(rememberedPort(plan.dataDir)))
    if (server) return server
    if (attempt === launchAttempts) throw launchRefusal(logFile(plan.dataDir))
    await delay(attempt * 500)
  }
}

/** The server, or nothing when it gave up before it let us in. */
async function launchOnce(plan: Launch, port: number): Promise<Postmaster | undefined> {
  const pid = spawnServer(plan, port)
  if (pid === undefined) return undefined
  try {
    if (!(await enterServer({ pid, port, password: plan.password, logFile: logFile(plan.dataDir) }))) return undefined
  } catch (error) {
    await stopPostmaster(pid)
    throw error
  }
  writeFileSync(portFile(plan.dataDir), String(port))
  return { pid, port }
}

/** The server gets its own process group and writes to a file, so that it outlives whoever started it and ends only in order. */
function spawnServer({ program, cluster, owner, dataDir, durable }: Launch, port: number): number | undefined {
  keepLogSmall(logFile(dataDir))
  const log = openSync(logFile(dataDir), 'a', 0o600)
  const options: SpawnOptions = { ...owner, cwd: '/', env: plainEnvironment, detached: true, stdio: ['ignore', log, log] }
  const child = spawn(program, ['-D', cluster, ...serverOptions(port, durable)], options)
  child.on('error', (error) => appendFileSync(logFile(dataDir), `FATAL: ${error.message}\n`))
  child.unref()
  closeSync(log)
  return child.pid
}

function serverOptions(port: number, durable: boolean): string[] {
  const settings = {
    ...postgresTuning(thisMachine()),
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

const largestLog = 10 * 1024 * 1024

function keepLogSmall(file: string): void {
  if (existsSync(file) && statSync(file).size > largestLog) truncateSync(file)
}

const logFile = (dataDir: string): string => join(dataDir, 'postgres.log')

const portFile = (dataDir: string): string => join(dataDir, 'postgres-port')

function rememberedPort(dataDir: string): number {
  const port = existsSync(portFile(dataDir)) ? Number(readFileSync(portFile(dataDir), 'utf8')) : 0
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : 0
}

function launchRefusal(log: string): ClearError {
  const reason = readFileSync(log, 'utf8').split('\n').findLast((line) => line.includes('FATAL')) ?? ''
  return new ClearError(
    `PostgreSQL start niet; in ${log} staat waarom. ${reason}`.trim(),
    `PostgreSQL does not start; ${log} says why. ${reason}`.trim(),
  )
}
