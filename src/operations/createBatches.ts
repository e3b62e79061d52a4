import type { PayloadRequest } from 'payload'
import { earliestCollectionDate, nextBankingDay } from '../domain/bankingDays'
import { planBatches } from '../domain/debitBatch'
import { DomainError } from '../domain/domainError'
import { addDays, addMonths, type LocalDate } from '../domain/localDate'
import type { Cents } from '../domain/money'
import { insertAuditEntries } from '../store/auditLog'
import { insertBatch, type BatchSummary } from '../store/batches'
import { lockCreditor, type Creditor } from '../store/creditors'
import { onceForKey } from '../store/idempotentCommands'
import { cancelStaleInstructions, lockDueInstructions, shiftCollectionDates, type DueInstruction } from '../store/instructions'
import { inTransaction, lockByName, type Transaction } from '../store/transaction'
import { actorOf } from './actorOf'
import { farthestLeadDays, isDueBy } from './collectable'
import { reasonToLeave, type LeaveReason } from './reasonToLeave'
import { writeBatchFile } from './writeBatchFile'

export type CreateBatches = {
  readonly creditor: number
  readonly until: LocalDate
  /** What was ticked; without it everything that is due. */
  readonly instructions?: readonly number[] | undefined
  readonly shiftLate: boolean
  readonly idempotencyKey?: string | undefined
  readonly now: Date
  readonly today: LocalDate
  /** Fresh random bytes each time, for the message ids. */
  readonly random: () => Uint8Array
}

export type LeftOut = { readonly instruction: number; readonly amountCents: Cents; readonly reason: LeaveReason | 'EXCEEDS_BATCH_LIMIT' | 'NO_LONGER_DUE' }
export type CreatedBatches = { readonly batches: readonly BatchSummary[]; readonly left: readonly LeftOut[] }

/**
 * Turns what is due into batches within the bank's limits, each with its file. What has to be at the bank by `until`
 * is due; what ended meanwhile is cancelled rather than collected. Late instructions move to the earliest day that can
 * be met, but only when `shiftLate` says so. The same command under the same idempotency key gives the same answer.
 */
export const createBatches = (req: PayloadRequest, command: CreateBatches): Promise<CreatedBatches> =>
  inTransaction(req, (tx) => {
    const { idempotencyKey: key, creditor, until, instructions, shiftLate } = command
    return onceForKey(tx, { key, command: JSON.stringify({ creditor, until, instructions, shiftLate }) }, () => create(tx, command, actorOf(req)))
  })

async function create(tx: Transaction, command: CreateBatches, actor: number | null): Promise<CreatedBatches> {
  const creditor = await lockCreditor(tx, command.creditor)
  if (!creditor) throw new DomainError('CREDITOR_UNKNOWN')
  const farthest = addMonths(command.today, 12)
  if (command.until > farthest) throw new DomainError('UNTIL_TOO_FAR', { date: farthest })
  await lockByName(tx, 'instructions')
  const cancelled = await cancelStaleInstructions(tx)
  const gone = command.instructions ? cancelled.filter(({ id }) => command.instructions?.includes(id)) : []
  const due = selected(await lockDueInstructions(tx, creditor.id, addDays(command.until, farthestLeadDays)), creditor, command, gone.length)
  const fit = due.filter((one) => reasonToLeave(one) === undefined)
  const unfit = due.flatMap((one): readonly LeftOut[] => leftOut(one, reasonToLeave(one)))
  const plan = planBatches(await onDaysThatCanBeMet(tx, fit, creditor, command), { maxCount: creditor.batchMaxCount, maxAmountCents: creditor.batchMaxAmountCents })
  const batches: BatchSummary[] = []
  for (const batch of plan.batches) {
    const summary = await insertBatch(tx, { creditor: creditor.id, batch, today: command.today, now: command.now, random: command.random(), user: actor })
    await writeBatchFile(tx, { batch: summary, creditor, now: command.now })
    batches.push(summary)
  }
  await insertAuditEntries(tx, actor, batches.map(({ id, ...changes }) => ({ subject: 'debit-batches', subjectId: id, action: 'create', changes })))
  return {
    batches,
    left: [...gone.flatMap((one) => leftOut(one, 'NO_LONGER_DUE')), ...unfit, ...plan.left.flatMap(({ instruction, reason }) => leftOut(instruction, reason))],
  }
}

const leftOut = ({ id, amountCents }: { readonly id: number; readonly amountCents: Cents }, reason: LeftOut['reason'] | undefined): readonly LeftOut[] =>
  (reason === undefined ? [] : [{ instruction: id, amountCents, reason }])

/** What must be delivered by `until`, and of that what was ticked. A ticked one that somebody else took is an error, not a surprise. */
function selected(planned: readonly DueInstruction[], creditor: Creditor, { until, instructions }: CreateBatches, gone: number): readonly DueInstruction[] {
  const due = planned.filter((one) => isDueBy(one.collectionDate, creditor, until))
  const ticked = instructions && new Set(instructions)
  const found = ticked ? due.filter((one) => ticked.has(one.id)) : due
  const taken = ticked ? ticked.size - found.length - gone : 0
  if (taken > 0) throw new DomainError('SELECTION_CHANGED', { count: taken })
  if (found.length === 0 && gone === 0) throw new DomainError('NOTHING_TO_COLLECT')
  return found
}

/** Every collection date on a banking day that the bank can still make; late ones move only with consent (domain §8.4). */
async function onDaysThatCanBeMet(tx: Transaction, due: readonly DueInstruction[], creditor: Creditor, { shiftLate, today }: CreateBatches): Promise<readonly DueInstruction[]> {
  const earliest = earliestCollectionDate(today, creditor.deliveryLeadDays)
  const late = due.filter((one) => nextBankingDay(one.collectionDate) < earliest)
  if (late.length > 0 && !shiftLate) throw new DomainError('BATCH_TOO_LATE', { count: late.length, date: earliest })
  const dated = due.map((one) => {
    const bankingDay = nextBankingDay(one.collectionDate)
    return { ...one, collectionDate: bankingDay < earliest ? earliest : bankingDay }
  })
  await shiftCollectionDates(tx, dated)
  return dated
}
