import type { CollectionBeforeChangeHook } from 'payload'
import { businessDate } from '../../src/store/businessDate'
import { hasCountingExceptions } from '../../src/store/exceptions'
import { transactionOf } from '../../src/store/transaction'
import { refuse } from '../refuse'

/** While exceptions count, how they count stays as it is: otherwise memberships of today would change without a plan. */
export const keepExceptionMode: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  if (operation === 'create' || { ...originalDoc, ...data }.exceptionMode === originalDoc.exceptionMode) return data
  const counts = await hasCountingExceptions(await transactionOf(req), Number(originalDoc.id), businessDate(req))
  if (counts) throw refuse({ req, path: 'exceptionMode' }, 'EXCEPTION_MODE_FIXED')
  return data
}
