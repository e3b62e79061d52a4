import type { CollectionBeforeChangeHook } from 'payload'
import { plain } from '../idOf'
import { refuse } from '../refuse'
import { requireOwnMandate } from './requireOwnMandate'

const aboutPaying = ['paymentMethod', 'mandate', 'relation', 'payer', 'instalmentCount'] as const

/** Ends after it began and after its notice; is collected only with a mandate of who pays; once invoiced, its periods stay. */
export const keepSubscriptionSound: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const whole = { ...originalDoc, ...data }
  const isChanged = (field: string): boolean => data[field] !== undefined && plain(data[field]) !== plain(originalDoc?.[field])
  if (whole.endDate && whole.endDate <= whole.startDate) throw refuse({ req, path: 'endDate' }, 'END_BEFORE_START')
  if (whole.noticeDate && !whole.endDate) throw refuse({ req, path: 'endDate' }, 'NOTICE_NEEDS_END')
  if (whole.noticeDate && whole.endDate < whole.noticeDate) throw refuse({ req, path: 'endDate' }, 'END_BEFORE_NOTICE', { date: whole.noticeDate })
  const moved = originalDoc?.invoicedUntilDate && (['startDate', 'relation', 'type'] as const).find(isChanged)
  if (moved) throw refuse({ req, path: moved }, 'SUBSCRIPTION_INVOICED')
  if (aboutPaying.some(isChanged)) await requireOwnMandate(req, { ...whole, isOnce: whole.instalmentCount === 1 }, whole.payer ?? whole.relation)
  return data
}
