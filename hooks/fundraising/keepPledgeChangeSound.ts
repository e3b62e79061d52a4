import type { CollectionBeforeChangeHook } from 'payload'
import { businessDate } from '../../src/store/businessDate'
import { endOfPledge } from '../../src/store/pledges'
import { transactionOf } from '../../src/store/transaction'
import { idOf } from '../idOf'
import { refuse } from '../refuse'

/** What fell due before today was asked for or paid already: another amount counts from today at the earliest (R-PL-6), and before the end. */
export const keepPledgeChangeSound: CollectionBeforeChangeHook = async ({ data, req }) => {
  if (typeof data.fromDate !== 'string') return data
  if (data.fromDate < businessDate(req)) throw refuse({ req, path: 'fromDate' }, 'PLEDGE_CHANGE_IN_PAST')
  const endDate = await endOfPledge(await transactionOf(req), idOf(data.pledge) ?? 0)
  if (endDate !== undefined && data.fromDate >= endDate) throw refuse({ req, path: 'fromDate' }, 'PLEDGE_CHANGE_AFTER_END', { endDate })
  return data
}
