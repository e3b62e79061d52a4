import { sql } from '@payloadcms/db-postgres/drizzle'
import { cents, type Cents } from '../domain/money'
import type { Transaction } from './transaction'

/** A batch that was cancelled here as not sent, and that the bank paid all the same. */
export type PaidCancelled = { readonly id: number; readonly messageId: string; readonly receivedCents: Cents }

/** What the bank paid for groups of cancelled batches and did not take back since. */
const paidCancelled = sql`
  select b.id, b.message_id, b.creditor_id, sum(t.amount_cents) as received
    from bank_transactions t
    join debit_batch_groups g on g.payment_information_id = t.payment_information_id and g.status = 'cancelled'
    join debit_batches b on b.id = g.batch_id
   where t.status = 'open'
   group by b.id having sum(t.amount_cents) > 0`

/** Those batches of a creditor, the oldest first. */
export async function paidCancelledBatches(tx: Transaction, creditor: number): Promise<readonly PaidCancelled[]> {
  const { rows } = await tx.execute<{ id: number; message_id: string; received: string }>(sql`
    select id, message_id, received from (${paidCancelled}) paid where creditor_id = ${creditor} order by id`)
  return rows.map((row) => ({ id: row.id, messageId: row.message_id, receivedCents: cents(Number(row.received)) }))
}

/** What the bank paid for this batch although it was cancelled; undefined when it did not. */
export async function paidThoughCancelled(tx: Transaction, batch: number): Promise<Cents | undefined> {
  const { rows } = await tx.execute<{ received: string }>(sql`select received from (${paidCancelled}) paid where id = ${batch}`)
  return rows.map(({ received }) => cents(Number(received)))[0]
}

/** Planned instructions of a creditor that were in such a batch, each with that batch: the bank collected them already. */
export async function plannedButPaid(tx: Transaction, creditor: number): Promise<ReadonlyMap<number, number>> {
  const { rows } = await tx.execute<{ id: number; batch: number }>(sql`
    select i.id, max(paid.id) as batch
      from (${paidCancelled}) paid
      join debit_batch_events e on e.batch_id = paid.id and e.kind = 'cancelled'
      cross join lateral jsonb_array_elements(e.detail->'freed') ids
      join debit_instructions i on i.id between (ids->>0)::int and (ids->>1)::int and i.status = 'planned'
     where paid.creditor_id = ${creditor}
     group by i.id`)
  return new Map(rows.map(({ id, batch }) => [id, batch]))
}
