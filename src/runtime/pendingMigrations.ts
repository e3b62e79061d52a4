import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { hasTable } from './advisoryLock'
import { ClearError } from './clearError'
import { projectRoot } from './settings'

/** The folder in which Payload finds the migrations; their names are those of the files, in order. */
export const migrationFolder = join(projectRoot, 'src', 'store', 'migrations')

/**
 * The migrations that this database still misses, oldest first. Asked without booting Payload, so that a start without changes
 * is quick. Refuses a database that knows migrations which this checkout does not have: it belongs to a newer Kring.
 */
export async function pendingMigrations(url: string): Promise<readonly string[]> {
  const done = await doneMigrations(url)
  const known = knownMigrations()
  const foreign = [...done].find((name) => !known.includes(name))
  if (foreign !== undefined) throw newerDatabaseRefusal(foreign)
  return known.filter((name) => !done.has(name))
}

function knownMigrations(): readonly string[] {
  if (!existsSync(migrationFolder)) return []
  const files = readdirSync(migrationFolder).filter((file) => file.endsWith('.ts') && file !== 'index.ts')
  return files.map((file) => file.slice(0, -'.ts'.length)).sort()
}

async function doneMigrations(url: string): Promise<ReadonlySet<string>> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    if (!(await hasTable(client, 'payload_migrations'))) return new Set()
    const { rows } = await client.query<{ name: string }>('select name from payload_migrations where batch > 0')
    return new Set(rows.map((row) => row.name))
  } finally {
    await client.end()
  }
}

function newerDatabaseRefusal(name: string): ClearError {
  return new ClearError(
    `De database is van een nieuwere Kring (${name} is hier onbekend); werk de programmatuur bij.`,
    `The database belongs to a newer Kring (${name} is unknown here); update the software.`,
  )
}
