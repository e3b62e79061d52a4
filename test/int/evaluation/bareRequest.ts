import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import type { Transaction } from '../../../src/store/transaction'

/** A request with nothing but transactions on one connection: enough for an operation that only works with tables. */
export function requestOver(tx: Transaction): PayloadRequest {
  const sessions: Record<string, { db: Transaction }> = {}
  let count = 0
  const end = (how: 'commit' | 'rollback') => async (id: string): Promise<void> => {
    delete sessions[id]
    await tx.execute(sql.raw(how))
  }
  const db = {
    sessions, drizzle: tx, commitTransaction: end('commit'), rollbackTransaction: end('rollback'),
    beginTransaction: async (): Promise<string> => {
      await tx.execute(sql`begin`)
      count += 1
      sessions[String(count)] = { db: tx }
      return String(count)
    },
  }
  return { payload: { db } } as unknown as PayloadRequest
}
