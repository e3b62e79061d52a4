import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import type { LocalDate } from '../domain/localDate'
import { acceptingStatuses, refusedBy } from '../domain/statusReport'
import { readPain002, type StatusReport } from '../formats/pain002'
import { insertAuditEntries } from '../store/auditLog'
import { insertBatchEvents } from '../store/batchEvents'
import { hasLiveRetries, lockBatch, reopenRefusedGroups, setBatchStatus, submitInstructions, type LockedBatch } from '../store/batchLife'
import { lockInstructions } from '../store/instructions'
import { batchOfReport, insertReport, instructionsOfGroups, isAcceptedBefore, refuseAtBank, reportBySha256, type RefusedLine } from '../store/statusReports'
import { inTransaction, lockBank, type Transaction } from '../store/transaction'
import { actorOf } from './actorOf'
import { matchOpenLines, type Matched } from './matchOpenLines'
import { putBack } from './moveBatch'

type ReportFile = { readonly fileName: string; readonly text: string; readonly today: LocalDate }

export type ImportedReport = {
  readonly batch: number
  /** The same file was read before: nothing changed. */
  readonly isKnown: boolean
  /** The bank refused the file as a whole: everything in it is planned again. */
  readonly isWhole: boolean
  readonly refused: number
  /** What does not fit what is known here: a refusal of something collected already or of nothing in this batch, or a file that the bank had before. */
  readonly conflicts: number
  readonly matched?: Matched | undefined
}

/**
 * Reads what the bank answered to a file (pain.002, sepa §10.3). Instructions that it refuses are marked so, and the total
 * that is expected of the bank falls by them; a file refused as a whole is taken back, to be made anew with another
 * message id. Whatever the bank says of a file, it has it. What contradicts what is known is counted and kept for a
 * person. The same file twice changes nothing. Throws REPORT_TOO_LARGE and REPORT_OF_UNKNOWN_BATCH.
 */
export const importStatusReport = (req: PayloadRequest, file: ReportFile): Promise<ImportedReport> =>
  inTransaction(req, async (tx) => {
    if (file.text.length > longestReport) throw new DomainError('REPORT_TOO_LARGE', { most: longestReport / 1_000_000 })
    await lockInstructions(tx)
    await lockBank(tx)
    const sha256 = createHash('sha256').update(file.text).digest('hex')
    const known = await reportBySha256(tx, sha256)
    if (known) return { batch: known.batch ?? 0, isKnown: true, isWhole: known.isWhole, refused: known.refused, conflicts: known.conflicts }
    const report = readPain002(file.text)
    const batch = await theBatch(tx, report)
    const outcome = await take(tx, req, { report, batch, today: file.today })
    const actor = actorOf(req)
    await insertReport(tx, { fileName: file.fileName, sha256, messageId: report.messageId, batch: batch.id, groupStatus: report.groupStatus, ...outcome, result: { ...report, isWhole: outcome.isWhole }, user: actor })
    await insertBatchEvents(tx, actor, [{ batch: batch.id, kind: 'reported', detail: { fileName: file.fileName, groupStatus: report.groupStatus, refused: outcome.refused, conflicts: outcome.conflicts } }])
    await insertAuditEntries(tx, actor, [{ subject: 'debit-batches', subjectId: batch.id, action: 'update', changes: { statusReport: file.fileName } }])
    return { batch: batch.id, isKnown: false, ...outcome, matched: await matchOpenLines(tx) }
  })

/** What a bank says of the largest file there is, with room to spare. */
export const longestReport = 100_000_000

async function theBatch(tx: Transaction, report: StatusReport): Promise<LockedBatch> {
  const ids = report.groups.flatMap(({ originalPaymentInformationId }) => originalPaymentInformationId ?? [])
  const id = await batchOfReport(tx, report.originalMessageId, ids)
  const batch = id === undefined ? undefined : await lockBatch(tx, id)
  if (!batch) throw new DomainError('REPORT_OF_UNKNOWN_BATCH', { id: report.originalMessageId ?? ids[0] ?? '-' })
  return batch
}

type Taking = { readonly report: StatusReport; readonly batch: LockedBatch; readonly today: LocalDate }
type Outcome = Pick<ImportedReport, 'isWhole' | 'refused' | 'conflicts'>

async function take(tx: Transaction, req: PayloadRequest, { report, batch, today }: Taking): Promise<Outcome> {
  const refused = refusedBy(report)
  if (refused.file && await canBeTakenBack(tx, batch)) return takeBack(tx, req, batch, refused.file.reason)
  if (batch.status === 'cancelled') return { isWhole: false, refused: 0, conflicts: Math.max(1, refused.instructions.length + refused.nameless) }
  await countAsSent(tx, req, batch)
  const reasons = new Map([...refused.instructions, ...await instructionsOfGroups(tx, batch.id, refused.groups)].map(({ endToEndId, reason }) => [endToEndId, reason]))
  const named = await refuseAtBank(tx, batch.id, [...reasons].map(([endToEndId, reason]) => ({ endToEndId, reason })), today)
  const now = named.filter(({ status }) => status === 'submitted')
  await insertBatchEvents(tx, actorOf(req), now.map(({ id, endToEndId }) => ({ batch: batch.id, kind: 'refused', instruction: id, detail: { reason: reasons.get(endToEndId), report: report.messageId } })))
  const unfit = refused.nameless + refused.repeated + (refused.file ? 1 : 0)
  return { isWhole: false, refused: now.length, conflicts: named.filter(contradicts).length + (reasons.size - named.length) + unfit }
}

/** Refused, while it was collected or came back already. */
const contradicts = ({ status }: RefusedLine): boolean => status === 'collected' || status === 'returned'

/** Nothing of a file that was refused as a whole reached a debtor, unless the bank said or did otherwise before, or it was tried again already. */
async function canBeTakenBack(tx: Transaction, batch: LockedBatch): Promise<boolean> {
  if (batch.status === 'cancelled') return true
  return !batch.isBooked && !await isAcceptedBefore(tx, batch.id, acceptingStatuses) && !await hasLiveRetries(tx, batch.id)
}

async function takeBack(tx: Transaction, req: PayloadRequest, batch: LockedBatch, reason: string | undefined): Promise<Outcome> {
  if (batch.status === 'cancelled') return { isWhole: true, refused: 0, conflicts: 0 }
  await reopenRefusedGroups(tx, batch.id)
  return { isWhole: true, refused: await putBack(tx, req, batch, { refusedByBank: reason ?? true }), conflicts: 0 }
}

/** A bank that answers has the file, whether or not anybody said that it was sent. */
async function countAsSent(tx: Transaction, req: PayloadRequest, batch: LockedBatch): Promise<void> {
  if (batch.status !== 'created' && batch.status !== 'downloaded') return
  await submitInstructions(tx, batch.id)
  await setBatchStatus(tx, batch.id, 'submitted')
  await insertBatchEvents(tx, actorOf(req), [{ batch: batch.id, kind: 'submitted' }])
}
