import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { exitOf, spawnChild, typescript } from '../../../src/runtime/childProcess'
import { prepareDataFolder } from '../../../src/runtime/dataFolder'
import { startEmbeddedPostgres } from '../../../src/runtime/embeddedPostgres'
import { postgresPlace } from '../../../src/runtime/postgresPlace'
import { runningPostmaster } from '../../../src/runtime/postmaster'

const password = 'only-for-tests-0123456789'

/** A PostgreSQL of its own that keeps what was committed, and that may be killed. */
export type CrashServer = {
  readonly url: (database: string) => string
  /** Kills it without a word. */
  readonly kill: () => void
  readonly restart: () => Promise<void>
  readonly close: () => Promise<void>
}

/** With one migrated database `kring` on it. */
export async function openCrashServer(): Promise<CrashServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kring-test-'))
  prepareDataFolder(dataDir)
  const start = () => startEmbeddedPostgres({ dataDir, password })
  let server = await start()
  const env = { ...process.env, NODE_ENV: 'production' as const, DATABASE_URL: server.url, PAYLOAD_SECRET: password }
  const code = await exitOf(spawnChild(typescript('src/runtime/migrate.ts'), env, join(dataDir, 'migrate.log')))
  if (code !== 0) throw new Error(`The migrations ended with code ${code}`)
  return {
    url: (database) => Object.assign(new URL(server.url), { pathname: `/${database}` }).toString(),
    kill: () => {
      const pid = runningPostmaster(join(postgresPlace(dataDir), 'pg18'))?.pid
      if (pid !== undefined) process.kill(pid, 'SIGKILL')
    },
    restart: async () => { server = await start() },
    close: async () => {
      await server.stop()
      for (const folder of new Set([postgresPlace(dataDir), dataDir])) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Works on a connection of its own. */
export async function onConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
