import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import { insertAuditEntries } from '../store/auditLog'
import { bookOnlinePayment, type Booked } from '../store/onlineBookings'
import { lockOnlinePayment, payableOf, setOnlineTarget, type OnlinePayment, type OnlineTarget } from '../store/onlinePayments'
import { inTransaction, type Transaction } from '../store/transaction'
import { actorOf } from './actorOf'

export type LinkedPayment = { readonly id: number; readonly booked: readonly Booked[] }

/**
 * Says what a payment was for that came in without it; when it was paid, it is booked now (R-ONL-1). Asked again for the same, nothing
 * more happens. More than an invoice has open is taken all the same: the money is there, and what is too much is to be paid back.
 * @throws DomainError ONLINE_GONE, ONLINE_LINKED, ONLINE_TARGET_GONE
 */
export const linkOnlinePayment = (req: PayloadRequest, id: number, target: OnlineTarget): Promise<LinkedPayment> =>
  inTransaction(req, async (tx) => {
    const payment = await lockOnlinePayment(tx, id)
    if (!payment) throw new DomainError('ONLINE_GONE')
    const former = payment.target
    if (former && (former.kind !== target.kind || former.id !== target.id)) throw new DomainError('ONLINE_LINKED')
    return { id, booked: former ? [] : await linkPayment(tx, { payment, target, actor: actorOf(req) }) }
  })

type Link = {
  readonly payment: OnlinePayment
  readonly target: OnlineTarget
  readonly payer?: number | undefined
  readonly method?: string
  readonly description?: string
  readonly actor: number | null
}

/** Links a locked payment that is for nothing yet, and books it when it was paid. */
export async function linkPayment(tx: Transaction, { payment, target, actor, ...rest }: Link): Promise<readonly Booked[]> {
  if (!(await payableOf(tx, target))) throw new DomainError('ONLINE_TARGET_GONE')
  await setOnlineTarget(tx, payment.id, { target, ...rest })
  await insertAuditEntries(tx, actor, [{ subject: 'online-payments', subjectId: payment.id, action: 'update', changes: { [target.kind]: target.id } }])
  return payment.paidOn ? bookAndLog(tx, { payment: payment.id, paidOn: payment.paidOn, actor }) : []
}

type Booking = { readonly payment: number; readonly paidOn: NonNullable<OnlinePayment['paidOn']>; readonly actor: number | null }

/** Books what was paid, or paid back, and writes down what was added. */
export async function bookAndLog(tx: Transaction, { payment, paidOn, actor }: Booking): Promise<readonly Booked[]> {
  const booked = await bookOnlinePayment(tx, payment, paidOn)
  await insertAuditEntries(tx, actor, booked.map(({ subject, id, amountCents }) => ({ subject, subjectId: id, action: 'create', changes: { onlinePayment: payment, amountCents } })))
  return booked
}
