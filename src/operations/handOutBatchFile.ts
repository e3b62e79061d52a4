import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import { insertAuditEntries } from '../store/auditLog'
import { batchFile, markSubmitted } from '../store/batchFiles'
import { inTransaction } from '../store/transaction'
import { actorOf } from './actorOf'

export type HandedOutFile = { readonly name: string; readonly bytes: Buffer; readonly sha256: string }

/** Gives the file of a batch, the same bytes each time, and from the first time on counts the batch as submitted. */
export const handOutBatchFile = (req: PayloadRequest, batch: number): Promise<HandedOutFile> =>
  inTransaction(req, async (tx) => {
    const file = await batchFile(tx, batch)
    if (!file) throw new DomainError('BATCH_UNKNOWN')
    const bytes = gunzipSync(file.gzip)
    if (createHash('sha256').update(bytes).digest('hex') !== file.sha256) throw new DomainError('BATCH_FILE_DAMAGED')
    if (await markSubmitted(tx, batch)) {
      await insertAuditEntries(tx, actorOf(req), [{ subject: 'debit-batches', subjectId: batch, action: 'update', changes: { status: { from: 'created', to: 'submitted' } } }])
    }
    return { name: `${file.messageId}.xml`, bytes, sha256: file.sha256 }
  })
