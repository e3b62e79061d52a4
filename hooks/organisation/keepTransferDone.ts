import type { CollectionBeforeDeleteHook, PayloadRequest } from 'payload'
import { businessDate } from '../../src/store/businessDate'
import { firstEndAbove, organOn, placementById, placementsOf, type Placement } from '../../src/store/organPlacements'
import { lockByName, transactionOf, type Transaction } from '../../src/store/transaction'
import { refuseDeletion } from '../refuseDeletion'

/** A transfer is cancelled until its day comes, if the organ can stay where it was; where an organ begins is no transfer. */
export const keepTransferDone: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const tx = await transactionOf(req)
  await lockByName(tx, 'organ tree')
  const placement = await placementById(tx, Number(id))
  if (!placement) return
  const places = await placementsOf(tx, placement.organ)
  const [first] = places
  if (first?.id === placement.id) throw refuseDeletion(req, 'TRANSFER_FIRST_PLACE')
  if (placement.validFrom <= businessDate(req)) throw refuseDeletion(req, 'TRANSFER_EXECUTED', { validFrom: placement.validFrom })
  await keepWhereItWas(req, tx, placement, places)
}

/** Many transfers are cancelled side by side: each is judged without those that may go already, anew where another was let go meanwhile. */
async function keepWhereItWas(req: PayloadRequest, tx: Transaction, placement: Placement, places: readonly Placement[]): Promise<void> {
  const cancelled = cancelledBy(req)
  for (let judged = -1; judged !== cancelled.size;) {
    judged = cancelled.size
    const ending = await endWhereItWas(tx, placement, places.filter(({ id }) => !cancelled.has(id)))
    if (ending) throw refuseDeletion(req, 'TRANSFER_CANCEL_PARENT_ENDS', { parent: ending.title, endDate: ending.endDate })
  }
  cancelled.add(placement.id)
}

/** What ends first of the former parent and all above it, while the organ would stand there. */
async function endWhereItWas(tx: Transaction, { organ, validFrom }: Placement, places: readonly Placement[]): ReturnType<typeof firstEndAbove> {
  const former = places.findLast((place) => place.validFrom < validFrom)?.parent
  if (!former) return undefined
  const validTo = places.find((place) => place.validFrom > validFrom)?.validFrom ?? (await organOn(tx, organ, validFrom))?.endDate
  return firstEndAbove(tx, { parent: former, validFrom, validTo })
}

/** The transfers that the request cancels, as far as they may go. */
function cancelledBy({ context }: PayloadRequest): Set<unknown> {
  const known = context['cancelledTransfers']
  if (known instanceof Set) return known
  const none = new Set<unknown>()
  context['cancelledTransfers'] = none
  return none
}
