import type { PayloadRequest } from 'payload'
import { earliestCollectionDate } from '../domain/bankingDays'
import { DomainError } from '../domain/domainError'
import type { LocalDate } from '../domain/localDate'
import { insertAuditEntries } from '../store/auditLog'
import { creditorById } from '../store/creditors'
import { insertRetry, lockFailedInstruction } from '../store/retries'
import { inTransaction } from '../store/transaction'
import { actorOf } from './actorOf'
import { momentOf } from './planDue'

export type Retry = { readonly instruction: number; readonly collectionDate: LocalDate }

/**
 * Plans what was refused or returned once more, on the earliest day that the bank can make: a new instruction that names
 * the first (R-STO-4). Never for a reason that forbids it, under an ended mandate, twice, or beyond what is open.
 */
export const retryInstruction = (req: PayloadRequest, { instruction, today, now }: { readonly instruction: number; readonly today: LocalDate; readonly now: Date }): Promise<Retry> =>
  inTransaction(req, async (tx) => {
    const failed = await lockFailedInstruction(tx, instruction)
    if (!failed) throw new DomainError('INSTRUCTION_UNKNOWN')
    if (!['rejected', 'returned'].includes(failed.status) || failed.isRetried || !failed.isMandateActive || !failed.isGroupBooked) throw new DomainError('RETRY_NOT_ALLOWED')
    if (failed.mayRetry === false) throw new DomainError('RETRY_REASON_FORBIDS', { reason: failed.reason ?? '' })
    if (failed.openCents !== undefined && failed.openCents < failed.amountCents) throw new DomainError('RETRY_NOTHING_OPEN')
    const creditor = await creditorById(tx, failed.creditor)
    if (!creditor) throw new DomainError('CREDITOR_UNKNOWN')
    const collectionDate = earliestCollectionDate(momentOf({ today, now }), creditor)
    const again = await insertRetry(tx, instruction, collectionDate)
    await insertAuditEntries(tx, actorOf(req), [{ subject: 'debit-instructions', subjectId: again, action: 'create', changes: { retryOf: instruction, collectionDate } }])
    return { instruction: again, collectionDate }
  })
