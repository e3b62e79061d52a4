import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { InvoiceableSubscription, InvoiceRemark } from '../domain/invoicePlan'
import type { LocalDate } from '../domain/localDate'
import { invoiceable, invoiceableRows } from './subscriptions'
import type { Transaction } from './transaction'
import { containing } from './wordSearch'

export const toInvoiceSorts = ['name', 'type', 'price', 'date'] as const
export type ToInvoiceQuery = {
  readonly search?: string | undefined
  readonly type?: number | undefined
  readonly remark?: InvoiceRemark | undefined
  readonly sort: (typeof toInvoiceSorts)[number]
  readonly page: number
  readonly pageSize: number
}

const orders: Readonly<Record<ToInvoiceQuery['sort'], SQL>> = {
  name: sql`q.debtor_name, q.id`, type: sql`q.title, q.debtor_name, q.id`, price: sql`q.price_cents desc, q.debtor_name, q.id`, date: sql`q.start_date, q.id`,
}

const isPartFree = sql`q.invoiced_until_date is null and q.period_start = 'calendar' and q.first_period = 'free' and q.start_date::date <> date_trunc(q.period, q.start_date::date)::date`
const remarked: Readonly<Record<InvoiceRemark, SQL>> = {
  deceased: sql`q.gone = 'deceased'`, archived: sql`q.gone = 'archived'`, free: sql`q.gone is null and ${isPartFree}`,
  noMailAddress: sql`q.gone is null and q.send_method = 'mail' and not q.has_mail`, mandateNotActive: sql`q.gone is null and q.mandate_id is not null and not q.is_mandate_active`,
}

/** A page of the subscriptions to invoice by the day, and how many there are in all. */
export async function rowsToInvoice(tx: Transaction, today: LocalDate, query: ToInvoiceQuery): Promise<{ readonly count: number; readonly rows: readonly InvoiceableSubscription[] }> {
  const { search, type, remark, sort, page, pageSize } = query
  const found = sql`
    (${invoiceable} where s.next_invoice_date <= ${today} ${type === undefined ? sql`` : sql`and t.id = ${type}`}
       ${search ? sql`and (debtor.display_name ilike ${containing(search)} or holder.display_name ilike ${containing(search)} or debtor.number::text = ${search})` : sql``}) q
     where ${remark ? remarked[remark] : sql`true`}`
  const { rows: [counted] } = await tx.execute<{ count: string }>(sql`select count(*) as count from ${found}`)
  return { count: Number(counted?.count), rows: await invoiceableRows(tx, sql`select q.* from ${found} order by ${orders[sort]} limit ${pageSize} offset ${(page - 1) * pageSize}`) }
}
