import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import type { LocalDate } from '../domain/localDate'
import type { RetryRefusal } from '../domain/planRetries'
import { inTransaction } from '../store/transaction'
import { actorOf } from './actorOf'
import { planAgain } from './retryInstructions'

export type Retry = { readonly instruction: number; readonly collectionDate: LocalDate }

/** What the bank, the clock or somebody else decided meanwhile is told in one sentence. */
const notAllowed: readonly RetryRefusal[] = ['RETRY_NOT_FAILED', 'RETRY_DONE_ALREADY', 'RETRY_BEFORE_TOTAL', 'RETRY_MANDATE_ENDED', 'MANDATE_BLOCKED']

/**
 * Plans one debit that was refused or returned once more, as `retryInstructions` does for many; what may not be tried again is refused.
 * @throws DomainError INSTRUCTION_UNKNOWN, RETRY_NOT_ALLOWED, or another RetryRefusal
 */
export const retryInstruction = (req: PayloadRequest, { instruction, ...when }: { readonly instruction: number; readonly today: LocalDate; readonly now: Date }): Promise<Retry> =>
  inTransaction(req, async (tx) => {
    const { again: [again], left: [left] } = await planAgain(tx, actorOf(req), { instructions: [instruction], ...when })
    if (again) return { instruction: again.id, collectionDate: again.collectionDate }
    if (!left) throw new DomainError('INSTRUCTION_UNKNOWN')
    throw new DomainError(notAllowed.includes(left.reason) ? 'RETRY_NOT_ALLOWED' : left.reason, { reason: left.debit.reason ?? '' })
  })
