import { sql } from '@payloadcms/db-postgres/drizzle'
import { insertAuditEntries } from '../auditLog'
import { insertBatchEvents } from '../batchEvents'
import type { Transaction } from '../transaction'

/**
 * Puts what a camt.054 told beside the bank lines that it is about (sepa §10.2): by the bank's reference of the line; by its own
 * end-to-end id; or, where the bank gives neither, by account, day and amount when one line and one movement fit. What fits a line that told the
 * same once more in another format is about the line that counts.
 */
export async function attachDetails(tx: Transaction): Promise<void> {
  const { rows: waiting } = await tx.execute(sql`select 1 from bank_details where transaction_id is null limit 1`)
  if (waiting.length > 0) await tx.execute(sql`
    with open_line as materialized (
      select t.id, t.twin_id, s.iban, t.booking_date, t.amount_cents, t.bank_reference, t.end_to_end_id, t.payment_information_id,
             count(*) over (partition by s.iban, t.booking_date, t.amount_cents) as alike
        from bank_transactions t join bank_statements s on s.id = t.statement_id where t.status = 'open'
    ), line as materialized (
      select id, iban, booking_date, amount_cents, bank_reference, end_to_end_id, payment_information_id, alike from open_line where twin_id is null
      union all
      select counts.id, counts.iban, t.booking_date, t.amount_cents, t.bank_reference, t.end_to_end_id, t.payment_information_id, counts.alike
        from bank_transactions t join open_line counts on counts.id = t.twin_id and counts.twin_id is null where t.status = 'duplicate'
    ), detail as materialized (
      select d.*, dense_rank() over movement + dense_rank() over (partition by d.iban, d.booking_date, d.entry_cents order by d.entry_reference desc, d.import_id desc) - 1 as movements_alike
        from bank_details d where d.transaction_id is null
      window movement as (partition by d.iban, d.booking_date, d.entry_cents order by d.entry_reference, d.import_id)
    ), fits as (
      select d.id as detail_id, l.id as line_id, 1 as rank from detail d join line l on l.iban = d.iban and l.bank_reference = d.entry_reference and l.amount_cents = d.entry_cents
      union all
      select d.id, l.id, 2 from detail d join line l on l.iban = d.iban and l.end_to_end_id = d.end_to_end_id and l.amount_cents = d.amount_cents and l.booking_date = d.booking_date
      union all
      select d.id, l.id, 3 from detail d join line l on l.iban = d.iban and l.booking_date = d.booking_date and l.amount_cents = d.entry_cents and l.alike = 1
         and l.end_to_end_id is null and (l.payment_information_id is null or d.payment_information_id is null or l.payment_information_id = d.payment_information_id)
       where d.movements_alike = 1 and (d.entry_reference is null or l.bank_reference is null)
    ), best as (
      select detail_id, min(line_id) as line_id
        from (select *, min(rank) over (partition by detail_id) as best_rank from fits) ranked where rank = best_rank group by detail_id having count(distinct line_id) = 1
    )
    update bank_details d set transaction_id = best.line_id, updated_at = now() from best where best.detail_id = d.id`)
}

/**
 * The bank told of returns before it booked the total, and then paid the total without them: what it told of was dropped (R-STO-5).
 * Only where what it told of by then, and did not take back in lines of their own, is exactly the difference.
 */
export async function refuseWhatWasTold(tx: Transaction): Promise<void> {
  const { rows } = await tx.execute<{ id: number; batch_id: number; why: string }>(sql`
  with told as (
    select distinct on (i.id) i.id, i.group_id, i.amount_cents, d.return_reason, d.booking_date
      from bank_details d join debit_instructions i on i.end_to_end_id = d.end_to_end_id and i.amount_cents = -d.amount_cents and i.status = 'submitted'
     where d.return_reason is not null and d.transaction_id is null order by i.id, d.booking_date, d.id
  ), received as (
    select t.group_id, sum(t.amount_cents) as cents, max(t.booking_date) as latest from bank_transactions t
     where t.group_id in (select group_id from told) and t.status = 'open' and t.twin_id is null and t.amount_cents > 0 group by t.group_id
  ), dropped as (
    select told.*, received.cents as received_cents, sum(told.amount_cents) over (partition by told.group_id) as dropped_cents
      from told join received on received.group_id = told.group_id and told.booking_date <= received.latest
  )
  update debit_instructions i set status = 'rejected', return_reason = dropped.return_reason, returned_on = dropped.booking_date, updated_at = now()
    from dropped join debit_batch_groups g on g.id = dropped.group_id and g.status = 'open'
   where i.id = dropped.id
     and dropped.dropped_cents = (select sum(own.amount_cents) from debit_instructions own where own.group_id = g.id and own.status <> 'rejected') - dropped.received_cents
  returning i.id, i.batch_id, i.return_reason as why`)
  await insertBatchEvents(tx, null, rows.map(({ id, batch_id, why }) => ({ batch: batch_id, kind: 'refused', instruction: id, detail: { reason: why } })))
  await insertAuditEntries(tx, null, rows.map(({ id, why }) => ({ subject: 'debit-instructions', subjectId: id, action: 'update', changes: { status: { from: 'submitted', to: 'rejected' }, returnReason: why } })))
}
