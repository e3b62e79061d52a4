import type { Field, Operator } from './field'
import { addressFields } from './fields/address'
import { customField } from './fields/custom'
import { donationFields } from './fields/donations'
import { activeFunctionField } from './fields/function'
import { listFields } from './fields/lists'
import { membershipFields } from './fields/membership'
import { personFields } from './fields/person'
import { preferencesField } from './fields/preferences'
import { relationFields } from './fields/relation'
import { activeSubscriptionField } from './fields/subscription'
import type { Leaf } from './rule'
import { RuleError } from './ruleError'

/** Every fact that a rule can ask about, beside custom fields. A new fact is one entry here, and then works everywhere. */
export const catalogue: readonly Field[] = [
  ...addressFields, ...personFields, ...relationFields, preferencesField,
  activeSubscriptionField, activeFunctionField, ...membershipFields, ...listFields, ...donationFields,
]

const byKey = new Map(catalogue.map((field) => [field.key, field]))

/** The field with this key, or undefined. A key of a custom field always has one, whether or not it was ever made. */
export const fieldOf = (key: string): Field | undefined => byKey.get(key) ?? customField(key)

/** The operator of a parsed leaf. @throws RuleError for a leaf that `parseRule` would not have let through. */
export function operatorOf({ field: key, operator: name }: Leaf): Operator {
  const operators = fieldOf(key)?.operators ?? {}
  const found = Object.hasOwn(operators, name) ? operators[name] : undefined
  if (!found) throw new RuleError([{ path: [], code: 'RULE_OPERATOR_UNKNOWN', params: { field: key, operator: name } }])
  return found
}
