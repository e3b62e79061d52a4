import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { addBankingDays } from '../../domain/bankingDays'
import { day, type LocalDate } from '../../domain/localDate'
import { asRows } from '../asRows'
import type { Transaction } from '../transaction'
import { recognisableLines } from './recognisableLines'

/** The bank books within so many banking days after the collection date; farther away it is something else (domain §9.2). */
const bookingWindow = 5

/** Until when the bank may book what it collects on each day for which a group waits. */
async function bookingWindows(tx: Transaction): Promise<SQL> {
  const { rows } = await tx.execute<{ date: string }>(sql`select distinct collection_date::text as date from debit_batch_groups where status = 'open'`)
  return asRows(rows.map(({ date }) => ({ date, until: addBankingDays(day(date), bookingWindow) })), { date: 'date', until: 'date' })
}

/**
 * What the bank has to pay for a group: everything in it that it did not drop. Some banks pay that as well and take it back in lines of
 * their own (sepa §9): that gross total is expected only once those lines are there.
 */
export const expectedByGroup = sql`
  select g.id, coalesce(sum(i.amount_cents) filter (where i.status <> 'rejected'), 0)::bigint as expected_cents,
         case when bool_and(i.status <> 'rejected' or exists (
           select from bank_transactions back where back.end_to_end_id = i.end_to_end_id and back.amount_cents = -i.amount_cents and back.amount_cents < 0 and back.status = 'open' and back.twin_id is null
         )) then coalesce(sum(i.amount_cents), 0)::bigint end as gross_cents
    from debit_batch_groups g left join debit_instructions i on i.group_id = g.id
   where g.status = 'open' group by g.id`

/** Groups that the bank may still pay for, with their batch. */
const payableGroups = sql`
  select g.id, g.payment_information_id, g.collection_date, b.message_id, b.creditor_id,
         1 = (select count(*) from debit_batch_groups own where own.batch_id = b.id) as is_only_group
    from debit_batch_groups g join debit_batches b on b.id = g.batch_id and b.status in ('downloaded', 'submitted') where g.status = 'open'`

/**
 * Links open credits to the group that they are the total of (sepa §11): by the bank's own reference, also where it stands in the
 * text of a line that nobody sent, or by that of a file of one group; where the bank gives none, by account, exact amount and day when just one group fits.
 */
export async function recogniseGroups(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    update bank_transactions t set group_id = g.id, updated_at = now()
      from ${recognisableLines} line join bank_statements s on s.id = line.statement_id
      join debit_batch_groups g on g.payment_information_id = line.payment_information_id join debit_batches b on b.id = g.batch_id and b.creditor_id = s.creditor_id
     where ((line.end_to_end_id is null and line.counter_iban is null) or exists (select from debit_instructions i where i.group_id = g.id and i.end_to_end_id = line.end_to_end_id)) and t.id = line.id and t.status = 'open' and t.group_id is null and t.amount_cents > 0`)
  await tx.execute(sql`
    with named as (
      select t.id, min(g.id) as group_id
        from ${recognisableLines} t join bank_statements s on s.id = t.statement_id
        join (${payableGroups}) g on g.creditor_id = s.creditor_id
         and (position(g.payment_information_id in t.description) > 0 or (g.is_only_group and (t.message_id = g.message_id or position(g.message_id in t.description) > 0)))
       where t.group_id is null and t.amount_cents > 0 and t.payment_information_id is null and t.end_to_end_id is null and t.counter_iban is null
       group by t.id having count(*) = 1
    )
    update bank_transactions t set group_id = named.group_id, updated_at = now() from named where named.id = t.id and t.status = 'open'`)
  await tx.execute(sql`
    with expected as (${expectedByGroup}), candidates as (
      select t.id, min(g.id) as group_id
        from ${recognisableLines} t
        join bank_statements s on s.id = t.statement_id
        join (${payableGroups}) g on g.creditor_id = s.creditor_id
        join expected e on e.id = g.id and e.expected_cents = t.amount_cents
        join ${await bookingWindows(tx)} on given.date = g.collection_date
       where t.group_id is null and t.amount_cents > 0 and t.payment_information_id is null
         and t.end_to_end_id is null and t.counter_iban is null
         and t.booking_date between g.collection_date and given.until
       group by t.id having count(*) = 1
    )
    update bank_transactions t set group_id = c.group_id, updated_at = now() from candidates c where c.id = t.id and t.status = 'open'
       and 1 = (select count(*) from candidates other where other.group_id = c.group_id)`)
}

export type ReceivedGroup = {
  readonly group: number
  readonly receivedOn: LocalDate
  /** Whether the bank also paid what it dropped, to take that back in a line of its own. */
  readonly isGross: boolean
}

/**
 * Groups that are at the bank and whose lines together are exactly what was expected; one total may come in two lines, and may
 * hold what the bank dropped as well (sepa §9, §11).
 */
export async function groupsWithTheirTotal(tx: Transaction): Promise<readonly ReceivedGroup[]> {
  const { rows } = await tx.execute<{ id: number; received_on: string; is_gross: boolean }>(sql`
    with expected as (${expectedByGroup})
    select g.id, max(t.booking_date)::text as received_on, sum(t.amount_cents) <> e.expected_cents as is_gross
      from debit_batch_groups g
      join debit_batches b on b.id = g.batch_id and b.status in ('downloaded', 'submitted')
      join expected e on e.id = g.id
      join bank_transactions t on t.group_id = g.id and t.status = 'open' and t.twin_id is null and t.amount_cents > 0
     where g.status = 'open'
     group by g.id, e.expected_cents, e.gross_cents having sum(t.amount_cents) in (e.expected_cents, e.gross_cents)
     order by g.id`)
  return rows.map((row) => ({ group: row.id, receivedOn: day(row.received_on), isGross: row.is_gross }))
}
