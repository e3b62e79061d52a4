import type { CollectionBeforeDeleteHook } from 'payload'
import type { LocalDate } from '../../src/domain/localDate'
import { businessDate } from '../../src/store/businessDate'
import { fromDateOfChange } from '../../src/store/pledges'
import { transactionOf } from '../../src/store/transaction'
import { refuseDeletion } from '../refuseDeletion'

/** A change that is planned can still go; one that counts stays, because debits were made with it. */
export const keepPledgeChangeCounted: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const fromDate: LocalDate | undefined = await fromDateOfChange(await transactionOf(req), Number(id))
  if (fromDate !== undefined && fromDate <= businessDate(req)) throw refuseDeletion(req, 'PLEDGE_CHANGE_COUNTS', { fromDate })
}
