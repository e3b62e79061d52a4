import type { CollectionBeforeChangeHook } from 'payload'
import { describeRule } from '../../src/rules/describeRule'
import { parseRule } from '../../src/rules/parseRule'
import type { Rule } from '../../src/rules/rule'
import { RuleError } from '../../src/rules/ruleError'
import { businessDate } from '../../src/store/businessDate'
import { ruleVersionsOf } from '../../src/store/ruleVersions'
import { subscriptionTypeTitles } from '../../src/store/subscriptions'
import { transactionOf } from '../../src/store/transaction'
import { idOf } from '../idOf'
import { refuse } from '../refuse'

/** A rule belongs to a type, an organ or both, says in words what it asks, and never reaches into the past (R-RULE-1). */
export const keepRuleSound: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const whole = { ...originalDoc, ...data }
  const scope = { organ: idOf(whole.organ) ?? null, membershipType: idOf(whole.membershipType) ?? null }
  if (scope.organ === null && scope.membershipType === null) throw refuse({ req, path: 'membershipType' }, 'RULE_NEEDS_SCOPE')
  if (whole.validTo && whole.validTo <= whole.validFrom) throw refuse({ req, path: 'validTo' }, 'END_BEFORE_START')
  const tx = await transactionOf(req)
  const today = businessDate(req)
  const others = await ruleVersionsOf(tx, scope, operation === 'update' ? originalDoc.id : undefined)
  if (operation === 'create' && others.length > 0 && whole.validFrom <= today) throw refuse({ req, path: 'validFrom' }, 'RULE_FROM_TOMORROW')
  const isRunning = operation === 'update' && originalDoc.validFrom <= today
  const rewritten = isRunning && (JSON.stringify(data.criteria ?? originalDoc.criteria) !== JSON.stringify(originalDoc.criteria) || whole.validFrom !== originalDoc.validFrom)
  if (rewritten) throw refuse({ req, path: 'criteria' }, 'RULE_ALREADY_COUNTS')
  const rule = ruleIn(whole.criteria)
  return rule ? { ...data, sentence: describeRule(rule, 'nl', { subscriptionTypes: await subscriptionTypeTitles(tx) }) } : data
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
