import type { CollectionBeforeChangeHook } from 'payload'
import { transactionOf } from '../../src/store/transaction'
import { idOf } from '../idOf'
import { refuse } from '../refuse'
import { ruleSentence } from '../ruleSentence'

/** A rule belongs to a type, an organ or both, ends after it begins, and says in words what it asks. */
export const keepRuleSound: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const whole = { ...originalDoc, ...data }
  if (idOf(whole.organ) === undefined && idOf(whole.membershipType) === undefined) throw refuse({ req, path: 'membershipType' }, 'RULE_NEEDS_SCOPE')
  if (whole.validTo && whole.validTo <= whole.validFrom) throw refuse({ req, path: 'validTo' }, 'END_BEFORE_START')
  const { sentence } = await ruleSentence(await transactionOf(req), whole.criteria)
  return sentence === undefined ? data : { ...data, sentence }
}
