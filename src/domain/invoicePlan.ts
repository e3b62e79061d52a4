import { periodsToInvoice, type InvoicePeriod, type PriceTerms, type SubscriptionDays } from './invoicePeriods'
import { addDays, formatDate, type LocalDate } from './localDate'
import type { Cents } from './money'
import { vatWithin, type Vat } from './vat'

export type SendMethod = 'mail' | 'post' | 'none'

/** A subscription with what decides whether and how it is invoiced. */
export type InvoiceableSubscription = SubscriptionDays & {
  readonly id: number
  /** Who pays: the payer, or the contract holder. */
  readonly debtor: number
  readonly debtorName: string
  readonly type: number
  readonly title: string
  readonly terms: PriceTerms
  readonly vat: Vat
  readonly ledgerAccount: string | null
  readonly costCentre: string | null
  readonly paymentTermDays: number
  readonly mandate: number | null
  readonly instalmentCount: number
  readonly collectionDay: number | null
  readonly sendMethod: SendMethod
  /** The contract holder or the payer is no more. */
  readonly gone: 'deceased' | 'archived' | null
  readonly hasMailAddress: boolean
  readonly isMandateActive: boolean
}

export type PlannedInvoice = {
  readonly subscription: number
  readonly debtor: number
  readonly mandate: number | null
  readonly instalmentCount: number
  readonly collectionDay: number | null
  readonly sendMethod: SendMethod
  readonly description: string
  readonly invoiceDate: LocalDate
  readonly dueDate: LocalDate
  readonly periodStartDate: LocalDate
  readonly periodEndDate: LocalDate
  readonly totalCents: Cents
  readonly vat: Vat
  readonly vatCents: Cents
  readonly ledgerAccount: string | null
  readonly costCentre: string | null
}

/** Why nobody is asked for money, or why the invoice will not reach its debtor or its bank as it should. */
export const invoiceRemarks = ['deceased', 'archived', 'free', 'noMailAddress', 'mandateNotActive'] as const
export type InvoiceRemark = (typeof invoiceRemarks)[number]

/** What becomes of a subscription in the run: every one gets an answer, so that nobody is passed over silently. */
export type InvoiceFate = {
  readonly invoices: readonly PlannedInvoice[]
  /** Undefined where nothing is invoiced or given free. */
  readonly invoicedUntilDate: LocalDate | undefined
  readonly remarks: readonly InvoiceRemark[]
}

/** The invoices of a subscription for all that began by today, one a period. Neither the dead nor the archived are invoiced. */
export function invoiceFate(subscription: InvoiceableSubscription, today: LocalDate): InvoiceFate {
  if (subscription.gone) return { invoices: [], invoicedUntilDate: undefined, remarks: [subscription.gone] }
  const periods = periodsToInvoice(subscription, subscription.terms, today)
  const invoices = periods.filter(({ amountCents }) => amountCents > 0).map((period) => invoiceFor(subscription, period, today))
  const isAsked = invoices.length > 0
  const remarks: readonly (InvoiceRemark | false)[] = [
    invoices.length < periods.length && 'free',
    isAsked && subscription.sendMethod === 'mail' && !subscription.hasMailAddress && 'noMailAddress',
    isAsked && subscription.mandate !== null && !subscription.isMandateActive && 'mandateNotActive',
  ]
  return { invoices, invoicedUntilDate: periods.at(-1)?.endDate, remarks: remarks.filter((remark) => remark !== false) }
}

const invoiceFor = (subscription: InvoiceableSubscription, { startDate, endDate, amountCents }: InvoicePeriod, today: LocalDate): PlannedInvoice => ({
  subscription: subscription.id, debtor: subscription.debtor, mandate: subscription.mandate, instalmentCount: subscription.mandate === null ? 1 : subscription.instalmentCount,
  collectionDay: subscription.mandate === null ? null : subscription.collectionDay, sendMethod: subscription.sendMethod,
  description: `${subscription.title} ${formatDate(startDate, 'nl')} t/m ${formatDate(addDays(endDate, -1), 'nl')}`,
  invoiceDate: today, dueDate: addDays(today, subscription.paymentTermDays), periodStartDate: startDate, periodEndDate: endDate,
  totalCents: amountCents, vat: subscription.vat, vatCents: vatWithin(amountCents, subscription.vat),
  ledgerAccount: subscription.ledgerAccount, costCentre: subscription.costCentre,
})
