import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import { insertAuditEntries } from '../store/auditLog'
import { insertBatchEvents } from '../store/batchEvents'
import { batchFile } from '../store/batchFiles'
import { lockBatch, setBatchStatus, submitInstructions } from '../store/batchLife'
import { countStale } from '../store/staleBatches'
import { inTransaction } from '../store/transaction'
import { actorOf } from './actorOf'

export type HandedOutFile = { readonly name: string; readonly bytes: Buffer; readonly sha256: string }

/**
 * Gives the file of a batch, the same bytes each time. Whoever has the file may have given it to the bank, so from the
 * first time on its instructions count as submitted; who fetched it stands in the history of the batch. What may not go
 * out any more holds up that first time: BATCH_STALE says to make the batch anew.
 */
export const handOutBatchFile = (req: PayloadRequest, id: number): Promise<HandedOutFile> =>
  inTransaction(req, async (tx) => {
    const batch = await lockBatch(tx, id)
    const file = await batchFile(tx, id)
    if (!batch || !file) throw new DomainError('BATCH_UNKNOWN')
    if (batch.status === 'cancelled') throw new DomainError('BATCH_CANCELLED')
    const bytes = gunzipSync(file.gzip)
    if (createHash('sha256').update(bytes).digest('hex') !== file.sha256) throw new DomainError('BATCH_FILE_DAMAGED')
    const actor = actorOf(req)
    if (batch.status === 'created') {
      const stale = await countStale(tx, id)
      if (stale > 0) throw new DomainError('BATCH_STALE', { count: stale })
      await setBatchStatus(tx, id, 'downloaded')
      await submitInstructions(tx, id)
      await insertAuditEntries(tx, actor, [{ subject: 'debit-batches', subjectId: id, action: 'update', changes: { status: { from: 'created', to: 'downloaded' } } }])
    }
    await insertBatchEvents(tx, actor, [{ batch: id, kind: 'downloaded', detail: { sha256: file.sha256 } }])
    return { name: `${file.messageId}.xml`, bytes, sha256: file.sha256 }
  })
