import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'
import { chainPlacements, placementsOf } from '../../src/store/organPlacements'
import { transactionOf } from '../../src/store/transaction'
import { idOf } from '../idOf'

/** The place before lasts until the new one begins, and the new one as long as that one would have. */
export const chainTransfer: CollectionAfterChangeHook = async ({ doc, req }) => {
  const [tx, organ] = [await transactionOf(req), Number(idOf(doc.organ))]
  await chainPlacements(tx, organ, req.user ? Number(req.user.id) : null)
  const next = (await placementsOf(tx, organ)).find(({ validFrom }) => validFrom > doc.validFrom)
  return { ...doc, validTo: next?.validFrom ?? null }
}

/** Without the transfer the place before lasts on. */
export const unchainTransfer: CollectionAfterDeleteHook = async ({ doc, req }) => {
  await chainPlacements(await transactionOf(req), Number(idOf(doc.organ)), req.user ? Number(req.user.id) : null)
  return doc
}
