import type { PayloadRequest } from 'payload'
import { day, type LocalDate } from '../../src/domain/localDate'
import { cents } from '../../src/domain/money'
import type { OnlineNews } from '../../src/domain/onlinePayment'
import type { PaymentEvent, PayoutEvent } from '../../src/online/provider'
import { signatureHeader, signatureOf, timestampHeader } from '../../src/online/trialProvider'
import { startOnlinePayment } from '../../src/operations/startOnlinePayment'
import { takeOnlineEvent } from '../../src/operations/takeOnlineEvent'

/** What a provider tells of one payment, with the days on which its money moves. */
export const newsOf = (amountCents: number, paidOn: LocalDate = day('2026-11-03'), refundedOn: LocalDate = day('2026-11-10')) => {
  const asked = { amountCents: cents(amountCents), currency: 'EUR' }
  return {
    paid: { status: 'paid', ...asked, paidOn }, refunded: { status: 'refunded', ...asked, paidOn, refundedOn },
    failed: { status: 'failed', ...asked }, expired: { status: 'expired', ...asked }, cancelled: { status: 'cancelled', ...asked },
  } as const satisfies Record<string, OnlineNews>
}

export const paymentEvent = (reference: string, news: OnlineNews): PaymentEvent => ({ kind: 'payment', reference, method: 'ideal', description: 'Dank je wel', news })

export const payoutEvent = (reference: string, payments: PayoutEvent['payments'], costs = 0): PayoutEvent => ({
  kind: 'payout', reference, amountCents: cents(payments.reduce((sum, { amountCents }) => sum + amountCents, 0) - costs), costCents: cents(costs), currency: 'EUR', payments,
})

/** The headers that the trial provider sends with a message. */
export const signedHeaders = (secret: string, body: string, at: Date = new Date()): Record<string, string> => {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  return { [timestampHeader]: timestamp, [signatureHeader]: signatureOf(secret, timestamp, body) }
}

type Gift = { readonly fund: number; readonly payer: number; readonly today: LocalDate }

/** A gift that was paid online and is on its way to the bank. */
export async function giftPaidOnline(req: PayloadRequest, { fund, payer, today }: Gift): Promise<void> {
  const [provider, reference, amountCents] = ['trial', 'tr_gift', cents(2_500)]
  await startOnlinePayment(req, { provider, reference, method: 'ideal', amountCents, target: { kind: 'fund', id: fund }, payer, description: 'Gift' })
  await takeOnlineEvent(req, provider, paymentEvent(reference, newsOf(amountCents, today).paid))
  await takeOnlineEvent(req, provider, payoutEvent('po_gift', [{ reference, amountCents }], 35))
}
