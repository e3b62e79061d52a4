import type { Rule } from '../../src/rules/rule'
import { isSameJson } from './isSameJson'
import { isRule, queryOf, ruleOf, type QueryGroup } from './query'

/**
 * What is on screen. `query` is missing where the JSON has not the form of a rule. `sent` is what the owner of the value
 * was told and did not give back yet, so that an echo of what was typed a moment ago never undoes what is typed now.
 */
export type Editing = { readonly rule: unknown; readonly query: QueryGroup | undefined; readonly given: unknown; readonly sent: readonly unknown[] }

let made = 0
/** Names for parts on screen, of no meaning outside it. */
export const newId = (): string => `part-${(made += 1)}`

const shown = (rule: unknown): Pick<Editing, 'rule' | 'query'> => {
  const asked = rule ?? undefined
  return { rule: asked, query: asked === undefined || isRule(asked) ? queryOf(asked as Rule | undefined, newId) : undefined }
}

/** Starts with the value that was given. */
export const begun = (value: unknown): Editing => ({ ...shown(value), given: value, sent: [] })

/** After an edit in the builder. */
export const edited = (editing: Editing, query: QueryGroup): Editing => sending({ ...editing, rule: ruleOf(query), query }, editing.rule)

/** After an edit of the JSON itself. */
export const rewritten = (editing: Editing, json: unknown): Editing => sending({ ...editing, ...shown(json) }, editing.rule)

const sending = (editing: Editing, before: unknown): Editing => (isSameJson(editing.rule, before) ? editing : { ...editing, sent: [...editing.sent, editing.rule] })

/** After the owner gave a value: an echo of what it was told changes nothing, anything else is shown. */
export function received(editing: Editing, value: unknown): Editing {
  if (isSameJson(value ?? undefined, editing.given ?? undefined)) return editing
  const echo = editing.sent.findIndex((one) => isSameJson(one ?? undefined, value ?? undefined))
  if (echo >= 0) return { ...editing, given: value, sent: editing.sent.slice(echo + 1) }
  return isSameJson(value ?? undefined, editing.rule) ? { ...editing, given: value } : begun(value)
}
