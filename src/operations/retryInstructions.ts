import type { PayloadRequest } from 'payload'
import { earliestCollectionDate } from '../domain/bankingDays'
import { DomainError } from '../domain/domainError'
import type { LocalDate } from '../domain/localDate'
import { cents, sumCents, type Cents } from '../domain/money'
import { planRetries, type RetryRefusal } from '../domain/planRetries'
import { insertAuditEntries } from '../store/auditLog'
import { allCreditors } from '../store/creditors'
import { failedIds, type FailedFilter } from '../store/failedInstructions'
import { followSubscriptions } from '../store/followSubscriptions'
import { onceForKey } from '../store/idempotentCommands'
import { lockInstructions } from '../store/instructions'
import { insertRetries, lockFailed, retryCandidates, type InsertedRetry, type RetryCandidate } from '../store/retries'
import { inTransaction, inUndone, type Transaction } from '../store/transaction'
import { actorOf } from './actorOf'
import { momentOf } from './planDue'

type When = { readonly today: LocalDate; readonly now: Date }
/** What is tried again: some debits, or everything that a filter means at that moment. */
export type RetryWish = When & { readonly instructions?: readonly number[] | undefined; readonly filter?: FailedFilter | undefined }
export type RetryInstructions = RetryWish & {
  /** What was on screen: another count or sum is told rather than collected. */
  readonly expected?: { readonly planned: number; readonly totalCents: number } | undefined
  readonly idempotencyKey?: string | undefined
}

/** With `code`, the reason that the bank gave, where the refusal is about that. */
export type LeftRetries = { readonly reason: RetryRefusal | 'INSTRUCTION_UNKNOWN'; readonly code: string | null; readonly count: number; readonly totalCents: Cents; readonly firstInstruction: number }
export type RetryDay = { readonly collectionDate: LocalDate; readonly count: number; readonly totalCents: Cents }
export type RetriedInstructions = {
  readonly planned: number
  readonly totalCents: Cents
  /** The days on which they are collected: each creditor has its own first one. */
  readonly days: readonly RetryDay[]
  readonly left: readonly LeftRetries[]
}

/**
 * Plans what was refused or returned once more, one or thousands, on the earliest day that the bank can make: new instructions that name the
 * first (R-STO-4, A39). Each is tried again once, whoever else asks meanwhile; what may not be is left, counted by why.
 * @throws DomainError SELECTION_DIFFERS when it is not what was on screen, IDEMPOTENCY_KEY_DUPLICATE
 */
export const retryInstructions = (req: PayloadRequest, { expected, idempotencyKey, ...wish }: RetryInstructions): Promise<RetriedInstructions> =>
  inTransaction(req, (tx) => onceForKey(tx, { key: idempotencyKey, command: JSON.stringify({ retry: wish.instructions ?? wish.filter, expected }) }, async () => {
    const answer = told(await planAgain(tx, actorOf(req), wish))
    if (expected && (expected.planned !== answer.planned || expected.totalCents !== answer.totalCents)) throw new DomainError('SELECTION_DIFFERS', { expected: expected.planned, count: answer.planned })
    return answer
  }))

/** What `retryInstructions` would do with the same wish at the same moment. Nothing is kept. */
export const previewRetries = (req: PayloadRequest, wish: RetryWish): Promise<RetriedInstructions> =>
  inTransaction(req, () => inUndone(req, async (tx) => told(await planAgain(tx, actorOf(req), wish))))

export type PlannedAgain = {
  readonly again: readonly (InsertedRetry & { readonly amountCents: Cents })[]
  readonly left: readonly { readonly debit: RetryCandidate; readonly reason: RetryRefusal }[]
  readonly unknown: readonly number[]
}

/** The work itself, in a transaction: lock, judge, plan and write down. */
export async function planAgain(tx: Transaction, actor: number | null, { instructions, filter, ...when }: RetryWish): Promise<PlannedAgain> {
  await lockInstructions(tx)
  const wanted = instructions ? [...new Set(instructions)] : filter ? await failedIds(tx, filter) : []
  await followSubscriptions(tx, actor, { instructions: wanted })
  await lockFailed(tx, wanted)
  const candidates = await retryCandidates(tx, wanted)
  const { again, left } = planRetries(candidates)
  const dates = new Map((await allCreditors(tx)).map((creditor) => [creditor.id, earliestCollectionDate(momentOf(when), creditor)]))
  const inserted = await insertRetries(tx, again.map(({ id, creditor }) => {
    const collectionDate = dates.get(creditor ?? 0)
    if (!collectionDate) throw new DomainError('CREDITOR_UNKNOWN')
    return { of: id, collectionDate }
  }))
  await insertAuditEntries(tx, actor, inserted.map(({ id, of, collectionDate }) => ({ subject: 'debit-instructions', subjectId: id, action: 'create', changes: { retryOf: of, collectionDate } })))
  const known = new Map(candidates.map((one) => [one.id, one]))
  return { again: inserted.map((one) => ({ ...one, amountCents: known.get(one.of)?.amountCents ?? cents(0) })), left, unknown: wanted.filter((id) => !known.has(id)) }
}

function told({ again, left, unknown }: PlannedAgain): RetriedInstructions {
  const days = [...Map.groupBy(again, ({ collectionDate }) => collectionDate)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return {
    planned: again.length, totalCents: sumCents(again.map(({ amountCents }) => amountCents)),
    days: days.map(([collectionDate, retries]) => ({ collectionDate, count: retries.length, totalCents: sumCents(retries.map(({ amountCents }) => amountCents)) })),
    left: [...countsOf(left), ...(unknown[0] === undefined ? [] : [{ reason: 'INSTRUCTION_UNKNOWN' as const, code: null, count: unknown.length, totalCents: cents(0), firstInstruction: unknown[0] }])],
  }
}

/** By refusal, and by the bank's reason where that is what it is about. */
const countsOf = (left: PlannedAgain['left']): readonly LeftRetries[] =>
  [...Map.groupBy(left, ({ debit, reason }) => `${reason} ${codeOf(debit, reason) ?? ''}`).values()].flatMap((members) => members.slice(0, 1).map(({ debit, reason }) => ({
    reason, code: codeOf(debit, reason), count: members.length, totalCents: sumCents(members.map((one) => one.debit.amountCents)), firstInstruction: debit.id,
  })))

const codeOf = ({ reason }: RetryCandidate, refusal: RetryRefusal): string | null => (refusal === 'RETRY_REASON_FORBIDS' || refusal === 'RETRY_REASON_UNKNOWN' ? reason : null)
