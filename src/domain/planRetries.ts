import { mayRetry, type Failure } from './mayRetry'
import { cents, type Cents } from './money'

/** A debit that failed, with what decides whether it is tried again. */
export type FailedDebit = Failure & {
  readonly id: number
  readonly amountCents: Cents
  readonly invoice: number | null
  /** What may still be collected for its invoice beside everything that is under way, or for what failed of its pledge. */
  readonly openCents: Cents
  readonly mandate: number | null
  readonly isOneOff: boolean
  /** Whether something else under its one-off mandate is under way or collected. */
  readonly isMandateTaken: boolean
  /** How its pledge or invoice is paid by now. */
  readonly paidNow: 'activeMandate' | 'mandateBlocked' | 'mandateEnded' | 'transfer' | 'otherPayer' | 'debtorGone' | 'pledgeEnded'
  readonly isCreditorInUse: boolean
  readonly isRetried: boolean
  /** Whether the bank's total was booked: before that, a refusal can still be undone. */
  readonly isGroupBooked: boolean
}

/** Why a debit is not tried again: the code of the sentence that says what to do instead. */
export type RetryRefusal =
  | 'RETRY_NOT_FAILED' | 'RETRY_DONE_ALREADY' | 'RETRY_BEFORE_TOTAL' | 'RETRY_REASON_FORBIDS' | 'RETRY_REASON_UNKNOWN' | 'RETRY_DEBTOR_GONE' | 'RETRY_PLEDGE_ENDED'
  | 'RETRY_BY_TRANSFER' | 'RETRY_OTHER_PAYER' | 'RETRY_MANDATE_ENDED' | 'MANDATE_BLOCKED' | 'MANDATE_ONE_OFF' | 'CREDITOR_NOT_IN_USE' | 'RETRY_NOTHING_OPEN'

const refusedNow: Readonly<Record<Exclude<FailedDebit['paidNow'], 'activeMandate'>, RetryRefusal>> = {
  mandateBlocked: 'MANDATE_BLOCKED', mandateEnded: 'RETRY_MANDATE_ENDED', transfer: 'RETRY_BY_TRANSFER', otherPayer: 'RETRY_OTHER_PAYER', debtorGone: 'RETRY_DEBTOR_GONE', pledgeEnded: 'RETRY_PLEDGE_ENDED',
}

/**
 * Why this debit is not tried again, undefined where it may be (R-STO-4): once, never for a reason that forbids it, never beyond what is
 * open, and only from whom it was collected, while that is still paid by direct debit under a mandate that may be used.
 */
export function retryRefusal(failed: FailedDebit): RetryRefusal | undefined {
  if (!['rejected', 'returned'].includes(failed.status)) return 'RETRY_NOT_FAILED'
  if (failed.isRetried) return 'RETRY_DONE_ALREADY'
  if (!failed.isGroupBooked) return 'RETRY_BEFORE_TOTAL'
  const verdict = mayRetry(failed)
  if (verdict !== 'yes') return verdict === 'forbidden' ? 'RETRY_REASON_FORBIDS' : 'RETRY_REASON_UNKNOWN'
  if (failed.paidNow !== 'activeMandate') return refusedNow[failed.paidNow]
  if (failed.isOneOff && failed.isMandateTaken) return 'MANDATE_ONE_OFF'
  if (!failed.isCreditorInUse) return 'CREDITOR_NOT_IN_USE'
  return failed.openCents < failed.amountCents ? 'RETRY_NOTHING_OPEN' : undefined
}

export type RetryPlan<Debit extends FailedDebit> = {
  readonly again: readonly Debit[]
  readonly left: readonly { readonly debit: Debit; readonly reason: RetryRefusal }[]
}

/** What of a set is tried again, in the order given: several debits of one invoice go as far as it is open, and a one-off mandate is used once. */
export function planRetries<Debit extends FailedDebit>(failed: readonly Debit[]): RetryPlan<Debit> {
  const [again, left]: [Debit[], { debit: Debit; reason: RetryRefusal }[]] = [[], []]
  const goingFor = new Map<number, number>()
  const used = new Set<number | null>()
  for (const debit of failed) {
    const already = debit.invoice === null ? 0 : goingFor.get(debit.invoice) ?? 0
    const reason = retryRefusal({ ...debit, openCents: cents(debit.openCents - already), isMandateTaken: debit.isMandateTaken || used.has(debit.mandate) })
    if (reason) {
      left.push({ debit, reason })
      continue
    }
    again.push(debit)
    if (debit.invoice !== null) goingFor.set(debit.invoice, already + debit.amountCents)
    used.add(debit.mandate)
  }
  return { again, left }
}
