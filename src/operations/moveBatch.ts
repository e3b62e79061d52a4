import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import { idRanges } from '../domain/idRanges'
import { insertAuditEntries } from '../store/auditLog'
import { insertBatchEvents, type BatchEventKind } from '../store/batchEvents'
import { freeInstructions, lockBatch, setBatchStatus, type BatchStatus, type LockedBatch } from '../store/batchLife'
import { cancelStaleInstructions, lockInstructions } from '../store/instructions'
import { inTransaction, type Transaction } from '../store/transaction'
import { actorOf } from './actorOf'

/** The file was given to the bank: from now on the batch is not cancelled any more. */
export const submitBatch = (req: PayloadRequest, id: number): Promise<{ readonly status: BatchStatus }> =>
  inTransaction(req, async (tx) => {
    const batch = await found(tx, id)
    if (batch.status !== 'downloaded') throw new DomainError(whyNotSubmitted[batch.status])
    return moveTo(tx, req, batch, { status: 'submitted', kind: 'submitted' })
  })

const whyNotSubmitted = { created: 'BATCH_NOT_DOWNLOADED', submitted: 'BATCH_SENT_ALREADY', processed: 'BATCH_ALREADY_PROCESSED', cancelled: 'BATCH_CANCELLED' } as const

/** It was not given to the bank after all. Possible as long as the bank has answered nothing about it. */
export const undoSubmission = (req: PayloadRequest, id: number): Promise<{ readonly status: BatchStatus }> =>
  inTransaction(req, async (tx) => {
    const batch = await found(tx, id)
    if (batch.status !== 'submitted') throw new DomainError('BATCH_NOT_SENT')
    if (batch.isAnswered) throw new DomainError('BATCH_ANSWERED')
    return moveTo(tx, req, batch, { status: 'downloaded', kind: 'submissionUndone' })
  })

/**
 * Takes back a batch that did not go to the bank: everything in it is planned again, as it was, with the end-to-end ids
 * that it had, and mandates are as they were; what ended meanwhile is called off. The file stays for the record and is not
 * handed out any more. Once fetched it is only taken back when somebody says that it was not sent (`isNotSent`).
 */
export const cancelBatch = (req: PayloadRequest, id: number, { isNotSent, reason }: { readonly isNotSent: boolean; readonly reason?: string | undefined }): Promise<{ readonly freed: number }> =>
  inTransaction(req, async (tx) => {
    await lockInstructions(tx)
    const batch = await found(tx, id)
    if (batch.status === 'cancelled') throw new DomainError('BATCH_CANCELLED')
    if (batch.status === 'processed' || batch.isAnswered) throw new DomainError('BATCH_ANSWERED')
    if (batch.status === 'submitted') throw new DomainError('BATCH_SENT_ALREADY')
    if (batch.status === 'downloaded' && !isNotSent) throw new DomainError('BATCH_MAYBE_SENT')
    return { freed: await putBack(tx, req, batch, { reason }) }
  })

/** Frees everything of a batch that will not be collected, and cancels the batch. Returns how many instructions were freed. */
export async function putBack(tx: Transaction, req: PayloadRequest, batch: LockedBatch, detail: object): Promise<number> {
  await setBatchStatus(tx, batch.id, 'cancelled')
  const freed = await freeInstructions(tx, batch.id)
  await tell(tx, req, batch, { status: 'cancelled', kind: 'cancelled', detail: { ...detail, freed: idRanges(freed) } })
  await cancelStaleInstructions(tx, actorOf(req))
  return freed.length
}

async function found(tx: Transaction, id: number): Promise<LockedBatch> {
  const batch = await lockBatch(tx, id)
  if (!batch) throw new DomainError('BATCH_UNKNOWN')
  return batch
}

type Move = { readonly status: BatchStatus; readonly kind: BatchEventKind; readonly detail?: object }

async function moveTo(tx: Transaction, req: PayloadRequest, batch: LockedBatch, move: Move): Promise<{ readonly status: BatchStatus }> {
  await setBatchStatus(tx, batch.id, move.status)
  await tell(tx, req, batch, move)
  return { status: move.status }
}

async function tell(tx: Transaction, req: PayloadRequest, batch: LockedBatch, { status, kind, detail }: Move): Promise<void> {
  const actor = actorOf(req)
  await insertBatchEvents(tx, actor, [{ batch: batch.id, kind, detail }])
  await insertAuditEntries(tx, actor, [{ subject: 'debit-batches', subjectId: batch.id, action: 'update', changes: { status: { from: batch.status, to: status } } }])
}
