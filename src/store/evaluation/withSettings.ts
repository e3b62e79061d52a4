import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from '../transaction'
import type { Population } from './population'

type Settings = Readonly<Record<string, string>>

/**
 * Hash joins throughout: how many relations a rule lets through cannot be estimated, and a nested loop over a wrong
 * estimate takes hours where a hash join takes seconds, and sorting costs more than hashing. So would compiling the query.
 */
const forWholeSets: Settings = { enable_nestloop: 'off', enable_mergejoin: 'off', work_mem: '256MB', jit: 'off', statement_timeout: '0' }

/** A few relations among many are looked up by their index. */
const forFew: Settings = { work_mem: '64MB', jit: 'off' }

export const settingsFor = (population: Population): Settings => (population === 'everybody' ? forWholeSets : forFew)

/** Runs the work under these database settings and puts the old ones back; a failure rolls them back with everything else. */
export async function withSettings<T>(tx: Transaction, settings: Settings, work: () => Promise<T>): Promise<T> {
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

const applySettings = (tx: Transaction, settings: Settings): Promise<unknown> =>
  tx.execute(sql`
    select set_config(name, value, true)
      from unnest(${sql.param(Object.keys(settings))}::text[], ${sql.param(Object.values(settings))}::text[]) as t (name, value)`)
