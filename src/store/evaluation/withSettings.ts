import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from '../transaction'

/** Runs the work under these database settings and puts the old ones back; a failure rolls them back with everything else. */
export async function withSettings<T>(tx: Transaction, settings: Readonly<Record<string, string>>, work: () => Promise<T>): Promise<T> {
  const before = await currentSettings(tx, Object.keys(settings))
  await applySettings(tx, settings)
  const result = await work()
  await applySettings(tx, before)
  return result
}

async function currentSettings(tx: Transaction, names: readonly string[]): Promise<Record<string, string>> {
  const { rows } = await tx.execute<{ name: string; value: string }>(sql`
    select name, current_setting(name) as value from unnest(${sql.param(names)}::text[]) as t (name)`)
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]))
}

const applySettings = (tx: Transaction, settings: Readonly<Record<string, string>>): Promise<unknown> =>
  tx.execute(sql`
    select set_config(name, value, true)
      from unnest(${sql.param(Object.keys(settings))}::text[], ${sql.param(Object.values(settings))}::text[]) as t (name, value)`)
