import type { CollectionBeforeChangeHook } from 'payload'
import { businessDate } from '../../src/store/businessDate'
import { refuse } from '../refuse'

/** What fell due before today was asked for or paid already: another amount counts from today at the earliest (R-PL-6). */
export const keepPledgeChangeSound: CollectionBeforeChangeHook = ({ data, req }) => {
  if (typeof data.fromDate === 'string' && data.fromDate < businessDate(req)) throw refuse({ req, path: 'fromDate' }, 'PLEDGE_CHANGE_IN_PAST')
  return data
}
