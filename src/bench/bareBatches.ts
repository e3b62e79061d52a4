import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from '../store/transaction'
import { creditor } from './collection'

/**
 * The same rows placed in one go by SQL that knows the answer: each collection day cut by count into batches that stay
 * below the amount as well, all in one batch, without looking at mandates and without a file.
 */
export async function bareBatches(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    create temporary table bare_places on commit drop as
    select id, amount_cents, greatest(collection_date, date '2026-11-04') as collection_date,
           dense_rank() over (order by collection_date, place / 8000) as nth
      from (select id, amount_cents, collection_date, row_number() over (partition by collection_date order by id) - 1 as place
              from debit_instructions where status = 'planned' and creditor_id = ${creditor}) numbered`)
  await tx.execute(sql`
    insert into debit_batches (message_id, creditor_id, instruction_count, total_cents, status) select 'BARE-1', ${creditor}, count(*), sum(amount_cents), 'created' from bare_places`)
  await tx.execute(sql`
    insert into debit_batch_groups (payment_information_id, batch_id, collection_date, sequence_type, instruction_count, total_cents, status)
    select 'BARE-1-' || nth, (select max(id) from debit_batches), min(collection_date), 'RCUR', count(*), sum(amount_cents), 'open' from bare_places group by nth order by nth`)
  await tx.execute(sql`
    update debit_instructions i set status = 'batched', batch_id = g.batch_id, group_id = g.id, debtor_iban = m.iban, mandate_reference = m.reference, updated_at = now()
      from bare_places p join debit_batch_groups g on g.payment_information_id = 'BARE-1-' || p.nth, mandates m
     where i.id = p.id and m.id = i.mandate_id`)
}
