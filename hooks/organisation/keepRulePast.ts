import { isDeepStrictEqual } from 'node:util'
import type { CollectionBeforeChangeHook } from 'payload'
import { businessDate } from '../../src/store/businessDate'
import { hadMembers } from '../../src/store/organs'
import { hasOtherVersions } from '../../src/store/ruleVersions'
import { transactionOf } from '../../src/store/transaction'
import { idOf } from '../idOf'
import { refuse } from '../refuse'

/**
 * Rules never reach into the past (R-RULE-1, R-RULE-2). What ended stays as it was; what counts now only gets an end,
 * from tomorrow; what is planned may change, but
 * it stays the rule of its organ and type, and where rules or members are already it begins tomorrow at the earliest.
 */
export const keepRulePast: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const whole = { ...originalDoc, ...data }
  const today = businessDate(req)
  if (operation === 'update' && originalDoc.validFrom <= today) {
    const changed = changedFields(originalDoc, whole)
    const [first] = changed
    if (first && originalDoc.validTo && originalDoc.validTo <= today) throw refuse({ req, path: first }, 'RULE_ENDED')
    if (first && first !== 'validTo') throw refuse({ req, path: first }, 'RULE_ALREADY_COUNTS')
    if (first && whole.validTo && whole.validTo <= today) throw refuse({ req, path: 'validTo' }, 'RULE_END_FROM_TOMORROW')
    return data
  }
  const moved = operation === 'update' ? (['organ', 'membershipType'] as const).find((field) => idOf(originalDoc[field]) !== idOf(whole[field])) : undefined
  if (moved) throw refuse({ req, path: moved }, 'RULE_SCOPE_FIXED')
  if (whole.validFrom > today) return data
  const tx = await transactionOf(req)
  const scope = { organ: idOf(whole.organ) ?? null, membershipType: idOf(whole.membershipType) ?? null }
  const isRunning = await hasOtherVersions(tx, scope, originalDoc?.id) || (scope.organ !== null && await hadMembers(tx, scope.organ))
  if (isRunning) throw refuse({ req, path: 'validFrom' }, 'RULE_FROM_TOMORROW')
  return data
}

type Version = { readonly organ?: unknown; readonly membershipType?: unknown; readonly criteria?: unknown; readonly validFrom?: unknown; readonly validTo?: unknown }

/** What would be another rule first, its end last. */
const changedFields = (before: Version, after: Version): readonly (keyof Version)[] => [
  ...(isDeepStrictEqual(before.criteria, after.criteria) ? [] : ['criteria' as const]),
  ...(['organ', 'membershipType'] as const).filter((field) => idOf(before[field]) !== idOf(after[field])),
  ...(['validFrom', 'validTo'] as const).filter((field) => (before[field] ?? null) !== (after[field] ?? null)),
]
