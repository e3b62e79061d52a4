import { PgDialect } from '@payloadcms/db-postgres/drizzle/pg-core'
import type { ClientBase } from 'pg'
import type { Transaction } from './transaction'

/** Lets a plain connection outside Payload run the same SQL; whoever opened it says `begin` and `commit`. */
export const transactionOver = (client: ClientBase): Transaction => ({
  execute: async (query) => {
    const { sql: text, params } = dialect.sqlToQuery(query)
    return client.query(text, params)
  },
})

const dialect = new PgDialect()
