import type { RuleGroupType, RuleType } from 'react-querybuilder'
import { isLeaf, type Rule } from '../../src/rules/rule'

/** One condition on screen. Where its operator begins with `!`, the condition must not hold. */
export type QueryRule = RuleType & { readonly id: string }

/** A group on screen. A bare one only frames what stands in it: with one part it is that part, with more it is a group. */
export type QueryGroup = Omit<RuleGroupType, 'id' | 'rules'> & { id: string; isBare?: boolean; rules: (QueryGroup | QueryRule)[] }

export const negation = '!'
export const isGroup = (part: QueryGroup | QueryRule): part is QueryGroup => 'rules' in part

/** Whether JSON has the form of a rule and nothing beside it, so that it can be shown and given back without loss. */
export function isRule(json: unknown): json is Rule {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false
  const part = json as Readonly<Record<string, unknown>>
  const has = (...keys: string[]) => Object.keys(part).every((key) => keys.includes(key))
  if (part['op'] === 'not') return has('op', 'rule') && isRule(part['rule'])
  if (part['op'] === 'and' || part['op'] === 'or') return has('op', 'rules') && Array.isArray(part['rules']) && part['rules'].every(isRule)
  return has('field', 'operator', 'value') && typeof part['field'] === 'string' && typeof part['operator'] === 'string' && !part['operator'].startsWith(negation)
}

/** A rule as the editor shows it; no rule yet is an empty frame. `newId` names each part once. */
export function queryOf(rule: Rule | undefined, newId: () => string): QueryGroup {
  if (rule === undefined) return { id: newId(), combinator: 'and', isBare: true, rules: [] }
  const part = partOf(rule, newId)
  return isGroup(part) ? part : { id: newId(), combinator: 'and', isBare: true, rules: [part] }
}

/** The rule of what the editor shows; undefined where nothing was asked yet. */
export const ruleOf = (query: QueryGroup): Rule | undefined => (query.rules.length === 0 ? undefined : read(query))

function partOf(rule: Rule, newId: () => string): QueryGroup | QueryRule {
  if (isLeaf(rule)) return { id: newId(), field: rule.field, operator: rule.operator, value: rule.value }
  if (rule.op !== 'not') return { id: newId(), combinator: rule.op, rules: rule.rules.map((part) => partOf(part, newId)) }
  if (isLeaf(rule.rule)) return { id: newId(), field: rule.rule.field, operator: `${negation}${rule.rule.operator}`, value: rule.rule.value }
  const inner = partOf(rule.rule, newId)
  return isGroup(inner) && !inner.not ? { ...inner, not: true } : { id: newId(), combinator: 'and', not: true, isBare: true, rules: [inner] }
}

function read(part: QueryGroup | QueryRule): Rule {
  if (!isGroup(part)) return leafOf(part)
  const inner = only(part)
  const rule: Rule = inner ? read(inner) : { op: part.combinator === 'or' ? 'or' : 'and', rules: part.rules.map(read) }
  return part.not ? { op: 'not', rule } : rule
}

/** What a bare group frames, while that is one part. */
export const only = ({ isBare, rules }: QueryGroup): QueryGroup | QueryRule | undefined => (isBare && rules.length === 1 ? rules[0] : undefined)

function leafOf({ field, operator, value }: QueryRule): Rule {
  const isNot = operator.startsWith(negation)
  const leaf: Rule = { field, operator: isNot ? operator.slice(negation.length) : operator, ...(value !== undefined && { value: value as unknown }) }
  return isNot ? { op: 'not', rule: leaf } : leaf
}
