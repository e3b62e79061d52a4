import type { CollectionBeforeChangeHook } from 'payload'
import { refuse } from '../refuse'
import { requireOwnMandate } from './requireOwnMandate'

/** Ends after it began, and is collected only with a mandate of its own contract holder. */
export const keepSubscriptionSound: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const whole = { ...originalDoc, ...data }
  if (whole.endDate && whole.endDate <= whole.startDate) throw refuse({ req, path: 'endDate' }, 'END_BEFORE_START')
  await requireOwnMandate(req, whole, whole.relation)
  return data
}
