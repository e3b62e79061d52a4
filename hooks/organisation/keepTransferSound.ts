import type { CollectionBeforeChangeHook } from 'payload'
import { isLocalDate } from '../../src/domain/localDate'
import { checkTransfer } from '../../src/operations/transferChecks'
import { businessDate } from '../../src/store/businessDate'
import { lockByName, transactionOf } from '../../src/store/transaction'
import { idOf } from '../idOf'
import { orRefuse } from '../orRefuse'

/** A transfer is one that can be, while nobody else changes the tree. What is missing is told by the fields. */
export const keepTransferSound: CollectionBeforeChangeHook = async ({ data, req }) => {
  const [organ, parent, validFrom]: readonly [number | undefined, number | undefined, unknown] = [idOf(data.organ), idOf(data.parent), data.validFrom]
  if (organ === undefined || typeof validFrom !== 'string' || !isLocalDate(validFrom)) return data
  const tx = await transactionOf(req)
  await lockByName(tx, 'organ tree')
  await orRefuse(req, () => checkTransfer(tx, { organ, parent, validFrom, today: businessDate(req) }))
  return data
}
