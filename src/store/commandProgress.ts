import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'
import { outsideTransaction, type Transaction } from './transaction'

/** How far long work is: so many done of so many, in a phase with a name. */
export type Progress = { readonly phase: string; readonly done: number; readonly total: number }
export type Report = (progress: Progress) => void

const everyMs = 400
const keptFor = '1 day'

/**
 * Tells others how far the command under a key is, at most a few times a second and outside its transaction, so that they
 * see it before it is done. Without a key nobody asks. What is told late or not at all never holds up the work; a
 * failure to tell is told to the log. What nobody will ask for any more goes.
 */
export function progressOf(req: PayloadRequest, key: string | undefined): Report {
  if (key === undefined) return () => undefined
  let last = 0
  return ({ phase, done, total }) => {
    const now = Date.now()
    if (now - last < everyMs && done < total) return
    last = now
    outsideTransaction(req).execute(sql`
      with forgotten as (delete from command_progress where at < now() - ${keptFor}::interval)
      insert into command_progress (key, phase, done, total) values (${key}, ${phase}, ${done}, ${total})
      on conflict (key) do update set phase = excluded.phase, done = excluded.done, total = excluded.total, at = now()`)
      .catch((error: unknown) => req.payload.logger.warn(`Progress could not be told: ${error instanceof Error ? error.name : 'unknown'}`))
  }
}

/** What was told last under a key; undefined before the first time and after a day. */
export async function progressUnder(tx: Transaction, key: string): Promise<Progress | undefined> {
  const { rows } = await tx.execute<{ phase: string; done: string; total: string }>(sql`
    select phase, done, total from command_progress where key = ${key} and at > now() - ${keptFor}::interval`)
  return rows.map((row) => ({ phase: row.phase, done: Number(row.done), total: Number(row.total) }))[0]
}
