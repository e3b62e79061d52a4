import type { CollectionBeforeChangeHook } from 'payload'
import { isTypeInUse } from '../../src/store/membershipTypes'
import { transactionOf } from '../../src/store/transaction'
import { idOf } from '../idOf'
import { refuse } from '../refuse'

/** A type stays in its organisation once a rule, a membership, an exception or a correction counts on it. */
export const keepTypeInPlace: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  if (operation === 'create' || idOf(originalDoc.organisation) === idOf({ ...originalDoc, ...data }.organisation)) return data
  if (await isTypeInUse(await transactionOf(req), Number(originalDoc.id))) throw refuse({ req, path: 'organisation' }, 'MEMBERSHIP_TYPE_FIXED')
  return data
}
