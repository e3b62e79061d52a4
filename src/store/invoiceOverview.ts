import { sql } from '@payloadcms/db-postgres/drizzle'
import type { InstructionStatus } from '../domain/instructionStatus'
import type { SendMethod } from '../domain/invoicePlan'
import { day, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import type { PaperLine } from '../formats/invoicePdf'
import type { Transaction } from './transaction'

export type InvoiceHead = {
  readonly id: number
  readonly kind: 'invoice' | 'credit'
  readonly number: string
  readonly creditOf: { readonly id: number; readonly number: string } | undefined
  readonly debtor: number
  readonly debtorName: string
  readonly subscription: number | undefined
  readonly description: string
  readonly invoiceDate: LocalDate
  readonly dueDate: LocalDate
  readonly totalCents: Cents
  readonly vatCents: Cents
  readonly creditedCents: Cents
  readonly openCents: Cents
  readonly status: 'open' | 'partiallyPaid' | 'paid' | 'credited'
  readonly sendMethod: SendMethod
  readonly sentOn: LocalDate | undefined
}

type HeadRow = {
  id: number; kind: 'invoice' | 'credit'; number: string; of_id: number | null; of_number: string | null; debtor: number; debtor_name: string | null; subscription_id: number | null; description: string
  invoice_date: string; due_date: string; total_cents: string; vat_cents: string; credited_cents: string; open_cents: string; status: InvoiceHead['status']; send_method: SendMethod; sent_on: string | null
}

/** An invoice with whom it is for. */
export async function invoiceHead(tx: Transaction, id: number): Promise<InvoiceHead | undefined> {
  const { rows } = await tx.execute<HeadRow>(sql`
    select i.id, i.kind, i.number, o.id as of_id, o.number as of_number, r.id as debtor, r.display_name as debtor_name, i.subscription_id, i.description, i.invoice_date::text, i.due_date::text,
           i.total_cents, i.vat_cents, i.credited_cents, i.open_cents, i.status, i.send_method, i.sent_on::text
      from invoices i join relations r on r.id = i.debtor_id left join invoices o on o.id = i.credit_of_id
     where i.id = ${id}`)
  return rows.map((row) => ({
    id: row.id, kind: row.kind, number: row.number, creditOf: row.of_id === null || row.of_number === null ? undefined : { id: row.of_id, number: row.of_number }, debtor: row.debtor, debtorName: row.debtor_name ?? '',
    subscription: row.subscription_id ?? undefined, description: row.description, invoiceDate: day(row.invoice_date), dueDate: day(row.due_date), totalCents: cents(Number(row.total_cents)), vatCents: cents(Number(row.vat_cents)),
    creditedCents: cents(Number(row.credited_cents)), openCents: cents(Number(row.open_cents)), status: row.status, sendMethod: row.send_method, sentOn: row.sent_on === null ? undefined : day(row.sent_on),
  }))[0]
}

/** What it is made of. */
export async function linesOfInvoice(tx: Transaction, id: number): Promise<readonly (PaperLine & { readonly position: number; readonly ledgerAccount: string | null })[]> {
  const { rows } = await tx.execute<{ position: number; description: string; quantity: number; amount_cents: string; vat: PaperLine['vat']; vat_cents: string; ledger_account: string | null }>(sql`
    select position, description, quantity, amount_cents, vat, vat_cents, ledger_account from invoice_lines where invoice_id = ${id} order by position`)
  return rows.map((row) => ({ position: row.position, description: row.description, quantity: row.quantity, amountCents: cents(Number(row.amount_cents)), vat: row.vat, vatCents: cents(Number(row.vat_cents)), ledgerAccount: row.ledger_account }))
}

type Dated = { readonly id: number; readonly date: LocalDate; readonly amountCents: Cents }

/** What was paid on it, and what was paid back by a return. */
export async function paymentsOfInvoice(tx: Transaction, id: number): Promise<readonly (Dated & { readonly isReversal: boolean; readonly transaction: number | undefined })[]> {
  const { rows } = await tx.execute<{ id: number; date: string; amount_cents: string; is_reversal: boolean; transaction_id: number | null }>(sql`
    select id, received_on::text as date, amount_cents, reversal_of_id is not null as is_reversal, transaction_id from payments where invoice_id = ${id} order by received_on, id`)
  return rows.map((row) => ({ id: row.id, date: day(row.date), amountCents: cents(Number(row.amount_cents)), isReversal: row.is_reversal, transaction: row.transaction_id ?? undefined }))
}

/** The credit notes on it. */
export async function creditNotesOf(tx: Transaction, id: number): Promise<readonly (Dated & { readonly number: string; readonly description: string })[]> {
  const { rows } = await tx.execute<{ id: number; date: string; amount_cents: string; number: string; description: string }>(sql`
    select id, invoice_date::text as date, total_cents as amount_cents, number, description from invoices where credit_of_id = ${id} order by number`)
  return rows.map((row) => ({ id: row.id, date: day(row.date), amountCents: cents(Number(row.amount_cents)), number: row.number, description: row.description }))
}

/** The debits for it. */
export async function debitsOfInvoice(tx: Transaction, id: number): Promise<readonly (Dated & { readonly instalment: number; readonly status: InstructionStatus; readonly returnReason: string | null; readonly batch: number | null })[]> {
  const { rows } = await tx.execute<{ id: number; date: string; amount_cents: string; instalment: number; status: InstructionStatus; return_reason: string | null; batch_id: number | null }>(sql`
    select id, collection_date::text as date, amount_cents, instalment, status, return_reason, batch_id from debit_instructions where invoice_id = ${id} order by instalment, id`)
  return rows.map((row) => ({ id: row.id, date: day(row.date), amountCents: cents(Number(row.amount_cents)), instalment: row.instalment, status: row.status, returnReason: row.return_reason, batch: row.batch_id }))
}

export type SentMessage = { readonly key: string; readonly date: LocalDate; readonly title: string; readonly channel: 'mail' | 'letter'; readonly recipient: string | null; readonly mailStatus: 'queued' | 'kept' | 'sent' | 'failed' | null; readonly problem: string | null; readonly reminder: number | null }

/** The reminders and other mails about it, in order of time; the text of a mail is not among it. */
export async function messagesAbout(tx: Transaction, id: number): Promise<readonly SentMessage[]> {
  const { rows } = await tx.execute<{ reminder: number | null; mail: number | null; date: string; title: string; channel: 'mail' | 'letter'; recipient: string | null; status: SentMessage['mailStatus']; problem: string | null }>(sql`
    select n.id as reminder, m.id as mail, n.sent_on::text as date, s.title, n.channel, m.recipient, m.status, m.problem
      from reminders n join reminder_steps s on s.id = n.step_id left join mails m on m.id = n.mail_id where n.invoice_id = ${id}
    union all
    select null, m.id, (m.created_at at time zone 'Europe/Amsterdam')::date::text, m.subject, 'mail', m.recipient, m.status, m.problem
      from mails m where m.invoice_id = ${id} and not exists (select from reminders n where n.mail_id = m.id)
     order by date, mail`)
  return rows.map((row) => ({ key: `${row.reminder ?? 'm'}-${row.mail ?? 'r'}`, date: day(row.date), title: row.title, channel: row.channel, recipient: row.recipient, mailStatus: row.status, problem: row.problem, reminder: row.reminder }))
}
