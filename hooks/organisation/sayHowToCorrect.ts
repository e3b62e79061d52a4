import { APIError, type CollectionBeforeOperationHook } from 'payload'
import { mayDo } from '../../src/access/rights'
import { rolesOf } from '../../src/access/rolesOf'
import { text } from '../../src/i18n/text'

const writings: readonly string[] = ['create', 'update', 'updateByID', 'delete', 'deleteByID']

/** Nobody writes a derived period by hand, administrators neither (R-DAY-6): whoever may read memberships is told what to do instead. */
export const sayHowToCorrect: CollectionBeforeOperationHook = async ({ args, operation, overrideAccess, req }) => {
  if (overrideAccess || !writings.includes(operation) || !mayDo(await rolesOf(req), 'memberships', 'read')) return args
  throw new APIError(text(req.i18n.language, 'MEMBERSHIP_DERIVED'), 403, undefined, true)
}
