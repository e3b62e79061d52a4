import type { CollectionBeforeDeleteHook } from 'payload'
import { businessDate } from '../../src/store/businessDate'
import { releaseArtefacts, type Releasable } from '../../src/store/crmArtefacts'
import { lockByName, transactionOf } from '../../src/store/transaction'

/**
 * What an action made can be taken away again: that it was made stays known, as archived, so that it is never made again
 * for that organ (R-ACT-1, R-ACT-3).
 */
export const releaseArtefact = (thing: Releasable): CollectionBeforeDeleteHook => async ({ id, req }) => {
  const tx = await transactionOf(req)
  await lockByName(tx, 'crm artefacts')
  await releaseArtefacts(tx, { thing, id: Number(id) }, businessDate(req), req.user ? Number(req.user.id) : null)
}
