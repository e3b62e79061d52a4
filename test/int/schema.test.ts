import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { getTableConfig } from '@payloadcms/db-postgres/drizzle/pg-core'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrationFolder, pendingMigrations } from '../../src/runtime/pendingMigrations'
import { bootPayload, type BootedPayload } from '../setup/database'

let kring: BootedPayload
let adapter: PostgresAdapter

beforeAll(async () => {
  kring = await bootPayload()
  adapter = kring.payload.db as unknown as PostgresAdapter
})
afterAll(() => kring.destroy())

/** A snapshot without its own identity: what is left describes the schema and nothing else. */
function schemaOf(snapshot: object): unknown {
  const { id, prevId, ...schema } = JSON.parse(JSON.stringify(snapshot)) as Record<string, unknown>
  return schema
}

function latestSnapshot(): object {
  const name = readdirSync(migrationFolder).filter((file) => file.endsWith('.json')).sort().at(-1)
  return JSON.parse(readFileSync(join(migrationFolder, name ?? ''), 'utf8')) as object
}

async function columnsInDatabase(): Promise<ReadonlySet<string>> {
  const client = new pg.Client({ connectionString: kring.url })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select table_name || '.' || column_name || ' ' || is_nullable as name from information_schema.columns where table_schema = 'public'`,
    )
    return new Set(rows.map(({ name }) => name))
  } finally {
    await client.end()
  }
}

describe('the migrations', () => {
  it('were all run from zero', async () => {
    expect(await pendingMigrations(kring.url)).toEqual([])
  })

  it('leave no difference with the collections', async () => {
    const { generateDrizzleJson } = adapter.requireDrizzleKit()
    expect(schemaOf(latestSnapshot())).toEqual(schemaOf(await generateDrizzleJson(adapter.schema)))
  })

  it('made every column that the collections have', async () => {
    const found = await columnsInDatabase()
    const wanted = Object.values(adapter.tables).flatMap((table) => {
      const { name, columns } = getTableConfig(table)
      return columns.map((column) => `${name}.${column.name}`)
    })
    expect(wanted.filter((column) => !found.has(`${column} YES`) && !found.has(`${column} NO`))).toEqual([])
  })
})
