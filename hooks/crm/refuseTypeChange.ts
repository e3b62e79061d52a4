import type { CollectionBeforeChangeHook } from 'payload'
import { refuse } from '../refuse'

/** A person never becomes an organisation (R-CRM-1). The database refuses it as well. */
export const refuseTypeChange: CollectionBeforeChangeHook = ({ data, originalDoc, operation, req }) => {
  if (operation === 'update' && data.type !== undefined && originalDoc && data.type !== originalDoc.type) {
    throw refuse({ req, path: 'type' }, 'RELATION_TYPE_FIXED')
  }
  return data
}
