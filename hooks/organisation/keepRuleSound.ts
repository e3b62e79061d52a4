import { isDeepStrictEqual } from 'node:util'
import type { CollectionBeforeChangeHook } from 'payload'
import { countsRules } from '../../src/store/ruleVersions'
import { transactionOf } from '../../src/store/transaction'
import { idOf } from '../idOf'
import { refuse } from '../refuse'
import { ruleSentence } from '../ruleSentence'

/** A rule belongs to a type, an organ where rules decide, or both, ends after it begins, and says in words what it asks. */
export const keepRuleSound: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const whole = { ...originalDoc, ...data }
  const organ = idOf(whole.organ)
  if (organ === undefined && idOf(whole.membershipType) === undefined) throw refuse({ req, path: 'membershipType' }, 'RULE_NEEDS_SCOPE')
  if (whole.validTo && whole.validTo <= whole.validFrom) throw refuse({ req, path: 'validTo' }, 'END_BEFORE_START')
  const tx = await transactionOf(req)
  const isOnlyEnd = operation === 'update' && whole.validFrom === originalDoc.validFrom && isDeepStrictEqual(whole.criteria, originalDoc.criteria)
  if (organ !== undefined && !isOnlyEnd && await countsRules(tx, organ) === false) throw refuse({ req, path: 'organ' }, 'RULE_ORGAN_WITHOUT_RULES')
  const { sentence } = await ruleSentence(tx, whole.criteria)
  return sentence === undefined ? data : { ...data, sentence }
}
