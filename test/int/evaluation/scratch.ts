import { sql } from '@payloadcms/db-postgres/drizzle'
import pg from 'pg'
import { transactionOver } from '../../../src/store/clientTransaction'
import type { Transaction } from '../../../src/store/transaction'
import { freshDatabase } from '../../setup/database'

/** A database of its own with one connection; `inUndone` runs work in a transaction that is rolled back. */
export type Scratch = {
  readonly tx: Transaction
  readonly inUndone: (work: (tx: Transaction) => Promise<void>) => Promise<void>
  readonly close: () => Promise<void>
}

export async function openScratch(): Promise<Scratch> {
  const database = await freshDatabase()
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const tx = transactionOver(client)
  return {
    tx,
    inUndone: async (work) => {
      await tx.execute(sql`begin`)
      try {
        await work(tx)
      } finally {
        await tx.execute(sql`rollback`)
      }
    },
    close: async () => {
      await client.end()
      await database.drop()
    },
  }
}
