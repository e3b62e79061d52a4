import { addMonths, type LocalDate } from './localDate'
import { isDormant } from './mandate'

/** What a mandate is on a day: what staff set, or what became of it by being used or left alone. */
export type MandateState = 'active' | 'blocked' | 'terminated' | 'used' | 'dormant'

/** What decides the life line of a mandate. */
export type MandateFacts = {
  readonly status: 'active' | 'blocked' | 'terminated'
  readonly type: 'recurring' | 'oneOff'
  readonly signedOn: LocalDate
  /** Due date of the latest collection that was presented to the bank, returned or not. */
  readonly lastDueDate?: LocalDate | undefined
  /** Whether a collection was settled and did not come back. */
  readonly hasCollected: boolean
}

/**
 * The state of a mandate for a collection on `date`. Ended stays ended; a one-off mandate is used up by one collection that
 * settled (R-MAN-3); what was not used for 36 months is dormant, counted from the latest due date, and from the signature
 * where nothing was ever collected (SDD rulebook, sepa §7). A due date that is still to come counts as well.
 */
export function mandateState({ status, type, signedOn, lastDueDate, hasCollected }: MandateFacts, date: LocalDate): MandateState {
  if (status === 'terminated') return 'terminated'
  if (type === 'oneOff' && hasCollected) return 'used'
  if (status === 'blocked') return 'blocked'
  return isDormant(signedOn, lastDueDate, date) ? 'dormant' : 'active'
}

/** A signed mandate is kept this long after it ended or was last collected with: an unauthorised debit is disputed for 13 months. */
export const retentionMonths = 14

type Ending = { readonly endedOn?: LocalDate | undefined; readonly lastDueDate?: LocalDate | undefined }

/** The first day on which the proof of an ended mandate may go; undefined while it has not ended (sepa §7). */
export function purgeNotBefore({ endedOn, lastDueDate }: Ending): LocalDate | undefined {
  if (endedOn === undefined) return undefined
  return addMonths(lastDueDate !== undefined && lastDueDate > endedOn ? lastDueDate : endedOn, retentionMonths)
}
