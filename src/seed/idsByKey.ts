import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from '../store/transaction'

type Keyed = readonly [table: 'subscription_types', key: 'title'] | readonly [table: 'funds' | 'organs', key: 'code'] | readonly [table: 'creditors', key: 'iban']
  | readonly [table: 'function_types' | 'membership_types', key: 'title']

/** The ids of a small table by the key that the demo knows its rows by. */
export async function idsByKey(tx: Transaction, ...[table, key]: Keyed): Promise<ReadonlyMap<string, number>> {
  const { rows } = await tx.execute<{ key: string; id: number }>(sql`select ${sql.identifier(key)} as key, id from ${sql.identifier(table)} order by id`)
  return new Map(rows.map((row) => [row.key, row.id]))
}
