import type { PayloadRequest } from 'payload'
import { earliestCollectionDate } from '../domain/bankingDays'
import { DomainError } from '../domain/domainError'
import type { LocalDate } from '../domain/localDate'
import { mayRetry } from '../domain/mayRetry'
import { insertAuditEntries } from '../store/auditLog'
import { creditorById } from '../store/creditors'
import { followSubscriptions } from '../store/followSubscriptions'
import { lockInstructions } from '../store/instructions'
import { insertRetry, lockFailedInstruction, type FailedInstruction } from '../store/retries'
import { inTransaction } from '../store/transaction'
import { actorOf } from './actorOf'
import { momentOf } from './planDue'

export type Retry = { readonly instruction: number; readonly collectionDate: LocalDate }

/**
 * Plans what was refused or returned once more, on the earliest day that the bank can make: a new instruction that names
 * the first (R-STO-4). Never for a reason that forbids it, twice, beyond what is open, or from another account holder than
 * whom it was collected from: only while its pledge or invoice is still paid by direct debit under an active mandate.
 * @throws DomainError INSTRUCTION_UNKNOWN, RETRY_NOT_ALLOWED, RETRY_REASON_FORBIDS, RETRY_REASON_UNKNOWN, RETRY_BY_TRANSFER, RETRY_OTHER_PAYER,
 * RETRY_NOTHING_OPEN, CREDITOR_UNKNOWN
 */
export const retryInstruction = (req: PayloadRequest, { instruction, today, now }: { readonly instruction: number; readonly today: LocalDate; readonly now: Date }): Promise<Retry> =>
  inTransaction(req, async (tx) => {
    await lockInstructions(tx)
    await followSubscriptions(tx, actorOf(req), { instruction })
    const failed = await lockFailedInstruction(tx, instruction)
    if (!failed) throw new DomainError('INSTRUCTION_UNKNOWN')
    refuseRetry(failed)
    const creditor = await creditorById(tx, failed.creditor)
    if (!creditor) throw new DomainError('CREDITOR_UNKNOWN')
    const collectionDate = earliestCollectionDate(momentOf({ today, now }), creditor)
    const again = await insertRetry(tx, instruction, collectionDate)
    await insertAuditEntries(tx, actorOf(req), [{ subject: 'debit-instructions', subjectId: again, action: 'create', changes: { retryOf: instruction, collectionDate } }])
    return { instruction: again, collectionDate }
  })

function refuseRetry(failed: FailedInstruction): void {
  if (!['rejected', 'returned'].includes(failed.status) || failed.isRetried || !failed.isGroupBooked) throw new DomainError('RETRY_NOT_ALLOWED')
  const verdict = mayRetry(failed)
  if (verdict !== 'yes') throw new DomainError(verdict === 'forbidden' ? 'RETRY_REASON_FORBIDS' : 'RETRY_REASON_UNKNOWN', { reason: failed.reason ?? '' })
  if (failed.paidNow !== 'activeMandate') throw new DomainError(sentences[failed.paidNow])
  if (failed.openCents !== undefined && failed.openCents < failed.amountCents) throw new DomainError('RETRY_NOTHING_OPEN')
}

const sentences = { mandateNotActive: 'RETRY_NOT_ALLOWED', transfer: 'RETRY_BY_TRANSFER', otherPayer: 'RETRY_OTHER_PAYER' } as const
