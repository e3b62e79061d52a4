import type { CollectionAfterChangeHook } from 'payload'
import { businessDate } from '../../src/store/businessDate'
import { takeSelection } from '../../src/store/selections'
import { transactionOf } from '../../src/store/transaction'
import { idOf } from '../idOf'

/** A selection is filled the moment it is made, and anew when it is made from another list or becomes a daily one. */
export const takeSelectionMembers: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const isOtherwise = idOf(doc.list) !== idOf(previousDoc?.list) || (doc.mode === 'daily' && previousDoc?.mode !== 'daily')
  if (operation === 'update' && !isOtherwise) return doc
  const { memberCount, computedAt } = await takeSelection(await transactionOf(req), Number(doc.id), businessDate(req))
  return { ...doc, memberCount, computedAt: computedAt.toISOString() }
}
