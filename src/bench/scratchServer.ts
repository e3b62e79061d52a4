import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { exitOf, spawnChild, typescript } from '../runtime/childProcess'
import { prepareDataFolder } from '../runtime/dataFolder'
import { startEmbeddedPostgres } from '../runtime/embeddedPostgres'

/** Runs the work on a migrated, empty database that is gone afterwards: on the server of DATABASE_URL, or on one of its own. */
export async function onScratchDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const server = await scratchServer()
  const name = `kring_bench_${randomBytes(6).toString('hex')}`
  try {
    await withClient(server.url, (client) => client.query(`create database ${name}`))
    const url = Object.assign(new URL(server.url), { pathname: `/${name}` }).toString()
    await migrate(url)
    return await withClient(url, work)
  } finally {
    await withClient(server.url, (client) => client.query(`drop database if exists ${name} with (force)`))
    await server.stop()
  }
}

type Server = { readonly url: string; readonly stop: () => Promise<void> }

async function scratchServer(): Promise<Server> {
  const external = process.env['DATABASE_URL']
  if (external) return { url: external, stop: async () => undefined }
  const dataDir = mkdtempSync(join(tmpdir(), 'kring-bench-'))
  prepareDataFolder(dataDir)
  const server = await startEmbeddedPostgres({ dataDir, password: randomBytes(16).toString('hex') })
  return {
    url: server.url,
    stop: async () => {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Everything that the migration says goes to its own log, as standard output belongs to the figures. */
async function migrate(url: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kring-bench-'))
  const log = join(folder, 'migrate.log')
  const env = { ...process.env, NODE_ENV: 'production' as const, DATABASE_URL: url, PAYLOAD_SECRET: randomBytes(16).toString('hex') }
  const code = await exitOf(spawnChild(typescript('src/runtime/migrate.ts'), env, log))
  if (code !== 0) throw new Error(`The migrations ended with code ${code}; see ${log}`)
  rmSync(folder, { recursive: true })
}
