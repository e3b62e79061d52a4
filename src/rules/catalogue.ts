import type { Field, Operator } from './field'
import { addressFields } from './fields/address'
import { personFields } from './fields/person'
import { relationFields } from './fields/relation'
import { subscriptionFields } from './fields/subscription'
import type { Leaf } from './rule'
import { RuleError } from './ruleError'

/** Every fact that a rule can ask about. A new fact is one entry here, and then works everywhere. */
export const catalogue: readonly Field[] = [...relationFields, ...personFields, ...addressFields, ...subscriptionFields]

const byKey = new Map(catalogue.map((field) => [field.key, field]))

/** The field with this key, or undefined. */
export const fieldOf = (key: string): Field | undefined => byKey.get(key)

/** The operator of a parsed leaf. @throws RuleError for a leaf that `parseRule` would not have let through. */
export function operatorOf({ field: key, operator: name }: Leaf): Operator {
  const operators = fieldOf(key)?.operators ?? {}
  const found = Object.hasOwn(operators, name) ? operators[name] : undefined
  if (!found) throw new RuleError([{ path: [], code: 'RULE_OPERATOR_UNKNOWN', params: { field: key, operator: name } }])
  return found
}
