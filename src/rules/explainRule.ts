import type { LocalDate } from '../domain/localDate'
import { fieldOf, operatorOf } from './catalogue'
import type { RelationFacts } from './facts'
import type { Actual } from './field'
import { isLeaf, partsOf, type Rule } from './rule'

/** Whether a node holds, and why: a leaf with what the relation actually has, the others with the verdict of each part. */
export type Verdict = {
  readonly rule: Rule
  readonly holds: boolean
  readonly actual?: Actual
  readonly parts: readonly Verdict[]
}

/** Judges every node of the rule for one relation on one date, also those that no longer change the outcome. */
export function explainRule(rule: Rule, facts: RelationFacts, date: LocalDate): Verdict {
  const parts = partsOf(rule).map((part) => explainRule(part, facts, date))
  if (!isLeaf(rule)) return { rule, holds: combined(rule.op, parts), parts }
  const operator = operatorOf(rule)
  const actual = operator.actual ? operator.actual(rule.value, facts, date) : (fieldOf(rule.field)?.actual(facts, date) ?? null)
  return { rule, holds: operator.holds(rule.value, facts, date), actual, parts }
}

/** Whether the relation meets the rule on the date: the same answer that the compiled SQL gives. */
export const matches = (rule: Rule, facts: RelationFacts, date: LocalDate): boolean => explainRule(rule, facts, date).holds

function combined(op: 'and' | 'or' | 'not', parts: readonly Verdict[]): boolean {
  if (op === 'and') return parts.every(({ holds }) => holds)
  if (op === 'or') return parts.some(({ holds }) => holds)
  return !parts.some(({ holds }) => holds)
}
