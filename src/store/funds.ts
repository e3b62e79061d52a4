import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from './transaction'

export type FundChoice = { readonly id: number; readonly title: string }

/** Funds that can be given to, by title. */
export async function activeFunds(tx: Transaction): Promise<readonly FundChoice[]> {
  const { rows } = await tx.execute<{ id: number; title: string }>(sql`select id, title from funds where is_active order by title, id`)
  return rows
}
