import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from './transaction'

/** Locks one row of a collection's table until the transaction ends; others may still refer to it meanwhile. */
export const lockRow = (tx: Transaction, collection: string, id: number): Promise<unknown> =>
  tx.execute(sql`select 1 from ${sql.identifier(collection.replaceAll('-', '_'))} where id = ${id} for no key update`)
