import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import type { PaperLine, Parties } from '../formats/invoicePdf'
import type { Transaction } from './transaction'

/** What is known of an invoice for putting it on paper. */
export type PaperFacts = Parties & {
  readonly id: number
  readonly kind: 'invoice' | 'credit'
  readonly number: string
  readonly creditOf: string | undefined
  readonly invoiceDate: LocalDate
  readonly dueDate: LocalDate
  readonly openCents: Cents
  readonly instalmentCount: number
  readonly collectionDay: number | undefined
  readonly lines: readonly PaperLine[]
  /** The live mandate under which it is collected. */
  readonly mandate: { readonly reference: string; readonly creditorId: string; readonly iban: string } | undefined
  /** Debits that are planned, under way or done, by date. */
  readonly debits: readonly PaperDebit[]
}

/** A debit with the day on which the bank collects it and, for one that was not moved by hand, the day of its schedule. */
export type PaperDebit = { readonly date: LocalDate; readonly scheduledDate: LocalDate; readonly amountCents: Cents; readonly isCollected: boolean }

type Row = {
  id: number; kind: 'invoice' | 'credit'; number: string; credit_of: string | null; invoice_date: string; due_date: string; open_cents: string; instalment_count: number; collection_day: number | null
  debtor_name: string | null; debtor_number: number | null; street: string | null; house: string | null; addition: string | null; postcode: string | null; town: string | null; country: string | null
  sender: string | null; sender_iban: string | null; mandate_reference: string | null; creditor_id: string | null; debtor_iban: string | null
  lines: PaperLine[]; debits: PaperDebit[]
}

/** The lines of an address as on an envelope; the country only where it is another. */
export const addressLines = (row: Pick<Row, 'street' | 'house' | 'addition' | 'postcode' | 'town' | 'country'>): readonly string[] =>
  [[row.street, row.house, row.addition], [row.postcode, row.town], [row.country === 'NL' ? null : row.country]].map((parts) => parts.filter(Boolean).join(' ')).filter(Boolean)

/** The creditor of the mandate, else the first that is in use: who asks for the money, and on which account. */
export const senderOf = sql`
  left join lateral (select c.name, c.iban, c.creditor_id from creditors c
                      where c.id = m.creditor_id or (m.creditor_id is null and c.is_active) order by c.id limit 1) sender on true`

export const addressColumns = sql`r.display_name as debtor_name, r.number as debtor_number, r.address_street as street, r.address_house_number as house, r.address_house_number_addition as addition,
  r.address_postcode as postcode, r.address_town as town, r.address_country as country, coalesce(sender.name, (select title from organisations order by id limit 1)) as sender, sender.iban as sender_iban`

/** What would stand on these invoices today, in order of their numbers. */
export async function paperFacts(tx: Transaction, invoices: readonly number[]): Promise<readonly PaperFacts[]> {
  const { rows } = await tx.execute<Row>(sql`
    select i.id, i.kind, i.number, origin.number as credit_of, i.invoice_date::text, i.due_date::text, i.open_cents, i.instalment_count, i.collection_day, ${addressColumns},
           m.reference as mandate_reference, sender.creditor_id, m.iban as debtor_iban,
           (select jsonb_agg(jsonb_build_object('description', l.description, 'quantity', l.quantity, 'amountCents', l.amount_cents, 'vat', l.vat, 'vatCents', l.vat_cents) order by l.position)
              from invoice_lines l where l.invoice_id = i.id) as lines,
           (select coalesce(jsonb_agg(jsonb_build_object('date', d.collection_date, 'scheduledDate', d.original_collection_date, 'amountCents', d.amount_cents, 'isCollected', d.status = 'collected') order by d.collection_date, d.id), '[]')
              from debit_instructions d where d.invoice_id = i.id and d.status in ('planned', 'batched', 'submitted', 'collected')) as debits
      from invoices i
      join relations r on r.id = i.debtor_id
      left join invoices origin on origin.id = i.credit_of_id
      left join mandates m on m.id = i.mandate_id and m.status = 'active'
      ${senderOf}
     where i.id = any(${sql.param(invoices)}::int[])
     order by i.number`)
  return rows.map((row) => ({
    id: row.id, kind: row.kind, number: row.number, creditOf: row.credit_of ?? undefined, invoiceDate: day(row.invoice_date), dueDate: day(row.due_date), openCents: cents(Number(row.open_cents)),
    instalmentCount: row.instalment_count, collectionDay: row.collection_day ?? undefined, lines: row.lines, debits: row.debits,
    sender: row.sender ?? '', senderIban: row.sender_iban ?? undefined, debtorName: row.debtor_name ?? '', debtorNumber: row.debtor_number ?? undefined, address: addressLines(row),
    mandate: row.mandate_reference === null || row.creditor_id === null || row.debtor_iban === null ? undefined : { reference: row.mandate_reference, creditorId: row.creditor_id, iban: row.debtor_iban },
  }))
}

/** Keeps what stands on invoices that are sent now; the database keeps it for good. One that was sent before stays as it was. */
export const keepPapers = (tx: Transaction, papers: readonly PaperFacts[]): Promise<unknown> => tx.execute(sql`
  insert into invoice_papers (invoice_id, facts)
  select (facts->>'id')::int, facts from jsonb_array_elements(${JSON.stringify(papers)}::jsonb) as given(facts)
  on conflict (invoice_id) do nothing`)

/** What stands on these invoices: as they were sent, and as they would be today where they were not, in order of their numbers. */
export async function papersOf(tx: Transaction, invoices: readonly number[]): Promise<readonly PaperFacts[]> {
  const { rows } = await tx.execute<{ invoice_id: number; facts: PaperFacts }>(sql`select invoice_id, facts from invoice_papers where invoice_id = any(${sql.param(invoices)}::int[])`)
  const kept = new Map(rows.map(({ invoice_id, facts }) => [invoice_id, facts]))
  const today = await paperFacts(tx, invoices.filter((id) => !kept.has(id)))
  return [...kept.values(), ...today].toSorted((a, b) => (a.number < b.number ? -1 : 1))
}
