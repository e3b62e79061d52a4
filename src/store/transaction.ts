import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { commitTransaction, initTransaction, killTransaction, type PayloadRequest } from 'payload'

/** A database transaction, or for reads a connection. All SQL of Kring goes through one. */
export type Transaction = {
  execute<T extends Record<string, unknown> = Record<string, unknown>>(query: SQL): Promise<{ rows: T[]; rowCount?: number | null }>
}

type Session = { db: Transaction & { transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> } }
type Adapter = { sessions?: Record<string, Session>; drizzle: Transaction }

const adapterOf = (req: PayloadRequest) => req.payload.db as unknown as Adapter

async function sessionOf(req: PayloadRequest): Promise<Session | undefined> {
  const id = await req.transactionID
  return id === undefined ? undefined : adapterOf(req).sessions?.[id]
}

/** The transaction that the request runs in. Throws where there is none, so that nothing is written outside one by mistake. */
export async function transactionOf(req: PayloadRequest): Promise<Transaction> {
  const session = await sessionOf(req)
  if (!session) throw new Error('The transaction of this request is gone')
  return session.db
}

/** For reading: the request's transaction where it has one, else any connection. */
export const readConnection = (req: PayloadRequest): Transaction => ({
  execute: async <T extends Record<string, unknown>>(query: SQL) => ((await sessionOf(req))?.db ?? adapterOf(req).drizzle).execute<T>(query),
})

/** Another connection, whatever transaction the request is in: what is written there stays when that one is rolled back. */
export const outsideTransaction = (req: PayloadRequest): Transaction => ({
  execute: <T extends Record<string, unknown>>(query: SQL) => adapterOf(req).drizzle.execute<T>(query),
})

/** Runs the work in the request's transaction, or in a new one that commits when the work is done and rolls back when it throws. */
export async function inTransaction<T>(req: PayloadRequest, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const isOurs = await initTransaction(req)
  try {
    const result = await work(await transactionOf(req))
    if (isOurs) await commitTransaction(req)
    return result
  } catch (error) {
    if (isOurs) await killTransaction(req)
    throw error
  }
}

/** Tries the work within the transaction: when it throws, only what it did is undone and the transaction goes on. */
export async function inSavepoint<T>(req: PayloadRequest, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const session = await sessionOf(req)
  if (!session) throw new Error('A savepoint needs a transaction')
  return session.db.transaction(work)
}

/** Does the work as if it were real, gives its answer, and undoes whatever it did: for showing what would happen. */
export async function inUndone<T>(req: PayloadRequest, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const undoing = new Undone<T>()
  try {
    return await inSavepoint(req, async (tx) => {
      undoing.answer = await work(tx)
      throw undoing
    })
  } catch (error) {
    if (error === undoing && undoing.answer !== undefined) return undoing.answer
    throw error
  }
}

/** Thrown to leave a savepoint without keeping it. */
class Undone<T> extends Error {
  answer: T | undefined
}

/** Holds a lock by name until the transaction ends; works behind a connection pooler as well. */
export const lockByName = (tx: Transaction, name: string): Promise<unknown> =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`)

/** One at a time reads a file of the bank; taken before any other lock. */
export const lockBankFiles = (tx: Transaction): Promise<unknown> => lockByName(tx, 'bank files')

/** One at a time reads bank lines, books them or changes what is expected of the bank. The database takes it by this name where money of a line comes without (migration bookingInBulk). */
export const lockBank = (tx: Transaction): Promise<unknown> => lockByName(tx, 'bank import')
