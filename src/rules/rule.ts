/**
 * All, or any, of the parts hold. Never empty in a rule as it is written: what an empty group means is a guess, so it is
 * refused. `lists` is there where lists were written out: the relation lists that these parts stand for, and an empty
 * one is then on nobody's list.
 */
export type Group = { readonly op: 'and' | 'or'; readonly rules: readonly Rule[]; readonly lists?: readonly number[] }

/** The part does not hold; an unknown value counts as "does not hold", so its negation is true. */
export type Negation = { readonly op: 'not'; readonly rule: Rule }

/** One question to one field of the catalogue. `value` has the form that the field's operator asks for. */
export type Leaf = { readonly field: string; readonly operator: string; readonly value?: unknown }

/** The one rule language: filters, membership types, organs and selections are all this tree, stored as JSON. */
export type Rule = Group | Negation | Leaf

/** Groups and negations have an `op`, leaves a `field`. */
export const isLeaf = (rule: Rule): rule is Leaf => 'field' in rule

/** The parts of a node in the order in which they are written; a leaf has none. */
export function partsOf(rule: Rule): readonly Rule[] {
  if (isLeaf(rule)) return []
  return rule.op === 'not' ? [rule.rule] : rule.rules
}

/** A leaf with the steps that lead to it from the top, as mistakes name them. */
export type PlacedLeaf = { readonly leaf: Leaf; readonly path: readonly (string | number)[] }

/** Every question that a rule asks, with its place. */
export function leavesOf(rule: Rule, path: PlacedLeaf['path'] = []): readonly PlacedLeaf[] {
  if (isLeaf(rule)) return [{ leaf: rule, path }]
  if (rule.op === 'not') return leavesOf(rule.rule, [...path, 'rule'])
  return rule.rules.flatMap((part, index) => leavesOf(part, [...path, 'rules', index]))
}
