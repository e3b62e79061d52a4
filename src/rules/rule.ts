/** All, or any, of the parts hold. Never empty: what an empty group means is a guess, so it is refused. */
export type Group = { readonly op: 'and' | 'or'; readonly rules: readonly Rule[] }

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
