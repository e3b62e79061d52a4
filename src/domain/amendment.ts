import type { InstructionStatus } from './instructionStatus'

/** What identifies a mandate to the debtor's bank. */
export type MandateIdentity = { readonly iban: string; readonly reference: string }

/** An instruction of the mandate as it was given to the bank. */
export type Presented = MandateIdentity & {
  readonly status: InstructionStatus
  /** Whether it told of a change itself. */
  readonly isAmendment: boolean
  /** The later, the higher. */
  readonly order: number
}

/** What the debtor's bank knows the mandate by, in so far as that is another account or reference than now. */
export type Former = Partial<MandateIdentity>

/**
 * What the next collection tells that the mandate was (sepa §7.1). The debtor's bank knows what settled last, or what is on
 * its way without telling of a change; a collection that tells of one counts only once it settled, so that the change goes along
 * again and again until then. What came back after it settled was told. A mandate that was never presented has nothing to tell.
 */
export function formerAccount(presented: readonly Presented[], current: MandateIdentity): Former {
  const known = presented.filter(isKnownToBank).toSorted((one, other) => other.order - one.order)[0]
  if (!known) return {}
  return {
    ...(known.iban === current.iban ? {} : { iban: known.iban }),
    ...(known.reference === current.reference ? {} : { reference: known.reference }),
  }
}

const isKnownToBank = ({ status, isAmendment }: Presented): boolean =>
  status === 'collected' || status === 'returned' || (!isAmendment && (status === 'submitted' || status === 'batched'))
