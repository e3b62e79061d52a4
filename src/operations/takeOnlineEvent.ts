import type { PayloadRequest } from 'payload'
import { judgeNews, type OnlineNews } from '../domain/onlinePayment'
import type { PaymentEvent, PayoutEvent, ProviderEvent } from '../online/provider'
import { insertAuditEntries } from '../store/auditLog'
import { insertOnlinePayment, lockOnlinePaymentOf, lockProvider, setOnlineStatus, type OnlinePayment } from '../store/onlinePayments'
import { noteConflict } from '../store/onlineConflicts'
import { addToPayout, insertPayout, payoutOf } from '../store/onlinePayouts'
import { inTransaction, type Transaction } from '../store/transaction'
import { bookAndLog } from './linkOnlinePayment'

/** What came of a message: something changed, it was known, or it is not what is known here, and then nothing changed and staff see it. */
export type TakenEvent = { readonly outcome: 'taken' | 'known' } | { readonly outcome: 'conflict'; readonly code: 'ONLINE_AMOUNT_DIFFERS' | 'ONLINE_CURRENCY_DIFFERS' }

/**
 * Takes a message of a provider: what was paid is booked once for what it was for, what was refunded goes back, what is about a
 * payment that is not known here is kept to be linked. However often and in whatever order messages come, they end the same (R-ONL-3, R-ONL-4).
 */
export const takeOnlineEvent = (req: PayloadRequest, provider: string, event: ProviderEvent): Promise<TakenEvent> =>
  inTransaction(req, async (tx) => {
    await lockProvider(tx, provider)
    return event.kind === 'payout' ? takePayout(tx, provider, event) : takePayment(tx, provider, event)
  })

async function takePayment(tx: Transaction, provider: string, event: PaymentEvent): Promise<TakenEvent> {
  const known = await lockOnlinePaymentOf(tx, provider, event.reference)
  if (!known && event.news.currency !== 'EUR') return { outcome: 'conflict', code: 'ONLINE_CURRENCY_DIFFERS' }
  const payment = known ?? await keepOrphan(tx, provider, event)
  const verdict = judgeNews(payment, event.news)
  if (verdict.kind === 'known') return { outcome: 'known' }
  if (verdict.kind === 'conflict') return conflictOn(tx, { subject: 'online-payments', id: payment.id, code: verdict.code, told: toldBy(event.news) })
  await setOnlineStatus(tx, payment.id, { ...verdict, method: event.method, description: event.description })
  await insertAuditEntries(tx, null, [{ subject: 'online-payments', subjectId: payment.id, action: 'update', changes: { status: { from: payment.status, to: verdict.status } } }])
  if (verdict.paidOn) await bookAndLog(tx, { payment: payment.id, paidOn: verdict.paidOn, actor: null })
  return { outcome: 'taken' }
}

/** The message was quicker than the form that started the payment, or there was none: it is kept, for nothing yet. */
async function keepOrphan(tx: Transaction, provider: string, { news: { amountCents }, reference, method, description }: PaymentEvent): Promise<OnlinePayment> {
  const payment = await insertOnlinePayment(tx, { provider, reference, method, amountCents, description })
  await insertAuditEntries(tx, null, [{ subject: 'online-payments', subjectId: payment.id, action: 'create', changes: { provider, reference, amountCents } }])
  return payment
}

async function takePayout(tx: Transaction, provider: string, { reference, amountCents, costCents, currency, payments }: PayoutEvent): Promise<TakenEvent> {
  if (currency !== 'EUR') return { outcome: 'conflict', code: 'ONLINE_CURRENCY_DIFFERS' }
  const known = await payoutOf(tx, provider, reference)
  if (known && (known.amountCents !== amountCents || known.costCents !== costCents)) {
    return conflictOn(tx, { subject: 'online-payouts', id: known.id, code: 'ONLINE_AMOUNT_DIFFERS', told: { amountCents, costCents } })
  }
  const payout = known?.id ?? await insertPayout(tx, { provider, reference, amountCents, costCents })
  if (!known) await insertAuditEntries(tx, null, [{ subject: 'online-payouts', subjectId: payout, action: 'create', changes: { provider, reference, amountCents, costCents } }])
  const otherwise = await addToPayout(tx, { provider, payout, payments })
  if (otherwise.length > 0) return conflictOn(tx, { subject: 'online-payouts', id: payout, code: 'ONLINE_AMOUNT_DIFFERS', told: { payments: otherwise } })
  return { outcome: known ? 'known' : 'taken' }
}

type Conflict = { readonly subject: 'online-payments' | 'online-payouts'; readonly id: number; readonly code: Extract<TakenEvent, { outcome: 'conflict' }>['code']; readonly told: object }

async function conflictOn(tx: Transaction, { subject, id, code, told }: Conflict): Promise<TakenEvent> {
  await noteConflict(tx, { subject, id, told: { conflict: code, ...told } })
  return { outcome: 'conflict', code }
}

const toldBy = ({ status, amountCents, currency }: OnlineNews): object => ({ status, amountCents, currency })
