import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { InvoiceableSubscription, SendMethod } from '../domain/invoicePlan'
import type { PriceTerms, SubscriptionPeriod } from '../domain/invoicePeriods'
import { day, type LocalDate } from '../domain/localDate'
import { cents } from '../domain/money'
import type { Vat } from '../domain/vat'
import { asRows } from './asRows'
import type { Transaction } from './transaction'

/** Subscriptions handled at a time, so that memory does not grow with their number. */
export const subscriptionsAtOnce = 5_000

type Row = {
  id: number; debtor: number; debtor_name: string; type_id: number; title: string; price_cents: string; period: SubscriptionPeriod; period_start: PriceTerms['periodStart']; first_period: PriceTerms['firstPeriod'] | null
  vat: Vat; ledger_account: string | null; cost_centre: string | null; payment_term_days: number; start_date: string; end_date: string | null; invoiced_until_date: string | null
  mandate_id: number | null; instalment_count: number; collection_day: number | null; send_method: SendMethod; gone: InvoiceableSubscription['gone']; has_mail: boolean; is_mandate_active: boolean
}

const dayOrNone = (text: string | null): LocalDate | undefined => (text === null ? undefined : day(text))

const toSubscription = (row: Row): InvoiceableSubscription => ({
  id: row.id, debtor: row.debtor, debtorName: row.debtor_name, type: row.type_id, title: row.title, vat: row.vat, ledgerAccount: row.ledger_account, costCentre: row.cost_centre,
  terms: { priceCents: cents(Number(row.price_cents)), isFree: false, period: row.period, periodStart: row.period_start, firstPeriod: row.first_period ?? 'full' },
  paymentTermDays: row.payment_term_days, startDate: day(row.start_date), endDate: dayOrNone(row.end_date), invoicedUntilDate: dayOrNone(row.invoiced_until_date),
  mandate: row.mandate_id, instalmentCount: row.instalment_count, collectionDay: row.collection_day, sendMethod: row.send_method,
  gone: row.gone, hasMailAddress: row.has_mail, isMandateActive: row.is_mandate_active,
})

/** What decides the fate of a subscription; `s`, `t`, `holder` and `debtor` are in reach of what follows. */
export const invoiceable = sql`
  select s.id, debtor.id as debtor, coalesce(debtor.display_name, '') as debtor_name, t.id as type_id, t.title, t.price_cents, t.period, t.period_start, t.first_period, t.vat, t.ledger_account, t.cost_centre,
         t.payment_term_days, s.start_date::text, s.end_date::text, s.invoiced_until_date::text, m.id as mandate_id, s.instalment_count, s.collection_day, s.send_method,
         case when holder.deceased_on is not null or debtor.deceased_on is not null then 'deceased' when holder.status <> 'active' or debtor.status <> 'active' then 'archived' end as gone,
         exists (select from relations_emails e where e._parent_id = debtor.id) as has_mail, coalesce(m.status = 'active', false) as is_mandate_active
    from subscriptions s
    join subscription_types t on t.id = s.type_id
    join relations holder on holder.id = s.relation_id
    join relations debtor on debtor.id = coalesce(s.payer_id, s.relation_id)
    left join mandates m on m.id = s.mandate_id and s.payment_method = 'directDebit'`

/** Runs a query that begins with `invoiceable`. */
export const invoiceableRows = async (tx: Transaction, query: SQL): Promise<readonly InvoiceableSubscription[]> => (await tx.execute<Row>(query)).rows.map(toSubscription)

/**
 * Gives the subscriptions of which a period began by the day and is not invoiced, in order of their ids, some thousands
 * at a time. Those for invoicing are locked until commit.
 */
export async function* subscriptionsToInvoice(tx: Transaction, today: LocalDate, { isLocked }: { readonly isLocked: boolean }): AsyncGenerator<readonly InvoiceableSubscription[]> {
  for (let last = 0; ;) {
    const rows = await invoiceableRows(tx, sql`
      ${invoiceable} where s.next_invoice_date <= ${today} and s.id > ${last} order by s.id limit ${subscriptionsAtOnce} ${isLocked ? sql`for update of s` : sql``}`)
    if (rows.length > 0) yield rows
    if (rows.length < subscriptionsAtOnce) return
    last = rows.at(-1)?.id ?? last
  }
}

/** How many there are to invoice by the day. */
export async function countToInvoice(tx: Transaction, today: LocalDate): Promise<number> {
  const { rows } = await tx.execute<{ count: string }>(sql`select count(*) as count from subscriptions where next_invoice_date <= ${today}`)
  return Number(rows[0]?.count)
}

/** How far a subscription is invoiced by now, and on which day it was; null where all of it was free. */
export type Invoiced = { readonly subscription: number; readonly untilDate: LocalDate; readonly invoiceDate: LocalDate | null }

/** Moves subscriptions along; the next invoice date follows by itself. */
export const moveSubscriptions = (tx: Transaction, invoiced: readonly Invoiced[]): Promise<unknown> => tx.execute(sql`
  update subscriptions s set invoiced_until_date = given."untilDate", last_invoice_date = coalesce(given."invoiceDate", s.last_invoice_date), updated_at = now()
    from ${asRows(invoiced, { subscription: 'int', untilDate: 'date', invoiceDate: 'date' })}
   where s.id = given.subscription`)

/** The last day on which a subscription was invoiced counts only what was not taken back wholly (domain §13.4). */
export const renewLastInvoiceDate = (tx: Transaction, subscription: number): Promise<unknown> => tx.execute(sql`
  update subscriptions set updated_at = now(), last_invoice_date =
         (select max(invoice_date) from invoices where subscription_id = ${subscription} and kind = 'invoice' and credited_cents < total_cents)
   where id = ${subscription}`)
