import { operatorOf } from './catalogue'
import type { Lookup } from './field'
import { isLeaf, type Rule } from './rule'

/**
 * The rule as a set of values of one expression, or undefined where it asks more than that. A list of towns is one,
 * and so is "town is A or town is B": those are the rules by which nearly all organs divide their members.
 */
export function lookupOf(rule: Rule): Lookup | undefined {
  if (isLeaf(rule)) return withoutRepeats(operatorOf(rule).lookup?.(rule.value))
  if (rule.op === 'not') return undefined
  const lookups = rule.rules.map(lookupOf)
  if (rule.op === 'and') return lookups.length === 1 ? lookups[0] : undefined
  if (lookups.length === 0) return undefined
  return withoutRepeats(lookups.reduce((left, right) => together(left, right)))
}

const together = (left: Lookup | undefined, right: Lookup | undefined): Lookup | undefined =>
  left && right && left.shape === right.shape ? { ...left, values: [...left.values, ...right.values] } : undefined

const withoutRepeats = (lookup: Lookup | undefined): Lookup | undefined =>
  lookup && { ...lookup, values: [...new Set(lookup.values)] }
