import type { PayloadRequest } from 'payload'
import { addDays, addMonths, formatDate, type LocalDate } from '../domain/localDate'
import { cents, sumCents, type Cents } from '../domain/money'
import { insertAuditEntries } from '../store/auditLog'
import { takeNumbers } from '../store/counters'
import { insertInvoices, subscriptionsToInvoice, type InvoiceableSubscription, type NewInvoice } from '../store/invoices'
import { inTransaction, lockByName } from '../store/transaction'
import { actorOf } from './actorOf'

/** Days between the invoice and its due day; the pre-notification of a debit needs fourteen (SDD rulebook). */
export const paymentTermDays = 14

const monthsIn: Readonly<Record<InvoiceableSubscription['period'], number>> = { month: 1, quarter: 3, year: 12 }

export type InvoiceRun = { readonly invoices: number; readonly totalCents: Cents }

/** Invoices every subscription whose next period has begun, one invoice a period, numbered without gaps. Again on the same day: nothing. */
export const invoiceSubscriptions = (req: PayloadRequest, today: LocalDate): Promise<InvoiceRun> =>
  inTransaction(req, async (tx) => {
    await lockByName(tx, 'invoice run')
    const periods = (await subscriptionsToInvoice(tx, today)).flatMap((subscription) => periodsBegun(subscription, today))
    if (periods.length === 0) return { invoices: 0, totalCents: cents(0) }
    const year = today.slice(0, 4)
    const first = await takeNumbers(tx, `invoice ${year}`, periods.length)
    const invoices = periods.map((period, index): NewInvoice => ({
      ...period, number: `${year}-${String(first + index).padStart(6, '0')}`, invoiceDate: today, dueDate: addDays(today, paymentTermDays),
    }))
    const ids = await insertInvoices(tx, invoices)
    await insertAuditEntries(tx, actorOf(req), ids.map((id) => ({ subject: 'invoices', subjectId: id, action: 'create', changes: {} })))
    return { invoices: invoices.length, totalCents: sumCents(invoices.map((invoice) => invoice.totalCents)) }
  })

type Period = Omit<NewInvoice, 'number' | 'invoiceDate' | 'dueDate'>

/** The periods that began on or before the day and were not invoiced, each counted from the first start. */
function periodsBegun(subscription: InvoiceableSubscription, today: LocalDate): readonly Period[] {
  const months = monthsIn[subscription.period]
  const periods: Period[] = []
  for (let index = 0; ; index += 1) {
    const periodStartDate = addMonths(subscription.startDate, index * months)
    if (periodStartDate > today || (subscription.endDate !== undefined && periodStartDate >= subscription.endDate)) return periods
    if (subscription.invoicedUntilDate !== undefined && periodStartDate < subscription.invoicedUntilDate) continue
    const periodEndDate = addMonths(subscription.startDate, (index + 1) * months)
    periods.push({
      subscription: subscription.id, debtor: subscription.relation, mandate: subscription.mandate, instalmentCount: subscription.instalmentCount,
      description: `${subscription.title} ${formatDate(periodStartDate, 'nl')} t/m ${formatDate(addDays(periodEndDate, -1), 'nl')}`,
      periodStartDate, periodEndDate, totalCents: subscription.priceCents,
    })
  }
}
