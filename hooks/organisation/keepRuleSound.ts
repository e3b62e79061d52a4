import type { CollectionBeforeChangeHook } from 'payload'
import { describeRule } from '../../src/rules/describeRule'
import { parseRule } from '../../src/rules/parseRule'
import type { Rule } from '../../src/rules/rule'
import { RuleError } from '../../src/rules/ruleError'
import { subscriptionTypeTitles } from '../../src/store/subscriptions'
import { transactionOf } from '../../src/store/transaction'
import { idOf } from '../idOf'
import { refuse } from '../refuse'

/** A rule belongs to a type, an organ or both, ends after it begins, and says in words what it asks. */
export const keepRuleSound: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const whole = { ...originalDoc, ...data }
  if (idOf(whole.organ) === undefined && idOf(whole.membershipType) === undefined) throw refuse({ req, path: 'membershipType' }, 'RULE_NEEDS_SCOPE')
  if (whole.validTo && whole.validTo <= whole.validFrom) throw refuse({ req, path: 'validTo' }, 'END_BEFORE_START')
  const rule = ruleIn(whole.criteria)
  return rule ? { ...data, sentence: describeRule(rule, 'nl', { subscriptionTypes: await subscriptionTypeTitles(await transactionOf(req)) }) } : data
}

/** Undefined where the criteria are wrong: the field's own validation says what and where. */
function ruleIn(criteria: unknown): Rule | undefined {
  try {
    return parseRule(criteria)
  } catch (error) {
    if (error instanceof RuleError) return undefined
    throw error
  }
}
