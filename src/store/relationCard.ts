import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import type { InstructionStatus } from '../domain/instructionStatus'
import type { Transaction } from './transaction'

const dayOrNone = (text: string | null): LocalDate | undefined => (text === null ? undefined : day(text))

export type CardFunction = { readonly id: number; readonly title: string; readonly at: string; readonly organ: number | null; readonly startDate: LocalDate; readonly endDate: LocalDate | undefined }

/** The functions that a relation holds or held, the latest first. */
export async function functionsOfRelation(tx: Transaction, relation: number): Promise<readonly CardFunction[]> {
  const { rows } = await tx.execute<{ id: number; title: string; at: string; organ_id: number | null; start_date: string; end_date: string | null }>(sql`
    select f.id, t.title, coalesce(o.title, r.display_name) as at, f.organ_id, f.start_date::text, f.end_date::text
      from functions f join function_types t on t.id = f.type_id left join organs o on o.id = f.organ_id left join relations r on r.id = f.target_id
     where f.holder_id = ${relation} order by f.start_date desc, f.id desc`)
  return rows.map((row) => ({ id: row.id, title: row.title, at: row.at, organ: row.organ_id, startDate: day(row.start_date), endDate: dayOrNone(row.end_date) }))
}

export type CardMembership = {
  readonly id: number
  readonly organisation: number
  readonly organ: number | null
  readonly membershipType: number
  readonly at: string
  readonly depth: number
  readonly type: string
  readonly startDate: LocalDate
  readonly endDate: LocalDate | undefined
  readonly countedFromDate: LocalDate | undefined
  readonly reason: string
}

/** The membership periods of a relation: open ones first, from the organisation down to the branch. */
export async function membershipsOfRelation(tx: Transaction, relation: number): Promise<readonly CardMembership[]> {
  const { rows } = await tx.execute<{ id: number; organisation_id: number; organ_id: number | null; membership_type_id: number; at: string; depth: number; type: string; start_date: string; end_date: string | null; counted: string | null; reason: string }>(sql`
    with recursive depths as (
      select id, 1 as depth from organs where parent_id is null
      union all select o.id, d.depth + 1 from organs o join depths d on o.parent_id = d.id
    )
    select m.id, m.organisation_id, m.organ_id, m.membership_type_id, coalesce(o.title, s.title) as at, coalesce(d.depth, 0) as depth, t.title as type,
           m.start_date::text, m.end_date::text, m.counted_from_date::text as counted,
           coalesce(m.end_reason, m.start_reason) as reason
      from memberships m
      join organisations s on s.id = m.organisation_id
      join membership_types t on t.id = m.membership_type_id
      left join organs o on o.id = m.organ_id
      left join depths d on d.id = o.id
     where m.relation_id = ${relation}
     order by m.end_date desc nulls first, t.title, depth, at`)
  return rows.map((row) => ({
    id: row.id, organisation: row.organisation_id, organ: row.organ_id, membershipType: row.membership_type_id, at: row.at, depth: row.depth, type: row.type,
    startDate: day(row.start_date), endDate: dayOrNone(row.end_date), countedFromDate: dayOrNone(row.counted), reason: row.reason,
  }))
}

export type CardSubscription = { readonly id: number; readonly type: string; readonly priceCents: Cents; readonly startDate: LocalDate; readonly endDate: LocalDate | undefined; readonly invoicedUntilDate: LocalDate | undefined }

/** The subscriptions of a relation, the latest first. */
export async function subscriptionsOfRelation(tx: Transaction, relation: number): Promise<readonly CardSubscription[]> {
  const { rows } = await tx.execute<{ id: number; title: string; price_cents: string; start_date: string; end_date: string | null; until: string | null }>(sql`
    select s.id, t.title, t.price_cents, s.start_date::text, s.end_date::text, s.invoiced_until_date::text as until
      from subscriptions s join subscription_types t on t.id = s.type_id where s.relation_id = ${relation} order by s.start_date desc, s.id desc`)
  return rows.map((row) => ({
    id: row.id, type: row.title, priceCents: cents(Number(row.price_cents)), startDate: day(row.start_date), endDate: dayOrNone(row.end_date), invoicedUntilDate: dayOrNone(row.until),
  }))
}

