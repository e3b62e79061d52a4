import { operatorOf } from './catalogue'
import { customFieldIn } from './fields/custom'
import { titlesOf, type Names } from './names'
import { leavesOf, type PlacedLeaf, type Rule } from './rule'
import type { RuleMistake } from './ruleError'

/** What rules can point to: everything that there is, with its name. */
export type KnownReferences = Required<Names>

/** Every question in a rule about something that does not exist, with its place. */
export const checkReferences = (rule: Rule, known: KnownReferences): readonly RuleMistake[] =>
  leavesOf(rule).flatMap((placed) => [...unknownField(placed, known), ...unknownReferences(placed, known)])

function unknownField({ leaf, path }: PlacedLeaf, { customFields }: KnownReferences): readonly RuleMistake[] {
  const asked = customFieldIn(leaf.field)
  if (!asked || customFields.get(asked.key)?.type === asked.type) return []
  return [{ path: [...path, 'field'], code: 'RULE_FIELD_UNKNOWN', params: { field: leaf.field } }]
}

const unknownReferences = ({ leaf, path }: PlacedLeaf, known: KnownReferences): readonly RuleMistake[] =>
  (operatorOf(leaf).references?.(leaf.value) ?? [])
    .filter(({ kind, id }) => !known[titlesOf[kind]].has(id))
    .map(({ kind, id }) => ({ path: [...path, 'value'], code: 'RULE_REFERENCE_UNKNOWN', params: { kind, id } }))
