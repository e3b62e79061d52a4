import type { PayloadRequest } from 'payload'
import { earliestCollectionDate } from '../domain/bankingDays'
import { DomainError } from '../domain/domainError'
import type { LocalDate } from '../domain/localDate'
import { returnReason, returnReasons } from '../domain/returnReasons'
import { insertAuditEntries } from '../store/auditLog'
import { insertRetry, lockFailedInstruction } from '../store/retries'
import { inTransaction } from '../store/transaction'
import { actorOf } from './actorOf'

export type Retry = { readonly instruction: number; readonly collectionDate: LocalDate }

/**
 * Plans what was refused or returned once more, on the earliest day that the bank can make: a new instruction that names
 * the first (R-STO-4). Never for a reason that forbids it, under an ended mandate, twice, or beyond what is open.
 */
export const retryInstruction = (req: PayloadRequest, { instruction, today }: { readonly instruction: number; readonly today: LocalDate }): Promise<Retry> =>
  inTransaction(req, async (tx) => {
    const failed = await lockFailedInstruction(tx, instruction)
    if (!failed) throw new DomainError('INSTRUCTION_UNKNOWN')
    if (!['rejected', 'returned'].includes(failed.status) || failed.isRetried || !failed.isMandateActive || !failed.isGroupBooked) throw new DomainError('RETRY_NOT_ALLOWED')
    if (failed.reason !== null && returnReasons.has(failed.reason) && !returnReason(failed.reason).retry) {
      throw new DomainError('RETRY_REASON_FORBIDS', { reason: failed.reason })
    }
    if (failed.openCents !== undefined && failed.openCents < failed.amountCents) throw new DomainError('RETRY_NOTHING_OPEN')
    const collectionDate = earliestCollectionDate(today, failed.deliveryLeadDays)
    const again = await insertRetry(tx, instruction, collectionDate)
    await insertAuditEntries(tx, actorOf(req), [{ subject: 'debit-instructions', subjectId: again, action: 'create', changes: { retryOf: instruction, collectionDate } }])
    return { instruction: again, collectionDate }
  })
