import type { CollectionAfterChangeHook } from 'payload'
import { giveFirstUserTheAdministratorRole } from '../../src/store/users'
import { transactionOf } from '../../src/store/transaction'

/** Whoever opens an empty installation first becomes its functional administrator. */
export const makeFirstAdministrator: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation === 'create') await giveFirstUserTheAdministratorRole(await transactionOf(req), Number(doc.id))
  return doc
}
