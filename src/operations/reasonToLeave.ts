import { isDormant } from '../domain/mandate'
import type { LocalDate } from '../domain/localDate'
import { isOutsideEea } from '../formats/iban'
import type { DueInstruction } from '../store/dueInstructions'

export type LeaveReason = 'MANDATE_TERMINATED' | 'MANDATE_BLOCKED' | 'MANDATE_DORMANT' | 'MANDATE_NOT_SIGNED_YET' | 'MANDATE_OF_OTHER_CREDITOR' | 'ADDRESS_REQUIRED' | 'VERSION_08_REQUIRED'

/** Why the bank would not accept this instruction on the day it would be collected; undefined when it would. One of these never holds up the others. */
export function reasonToLeave(one: DueInstruction, { collectionDate, messageVersion }: { readonly collectionDate: LocalDate; readonly messageVersion: 'v08' | 'v02' }): LeaveReason | undefined {
  if (one.mandateStatus === 'terminated') return 'MANDATE_TERMINATED'
  if (one.mandateStatus === 'blocked') return 'MANDATE_BLOCKED'
  if (!one.isUnderCreditor) return 'MANDATE_OF_OTHER_CREDITOR'
  if (one.signedOn && one.signedOn > collectionDate) return 'MANDATE_NOT_SIGNED_YET'
  if (one.signedOn && isDormant(one.signedOn, one.lastUsedOn, collectionDate)) return 'MANDATE_DORMANT'
  if (one.country === undefined || !isOutsideEea(one.country)) return undefined
  if (!one.hasAddress) return 'ADDRESS_REQUIRED'
  return messageVersion === 'v02' ? 'VERSION_08_REQUIRED' : undefined
}
