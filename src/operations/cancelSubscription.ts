import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import { periodsToInvoice } from '../domain/invoicePeriods'
import type { LocalDate } from '../domain/localDate'
import { sumCents, type Cents } from '../domain/money'
import { checkCancellation, endAfterNotice } from '../domain/noticePeriod'
import { subscriptionEnd, type SubscriptionEnd } from '../store/subscriptionEnd'
import { inTransaction, readConnection } from '../store/transaction'

export type CancelSubscription = {
  readonly subscription: number
  /** The day on which the notice came in. */
  readonly noticeDate: LocalDate
  /** Without one: after the notice period, at the end of the period in which that falls. */
  readonly endDate?: LocalDate | undefined
  readonly reason: string
  readonly notes?: string | undefined
  readonly today: LocalDate
}

/** The end, and what was invoiced beyond it, which somebody may want to credit. */
export type Cancelled = { readonly endDate: LocalDate; readonly invoicedUntilDate: LocalDate | null; readonly isInvoicedPastEnd: boolean }

/** Ends a subscription by notice (opzeggen). Throws what makes it impossible: ended, cancelled already, an end before the start or the notice. */
export const cancelSubscription = (req: PayloadRequest, command: CancelSubscription): Promise<Cancelled> =>
  inTransaction(req, async (tx) => {
    const found = await subscriptionEnd(tx, command.subscription, { isLocked: true })
    if (!found) throw new DomainError('SUBSCRIPTION_GONE')
    if (found.endDate) throw new DomainError(found.endDate <= command.today ? 'SUBSCRIPTION_ENDED' : 'SUBSCRIPTION_CANCELLED', { date: found.endDate })
    const endDate = command.endDate ?? endAfterNotice(found.startDate, found.terms, { noticeDate: command.noticeDate, noticeMonths: found.noticeMonths })
    checkCancellation({ noticeDate: command.noticeDate, endDate, startDate: found.startDate, today: command.today })
    await change(req, found.id, { noticeDate: command.noticeDate, endDate, endReason: command.reason, endNotes: command.notes ?? null })
    return { endDate, invoicedUntilDate: found.invoicedUntilDate ?? null, isInvoicedPastEnd: found.invoicedUntilDate !== undefined && found.invoicedUntilDate > endDate }
  })

/** The end that a notice of a day leads to, to be shown before it is done; undefined where there is no such subscription. */
export async function proposedEnd(req: PayloadRequest, { subscription, noticeDate }: Pick<CancelSubscription, 'subscription' | 'noticeDate'>): Promise<LocalDate | undefined> {
  const found = await subscriptionEnd(readConnection(req), subscription, { isLocked: false })
  return found && endAfterNotice(found.startDate, found.terms, { noticeDate, noticeMonths: found.noticeMonths })
}

/** What to look at after an undone cancellation: how far it was invoiced, and what the next run asks for. */
export type UndoneCancellation = {
  readonly invoicedUntilDate: LocalDate | null
  /** The first day that was not part of it any more and is again; null where the end had not come yet. */
  readonly gapFrom: LocalDate | null
  readonly toInvoice: number
  readonly toInvoiceCents: Cents
}

/** Lets a cancelled subscription go on as if it never was (opzegging terugdraaien). The next invoice run makes up for what it missed. */
export const undoCancellation = (req: PayloadRequest, { subscription, today }: { readonly subscription: number; readonly today: LocalDate }): Promise<UndoneCancellation> =>
  inTransaction(req, async (tx) => {
    const found = await subscriptionEnd(tx, subscription, { isLocked: true })
    if (!found) throw new DomainError('SUBSCRIPTION_GONE')
    if (!found.endDate) throw new DomainError('SUBSCRIPTION_NOT_CANCELLED')
    if (found.isHolderGone) throw new DomainError('SUBSCRIPTION_HOLDER_GONE')
    await change(req, found.id, { noticeDate: null, endDate: null, endReason: null, endNotes: null })
    return { invoicedUntilDate: found.invoicedUntilDate ?? null, gapFrom: found.endDate <= today ? found.endDate : null, ...missed(found, today) }
  })

function missed(found: SubscriptionEnd, today: LocalDate): Pick<UndoneCancellation, 'toInvoice' | 'toInvoiceCents'> {
  const periods = periodsToInvoice({ ...found, endDate: undefined }, found.terms, today).filter(({ amountCents }) => amountCents > 0)
  return { toInvoice: periods.length, toInvoiceCents: sumCents(periods.map(({ amountCents }) => amountCents)) }
}

type Change = { readonly noticeDate: LocalDate | null; readonly endDate: LocalDate | null; readonly endReason: string | null; readonly endNotes: string | null }

const change = (req: PayloadRequest, id: number, data: Change): Promise<unknown> => req.payload.update({ collection: 'subscriptions', id, data, depth: 0, req })
