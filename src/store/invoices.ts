import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import { asRows } from './asRows'
import type { Transaction } from './transaction'

export type InvoiceableSubscription = {
  readonly id: number
  readonly relation: number
  readonly title: string
  readonly priceCents: Cents
  readonly period: 'month' | 'quarter' | 'year'
  readonly startDate: LocalDate
  readonly endDate: LocalDate | undefined
  readonly invoicedUntilDate: LocalDate | undefined
  readonly mandate: number | null
  readonly instalmentCount: number
}

export type NewInvoice = {
  readonly number: string
  readonly subscription: number
  readonly debtor: number
  readonly mandate: number | null
  readonly instalmentCount: number
  readonly description: string
  readonly invoiceDate: LocalDate
  readonly dueDate: LocalDate
  readonly periodStartDate: LocalDate
  readonly periodEndDate: LocalDate
  readonly totalCents: Cents
}

type SubscriptionRow = {
  id: number; relation_id: number; title: string; price_cents: string; period: InvoiceableSubscription['period']
  start_date: string; end_date: string | null; invoiced_until_date: string | null; mandate_id: number | null; instalment_count: number
}

/** Subscriptions with a period that began on or before the day and is not invoiced, in order of their ids; locked. */
export async function subscriptionsToInvoice(tx: Transaction, today: LocalDate): Promise<readonly InvoiceableSubscription[]> {
  const { rows } = await tx.execute<SubscriptionRow>(sql`
    select s.id, s.relation_id, t.title, t.price_cents, t.period, s.start_date::text, s.end_date::text, s.invoiced_until_date::text,
           case when s.payment_method = 'directDebit' then s.mandate_id end as mandate_id, s.instalment_count
      from subscriptions s
      join subscription_types t on t.id = s.type_id
      join relations r on r.id = s.relation_id and r.status = 'active' and r.deceased_on is null
     where coalesce(s.invoiced_until_date, s.start_date) <= ${today}
       and (s.end_date is null or coalesce(s.invoiced_until_date, s.start_date) < s.end_date)
     order by s.id
       for update of s`)
  return rows.map((row) => ({
    id: row.id, relation: row.relation_id, title: row.title, priceCents: cents(Number(row.price_cents)), period: row.period,
    startDate: day(row.start_date), endDate: row.end_date === null ? undefined : day(row.end_date),
    invoicedUntilDate: row.invoiced_until_date === null ? undefined : day(row.invoiced_until_date),
    mandate: row.mandate_id, instalmentCount: row.mandate_id === null ? 1 : row.instalment_count,
  }))
}

/** Adds the invoices and moves each subscription's invoiced-until date along. One per subscription and period: the database holds it. */
export async function insertInvoices(tx: Transaction, invoices: readonly NewInvoice[]): Promise<readonly number[]> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    with given as (
      select * from ${asRows(invoices, {
        number: 'text', subscription: 'int', debtor: 'int', mandate: 'int', instalmentCount: 'int', description: 'text',
        invoiceDate: 'date', dueDate: 'date', periodStartDate: 'date', periodEndDate: 'date', totalCents: 'bigint' })}
    ), inserted as (
      insert into invoices (number, subscription_id, debtor_id, mandate_id, instalment_count, description, invoice_date, due_date,
                            period_start_date, period_end_date, total_cents, open_cents, status, created_at, updated_at)
      select number, subscription, debtor, mandate, "instalmentCount", description, "invoiceDate", "dueDate",
             "periodStartDate", "periodEndDate", "totalCents", "totalCents", 'open', now(), now()
        from given order by number
      returning id, subscription_id, period_end_date
    ), moved as (
      update subscriptions s set invoiced_until_date = latest.until, updated_at = now()
      from (select subscription_id, max(period_end_date) as until from inserted group by 1) latest
       where s.id = latest.subscription_id
    )
    select id from inserted order by id`)
  return rows.map(({ id }) => id)
}
