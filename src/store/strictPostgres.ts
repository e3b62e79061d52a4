import { sql } from '@payloadcms/db-postgres/drizzle'
import type { DatabaseAdapterObj, BaseDatabaseAdapter } from 'payload'
import { uniqueRules } from './databaseErrors'
import type { Transaction } from './transaction'

type Strict = BaseDatabaseAdapter & { fieldConstraints: Record<string, Record<string, string>>; sessions?: Record<string, { db: Transaction }>; pool?: { on(event: 'error', listener: (error: Error) => void): void } }

/**
 * The adapter, but loud: committing a transaction that is gone or already failed throws instead of resolving, and a
 * dropped connection is logged instead of ending the process.
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
      try {
        await session.db.execute(sql`set constraints all immediate`)
      } catch (error) {
        await this.rollbackTransaction(id)
        throw error
      }
      return commit.call(this, id)
    }
    db.connect = async function (this: Strict, ...options) {
      await connect?.call(this, ...options)
      for (const [table, fields] of Object.entries(uniqueRules)) this.fieldConstraints[table] = { ...this.fieldConstraints[table], ...fields }
      this.pool?.on('error', (error) => this.payload.logger.warn(`Database connection lost: ${error.message}`))
    }
    return db as never
  },
})
