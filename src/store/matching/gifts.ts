import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../../domain/localDate'
import { shortestMatchText } from '../../domain/matchTexts'
import { donorTypeOn } from '../donorTypes'
import type { Transaction } from '../transaction'
import { recognisableLines } from './recognisableLines'

/** Credits that name one invoice and are exactly what it still has open, paid by the number in the text (A40). Returns how many. */
export async function bookInvoicePayments(tx: Transaction): Promise<number> {
  const { rows } = await tx.execute(sql`
    with candidates as (
      select t.id, t.booking_date, i.id as invoice_id, t.amount_cents
        from ${recognisableLines} t
        cross join lateral regexp_matches(t.description, '\\m\\d{4}-\\d{6}\\M', 'g') as found(numbers)
        join invoices i on i.number = found.numbers[1] and i.open_cents = t.amount_cents
       where t.amount_cents > 0 and t.group_id is null
    ), certain as (
      select distinct on (invoice_id) * from candidates c
       where 1 = (select count(distinct invoice_id) from candidates other where other.id = c.id)
       order by invoice_id, booking_date, id
    ), paid as (
      insert into payments (received_on, invoice_id, amount_cents, transaction_id, created_at, updated_at)
      select booking_date, invoice_id, amount_cents, id, now(), now() from certain
    )
    update bank_transactions t set status = 'processed', kind = 'invoicePayment', updated_at = now() from certain
     where certain.id = t.id and t.status = 'open'
    returning 1 as processed`)
  return rows.length
}

/** Credits whose text holds a line that just one fund is recognised by. Lines that say too little, from before they were refused, recognise nothing. */
const fundCredits = sql`
  select t.id, t.booking_date, t.amount_cents, t.counter_iban, min(l.fund_id) as fund_id
    from ${recognisableLines} t
    join (select f.id as fund_id, lower(trim(line)) as line
            from funds f cross join lateral regexp_split_to_table(coalesce(f.bank_match_lines, ''), '\r?\n') as line
           where f.is_active and length(trim(line)) >= ${shortestMatchText}) l on position(l.line in lower(t.description)) > 0
   where t.amount_cents > 0 and t.group_id is null
   group by t.id, t.booking_date, t.amount_cents, t.counter_iban having count(distinct l.fund_id) = 1`

/** Gives those credits to their fund; the donor is known by the account, and is on the day what kind of giver the donation says. Returns how many. */
export async function bookFundDonations(tx: Transaction): Promise<number> {
  const { rows } = await tx.execute<{ date: string }>(sql`select distinct booking_date::text as date from (${fundCredits}) c order by 1`)
  let booked = 0
  for (const { date } of rows) booked += await bookFundDonationsOf(tx, day(date))
  return booked
}

async function bookFundDonationsOf(tx: Transaction, date: LocalDate): Promise<number> {
  const donorType = await donorTypeOn(tx, date)
  const { rows } = await tx.execute(sql`
    with candidates as (
      select c.*, (select min(a._parent_id) from relations_bank_accounts a where a.iban = c.counter_iban having count(distinct a._parent_id) = 1) as donor_id
        from (${fundCredits}) c where c.booking_date = ${date}
    ), donated as (
      insert into donations (received_on, donor_id, fund_id, amount_cents, source, transaction_id, donor_type_id, created_at, updated_at)
      select c.booking_date, c.donor_id, c.fund_id, c.amount_cents, 'bank', c.id, ${donorType(sql`c.donor_id`)}, now(), now() from candidates c
    )
    update bank_transactions t set status = 'processed', kind = 'donation', updated_at = now() from candidates
     where candidates.id = t.id and t.status = 'open'
    returning 1 as processed`)
  return rows.length
}
