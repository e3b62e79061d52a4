import { addMonths, type LocalDate } from './localDate'

/** A mandate that was not used for so long may not be used any more (SDD rulebook). */
export const dormantAfterMonths = 36

/**
 * Whether a mandate has gone dormant by a collection date. Counts from the due date of the latest collection that was presented,
 * returned or not, and from the signature when there was none (sepa §7).
 */
export const isDormant = (signedOn: LocalDate, lastDueDate: LocalDate | undefined, collectionDate: LocalDate): boolean =>
  collectionDate > addMonths(lastDueDate ?? signedOn, dormantAfterMonths)
