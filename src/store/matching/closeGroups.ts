import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from '../transaction'

/** The total of this group is booked. */
export const closeGroup = (tx: Transaction, group: number): Promise<unknown> => closeGroups(tx, sql`g.id = ${group}`)

/** Groups of which the bank dropped everything: no total will come, so nothing is waited for and each may be tried again. */
export const closeEmptyGroups = (tx: Transaction): Promise<unknown> =>
  closeGroups(tx, sql`not exists (select from debit_instructions i where i.group_id = g.id and i.status <> 'rejected')`)

/** A batch is processed with the last of its groups, and says so in its history. */
const closeGroups = (tx: Transaction, which: SQL): Promise<unknown> => tx.execute(sql`
  with closed as (
    update debit_batch_groups g set status = 'processed', updated_at = now()
      from debit_batches b
     where b.id = g.batch_id and b.status in ('downloaded', 'submitted') and g.status = 'open' and ${which}
    returning g.id, g.batch_id
  ), processed as (
    update debit_batches b set status = 'processed', updated_at = now()
     where b.id in (select batch_id from closed)
       and not exists (select from debit_batch_groups g where g.batch_id = b.id and g.status = 'open' and g.id not in (select id from closed))
    returning b.id
  )
  insert into debit_batch_events (batch_id, at, kind, created_at, updated_at) select id, clock_timestamp(), 'processed', now(), now() from processed`)
