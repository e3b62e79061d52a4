import { sql } from '@payloadcms/db-postgres/drizzle'
import type { PlannedInvoice } from '../domain/invoicePlan'
import type { LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import { asRows } from './asRows'
import type { Transaction } from './transaction'

export type NewInvoice = PlannedInvoice & { readonly number: string }

/** Adds invoices with their one line each, and returns their ids in order of the numbers. One per subscription and period: the database holds it. */
export async function insertInvoices(tx: Transaction, invoices: readonly NewInvoice[]): Promise<readonly number[]> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    with given as materialized (
      select * from ${asRows(invoices, {
        number: 'text', subscription: 'int', debtor: 'int', mandate: 'int', instalmentCount: 'int', collectionDay: 'int', sendMethod: 'text', description: 'text', invoiceDate: 'date', dueDate: 'date',
        periodStartDate: 'date', periodEndDate: 'date', totalCents: 'bigint', vat: 'text', vatCents: 'bigint', ledgerAccount: 'text', costCentre: 'text' })}
    ), inserted as (
      insert into invoices (kind, number, subscription_id, debtor_id, mandate_id, instalment_count, collection_day, send_method, description, invoice_date, due_date,
                            period_start_date, period_end_date, total_cents, vat_cents, credited_cents, open_cents, status, reminder_count, created_at, updated_at)
      select 'invoice', number, subscription, debtor, mandate, "instalmentCount", "collectionDay", "sendMethod", description, "invoiceDate", "dueDate",
             "periodStartDate", "periodEndDate", "totalCents", "vatCents", 0, "totalCents", 'open', 0, now(), now()
        from given order by number
      returning id, number
    ), lines as (
      insert into invoice_lines (invoice_id, position, description, quantity, amount_cents, vat, vat_cents, ledger_account, cost_centre, created_at, updated_at)
      select i.id, 1, g.description, 1, g."totalCents", g.vat, g."vatCents", g."ledgerAccount", g."costCentre", now(), now()
        from inserted i join given g on g.number = i.number order by i.id
    )
    select id from inserted order by id`)
  return rows.map(({ id }) => id)
}

export type NewCreditNote = {
  readonly number: string
  readonly invoice: number
  readonly description: string
  readonly invoiceDate: LocalDate
  readonly lines: readonly { readonly position: number; readonly amountCents: Cents; readonly vatCents: Cents }[]
}

/** Adds a credit note: to the same debtor, with lines that point at those of the invoice by their position. What is open of the invoice follows by itself. */
export async function insertCreditNote(tx: Transaction, { number, invoice, description, invoiceDate, lines }: NewCreditNote): Promise<number> {
  const given = asRows(lines, { position: 'int', amountCents: 'bigint', vatCents: 'bigint' })
  const { rows } = await tx.execute<{ id: number }>(sql`
    with sums as (select sum("amountCents") as total, sum("vatCents") as vat from ${given}), inserted as (
      insert into invoices (kind, credit_of_id, number, subscription_id, debtor_id, instalment_count, send_method, description, invoice_date, due_date,
                            total_cents, vat_cents, credited_cents, open_cents, status, reminder_count, created_at, updated_at)
      select 'credit', i.id, ${number}, i.subscription_id, i.debtor_id, 1, i.send_method, ${description}, ${invoiceDate}::date, ${invoiceDate}::date,
             sums.total, sums.vat, 0, 0, 'credited', 0, now(), now()
        from invoices i, sums where i.id = ${invoice}
      returning id
    ), lines as (
      insert into invoice_lines (invoice_id, position, description, quantity, amount_cents, vat, vat_cents, ledger_account, cost_centre, created_at, updated_at)
      select inserted.id, l.position, l.description, 1, given."amountCents", l.vat, given."vatCents", l.ledger_account, l.cost_centre, now(), now()
        from inserted, invoice_lines l join ${given} on given.position = l.position
       where l.invoice_id = ${invoice}
    )
    select id from inserted`)
  return Number(rows[0]?.id)
}

export type LockedInvoice = {
  readonly id: number
  readonly number: string
  readonly kind: 'invoice' | 'credit'
  readonly subscription: number | undefined
  readonly totalCents: Cents
  readonly creditedCents: Cents
  readonly openCents: Cents
}

/** The invoice as it is now, locked until commit. */
export async function lockInvoice(tx: Transaction, id: number): Promise<LockedInvoice | undefined> {
  const { rows } = await tx.execute<{ id: number; number: string; kind: 'invoice' | 'credit'; subscription_id: number | null; total_cents: string; credited_cents: string; open_cents: string }>(sql`
    select id, number, kind, subscription_id, total_cents, credited_cents, open_cents from invoices where id = ${id} for no key update`)
  return rows.map((row) => ({
    id: row.id, number: row.number, kind: row.kind, subscription: row.subscription_id ?? undefined,
    totalCents: cents(Number(row.total_cents)), creditedCents: cents(Number(row.credited_cents)), openCents: cents(Number(row.open_cents)),
  }))[0]
}

/** Debits of an invoice that the bank has or is about to get. */
export async function countUnderWay(tx: Transaction, invoice: number): Promise<number> {
  const { rows } = await tx.execute<{ count: string }>(sql`select count(*) as count from debit_instructions where invoice_id = ${invoice} and status in ('batched', 'submitted')`)
  return Number(rows[0]?.count)
}
