import type { CollectionBeforeChangeHook } from 'payload'
import { nextPledgeNumber, wasCollected } from '../../src/store/pledges'
import { transactionOf } from '../../src/store/transaction'
import { requireOwnMandate } from '../finance/requireOwnMandate'
import { plain } from '../idOf'
import { refuse } from '../refuse'

/**
 * Gives a number; ends after it began; is collected only with a mandate of the donor. Once something was collected, its
 * instalments are numbered for good, and so its days stay, and its donor.
 */
export const keepPledgeSound: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const whole = { ...originalDoc, ...data }
  const isNew = (field: string): boolean => data[field] !== undefined && plain(data[field]) !== plain(originalDoc?.[field])
  if (whole.endDate && whole.endDate <= whole.startDate) throw refuse({ req, path: 'endDate' }, 'END_BEFORE_START')
  const rescheduled = operation === 'update' && ['donor', 'frequency', 'startDate'].find(isNew)
  if (rescheduled && await wasCollected(await transactionOf(req), originalDoc.id)) throw refuse({ req, path: rescheduled }, 'PLEDGE_COLLECTED')
  await requireOwnMandate(req, { ...whole, isOnce: whole.frequency === 'once', isChosenNow: ['mandate', 'paymentMethod', 'donor'].some(isNew) }, whole.donor)
  return operation === 'create' ? { ...data, number: await nextPledgeNumber(await transactionOf(req)) } : data
}
