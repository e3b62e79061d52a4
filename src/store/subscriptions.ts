import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from './transaction'

/** The names of the subscription types, for a rule in words. */
export async function subscriptionTypeTitles(tx: Transaction): Promise<ReadonlyMap<number, string>> {
  const { rows } = await tx.execute<{ id: number; title: string }>(sql`select id, title from subscription_types`)
  return new Map(rows.map((row) => [row.id, row.title]))
}
