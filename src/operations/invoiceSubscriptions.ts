import type { PayloadRequest } from 'payload'
import { invoiceFate, type InvoiceableSubscription, type InvoiceFate, type InvoiceRemark, type PlannedInvoice } from '../domain/invoicePlan'
import { yearOf, type LocalDate } from '../domain/localDate'
import { cents, sumCents, type Cents } from '../domain/money'
import { insertAuditEntries } from '../store/auditLog'
import { progressOf, type Report } from '../store/commandProgress'
import { takeNumbers } from '../store/counters'
import { onceForKey } from '../store/idempotentCommands'
import { insertInvoices } from '../store/invoices'
import { countToInvoice, moveSubscriptions, subscriptionsToInvoice, type Invoiced } from '../store/subscriptions'
import { inTransaction, lockByName, type Transaction } from '../store/transaction'
import { actorOf } from './actorOf'

export type InvoiceRun = {
  readonly invoices: number
  readonly totalCents: Cents
  /** How many subscriptions were passed over or need looking at, for each reason; left out where there are none. */
  readonly remarks?: Readonly<Partial<Record<InvoiceRemark, number>>>
}

const invoicesAtOnce = 5_000

/**
 * Invoices every subscription whose next period has begun, one invoice a period, numbered without gaps in order of the
 * subscriptions, all of it or nothing. Again on the same day: nothing. Under a key, others see how far it is.
 */
export const invoiceSubscriptions = (req: PayloadRequest, today: LocalDate, { idempotencyKey }: { readonly idempotencyKey?: string | undefined } = {}): Promise<InvoiceRun> =>
  inTransaction(req, (tx) => onceForKey(tx, { key: idempotencyKey, command: `invoice run ${today}` }, async () => {
    await lockByName(tx, 'invoice run')
    return invoiceAll(tx, { today, actor: actorOf(req), report: progressOf(req, idempotencyKey) })
  }))

/** The run itself, in a transaction that it has to itself. */
export async function invoiceAll(tx: Transaction, { today, actor, report }: { readonly today: LocalDate; readonly actor: number | null; readonly report: Report }): Promise<InvoiceRun> {
  const total = await countToInvoice(tx, today)
  let [done, invoices, totalCents] = [0, 0, cents(0)]
  const remarks: Partial<Record<InvoiceRemark, number>> = {}
  for await (const subscriptions of subscriptionsToInvoice(tx, today, { isLocked: true })) {
    const fates = subscriptions.map((subscription) => ({ ...invoiceFate(subscription, today), subscription }))
    const planned = fates.flatMap((fate) => fate.invoices)
    for (let from = 0; from < planned.length; from += invoicesAtOnce) await writeDown(tx, planned.slice(from, from + invoicesAtOnce), { today, actor })
    await moveSubscriptions(tx, fates.flatMap((fate) => invoicedBy(fate, today)))
    fates.flatMap((fate) => fate.remarks).forEach((remark) => { remarks[remark] = (remarks[remark] ?? 0) + 1 })
    invoices += planned.length
    totalCents = sumCents([totalCents, ...planned.map((invoice) => invoice.totalCents)])
    report({ phase: 'invoicing', done: done += subscriptions.length, total })
  }
  return { invoices, totalCents, ...(Object.keys(remarks).length > 0 ? { remarks } : {}) }
}

/** Numbers the invoices, `2026-000001` and on, without gaps, and writes them down. */
async function writeDown(tx: Transaction, planned: readonly PlannedInvoice[], { today, actor }: { readonly today: LocalDate; readonly actor: number | null }): Promise<void> {
  const first = await takeNumbers(tx, `invoice ${yearOf(today)}`, planned.length)
  const ids = await insertInvoices(tx, planned.map((invoice, index) => ({ ...invoice, number: `${yearOf(today)}-${String(first + index).padStart(6, '0')}` })))
  await insertAuditEntries(tx, actor, ids.map((id) => ({ subject: 'invoices', subjectId: id, action: 'create', changes: {} })))
}

const invoicedBy = ({ subscription, invoices, invoicedUntilDate }: InvoiceFate & { readonly subscription: InvoiceableSubscription }, today: LocalDate): readonly Invoiced[] =>
  invoicedUntilDate === undefined ? [] : [{ subscription: subscription.id, untilDate: invoicedUntilDate, invoiceDate: invoices.length > 0 ? today : null }]
