import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { LinePart } from '../../domain/lineParts'
import { cents } from '../../domain/money'
import type { Transaction } from '../transaction'
import { isReleased } from '../statementHolds'
import { referencesIn } from './gifts'

/** Why something is proposed; the words stand with the screen. */
export type ProposalWhy =
  | 'twin' | 'severalInvoices' | 'invoicePart' | 'invoiceOverpaid' | 'referencePart' | 'accountInvoice' | 'accountPledge' | 'accountGaveBefore' | 'nameAndAmount'
  | 'ledgerBefore' | 'returnWithCosts' | 'returnUnmarked' | 'returnOfMandate'

/**
 * What an open line could be: `likely` when just one thing fits and it fits well, so that it can be accepted with others at once; `unsure` when a
 * person has to look. Parts add up to the line; a twin has none.
 */
export type Proposal = { readonly line: number; readonly why: ProposalWhy; readonly certainty: 'likely' | 'unsure'; readonly parts: readonly LinePart[]; /** What it is about, in the words of the row itself. */ readonly about: string }

/** Charges of a bank for a return are less than this; more is something else. */
const mostChargesCents = 1_500

type ProposalRow = { line: number; why: ProposalWhy; certainty: Proposal['certainty']; parts: readonly Record<string, number | string>[]; about: string }

/**
 * What open lines could be, for these lines or for all, the best of each line first (domain §9.2). Lines that book themselves or wait for the total of
 * their batch are not among them.
 */
export async function proposalsFor(tx: Transaction, lines?: readonly number[]): Promise<readonly Proposal[]> {
  const { rows } = await tx.execute<ProposalRow>(sql`
    select line, why, certainty, parts, about from (${proposed(lines)}) proposal order by booking_date, line, ${bestFirst}`)
  return rows.map(({ parts, ...row }) => ({ ...row, parts: parts.map((part) => ({ ...part, amountCents: cents(Number(part['amountCents'])) }) as unknown as LinePart) }))
}

/** The order of the proposals of a line. */
export const bestFirst: SQL = sql`certainty = 'unsure', rank, about`

/** As `proposalsFor`, for use after `from`. */
export const proposed = (lines?: readonly number[]): SQL => sql`
  with line as materialized (
    select t.*, s.creditor_id from bank_transactions t join bank_statements s on s.id = t.statement_id
     where t.status = 'open' and t.group_id is null and ${isReleased} and ${lines === undefined ? sql`true` : sql`t.id = any(${sql.param(lines)}::int[])`}
  ), known as (
    select line.id, min(a._parent_id) as relation_id from line join relations_bank_accounts a on a.iban = line.counter_iban where line.amount_cents > 0
     group by line.id having count(distinct a._parent_id) = 1
  ), named as (
    select distinct line.id, v.id as invoice_id, v.number, v.open_cents from line
      cross join lateral regexp_matches(line.description, '\\m\\d{4}-\\d{6}\\M', 'g') as found(numbers)
      join invoices v on v.number = found.numbers[1] and v.kind = 'invoice' where line.amount_cents > 0
  ), proposed as (${sql.join([...kinds], sql` union all `)})
  select p.id as line, p.rank, p.why, case when ${isUnderWay} then 'unsure' else p.certainty end as certainty, p.parts, p.about, line.booking_date from proposed p join line on line.id = p.id
   where p.rank = 1 or line.twin_id is null`

/** An invoice that is being collected would be paid twice. */
const isUnderWay = sql`exists (select from jsonb_array_elements(p.parts) part join debit_instructions i on i.invoice_id = (part->>'invoice')::int and i.status in ('batched', 'submitted'))`

const part = (kind: LinePart['kind'], amount: SQL, target: SQL): SQL => sql`jsonb_build_object('kind', ${kind}::text, 'amountCents', ${amount}) || ${target}`
const single = (kind: LinePart['kind'], target: SQL): SQL => sql`jsonb_build_array(${part(kind, sql`line.amount_cents`, target)})`

