import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import type { LocalDate } from '../domain/localDate'
import { insertAuditEntries } from '../store/auditLog'
import { insertBatchEvents } from '../store/batchEvents'
import { insertBatch, type BatchSummary, type MovedFrom } from '../store/batches'
import { progressOf, type Report } from '../store/commandProgress'
import { onceForKey } from '../store/idempotentCommands'
import { inTransaction, type Transaction } from '../store/transaction'
import { actorOf } from './actorOf'
import { countsOf, firstOfEachReason, planDue, type LeftCount, type LeftOut, type PlannedDue, type Wanted } from './planDue'
import { writeBatchFile } from './writeBatchFile'

export type CreateBatches = Wanted & {
  readonly idempotencyKey?: string | undefined
  /** Fresh random bytes each time, for the message ids. */
  readonly random: () => Uint8Array
}

export type CreatedBatches = {
  readonly batches: readonly BatchSummary[]
  /** What stayed behind, the first of each reason; all of them are counted in `leftCounts`. */
  readonly left: readonly LeftOut[]
  readonly leftCounts: readonly LeftCount[]
  /** How many moved to another day, and to which. */
  readonly shifted?: { readonly count: number; readonly date: LocalDate } | undefined
}

/**
 * Turns what is due into batches within the bank's limits, each with its file, all or nothing. What has to be at the bank
 * by `until` is due; what ended meanwhile is cancelled rather than collected. Late instructions move to the day that
 * `shiftTo` consents to, else BATCH_TOO_LATE proposes one. The same command under the same idempotency key gives the same
 * answer.
 */
export const createBatches = (req: PayloadRequest, command: CreateBatches): Promise<CreatedBatches> =>
  inTransaction(req, (tx) => {
    const { idempotencyKey: key, creditor, until, instructions, except, shiftTo } = command
    return onceForKey(tx, { key, command: JSON.stringify({ creditor, until, instructions, except, shiftTo }) }, () =>
      batchesOf(tx, command, { actor: actorOf(req), report: progressOf(req, key) }))
  })

type By = { readonly actor: number | null; readonly report: Report }

/** The work itself, in a transaction: lock, plan, place, write, check and keep. */
export async function batchesOf(tx: Transaction, command: CreateBatches, by: By): Promise<CreatedBatches> {
  const planned = await planDue(tx, command, by.actor)
  const { late, earliest, lateDate, left } = planned
  if (late > 0 && (command.shiftTo === undefined || command.shiftTo < earliest)) throw new DomainError('BATCH_TOO_LATE', { count: late, date: earliest })
  const batches = await makeBatches(tx, command, planned, by)
  return { batches, left: firstOfEachReason(left), leftCounts: countsOf(left), ...(late > 0 ? { shifted: { count: late, date: lateDate } } : {}) }
}

async function makeBatches(tx: Transaction, { today, now, random }: CreateBatches, { creditor, ids, plan }: PlannedDue, { actor, report }: By): Promise<readonly BatchSummary[]> {
  const total = plan.files.reduce((sum, { count }) => sum + count, 0)
  let [placed, written] = [0, 0]
  const batches: BatchSummary[] = []
  const movedIn = new Map<number, readonly MovedFrom[]>()
  for (const file of plan.files) {
    const { summary, groups, moved } = await insertBatch(tx, { creditor: creditor.id, messageVersion: creditor.messageVersion, file, ids, today, now, random: random(), user: actor },
      (count) => report({ phase: 'placing', done: placed += count, total }))
    await writeBatchFile(tx, { batch: summary, groups, creditor, now }, (count) => report({ phase: 'writing', done: written += count, total }))
    batches.push(summary)
    movedIn.set(summary.id, moved)
  }
  await insertBatchEvents(tx, actor, batches.map(({ id, instructionCount, totalCents }) => ({ batch: id, kind: 'made', detail: { instructionCount, totalCents, moved: movedIn.get(id) } })))
  await insertAuditEntries(tx, actor, batches.map(({ id, ...changes }) => ({ subject: 'debit-batches', subjectId: id, action: 'create', changes })))
  return batches
}
