import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { ClearError, codeOf } from './clearError'
import { superuser } from './postgresCluster'
import { isRunning } from './processIdentity'

export type ServerEntry = { readonly pid: number; readonly port: number; readonly password: string; readonly logFile: string }

/** Recovery after a crash replays at most `max_wal_size`; a slow disk gets the time for that. */
const longestRecovery = 5 * 60_000

/** Waits until the server lets us in; false when it ended before that. Throws a ClearError when it never will. */
export async function enterServer({ pid, port, password, logFile }: ServerEntry): Promise<boolean> {
  const deadline = Date.now() + longestRecovery
  while (Date.now() < deadline) {
    if (!isRunning(pid)) return false
    try {
      await withMaintenanceClient(port, password, async () => undefined)
      return true
    } catch (error) {
      if (codeOf(error) === wrongPassword) throw passwordRefusal()
      await delay(30)
    }
  }
  throw new ClearError(`PostgreSQL start, maar geeft geen antwoord; in ${logFile} staat waarom.`, `PostgreSQL starts but does not answer; ${logFile} says why.`)
}

/** Makes the database when the server does not have it yet. `name` is ours, never a user's. */
export async function ensureDatabase(port: number, password: string, name: string): Promise<void> {
  await withMaintenanceClient(port, password, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`)
  })
}

async function withMaintenanceClient(port: number, password: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: superuser, password, database: 'postgres', connectionTimeoutMillis: 5000 })
  client.on('error', brokenConnection)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/** A connection that breaks is told to the query that waits on it as well; without a listener it would end the process. */
const brokenConnection = (): void => undefined

/** SQLSTATE invalid_password. */
const wrongPassword = '28P01'

const passwordRefusal = (): ClearError =>
  new ClearError(
    'Het wachtwoord in secrets.json past niet bij de database ernaast; zet beide uit dezelfde reservekopie terug.',
    'The password in secrets.json does not fit the database beside it; put both back from the same backup.',
  )
