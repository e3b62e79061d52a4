import type { LocalDate } from '../domain/localDate'
import { organBelowOn, organOn, placementsOf, wouldCircle, type Placement, type StandingOrgan } from '../store/organPlacements'
import type { Transaction } from '../store/transaction'
import { ChangeRefused } from './changeRefused'

/** An organ that would stand under the parent, or directly under its organisation, from a day on. */
export type Transfer = { readonly organ: number; readonly parent: number | undefined; readonly validFrom: LocalDate; readonly today: LocalDate }

/**
 * A transfer begins tomorrow or later, moves an organ without organs below it unless the organisation wants otherwise,
 * and leads to an organ that is there by then (R-TRF-1, R-TRF-3, R-TRF-5, R-ORG-1).
 * @throws ChangeRefused at `validFrom`, `organ` or `parent`
 */
export async function checkTransfer(tx: Transaction, transfer: Transfer): Promise<void> {
  const { organ, validFrom, today } = transfer
  if (validFrom <= today) throw new ChangeRefused('validFrom', 'TRANSFER_FROM_TOMORROW')
  const moved = await organOn(tx, organ, validFrom)
  if (!moved) throw new ChangeRefused('organ', 'ORGAN_UNKNOWN')
  const places = await placementsOf(tx, organ)
  checkBetweenPlaces(transfer, moved, places)
  await checkLeaf(tx, transfer, moved)
  await checkUnderOrgan(tx, transfer, moved, places)
}

function checkBetweenPlaces({ parent, validFrom }: Transfer, { startDate, endDate }: StandingOrgan, places: readonly Placement[]): void {
  if (validFrom <= startDate) throw new ChangeRefused('validFrom', 'TRANSFER_BEFORE_START', { startDate })
  if (endDate && validFrom >= endDate) throw new ChangeRefused('validFrom', 'TRANSFER_AFTER_END', { endDate })
  if (places.some((place) => place.validFrom === validFrom)) throw new ChangeRefused('validFrom', 'TRANSFER_PLANNED_ALREADY')
  const then = places.findLast((place) => place.validFrom < validFrom)
  if (then && then.parent === (parent ?? null)) throw new ChangeRefused('parent', 'TRANSFER_SAME_PARENT')
}

async function checkLeaf(tx: Transaction, { organ, validFrom }: Transfer, { mayTransferBranches }: StandingOrgan): Promise<void> {
  const child = mayTransferBranches ? undefined : await organBelowOn(tx, organ, validFrom)
  if (child !== undefined) throw new ChangeRefused('organ', 'TRANSFER_NOT_A_LEAF', { child })
}

async function checkUnderOrgan(tx: Transaction, { organ, parent, validFrom }: Transfer, moved: StandingOrgan, places: readonly Placement[]): Promise<void> {
  if (parent === undefined) return
  const above = await organOn(tx, parent, validFrom)
  if (!above || above.organisation !== moved.organisation) throw new ChangeRefused('parent', 'ORGAN_OTHER_ORGANISATION')
  const validTo = places.find((place) => place.validFrom > validFrom)?.validFrom
  if (parent === organ || await wouldCircle(tx, { organ, parent, validFrom, validTo })) throw new ChangeRefused('parent', 'ORGAN_CYCLE')
  if (validFrom < above.startDate) throw new ChangeRefused('parent', 'TRANSFER_PARENT_NOT_YET', { parent: above.title, startDate: above.startDate })
  const { lastsUntil } = above
  if (!lastsUntil) return
  if (validFrom >= lastsUntil) throw new ChangeRefused('parent', 'ORGAN_PARENT_ENDED', { parent: above.title, endDate: lastsUntil })
  if (!validTo && moved.endDate && moved.endDate > lastsUntil) throw new ChangeRefused('parent', 'TRANSFER_PARENT_ENDS_FIRST', { parent: above.title, endDate: lastsUntil })
}
