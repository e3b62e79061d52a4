import { sql } from '@payloadcms/db-postgres/drizzle'
import type { DatabaseAdapterObj, BaseDatabaseAdapter } from 'payload'
import { uniqueRules } from './databaseErrors'
import type { Transaction } from './transaction'

type Strict = BaseDatabaseAdapter & { fieldConstraints: Record<string, Record<string, string>>; drizzle: Transaction; sessions?: Record<string, { db: Transaction }>; pool?: { on(event: 'error', listener: (error: Error) => void): void } }

/** Checks what was deferred; returns the number under which the database will commit, or null when nothing was written. */
async function checkedBeforeCommit(tx: Transaction): Promise<string | null> {
  await tx.execute(sql`set constraints all immediate`)
  const { rows } = await tx.execute<{ number: string | null }>(sql`select pg_current_xact_id_if_assigned()::text as number`)
  return rows[0]?.number ?? null
}

/** Asks the database itself: the adapter does not tell when COMMIT failed. */
async function isCommitted(connection: Transaction, number: string): Promise<boolean> {
  const { rows } = await connection.execute<{ status: string | null }>(sql`select pg_xact_status(${number}::xid8) as status`)
  return rows[0]?.status === 'committed'
}

/**
 * The adapter, but loud: a commit of a transaction that is gone or failed, or that did not reach the database, throws
 * instead of resolving, and a dropped connection is logged instead of ending the process.
 */
export const strictPostgres = (adapter: DatabaseAdapterObj): DatabaseAdapterObj => ({
  ...adapter,
  init: (args) => {
    const db = adapter.init(args) as Strict
    const commit = db.commitTransaction
    const connect = db.connect
    db.commitTransaction = async function (this: Strict, incoming) {
      const id = await incoming
      const session = id ? this.sessions?.[id] : undefined
      if (!id || !session) throw new Error('The transaction was lost before it was committed')
      const written = await checkedBeforeCommit(session.db).catch(async (error: unknown) => {
        await this.rollbackTransaction(id)
        throw error
      })
      await commit.call(this, id)
      if (written !== null && !(await isCommitted(this.drizzle, written))) throw new Error('The transaction was not committed')
    }
    db.connect = async function (this: Strict, ...options) {
      await connect?.call(this, ...options)
      for (const [table, fields] of Object.entries(uniqueRules)) this.fieldConstraints[table] = { ...this.fieldConstraints[table], ...fields }
      this.pool?.on('error', (error) => this.payload.logger.warn(`Database connection lost: ${error.message}`))
    }
    return db as never
  },
})
