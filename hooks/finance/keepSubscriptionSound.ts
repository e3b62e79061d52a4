import type { CollectionBeforeChangeHook } from 'payload'
import { plain } from '../idOf'
import { refuse } from '../refuse'
import { requireOwnMandate } from './requireOwnMandate'

/** Ends after it began; is collected only with a mandate of its own contract holder; once invoiced, its periods stay. */
export const keepSubscriptionSound: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const whole = { ...originalDoc, ...data }
  if (whole.endDate && whole.endDate <= whole.startDate) throw refuse({ req, path: 'endDate' }, 'END_BEFORE_START')
  const moved = originalDoc?.invoicedUntilDate && (['startDate', 'relation', 'type'] as const).find((field) => data[field] !== undefined && plain(data[field]) !== plain(originalDoc[field]))
  if (moved) throw refuse({ req, path: moved }, 'SUBSCRIPTION_INVOICED')
  await requireOwnMandate(req, { ...whole, isOnce: whole.instalmentCount === 1 }, whole.relation)
  return data
}
