import { sql } from '@payloadcms/db-postgres/drizzle'
import { followReturns } from '../returnPoints'
import type { Transaction } from '../transaction'
import { recognisableLines } from './recognisableLines'

/**
 * Books every debit that gives back a collected instruction, found by its end-to-end id and exact amount: the instruction
 * is returned, and a counter entry that names the original reverses its donation or payment. What came back counts points
 * against its mandate, and may block or end it. An instruction comes back once; a second line for it stays open for a person (R-STO-6). Returns how many lines.
 */
export async function bookReturns(tx: Transaction): Promise<number> {
  const { rows: [counted] } = await tx.execute<{ lines: number; returned: number[] }>(sql`
    with line as (
      select distinct on (i.id) t.id, t.booking_date, t.return_reason, i.id as instruction_id
        from ${recognisableLines} t
        join debit_instructions i on i.end_to_end_id = t.end_to_end_id and i.amount_cents = -t.amount_cents and i.status = 'collected'
       where t.amount_cents < 0
       order by i.id, t.booking_date, t.id
    ), processed as (
      update bank_transactions t set status = 'processed', kind = 'return', updated_at = now() from line
       where line.id = t.id and t.status = 'open'
    ), returned as (
      update debit_instructions i set status = 'returned', return_reason = line.return_reason, returned_on = line.booking_date, updated_at = now()
        from line where line.instruction_id = i.id and i.status = 'collected'
    ), unpaid as (
      insert into payments (received_on, invoice_id, amount_cents, instruction_id, transaction_id, reversal_of_id, created_at, updated_at)
      select line.booking_date, p.invoice_id, -p.amount_cents, p.instruction_id, line.id, p.id, now(), now()
        from line join payments p on p.instruction_id = line.instruction_id and p.reversal_of_id is null
    ), ungiven as (
      insert into donations (received_on, donor_id, fund_id, pledge_id, amount_cents, source, instruction_id, transaction_id, donor_type_id, reversal_of_id, created_at, updated_at)
      select line.booking_date, d.donor_id, d.fund_id, d.pledge_id, -d.amount_cents, d.source, d.instruction_id, line.id, d.donor_type_id, d.id, now(), now()
        from line join donations d on d.instruction_id = line.instruction_id and d.reversal_of_id is null
    )
    select count(*)::int as lines, coalesce(array_agg(instruction_id), '{}') as returned from line`)
  await followReturns(tx, counted?.returned ?? [])
  return counted?.lines ?? 0
}
