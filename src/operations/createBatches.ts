import type { PayloadRequest } from 'payload'
import { earliestCollectionDate, latestDeliveryDate, nextBankingDay } from '../domain/bankingDays'
import { planBatches } from '../domain/debitBatch'
import { DomainError } from '../domain/domainError'
import { addDays, addMonths, type LocalDate } from '../domain/localDate'
import { isDormant } from '../domain/mandate'
import { sumCents, type Cents } from '../domain/money'
import { batchesByIdempotencyKey, insertBatch, type BatchSummary } from '../store/batches'
import { lockCreditor, type Creditor } from '../store/creditors'
import { cancelStaleInstructions, lockDueInstructions, shiftCollectionDates, type DueInstruction } from '../store/instructions'
import { inTransaction, lockByName, type Transaction } from '../store/transaction'
import { farthestLeadDays } from './collectable'
import { writeBatchFile } from './writeBatchFile'

export type CreateBatches = {
  readonly creditor: number
  readonly until: LocalDate
  readonly instructions?: readonly number[] | undefined
  readonly shiftLate: boolean
  readonly idempotencyKey?: string | undefined
  readonly now: Date
  readonly today: LocalDate
  /** Fresh random bytes each time, for the message ids. */
  readonly random: () => Uint8Array
}

export type LeftOut = { readonly instruction: number; readonly amountCents: Cents; readonly reason: 'EXCEEDS_BATCH_LIMIT' | 'MANDATE_DORMANT' }
export type CreatedBatches = { readonly batches: readonly BatchSummary[]; readonly left: readonly LeftOut[] }

/**
 * Turns what is due into batches within the bank's limits, each with its file. What has to be at the bank by `until`
 * is due; what ended meanwhile is cancelled rather than collected. Late instructions move to the earliest day that can
 * be met, but only when `shiftLate` says so. The same idempotency key gives the same batches.
 */
export const createBatches = (req: PayloadRequest, command: CreateBatches): Promise<CreatedBatches> =>
  inTransaction(req, async (tx) => {
    const creditor = await lockCreditor(tx, command.creditor)
    if (!creditor) throw new DomainError('CREDITOR_UNKNOWN')
    if (command.until > addMonths(command.today, 12)) throw new DomainError('UNTIL_TOO_FAR', { date: addMonths(command.today, 12) })
    const known = command.idempotencyKey ? await batchesByIdempotencyKey(tx, command.idempotencyKey) : []
    if (known.length > 0) return { batches: known, left: [] }
    await lockByName(tx, 'instructions')
    await cancelStaleInstructions(tx)
    const due = selected(await lockDueInstructions(tx, creditor.id, addDays(command.until, farthestLeadDays)), creditor, command)
    if (due.length === 0) throw new DomainError('NOTHING_TO_COLLECT')
    const { usable, dormant } = withoutDormant(due)
    const plan = planBatches(await onDaysThatCanBeMet(tx, usable, creditor, command), { maxCount: creditor.batchMaxCount, maxAmountCents: creditor.batchMaxAmountCents })
    const user = req.user ? Number(req.user.id) : null
    const batches: BatchSummary[] = []
    for (const batch of plan.batches) {
      const summary = await insertBatch(tx, { creditor: creditor.id, batch, idempotencyKey: command.idempotencyKey, today: command.today, now: command.now, random: command.random(), user })
      await writeBatchFile(tx, { batch: summary, creditor, now: command.now })
      batches.push(summary)
    }
    return { batches, left: [...dormant, ...plan.left.map(({ instruction, reason }) => ({ instruction: instruction.id, amountCents: instruction.amountCents, reason }))] }
  })

/** What must be delivered by `until`, and of that what was ticked. A ticked one that is gone meanwhile is an error, not a surprise. */
function selected(planned: readonly DueInstruction[], creditor: Creditor, { until, instructions }: CreateBatches): readonly DueInstruction[] {
  const due = planned.filter((one) => latestDeliveryDate(nextBankingDay(one.collectionDate), creditor.deliveryLeadDays) <= until)
  if (!instructions) return due
  const ticked = new Set(instructions)
  const found = due.filter((one) => ticked.has(one.id))
  if (found.length < ticked.size) throw new DomainError('SELECTION_CHANGED', { count: ticked.size - found.length })
  return found
}

function withoutDormant(due: readonly DueInstruction[]): { usable: readonly DueInstruction[]; dormant: readonly LeftOut[] } {
  const sleeps = (one: DueInstruction) => isDormant(one.mandateSignedOn, one.mandateLastUsedOn, one.collectionDate)
  return {
    usable: due.filter((one) => !sleeps(one)),
    dormant: due.filter(sleeps).map((one) => ({ instruction: one.id, amountCents: one.amountCents, reason: 'MANDATE_DORMANT' })),
  }
}

/** Every collection date on a banking day that the bank can still make; late ones move only with consent (domain §8.4). */
async function onDaysThatCanBeMet(tx: Transaction, due: readonly DueInstruction[], creditor: Creditor, { shiftLate, today }: CreateBatches): Promise<readonly DueInstruction[]> {
  const earliest = earliestCollectionDate(today, creditor.deliveryLeadDays)
  const late = due.filter((one) => nextBankingDay(one.collectionDate) < earliest)
  if (late.length > 0 && !shiftLate) {
    throw new DomainError('BATCH_TOO_LATE', { count: late.length, date: earliest, euro: sumCents(late.map((one) => one.amountCents)) / 100 })
  }
  const dated = due.map((one) => {
    const bankingDay = nextBankingDay(one.collectionDate)
    return { ...one, collectionDate: bankingDay < earliest ? earliest : bankingDay }
  })
  await shiftCollectionDates(tx, dated)
  return dated
}
