import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { isLocalDate, type LocalDate } from '../../src/domain/localDate'
import { businessDate } from '../../src/store/businessDate'
import { organBelowOn, organOn, placementsOf, wouldCircle, type Placement, type StandingOrgan } from '../../src/store/organPlacements'
import { lockByName, transactionOf, type Transaction } from '../../src/store/transaction'
import { idOf } from '../idOf'
import { refuse } from '../refuse'

type Transfer = { readonly req: PayloadRequest; readonly tx: Transaction; readonly organ: number; readonly parent: number | undefined; readonly validFrom: LocalDate }

/**
 * A transfer begins tomorrow or later, moves an organ without organs below it unless the organisation wants otherwise,
 * and leads to an organ that is there by then (R-TRF-1, R-TRF-3, R-TRF-5, R-ORG-1). What is missing is told by the fields.
 */
export const keepTransferSound: CollectionBeforeChangeHook = async ({ data, req }) => {
  const [organ, parent, validFrom]: readonly [number | undefined, number | undefined, unknown] = [idOf(data.organ), idOf(data.parent), data.validFrom]
  if (organ === undefined || typeof validFrom !== 'string' || !isLocalDate(validFrom)) return data
  if (validFrom <= businessDate(req)) throw refuse({ req, path: 'validFrom' }, 'TRANSFER_FROM_TOMORROW')
  const tx = await transactionOf(req)
  await lockByName(tx, 'organ tree')
  const moved = await organOn(tx, organ, validFrom)
  if (!moved) throw refuse({ req, path: 'organ' }, 'ORGAN_UNKNOWN')
  const transfer: Transfer = { req, tx, organ, parent, validFrom }
  const places = await placementsOf(tx, organ)
  keepBetweenPlaces(transfer, moved, places)
  await keepLeaf(transfer, moved)
  await keepUnderOrgan(transfer, moved, places)
  return data
}

function keepBetweenPlaces({ req, parent, validFrom }: Transfer, { startDate, endDate }: StandingOrgan, places: readonly Placement[]): void {
  if (validFrom <= startDate) throw refuse({ req, path: 'validFrom' }, 'TRANSFER_BEFORE_START', { startDate })
  if (endDate && validFrom >= endDate) throw refuse({ req, path: 'validFrom' }, 'TRANSFER_AFTER_END', { endDate })
  if (places.some((place) => place.validFrom === validFrom)) throw refuse({ req, path: 'validFrom' }, 'TRANSFER_PLANNED_ALREADY')
  const then = places.findLast((place) => place.validFrom < validFrom)
  if (then && then.parent === (parent ?? null)) throw refuse({ req, path: 'parent' }, 'TRANSFER_SAME_PARENT')
}

async function keepLeaf({ req, tx, organ, validFrom }: Transfer, { mayTransferBranches }: StandingOrgan): Promise<void> {
  const child = mayTransferBranches ? undefined : await organBelowOn(tx, organ, validFrom)
  if (child !== undefined) throw refuse({ req, path: 'organ' }, 'TRANSFER_NOT_A_LEAF', { child })
}

async function keepUnderOrgan({ req, tx, organ, parent, validFrom }: Transfer, moved: StandingOrgan, places: readonly Placement[]): Promise<void> {
  if (parent === undefined) return
  const above = await organOn(tx, parent, validFrom)
  if (!above || above.organisation !== moved.organisation) throw refuse({ req, path: 'parent' }, 'ORGAN_OTHER_ORGANISATION')
  const validTo = places.find((place) => place.validFrom > validFrom)?.validFrom
  if (parent === organ || await wouldCircle(tx, { organ, parent, validFrom, validTo })) throw refuse({ req, path: 'parent' }, 'ORGAN_CYCLE')
  if (validFrom < above.startDate) throw refuse({ req, path: 'parent' }, 'TRANSFER_PARENT_NOT_YET', { parent: above.title, startDate: above.startDate })
  const { lastsUntil } = above
  if (!lastsUntil) return
  if (validFrom >= lastsUntil) throw refuse({ req, path: 'parent' }, 'ORGAN_PARENT_ENDED', { parent: above.title, endDate: lastsUntil })
  if (!validTo && moved.endDate && moved.endDate > lastsUntil) throw refuse({ req, path: 'parent' }, 'TRANSFER_PARENT_ENDS_FIRST', { parent: above.title, endDate: lastsUntil })
}