const kinds: readonly SQL[] = [
  sql`select line.id, 1 as rank, 'twin' as why, 'likely' as certainty, '[]'::jsonb as parts, coalesce(other.description, '') as about
        from line join bank_transactions other on other.id = line.twin_id`,
  sql`select line.id, 2, 'returnWithCosts', 'likely', jsonb_build_array(${part('return', sql`-i.amount_cents`, sql`jsonb_build_object('instruction', i.id)`)},
             ${part('ledger', sql`line.amount_cents + i.amount_cents`, sql`jsonb_build_object('ledgerAccount', c.charges_account_id)`)}), i.end_to_end_id
        from line join debit_instructions i on i.end_to_end_id = line.end_to_end_id and i.status = 'collected' and -line.amount_cents - i.amount_cents between 1 and ${mostChargesCents}
        join creditors c on c.id = line.creditor_id and c.charges_account_id is not null`,
  sql`select line.id, 3, 'returnUnmarked', 'unsure', ${single('return', sql`jsonb_build_object('instruction', i.id)`)}, i.end_to_end_id
        from line join debit_instructions i on i.end_to_end_id = line.end_to_end_id and i.status = 'collected' and i.amount_cents = -line.amount_cents and i.creditor_id = line.creditor_id`,
  sql`select * from (select distinct on (line.id) line.id, 3, 'returnOfMandate', 'unsure', ${single('return', sql`jsonb_build_object('instruction', i.id)`)}, i.end_to_end_id || ' ' || i.collection_date
        from line join debit_instructions i on i.mandate_reference = line.mandate_reference and i.amount_cents = -line.amount_cents and i.status = 'collected' and i.creditor_id = line.creditor_id
         and line.booking_date between i.collection_date and i.collection_date + interval '13 months'
       where not exists (select from debit_instructions own where own.end_to_end_id = line.end_to_end_id) order by line.id, i.collection_date desc, i.id desc) latest`,
  sql`select line.id, 4, 'severalInvoices', 'likely', jsonb_agg(${part('invoicePayment', sql`n.open_cents`, sql`jsonb_build_object('invoice', n.invoice_id)`)} order by n.number), string_agg(n.number, ', ' order by n.number)
        from line join named n on n.id = line.id and n.open_cents > 0 group by line.id, line.amount_cents having count(*) > 1 and sum(n.open_cents) = line.amount_cents`,
  sql`select line.id, 5, case when line.amount_cents < n.open_cents then 'invoicePart' else 'invoiceOverpaid' end, case when line.amount_cents < n.open_cents then 'likely' else 'unsure' end,
             ${single('invoicePayment', sql`jsonb_build_object('invoice', n.invoice_id)`)}, n.number
        from line join named n on n.id = line.id and n.open_cents <> line.amount_cents where 1 = (select count(*) from named own where own.id = line.id)`,
  sql`select line.id, 6, 'referencePart', case when line.amount_cents < v.open_cents then 'likely' else 'unsure' end, ${single('invoicePayment', sql`jsonb_build_object('invoice', v.id)`)}, v.number
        from line join (${referencesIn(sql`line`)}) r on r.id = line.id and r.letter = 'F' join invoices v on replace(v.number, '-', '') = r.number and v.kind = 'invoice' and v.open_cents <> line.amount_cents
       where line.amount_cents > 0`,
  sql`select line.id, 7, 'accountInvoice', case when count(*) = 1 then 'likely' else 'unsure' end, (jsonb_agg(${single('invoicePayment', sql`jsonb_build_object('invoice', v.id)`)} order by v.due_date, v.id))->0, min(v.number)
        from line join known k on k.id = line.id join invoices v on v.debtor_id = k.relation_id and v.open_cents = line.amount_cents group by line.id`,
  sql`select line.id, 8, 'accountPledge', case when count(*) = 1 then 'likely' else 'unsure' end,
             (jsonb_agg(${single('donation', sql`jsonb_build_object('fund', p.fund_id, 'pledge', p.id, 'donor', p.donor_id)`)} order by p.id))->0, min(f.title)
        from line join known k on k.id = line.id join pledges p on p.donor_id = k.relation_id and p.payment_method = 'transfer' and p.amount_cents = line.amount_cents
         and p.start_date <= line.booking_date and (p.end_date is null or p.end_date > line.booking_date) join funds f on f.id = p.fund_id group by line.id`,
  sql`select line.id, 9, 'accountGaveBefore', 'unsure', ${single('donation', sql`jsonb_build_object('fund', gave.fund_id, 'donor', k.relation_id)`)}, gave.title
        from line join known k on k.id = line.id cross join lateral (
          select d.fund_id, f.title from donations d join funds f on f.id = d.fund_id and f.is_active where d.donor_id = k.relation_id and d.amount_cents > 0 order by d.received_on desc, d.id desc limit 1) gave`,
  sql`select line.id, 10, 'nameAndAmount', 'unsure', (jsonb_agg(${single('invoicePayment', sql`jsonb_build_object('invoice', v.id)`)} order by v.due_date, v.id))->0, min(v.number || ' ' || r.display_name)
        from line join invoices v on v.open_cents = line.amount_cents join relations r on r.id = v.debtor_id and length(line.counter_name) > 3 and position(lower(r.last_name) in lower(line.counter_name)) > 0
       where line.amount_cents > 0 and not exists (select from known where known.id = line.id) group by line.id having count(*) = 1`,
  sql`select * from (select distinct on (line.id) line.id, 11, 'ledgerBefore', case when line.counter_iban is not null or line.amount_cents < 0 then 'likely' else 'unsure' end, ${single('ledger', sql`jsonb_build_object('ledgerAccount', b.ledger_account_id)`)}, a.code || ' ' || a.title
        from line join bank_transactions former on sign(former.amount_cents) = sign(line.amount_cents) and former.id <> line.id
         and case when line.counter_iban is null then former.counter_iban is null and left(former.description, 12) = left(line.description, 12) else former.counter_iban = line.counter_iban end
        join bank_bookings b on b.transaction_id = former.id and b.kind = 'ledger' and b.why = 'person' and b.undone_at is null and b.amount_cents = former.amount_cents
        join ledger_accounts a on a.id = b.ledger_account_id and a.is_active
       where line.end_to_end_id is null or line.counter_iban is not null order by line.id, former.booking_date desc, former.id desc) before`,
]
