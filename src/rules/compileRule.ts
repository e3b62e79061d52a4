import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { operatorOf } from './catalogue'
import type { Lookup, Scope } from './field'
import { textList } from './fields/column'
import { lookupOf } from './lookupOf'
import { inlined, parameterCount } from './parameters'
import { isLeaf, type Group, type Rule } from './rule'

/**
 * A statement holds 65,535 parameters at most, and one statement asks the rules of every organ. A rule that needs more
 * than this writes its values as constants, so that nearly six thousand organs fit whatever their rules and lists ask.
 */
const mostParameters = 8

/**
 * One condition over the relation under `relationAlias`, as of `date`. Values travel as parameters or, where there are
 * many, as constants that can be nothing else. It may come out as null where a fact is missing; as a condition that counts
 * as false, as it does in `matches`, and a negation turns it into true. Relation lists must have been written out by
 * `expandLists`.
 */
export function compileRule(rule: Rule, scope: Scope): SQL {
  const condition = compiled(rule, scope)
  return parameterCount(condition) > mostParameters ? inlined(condition) : condition
}

function compiled(rule: Rule, scope: Scope): SQL {
  if (isLeaf(rule)) return sql`(${operatorOf(rule).compile(rule.value, scope)})`
  if (rule.op === 'not') return sql`(${compiled(rule.rule, scope)} is not true)`
  if (rule.rules.length === 0) return rule.op === 'and' ? sql`true` : sql`false`
  const parts = rule.op === 'or' ? alternatives(rule, scope) : rule.rules.map((part) => compiled(part, scope))
  return sql`(${sql.join(parts, rule.op === 'and' ? sql` and ` : sql` or `)})`
}

/** Alternatives that ask for a value of the same expression are one question for any of those values. */
function alternatives({ rules }: Group, scope: Scope): SQL[] {
  const parts = rules.map((rule) => ({ rule, lookup: lookupOf(rule) }))
  const byShape = Map.groupBy(parts.flatMap(({ lookup }) => lookup ?? []), ({ shape }) => shape)
  const together = [...byShape.values()].filter(({ length }) => length > 1)
  const isTogether = (lookup: Lookup | undefined): boolean => lookup !== undefined && (byShape.get(lookup.shape)?.length ?? 0) > 1
  return [
    ...together.flatMap((lookups) => anyValueOf(lookups, scope)),
    ...parts.filter(({ lookup }) => !isTogether(lookup)).map(({ rule }) => compiled(rule, scope)),
  ]
}

function anyValueOf(lookups: readonly Lookup[], { relationAlias }: Scope): SQL[] {
  const [first] = lookups
  const values = [...new Set(lookups.flatMap((lookup) => lookup.values))]
  return first ? [sql`(${first.key(relationAlias)} = any(${textList(values)}))`] : []
}