export type CardPledge = { readonly id: number; readonly number: number; readonly fund: string; readonly amountCents: Cents; readonly frequency: string; readonly startDate: LocalDate; readonly endDate: LocalDate | undefined; readonly receivedCents: Cents }

/** The pledges of a relation with what was received for each, the latest first. */
export async function pledgesOfRelation(tx: Transaction, relation: number): Promise<readonly CardPledge[]> {
  const { rows } = await tx.execute<{ id: number; number: number; title: string; amount_cents: string; frequency: string; start_date: string; end_date: string | null; received: string }>(sql`
    select p.id, p.number, f.title, p.amount_cents, p.frequency, p.start_date::text, p.end_date::text,
           (select coalesce(sum(d.amount_cents), 0) from donations d where d.pledge_id = p.id) as received
      from pledges p join funds f on f.id = p.fund_id where p.donor_id = ${relation} order by p.start_date desc, p.id desc`)
  return rows.map((row) => ({
    id: row.id, number: row.number, fund: row.title, amountCents: cents(Number(row.amount_cents)), frequency: row.frequency,
    startDate: day(row.start_date), endDate: dayOrNone(row.end_date), receivedCents: cents(Number(row.received)),
  }))
}

export type CardInvoice = { readonly id: number; readonly number: string; readonly description: string; readonly invoiceDate: LocalDate; readonly totalCents: Cents; readonly openCents: Cents; readonly status: 'open' | 'partiallyPaid' | 'paid' | 'credited' }

/** The invoices of a relation, the latest first. */
export async function invoicesOfRelation(tx: Transaction, relation: number): Promise<readonly CardInvoice[]> {
  const { rows } = await tx.execute<{ id: number; number: string; description: string; invoice_date: string; total_cents: string; open_cents: string; status: CardInvoice['status'] }>(sql`
    select id, number, description, invoice_date::text, total_cents, open_cents, status from invoices where debtor_id = ${relation} order by number desc limit 200`)
  return rows.map((row) => ({
    id: row.id, number: row.number, description: row.description, invoiceDate: day(row.invoice_date), totalCents: cents(Number(row.total_cents)), openCents: cents(Number(row.open_cents)), status: row.status,
  }))
}

export type CardInstruction = { readonly id: number; readonly batch: number | null; readonly description: string; readonly collectionDate: LocalDate; readonly amountCents: Cents; readonly status: InstructionStatus; readonly returnReason: string | null; /** The bank line by which it came last, or went back. */ readonly bankLine: number | null }

/** The debit instructions of a relation, the latest first. */
export async function instructionsOfRelation(tx: Transaction, relation: number): Promise<readonly CardInstruction[]> {
  const { rows } = await tx.execute<{ id: number; batch_id: number | null; description: string; collection_date: string; amount_cents: string; status: InstructionStatus; return_reason: string | null; bank_line: number | null }>(sql`
    select i.id, i.batch_id, i.description, i.collection_date::text, i.amount_cents, i.status, i.return_reason,
           case i.status when 'returned' then (select b.transaction_id from bank_bookings b where b.instruction_id = i.id and b.undone_at is null)
                         when 'collected' then (select max(b.transaction_id) from bank_bookings b where b.group_id = i.group_id and b.undone_at is null) end as bank_line
      from debit_instructions i where i.debtor_id = ${relation} order by i.collection_date desc, i.id desc limit 200`)
  return rows.map((row) => ({
    id: row.id, batch: row.batch_id, description: row.description, collectionDate: day(row.collection_date), amountCents: cents(Number(row.amount_cents)), status: row.status, returnReason: row.return_reason, bankLine: row.bank_line,
  }))
}

export type CardMandate = { readonly id: number; readonly reference: string; readonly iban: string; readonly signedOn: LocalDate; readonly status: 'active' | 'terminated' }

/** The mandates of a relation, the latest first. */
export async function mandatesOfRelation(tx: Transaction, relation: number): Promise<readonly CardMandate[]> {
  const { rows } = await tx.execute<{ id: number; reference: string; iban: string; signed_on: string; status: CardMandate['status'] }>(
    sql`select id, reference, iban, signed_on::text, status from mandates where debtor_id = ${relation} order by signed_on desc, id desc`)
  return rows.map((row) => ({ id: row.id, reference: row.reference, iban: row.iban, signedOn: day(row.signed_on), status: row.status }))
}
