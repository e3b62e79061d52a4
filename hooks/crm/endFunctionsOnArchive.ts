import type { CollectionAfterChangeHook } from 'payload'
import { businessDate } from '../../src/store/businessDate'
import { endFunctionsOf } from '../../src/store/functions'
import { transactionOf } from '../../src/store/transaction'

/** Archiving a relation ends the functions it holds and those held at it, that day (R-CRM-2). */
export const endFunctionsOnArchive: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const isArchivedNow = operation === 'update' && doc.status === 'archived' && previousDoc.status !== 'archived'
  if (isArchivedNow) await endFunctionsOf(await transactionOf(req), Number(doc.id), businessDate(req), req.user ? Number(req.user.id) : null)
  return doc
}
