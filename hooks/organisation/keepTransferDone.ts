import type { CollectionBeforeDeleteHook } from 'payload'
import { businessDate } from '../../src/store/businessDate'
import { placementById, placementsOf } from '../../src/store/organPlacements'
import { lockByName, transactionOf } from '../../src/store/transaction'
import { refuseDeletion } from '../refuseDeletion'

/** A transfer is cancelled until its day comes; where an organ begins is no transfer. */
export const keepTransferDone: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const tx = await transactionOf(req)
  await lockByName(tx, 'organ tree')
  const placement = await placementById(tx, Number(id))
  if (!placement) return
  const [first] = await placementsOf(tx, placement.organ)
  if (first?.id === placement.id) throw refuseDeletion(req, 'TRANSFER_FIRST_PLACE')
  if (placement.validFrom <= businessDate(req)) throw refuseDeletion(req, 'TRANSFER_EXECUTED', { validFrom: placement.validFrom })
}
