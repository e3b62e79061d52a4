import type { CollectionBeforeDeleteHook } from 'payload'
import { businessDate } from '../../src/store/businessDate'
import { exceptionStart } from '../../src/store/exceptions'
import { transactionOf } from '../../src/store/transaction'
import { refuseDeletion } from '../refuseDeletion'

/** What began before today gets an end date instead of disappearing; on its first day it can still be taken back. */
export const keepExceptionBegun: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const startDate = await exceptionStart(await transactionOf(req), Number(id))
  if (startDate && startDate < businessDate(req)) throw refuseDeletion(req, 'EXCEPTION_STARTED_STAYS', { startDate })
}
