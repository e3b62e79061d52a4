import type { EditorField } from '../../src/rules/editorCatalogue'
import { inputOf } from './inputOf'
import { isGroup, type QueryGroup, type QueryRule } from './query'
import { blankValue, carriedOver } from './values'

/** The query after an edit, with a fitting value wherever another field or operator was chosen. The rest is left as it is. */
export function settled(before: QueryGroup, after: QueryGroup, fields: readonly EditorField[]): QueryGroup {
  const known = new Map(conditionsIn(before).map((rule) => [rule.id, rule]))
  const settle = (group: QueryGroup): QueryGroup => ({ ...group, rules: group.rules.map((part) => (isGroup(part) ? settle(part) : fitted(part, known.get(part.id), fields))) })
  return settle(after)
}

const conditionsIn = (group: QueryGroup): readonly QueryRule[] => group.rules.flatMap((part) => (isGroup(part) ? conditionsIn(part) : [part]))

function fitted(rule: QueryRule, before: QueryRule | undefined, fields: readonly EditorField[]): QueryRule {
  if (before?.field === rule.field && before.operator === rule.operator) return rule
  const to = inputOf(fields, rule)
  if (to === undefined) return rule
  const from = before && inputOf(fields, before)
  const isOfKind = before !== undefined && (before.field === rule.field || (isPlain(before.field, fields) && isPlain(rule.field, fields)))
  return { ...rule, value: from !== undefined && isOfKind ? carriedOver(from, to, before?.value) : blankValue(to) }
}

/** Whether any text or number may stand there, so that it means the same with another such field. */
function isPlain(key: string, fields: readonly EditorField[]): boolean {
  const field = fields.find((one) => one.key === key)
  return field !== undefined && field.choices === undefined && field.references === undefined
}
