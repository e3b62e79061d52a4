import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import { insertAuditEntries } from '../store/auditLog'
import { lockInstructions } from '../store/instructions'
import { lockMandate, setBlocked } from '../store/mandates'
import { inTransaction } from '../store/transaction'
import { actorOf } from './actorOf'

export type MandateNow = { readonly status: 'active' | 'blocked' }

/**
 * Blocks a mandate for a reason: what is planned stays, and is left out of batches until somebody unblocks it.
 * @throws DomainError MANDATE_UNKNOWN, MANDATE_ENDED_STAYS, MANDATE_BLOCKED_ALREADY
 */
export const blockMandate = (req: PayloadRequest, { mandate, reason }: { readonly mandate: number; readonly reason: string }): Promise<MandateNow> =>
  setStatus(req, mandate, { status: 'blocked', reason: reason.trim() })

/**
 * Lets a blocked mandate be collected with again.
 * @throws DomainError MANDATE_UNKNOWN, MANDATE_ENDED_STAYS, MANDATE_NOT_BLOCKED
 */
export const unblockMandate = (req: PayloadRequest, mandate: number): Promise<MandateNow> => setStatus(req, mandate, { status: 'active' })

const setStatus = (req: PayloadRequest, id: number, { status, reason }: MandateNow & { readonly reason?: string }): Promise<MandateNow> =>
  inTransaction(req, async (tx) => {
    await lockInstructions(tx)
    const mandate = await lockMandate(tx, id)
    if (!mandate) throw new DomainError('MANDATE_UNKNOWN')
    if (mandate.status === 'terminated') throw new DomainError('MANDATE_ENDED_STAYS')
    if (mandate.status === status) throw new DomainError(status === 'blocked' ? 'MANDATE_BLOCKED_ALREADY' : 'MANDATE_NOT_BLOCKED')
    await setBlocked(tx, id, reason)
    await insertAuditEntries(tx, actorOf(req), [{ subject: 'mandates', subjectId: id, action: 'update', changes: { status: { from: mandate.status, to: status }, ...(reason && { blockReason: reason }) } }])
    return { status }
  })
