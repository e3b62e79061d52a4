import { isDormant } from '../domain/mandate'
import { isOutsideEea } from '../formats/iban'
import type { DueInstruction } from '../store/instructions'

export type LeaveReason = 'MANDATE_DORMANT' | 'MANDATE_NOT_SIGNED_YET' | 'ADDRESS_REQUIRED'

/** Why the bank would not accept this instruction now; undefined when it would. One of these never holds up the others. */
export function reasonToLeave(one: DueInstruction): LeaveReason | undefined {
  if (one.mandateSignedOn > one.collectionDate) return 'MANDATE_NOT_SIGNED_YET'
  if (isDormant(one.mandateSignedOn, one.mandateLastUsedOn, one.collectionDate)) return 'MANDATE_DORMANT'
  return isOutsideEea(one.debtorIban) && !one.hasAddress ? 'ADDRESS_REQUIRED' : undefined
}
