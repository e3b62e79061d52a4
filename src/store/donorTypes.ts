import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../domain/localDate'
import { compileRule } from '../rules/compileRule'
import { expandLists } from '../rules/expandLists'
import { parseRule } from '../rules/parseRule'
import { loadListRules } from './relationLists'
import type { Transaction } from './transaction'

/**
 * What kind of giver a relation is on a day, as an expression for the statement that adds donations: the first donor type in order whose
 * list the relation is on, or null (A25). Once on a donation it stays.
 * @throws RuleError when the rule of a list cannot be read
 */
export async function donorTypeOn(tx: Transaction, date: LocalDate): Promise<(relation: SQL) => SQL> {
  const { rows } = await tx.execute<{ id: number; criteria: unknown }>(sql`
    select t.id, l.criteria from donor_types t join relation_lists l on l.id = t.list_id order by t.position`)
  if (rows.length === 0) return () => sql`null::int`
  const types = rows.map(({ id, criteria }) => ({ id, rule: parseRule(criteria) }))
  const listRules = await loadListRules(tx, types.map(({ rule }) => rule))
  const cases = types.map(({ id, rule }) => sql`when ${compileRule(expandLists(rule, listRules), { relationAlias: 'donor', date })} then ${id}::int`)
  return (relation) => sql`(select case ${sql.join(cases, sql` `)} end from relations donor where donor.id = ${relation})`
}
