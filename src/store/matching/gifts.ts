import { sql } from '@payloadcms/db-postgres/drizzle'
import { shortestMatchText } from '../../domain/matchTexts'
import type { Transaction } from '../transaction'
import { bookParts, partOf } from './bookParts'
import { recognisableLines } from './recognisableLines'

const openCredits = sql`(select t.* from ${recognisableLines} t where t.amount_cents > 0 and t.group_id is null)`

/** Credits that name one invoice and are exactly what it still has open, paid by the number in the text (A40). Returns how many. */
export const bookInvoicePayments = async (tx: Transaction): Promise<number> => (await bookParts(tx, sql`
  with candidates as (
    select t.id, t.booking_date, i.id as invoice_id, t.amount_cents
      from ${openCredits} t
      cross join lateral regexp_matches(t.description, '\\m\\d{4}-\\d{6}\\M', 'g') as found(numbers)
      join invoices i on i.number = found.numbers[1] and i.open_cents = t.amount_cents
  ), certain as (
    select distinct on (invoice_id) * from (select *, min(invoice_id) over (partition by id) = max(invoice_id) over (partition by id) as is_one from candidates) c
     where is_one order by invoice_id, booking_date, id
  )
  select ${partOf({ transaction_id: sql`id`, kind: sql`'invoicePayment'`, amount_cents: sql`amount_cents`, why: sql`'invoiceNumber'`, invoice_id: sql`invoice_id` })} from certain`, null)).length

/** The letters of `paymentReference` as ISO 7064 counts them, and the check digits that go with a number. */
const referenceChecks = sql`lpad((98 - ((case found.parts[2] when 'F' then '15' when 'T' then '29' else '13' end) || found.parts[3] || '271500')::numeric % 97)::text, 2, '0')`

/** Every reference in the text of a line whose check digits are right; spaces that banks and people put in between do not matter. */
export const referencesIn = (lines: ReturnType<typeof sql>) => sql`
  select t.id, found.parts[2] as letter, found.parts[3] as number
    from ${lines} t cross join lateral regexp_matches(upper(replace(t.description, ' ', '')), 'RF(\\d{2})([FTD])(\\d{1,12})', 'g') as found(parts)
   where found.parts[1] = ${referenceChecks}`

/**
 * Credits with one payment reference: of an invoice and exactly what it has open, of a pledge, or of a donor with one pledge that is
 * paid by transfer. Returns how many.
 */
export async function bookPaymentReferences(tx: Transaction): Promise<number> {
  const lines = await bookParts(tx, sql`
    with line as materialized (select t.* from ${openCredits} t where t.description ~* 'R\\s*F\\s*\\d'), found as (
      select * from (select every.*, count(*) over (partition by id) as references_in_it from (select distinct id, letter, number from (${referencesIn(sql`line`)}) found_in) every) counted where references_in_it = 1
    ), aims as (
      select found.id, i.id as invoice_id, null::int as pledge_id from found join invoices i on found.letter = 'F' and replace(i.number, '-', '') = found.number
        join line on line.id = found.id and line.amount_cents = i.open_cents
      union all select found.id, null, p.id from found join pledges p on found.letter = 'T' and p.number::text = found.number
      union all select found.id, null, min(p.id) from found join relations r on found.letter = 'D' and r.number::text = found.number
        join line on line.id = found.id join pledges p on p.donor_id = r.id and p.payment_method = 'transfer' and p.start_date <= line.booking_date and (p.end_date is null or p.end_date > line.booking_date)
       group by found.id having count(*) = 1
    ), certain as (select distinct on (coalesce(invoice_id, -id)) * from aims order by coalesce(invoice_id, -id), id)
    select ${partOf({
      transaction_id: sql`line.id`, kind: sql`case when c.invoice_id is null then 'donation' else 'invoicePayment' end`, amount_cents: sql`line.amount_cents`, why: sql`'paymentReference'`,
      invoice_id: sql`c.invoice_id`, pledge_id: sql`p.id`, fund_id: sql`p.fund_id`, donor_id: sql`p.donor_id`,
    })} from certain c join line on line.id = c.id left join pledges p on p.id = c.pledge_id`, null)
  return lines.length
}

/** Credits whose text holds a line that just one fund is recognised by. Lines that say too little, from before they were refused, recognise nothing. */
const fundCredits = sql`
  select t.id, t.amount_cents, t.counter_iban, min(l.fund_id) as fund_id
    from ${openCredits} t
    join (select f.id as fund_id, lower(trim(line)) as line
            from funds f cross join lateral regexp_split_to_table(coalesce(f.bank_match_lines, ''), '\r?\n') as line
           where f.is_active and length(trim(line)) >= ${shortestMatchText}) l on position(l.line in lower(t.description)) > 0
   group by t.id, t.amount_cents, t.counter_iban having count(distinct l.fund_id) = 1`

/** Gives those credits to their fund; the donor is known by the account, and is on the day what kind of giver the donation says. Returns how many. */
export const bookFundDonations = async (tx: Transaction): Promise<number> => (await bookParts(tx, sql`
  select ${partOf({
    transaction_id: sql`c.id`, kind: sql`'donation'`, amount_cents: sql`c.amount_cents`, why: sql`'fundText'`, fund_id: sql`c.fund_id`,
    donor_id: sql`(select min(a._parent_id) from relations_bank_accounts a where a.iban = c.counter_iban having count(distinct a._parent_id) = 1)`,
  })} from (${fundCredits}) c`, null)).length
