import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from './transaction'

/**
 * Marks new lines that may be the same movement as one of another statement, in another format or in other words (sepa §10.5): same account, day and
 * amount, and the same end-to-end id or none on one side. One new line to one known line, so that real twins stay two; and never a line of
 * a statement that this one follows on from or that follows on from this one. A statement that opens and closes with the balances of one that is here
 * in another format, on the same day, tells the same once more: its lines do not count.
 */
export async function markTwins(tx: Transaction, file: number): Promise<void> {
  if (!await sharesDays(tx, file)) return
  for (const isSame of [sql`n.end_to_end_id = k.end_to_end_id`, sql`n.end_to_end_id is null or k.end_to_end_id is null`]) await tx.execute(sql`
    with fresh as materialized (${linesOf(sql`s.import_id = ${file} and t.status = 'open' and t.twin_id is null`)}),
    known as materialized (
      select t.*, s.creditor_id, s.opening_cents, s.closing_cents, s.closing_date from (${statementsOfSameDays(file)}) s join bank_transactions t on t.statement_id = s.id
       where (t.booking_date, t.amount_cents) in (select booking_date, amount_cents from fresh) and t.status in ('open', 'processed') and t.twin_id is null
         and not exists (select from bank_transactions twin join bank_statements ts on ts.id = twin.statement_id where twin.twin_id = t.id and ts.import_id = ${file})
    ), pairs as (
      select n.id, k.id as known_id, dense_rank() over (partition by n.creditor_id, n.booking_date, n.amount_cents order by n.id) as new_place,
             dense_rank() over (partition by n.creditor_id, n.booking_date, n.amount_cents order by k.id) as known_place
        from fresh n join known k on (k.creditor_id, k.booking_date, k.amount_cents) = (n.creditor_id, n.booking_date, n.amount_cents) and not (${followsOn}) and (${isSame})
    )
    update bank_transactions t set twin_id = pairs.known_id, updated_at = now() from pairs where pairs.id = t.id and pairs.new_place = pairs.known_place`)
  await tx.execute(sql`
    with retold as (
      select distinct on (s.id) s.id, o.id as earlier_id from bank_statements s join bank_imports i on i.id = s.import_id
        join bank_statements o on o.creditor_id = s.creditor_id and o.id <> s.id and not o.is_undone and o.is_balanced and o.hold = 'none'
         and (o.closing_date, o.opening_cents, o.closing_cents) = (s.closing_date, s.opening_cents, s.closing_cents)
        join bank_imports oi on oi.id = o.import_id and oi.format <> i.format
       where s.import_id = ${file} and s.is_balanced and s.opening_cents <> s.closing_cents
         and not exists (select from bank_transactions t where t.statement_id = s.id and t.booking_date not in (select ot.booking_date from bank_transactions ot where ot.statement_id = o.id))
       order by s.id, o.id
    ), leans as (
      insert into statement_overlaps (statement_id, earlier_id, line_count) select id, earlier_id, 0 from retold on conflict do nothing
    )
    update bank_transactions t set status = 'duplicate', updated_at = now() from retold where t.statement_id = retold.id and t.status = 'open'`)
}

/** Of two statements that end on the same day one opens with what the other closes with. Where the sum of one is nothing that says nothing: the same day may be told twice. */
const followsOn = sql`k.closing_date = n.closing_date and k.opening_cents <> k.closing_cents and n.opening_cents <> n.closing_cents
  and (k.closing_cents = n.opening_cents or k.opening_cents = n.closing_cents)`

const linesOf = (which: ReturnType<typeof sql>) => sql`
  select t.id, s.creditor_id, s.opening_cents, s.closing_cents, s.closing_date, t.booking_date, t.amount_cents, t.end_to_end_id
    from bank_transactions t join bank_statements s on s.id = t.statement_id where ${which}`

/** The other statements of these accounts that may have lines of the same days. */
const statementsOfSameDays = (file: number) => sql`
  select o.* from (select s.creditor_id, min(t.booking_date) as first, max(t.booking_date) as last from bank_statements s join bank_transactions t on t.statement_id = s.id
                             where s.import_id = ${file} group by s.creditor_id) days
    join bank_statements o on o.creditor_id = days.creditor_id and o.import_id <> ${file} and not o.is_undone and o.closing_date >= days.first and o.opening_date <= days.last`

/** Whether there are such: mostly not, and then nothing is told twice. */
async function sharesDays(tx: Transaction, file: number): Promise<boolean> {
  const { rows } = await tx.execute(sql`select 1 from (${statementsOfSameDays(file)}) other limit 1`)
  return rows.length > 0
}
