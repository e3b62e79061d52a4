import { APIError, type CollectionBeforeOperationHook } from 'payload'
import { text } from '../../src/i18n/text'

/** Documents are edited one by one, each locked and each with its hooks; an update of a whole selection would save some and lose others. */
export const refuseBulkUpdate: CollectionBeforeOperationHook = ({ args, operation, overrideAccess, req }) => {
  const isOne = 'id' in args && args.id !== undefined && args.id !== null
  if (operation === 'update' && !isOne && !overrideAccess) throw new APIError(text(req.i18n.language, 'NOT_ALLOWED'), 403)
  return args
}
