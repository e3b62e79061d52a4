import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from './transaction'
import { whatItHangsOn, whyStale } from './whyStale'

/**
 * How many instructions of a batch may not go out any more: what would call them off while they were planned, a mandate
 * that was blocked, or more than the invoice still has open. Cancelling the batch calls these off (sepa §7).
 */
export async function countStale(tx: Transaction, batch: number): Promise<number> {
  const { rows: [stale] } = await tx.execute<{ count: number }>(sql`
    with own as materialized (
      select i.* from debit_instructions i join debit_batch_groups g on g.id = i.group_id where g.batch_id = ${batch}
    ), ended as (
      select i.id from own i ${whatItHangsOn} where m.status = 'blocked' or ${whyStale} is not null
    ), exceeding as (
      select v.id, sum(i.amount_cents) - greatest(v.open_cents, 0) as excess
        from invoices v join debit_instructions i on i.invoice_id = v.id and i.status in ('batched', 'submitted')
       where v.id in (select invoice_id from own)
       group by v.id having sum(i.amount_cents) > greatest(v.open_cents, 0)
    ), beyond as (
      select own.id, own.amount_cents, e.excess, sum(own.amount_cents) over (partition by own.invoice_id order by own.instalment desc, own.id desc) as up_to_here
        from own join exceeding e on e.id = own.invoice_id
    )
    select count(*)::int as count from (select id from ended union select id from beyond where up_to_here - amount_cents < excess) stale`)
  return stale?.count ?? 0
}
