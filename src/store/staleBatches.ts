import { sql } from '@payloadcms/db-postgres/drizzle'
import { pledgeAmountOn } from './pledgeChanges'
import { pledgeEveryMonths } from './pledges'
import type { Transaction } from './transaction'

/**
 * How many instructions of a batch may not go out any more: the mandate ended, was blocked or replaced, the debtor died or
 * was archived, the pledge ended or changed, or they are more than the invoice still has open. Cancelling the batch calls
 * these off (sepa §7). A retry keeps the amount and the day of its first try.
 */
export async function countStale(tx: Transaction, batch: number): Promise<number> {
  const { rows: [stale] } = await tx.execute<{ count: number }>(sql`
    with own as materialized (
      select i.* from debit_instructions i join debit_batch_groups g on g.id = i.group_id where g.batch_id = ${batch}
    ), ended as (
      select own.id from own
        join mandates m on m.id = own.mandate_id
        join relations debtor on debtor.id = own.debtor_id
        left join pledges p on p.id = own.pledge_id
        left join invoices v on v.id = own.invoice_id
        left join subscriptions s on s.id = v.subscription_id
       where m.status <> 'active' or debtor.deceased_on is not null or (p.id is not null and debtor.status <> 'active')
          or p.end_date <= own.original_collection_date or p.payment_method <> 'directDebit' or p.mandate_id <> own.mandate_id
          or m.debtor_id <> coalesce(p.donor_id, v.debtor_id)
          or (v.id is not null and v.mandate_id is distinct from own.mandate_id)
          or (s.id is not null and (s.payment_method <> 'directDebit' or s.mandate_id is distinct from own.mandate_id))
          or (own.retry_of_id is null and p.id is not null and (${pledgeAmountOn(sql`own.original_collection_date`)} <> own.amount_cents or (p.frequency = 'once' and own.instalment > 1)
              or own.original_collection_date <> (p.start_date + make_interval(months => (own.instalment - 1) * coalesce(${pledgeEveryMonths}, 0)))::date))
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
