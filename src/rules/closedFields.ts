import { leavesOf, type Leaf, type PlacedLeaf, type Rule } from './rule'
import type { RuleMistake } from './ruleError'

/** For a field that may not be asked, the code of why and what its sentence needs; undefined for the others. */
export type ClosedField = (key: string) => Pick<RuleMistake, 'code' | 'params'> | undefined

/** The rules that a question stands for: those of the lists and of the selections that it names. */
export type RulesBehind = (leaf: Leaf) => readonly Rule[]

/** Every question that leads to a field that is closed, also by way of a list, at its place in the rule as it is written. */
export const closedFieldsIn = (rule: Rule, closed: ClosedField, behind: RulesBehind): readonly RuleMistake[] =>
  leavesOf(rule).flatMap((placed) => mistakeAt(placed, closed, behind))

function mistakeAt({ leaf, path }: PlacedLeaf, closed: ClosedField, behind: RulesBehind): readonly RuleMistake[] {
  const asked = closed(leaf.field)
  if (asked) return [{ ...asked, path: [...path, 'field'] }]
  const hidden = [...fieldsBehind(leaf, behind)].map(closed).find((one) => one !== undefined)
  return hidden ? [{ ...hidden, path: [...path, 'value'] }] : []
}

/** Each rule is walked once, however many lists name it. */
function fieldsBehind(leaf: Leaf, behind: RulesBehind): ReadonlySet<string> {
  const [fields, seen] = [new Set<string>(), new Set<Rule>()]
  const left = [...behind(leaf)]
  for (let rule = left.pop(); rule !== undefined; rule = left.pop()) {
    if (seen.has(rule)) continue
    seen.add(rule)
    for (const { leaf: inner } of leavesOf(rule)) {
      fields.add(inner.field)
      left.push(...behind(inner))
    }
  }
  return fields
}
