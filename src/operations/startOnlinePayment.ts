import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import type { Cents } from '../domain/money'
import type { OnlineStatus } from '../domain/onlinePayment'
import type { OnlineMethod } from '../online/provider'
import { insertAuditEntries } from '../store/auditLog'
import { insertOnlinePayment, lockOnlinePaymentOf, lockProvider, payableOf, type OnlineTarget } from '../store/onlinePayments'
import { inTransaction, type Transaction } from '../store/transaction'
import { actorOf } from './actorOf'
import { linkPayment } from './linkOnlinePayment'

export type StartOnlinePayment = {
  readonly provider: string
  /** How the provider knows it. */
  readonly reference: string
  readonly method: OnlineMethod
  readonly amountCents: Cents
  readonly target: OnlineTarget
  readonly payer?: number | undefined
  readonly description: string
}

export type StartedPayment = { readonly id: number; readonly status: OnlineStatus }

/**
 * Somebody is about to pay: what it is for is known from the beginning (R-ONL-1). Asked again it is the same payment; a message of
 * the provider that was quicker is linked to it.
 * @throws DomainError ONLINE_TARGET_GONE, ONLINE_MORE_THAN_OPEN, ONLINE_REFERENCE_DUPLICATE
 */
export const startOnlinePayment = (req: PayloadRequest, command: StartOnlinePayment): Promise<StartedPayment> =>
  inTransaction(req, async (tx) => {
    const { provider, reference, method, amountCents, target, payer, description } = command
    await lockProvider(tx, provider)
    const known = await lockOnlinePaymentOf(tx, provider, reference)
    if (known && known.amountCents !== amountCents) throw new DomainError('ONLINE_REFERENCE_DUPLICATE', { reference })
    if (known?.target && !isSame(known.target, target)) throw new DomainError('ONLINE_REFERENCE_DUPLICATE', { reference })
    if (known?.target) return { id: known.id, status: known.status }
    if (!known) await requirePayable(tx, target, amountCents)
    const payment = known ?? await insertOnlinePayment(tx, { provider, reference, method, amountCents, description })
    await insertAuditEntries(tx, actorOf(req), [{ subject: 'online-payments', subjectId: payment.id, action: known ? 'update' : 'create', changes: { provider, reference, amountCents } }])
    await linkPayment(tx, { payment, target, payer, method, description, actor: actorOf(req) })
    return { id: payment.id, status: payment.status }
  })

async function requirePayable(tx: Transaction, target: OnlineTarget, amountCents: Cents): Promise<void> {
  const payable = await payableOf(tx, target)
  if (!payable) throw new DomainError('ONLINE_TARGET_GONE')
  if (payable.openCents !== undefined && amountCents > payable.openCents) throw new DomainError('ONLINE_MORE_THAN_OPEN', { openCents: payable.openCents })
}

const isSame = (one: OnlineTarget, other: OnlineTarget): boolean => one.kind === other.kind && one.id === other.id
