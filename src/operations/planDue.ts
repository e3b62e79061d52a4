import { earliestCollectionDate, lastCollectionDateDueBy, nextBankingDay, type Moment } from '../domain/bankingDays'
import { planBatches } from '../domain/batchPlan'
import type { BatchPlan, LimitReason } from '../domain/debitBatch'
import { DomainError } from '../domain/domainError'
import { addMonths, amsterdamDateTime, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import { lockCreditor, type Creditor } from '../store/creditors'
import { dueSums, eachDueInstruction, usedLimits, type Selection } from '../store/dueInstructions'
import { cancelStaleInstructions, lockInstructions, type Cancelled } from '../store/instructions'
import { plannedButPaid } from '../store/paidCancelled'
import type { Transaction } from '../store/transaction'
import { dueColumns } from './dueColumns'
import type { LeaveReason } from './reasonToLeave'

/** What is asked to be collected: everything that has to be at the bank by `until`, or what was chosen of it. */
export type Wanted = Selection & {
  readonly creditor: number
  readonly until: LocalDate
  /** What was on screen when everything, or everything but some, was chosen: another count or sum is told rather than collected. */
  readonly expected?: { readonly count: number; readonly totalCents: number } | undefined
  /** Consent to collect late ones on this day instead. */
  readonly shiftTo?: LocalDate | undefined
  readonly now: Date
  readonly today: LocalDate
}

/** With `REDUCED_TO_OPEN`, only the amount stays behind: the rest goes along. */
export type LeftOut = { readonly instruction: number; readonly amountCents: Cents; readonly reason: LeaveReason | LimitReason | 'NO_LONGER_DUE' | 'REDUCED_TO_OPEN' | 'BANK_PAID_CANCELLED' }
export type LeftCount = { readonly reason: LeftOut['reason']; readonly count: number; readonly totalCents: Cents }

export type PlannedDue = {
  readonly creditor: Creditor
  readonly plan: BatchPlan
  /** The instruction of each row of the plan. */
  readonly ids: Int32Array
  readonly left: readonly LeftOut[]
  /** The day on which those that exceed a limit would have gone, by instruction. */
  readonly leftDays: ReadonlyMap<number, LocalDate>
  /** The cancelled batch that the bank paid all the same, by instruction. */
  readonly paidIn: ReadonlyMap<number, number>
  /** How many could not be made on their own day, the first day that can, and the day to which they go. */
  readonly late: number
  readonly earliest: LocalDate
  readonly lateDate: LocalDate
}

/**
 * Plans what is wanted within the limits of the bank, alone and with the creditor locked. What ended meanwhile is
 * cancelled rather than collected; late ones are planned on the day that `shiftTo` names or on the first that can be made.
 * What the bank collected with a batch that was cancelled here stays behind. Throws NOTHING_TO_COLLECT, CREDITOR_NOT_IN_USE, and SELECTION_CHANGED or SELECTION_DIFFERS when others changed what was on screen.
 */
export async function planDue(tx: Transaction, wanted: Wanted, actor: number | null = null): Promise<PlannedDue> {
  await lockInstructions(tx)
  const creditor = await lockCreditor(tx, wanted.creditor)
  if (!creditor) throw new DomainError('CREDITOR_UNKNOWN')
  if (!creditor.isActive) throw new DomainError('CREDITOR_NOT_IN_USE')
  const farthest = addMonths(wanted.today, 12)
  if (wanted.until > farthest) throw new DomainError('UNTIL_TOO_FAR', { date: farthest })
  const range = { creditor: creditor.id, until: lastCollectionDateDueBy(wanted.until, creditor.deliveryLeadDays), selection: wanted }
  refuseChangedSelection(wanted, await dueSums(tx, range))
  const { cancelled, reduced } = await cancelStaleInstructions(tx, actor)
  const isChosen = isWithin(wanted, range.until)
  const earliest = earliestCollectionDate(momentOf(wanted), creditor)
  const lateDate = wanted.shiftTo === undefined || wanted.shiftTo < earliest ? earliest : nextBankingDay(wanted.shiftTo)
  if (lateDate > farthest) throw new DomainError('UNTIL_TOO_FAR', { date: farthest })
  const columns = dueColumns({ earliest, lateDate, messageVersion: creditor.messageVersion })
  const paidIn = await plannedButPaid(tx, creditor.id)
  const paid: LeftOut[] = []
  await eachDueInstruction(tx, { ...range, earliest: lateDate }, (one) => {
    if (paidIn.has(one.id)) paid.push({ instruction: one.id, amountCents: cents(one.amountCents), reason: 'BANK_PAID_CANCELLED' })
    else columns.add(one)
  })
  const due = columns.done()
  const plan = planBatches(due.columns, creditor, await usedLimits(tx, creditor.id, due.firstDate ?? wanted.today))
  const left: readonly LeftOut[] = [
    ...cancelled.filter(isChosen).map(({ id, amountCents }) => ({ instruction: id, amountCents, reason: 'NO_LONGER_DUE' as const })),
    ...reduced.filter(isChosen).map(({ id, amountCents }) => ({ instruction: id, amountCents, reason: 'REDUCED_TO_OPEN' as const })),
    ...paid,
    ...due.unfit,
    ...plan.left.map(({ row, reason }) => ({ instruction: due.ids[row] ?? 0, amountCents: cents(due.columns.amountCents[row] ?? 0), reason })),
  ]
  const { kinds, kind } = due.columns
  const leftDays = new Map(plan.left.flatMap(({ row }) => {
    const date = kinds[kind[row] ?? 0]?.collectionDate
    return date ? [[due.ids[row] ?? 0, date] as const] : []
  }))
  return { creditor, plan, ids: due.ids, left, leftDays, paidIn, late: due.late, earliest, lateDate }
}

/** The moment of delivery: the business day, and the time on the clock of Amsterdam. */
export const momentOf = ({ today, now }: { readonly today: LocalDate; readonly now: Date }): Moment => ({ today, time: amsterdamDateTime(now).slice(11, 16) })

/** What somebody else took, paid or added since the screen was opened is told, not collected or left unseen. */
function refuseChangedSelection({ instructions, expected }: Wanted, { count, totalCents }: { readonly count: number; readonly totalCents: number }): void {
  const taken = instructions ? new Set(instructions).size - count : 0
  if (taken > 0) throw new DomainError('SELECTION_CHANGED', { count: taken })
  if (count === 0) throw new DomainError('NOTHING_TO_COLLECT')
  if (expected && !instructions && (expected.count !== count || expected.totalCents !== totalCents)) throw new DomainError('SELECTION_DIFFERS', { expected: expected.count, count })
}

/** Whether what was called off just now was among what is wanted. */
function isWithin({ creditor: wanted, instructions, except = [] }: Wanted, until: LocalDate): (one: Cancelled) => boolean {
  const [chosen, left] = [instructions && new Set(instructions), new Set(except)]
  return ({ id, creditor, collectionDate }) => creditor === wanted && collectionDate <= until && (chosen === undefined || chosen.has(id)) && !left.has(id)
}

/** How many stay behind for each reason, and for how much. */
export const countsOf = (left: readonly LeftOut[]): readonly LeftCount[] =>
  [...Map.groupBy(left, ({ reason }) => reason)].map(([reason, members]) => (
    { reason, count: members.length, totalCents: cents(members.reduce((sum, { amountCents }) => sum + amountCents, 0)) }))

/** More than anybody reads; the list with the same filter shows the rest. */
const mostLeftTold = 500

/** The first few hundred for each reason. */
export const firstOfEachReason = (left: readonly LeftOut[]): readonly LeftOut[] =>
  [...Map.groupBy(left, ({ reason }) => reason).values()].flatMap((members) => members.slice(0, mostLeftTold))
