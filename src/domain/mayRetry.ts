import type { InstructionStatus } from './instructionStatus'

/** What is known of a collection that failed, and of the reason that came with it. */
export type Failure = {
  readonly status: InstructionStatus
  readonly reason: string | null
  /** What the table of return reasons says of it; undefined for free text and codes that nobody knows. */
  readonly policy: { readonly mayRetry: boolean; readonly asksIban: boolean } | undefined
  /** Whether the mandate has another account by now than the one that failed. */
  readonly hasOtherIban: boolean
}

/** What banks write as a reason, as opposed to the words of a person. */
const isCode = (reason: string): boolean => /^[A-Z0-9]{4}$/.test(reason)

/**
 * Whether the reason lets a collection be tried again (sepa §12.1): as the table says, and after a wrong account once there is another
 * one. A code that nobody knows is never tried again; what the bank gave no reason for may be, and so may a refusal that it told in words,
 * because a person read those.
 */
export function mayRetry({ status, reason, policy, hasOtherIban }: Failure): 'yes' | 'forbidden' | 'unknown' {
  if (policy) return policy.mayRetry || (policy.asksIban && hasOtherIban) ? 'yes' : 'forbidden'
  return reason === null || (status === 'rejected' && !isCode(reason)) ? 'yes' : 'unknown'
}
