import type { Rule } from '../../rules/rule'
import { ruleOf, type Division } from './division'
import { activeOrgans, type Organ } from './organTree'

/**
 * One membership type with its rule and the tree as it is for that type on the day. Each type has a tree of its own, as
 * an organ may have rules for one type and not for another. Only types that have a rule today can have members by rule.
 */
export type TypeTree = {
  readonly type: number
  readonly rule: Rule
  readonly organs: readonly RuledOrgan[]
}

/** An organ with what it asks of the type: there exactly when its mode is `rules`. */
export type RuledOrgan = Organ & { readonly rule: Rule | undefined }

export const typeTreesOf = (division: Division): TypeTree[] => division.types.flatMap((type) => {
  const rule = ruleOf(division, null, type)
  return rule ? [{ type, rule, organs: treeOf(division, type) }] : []
})

function treeOf(division: Division, type: number): RuledOrgan[] {
  const rules = new Map(division.organs.map(({ id }) => [id, ruleAt(division, id, type)]))
  return activeOrgans(division.organs, division.date, (organ) => rules.get(organ) !== undefined)
    .map((organ) => ({ ...organ, rule: organ.mode === 'rules' ? rules.get(organ.id) : undefined }))
}

/** What an organ asks of a type: its general rule and what it asks extra of that type; undefined when it has neither. */
function ruleAt(division: Division, organ: number, type: number): Rule | undefined {
  const rules = [ruleOf(division, organ, null), ruleOf(division, organ, type)].filter((rule) => rule !== undefined)
  return rules.length > 1 ? { op: 'and', rules } : rules[0]
}
