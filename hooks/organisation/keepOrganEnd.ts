import type { CollectionBeforeChangeHook } from 'payload'
import { businessDate } from '../../src/store/businessDate'
import { refuse } from '../refuse'

/** An organ stops today or later, and what has stopped does not begin again (R-END-5, R-END-6). */
export const keepOrganEnd: CollectionBeforeChangeHook = ({ data, originalDoc, operation, req }) => {
  const [was, becomes]: readonly (string | null)[] = [originalDoc?.endDate ?? null, { ...originalDoc, ...data }.endDate ?? null]
  if (operation === 'create' || was === becomes) return data
  const today = businessDate(req)
  if (was && was <= today) throw refuse({ req, path: 'endDate' }, 'ORGAN_ENDED', { endDate: was })
  if (becomes && becomes < today) throw refuse({ req, path: 'endDate' }, 'ORGAN_END_IN_THE_PAST')
  return data
}
