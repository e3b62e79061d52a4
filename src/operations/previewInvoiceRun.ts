import type { PayloadRequest } from 'payload'
import { invoiceFate, type InvoiceFate, type InvoiceRemark } from '../domain/invoicePlan'
import type { LocalDate } from '../domain/localDate'
import { cents, sumCents, type Cents } from '../domain/money'
import { rowsToInvoice, type ToInvoiceQuery } from '../store/subscriptionsList'
import { subscriptionsToInvoice } from '../store/subscriptions'
import { readConnection } from '../store/transaction'

export type InvoicedType = { readonly type: number; readonly title: string; readonly invoices: number; readonly totalCents: Cents }
export type InvoiceRunPreview = {
  readonly subscriptions: number
  readonly invoices: number
  readonly totalCents: Cents
  /** By title. */
  readonly types: readonly InvoicedType[]
  /** How many subscriptions are passed over or need looking at, for each reason. */
  readonly remarks: Readonly<Partial<Record<InvoiceRemark, number>>>
}

/** What the invoice run of today would make, found by the same computation; nothing is written. */
export async function previewInvoiceRun(req: PayloadRequest, today: LocalDate): Promise<InvoiceRunPreview> {
  const types = new Map<number, InvoicedType>()
  const remarks: Partial<Record<InvoiceRemark, number>> = {}
  let count = 0
  for await (const subscriptions of subscriptionsToInvoice(readConnection(req), today, { isLocked: false })) {
    count += subscriptions.length
    for (const subscription of subscriptions) {
      const fate = invoiceFate(subscription, today)
      fate.remarks.forEach((remark) => { remarks[remark] = (remarks[remark] ?? 0) + 1 })
      const known = types.get(subscription.type) ?? { type: subscription.type, title: subscription.title, invoices: 0, totalCents: cents(0) }
      types.set(subscription.type, { ...known, invoices: known.invoices + fate.invoices.length, totalCents: sumCents([known.totalCents, totalOf(fate)]) })
    }
  }
  const asked = [...types.values()].filter(({ invoices }) => invoices > 0).toSorted((left, right) => left.title.localeCompare(right.title, 'nl'))
  return { subscriptions: count, invoices: asked.reduce((sum, { invoices }) => sum + invoices, 0), totalCents: sumCents(asked.map(({ totalCents }) => totalCents)), types: asked, remarks }
}

export type PreviewedSubscription = InvoiceFate & { readonly id: number; readonly debtor: number; readonly debtorName: string; readonly title: string; readonly totalCents: Cents }
export type InvoiceRunPage = { readonly count: number; readonly subscriptions: readonly PreviewedSubscription[] }

/** A page of what `previewInvoiceRun` counts: each subscription with its invoices, or why it has none. */
export async function invoiceRunPage(req: PayloadRequest, today: LocalDate, query: ToInvoiceQuery): Promise<InvoiceRunPage> {
  const { count, rows } = await rowsToInvoice(readConnection(req), today, query)
  return { count, subscriptions: rows.map((row) => {
    const fate = invoiceFate(row, today)
    return { ...fate, id: row.id, debtor: row.debtor, debtorName: row.debtorName, title: row.title, totalCents: totalOf(fate) }
  }) }
}

const totalOf = ({ invoices }: InvoiceFate): Cents => sumCents(invoices.map(({ totalCents }) => totalCents))
