import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import { canBecome } from '../domain/instructionStatus'
import type { LocalDate } from '../domain/localDate'
import { insertAuditEntries } from '../store/auditLog'
import { insertBatchEvents } from '../store/batchEvents'
import { reopenRefusedGroups, setBatchStatus } from '../store/batchLife'
import { lockInstruction, setRejected, setSubmittedAgain } from '../store/refusals'
import { inTransaction, type Transaction } from '../store/transaction'
import { actorOf } from './actorOf'
import { matchOpenLines, type Matched } from './matchOpenLines'

type Refusal = { readonly instruction: number; readonly reason: string; readonly today: LocalDate }

/**
 * The bank dropped this instruction from the batch and told so outside its files. What it was for is open again, less is
 * expected of the bank, and a total line that waited for that is processed at once (domain §8.5).
 */
export const refuseInstruction = (req: PayloadRequest, refusal: Refusal): Promise<Matched> =>
  inTransaction(req, async (tx) => {
    await refuseOne(tx, req, refusal)
    return matchOpenLines(tx)
  })

/** As `refuseInstruction`, without looking whether a total waited for it. */
export async function refuseOne(tx: Transaction, req: PayloadRequest, { instruction, reason, today }: Refusal): Promise<void> {
  const found = await lockInstruction(tx, instruction)
  if (!found) throw new DomainError('INSTRUCTION_UNKNOWN')
  if (found.groupStatus === 'processed') throw new DomainError('BATCH_ALREADY_PROCESSED')
  if (!canBecome(found.status, 'rejected')) throw new DomainError('INSTRUCTION_NOT_AT_BANK')
  await setRejected(tx, instruction, reason, today)
  // A bank that refuses has the file, whether or not anybody said that it was sent.
  if (found.batchStatus === 'downloaded' && found.batch !== null) {
    await setBatchStatus(tx, found.batch, 'submitted')
    await insertBatchEvents(tx, actorOf(req), [{ batch: found.batch, kind: 'submitted' }])
  }
  if (found.batch !== null) await insertBatchEvents(tx, actorOf(req), [{ batch: found.batch, kind: 'refused', instruction, detail: { reason } }])
  await insertAuditEntries(tx, actorOf(req), [{ subject: 'debit-instructions', subjectId: instruction, action: 'update', changes: { status: { from: 'submitted', to: 'rejected' }, returnReason: reason } }])
}

/**
 * The refusal was a mistake: the instruction is at the bank again. Possible until the bank's total was booked, also where
 * nothing was waited for any more because all was refused; not once it was tried again.
 */
export const undoRefusal = (req: PayloadRequest, instruction: number): Promise<Matched> =>
  inTransaction(req, async (tx) => {
    await undoRefusalOfOne(tx, req, instruction)
    return matchOpenLines(tx)
  })

/** As `undoRefusal`, without looking whether a total waited for it. */
export async function undoRefusalOfOne(tx: Transaction, req: PayloadRequest, instruction: number): Promise<void> {
  const found = await lockInstruction(tx, instruction)
  if (found?.status !== 'rejected') throw new DomainError('INSTRUCTION_NOT_REJECTED')
  if (found.isGroupPaid) throw new DomainError('BATCH_ALREADY_PROCESSED')
  if (found.groupStatus === 'processed' && found.batch !== null && found.group !== null) await reopenRefusedGroups(tx, found.batch, found.group)
  await setSubmittedAgain(tx, instruction)
  if (found.batch !== null) await insertBatchEvents(tx, actorOf(req), [{ batch: found.batch, kind: 'refusalUndone', instruction }])
  await insertAuditEntries(tx, actorOf(req), [{ subject: 'debit-instructions', subjectId: instruction, action: 'update', changes: { status: { from: 'rejected', to: 'submitted' } } }])
}
