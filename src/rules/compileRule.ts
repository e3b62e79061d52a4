import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { operatorOf } from './catalogue'
import type { Scope } from './field'
import { isLeaf, type Rule } from './rule'

/**
 * One parameterised SQL condition over the relation under `relationAlias`, as of `date`. Every value travels as a
 * parameter. It may come out as null where a fact is missing; as a condition that counts as false, as it does in
 * `matches`, and a negation turns it into true. Relation lists must have been written out by `expandLists`.
 */
export function compileRule(rule: Rule, scope: Scope): SQL {
  if (isLeaf(rule)) return sql`(${operatorOf(rule).compile(rule.value, scope)})`
  if (rule.op === 'not') return sql`(${compileRule(rule.rule, scope)} is not true)`
  if (rule.rules.length === 0) return rule.op === 'and' ? sql`true` : sql`false`
  const parts = rule.rules.map((part) => compileRule(part, scope))
  return sql`(${sql.join(parts, rule.op === 'and' ? sql` and ` : sql` or `)})`
}
