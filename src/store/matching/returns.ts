import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from '../transaction'
import { bookParts, partOf } from './bookParts'
import { recognisableLines } from './recognisableLines'

/**
 * What the bank itself calls a return: by a reason, as a reversal, or by its code. Others who collect from us may number their debits as we do, so a
 * reference alone says nothing (sepa §10.1, §13).
 */
export const isCalledReturn = sql`(coalesce(t.transaction_code, '') not like 'RDDT%' and (t.return_reason is not null or t.is_reversal or t.transaction_code like '%/UPDD'))`

/**
 * Debits that give back collected instructions, a row for each instruction: by the end-to-end id and exact amount that the line has
 * itself, or that its details have when together they are the line; else by the mandate when it was collected with once
 * for that amount in the thirteen months in which money can come back (sepa §12).
 */
const parts = sql`
  with open_debit as materialized (select t.* from ${recognisableLines} t where t.amount_cents < 0),
  named as (
    select distinct on (i.id) t.id as transaction_id, t.booking_date, t.return_reason, i.id as instruction_id, t.amount_cents, 'endToEndId' as why
      from open_debit t join debit_instructions i on i.end_to_end_id = t.end_to_end_id and i.amount_cents = -t.amount_cents and i.status = 'collected'
     where ${isCalledReturn}
     order by i.id, t.booking_date, t.id
  ), detailed as (
    select t.id as transaction_id, t.booking_date, d.return_reason, i.id as instruction_id, d.amount_cents, 'endToEndId' as why,
           count(*) over lines as details, count(i.id) over lines as known, count(*) over (partition by i.id) as mentions, sum(d.amount_cents) over lines = t.amount_cents as adds_up
      from open_debit t join bank_details d on d.transaction_id = t.id
      left join debit_instructions i on i.end_to_end_id = d.end_to_end_id and i.amount_cents = -d.amount_cents and i.status = 'collected'
     where t.end_to_end_id is null and (d.return_reason is not null or ${isCalledReturn})
    window lines as (partition by t.id)
  ), by_mandate as (
    select *, count(*) over (partition by instruction_id) as claims from (select t.id as transaction_id, min(t.booking_date) as booking_date, min(t.return_reason) as return_reason, min(i.id) as instruction_id, min(t.amount_cents) as amount_cents, 'mandateAndAmount' as why
      from open_debit t join debit_instructions i on i.mandate_reference = t.mandate_reference and i.amount_cents = -t.amount_cents and i.status = 'collected'
       and t.booking_date between i.collection_date and i.collection_date + interval '13 months'
      join bank_statements s on s.id = t.statement_id and s.creditor_id = i.creditor_id
     where ${isCalledReturn} and not exists (select from debit_instructions known where known.end_to_end_id = t.end_to_end_id)
     group by t.id having count(*) = 1) once
  )
  select transaction_id, booking_date, return_reason, instruction_id, amount_cents, why from named
  union all
  select transaction_id, booking_date, return_reason, instruction_id, amount_cents, why from detailed
   where known = details and adds_up and mentions = 1 and instruction_id not in (select instruction_id from named)
  union all
  select transaction_id, booking_date, return_reason, instruction_id, amount_cents, why from by_mandate m
   where instruction_id not in (select instruction_id from named) and claims = 1
     and instruction_id not in (select instruction_id from detailed where instruction_id is not null)`

/**
 * Books every debit that gives back a collected instruction. An instruction comes back once; a second line for it stays open
 * for a person (R-STO-6). Returns how many lines.
 */
export const bookReturns = async (tx: Transaction): Promise<number> => (await bookParts(tx, sql`
  select ${partOf({ transaction_id: sql`transaction_id`, kind: sql`'return'`, amount_cents: sql`amount_cents`, why: sql`why`, instruction_id: sql`instruction_id`, return_reason: sql`return_reason` })} from (${parts}) part`, null)).length
