import { sql } from '@payloadcms/db-postgres/drizzle'
import { expandLists, listsIn, type ListRules } from '../rules/expandLists'
import { parseRule } from '../rules/parseRule'
import type { Rule } from '../rules/rule'
import { lockByName, type Transaction } from './transaction'

/** Held by whoever changes what lists there are or which rules use them, so that neither changes under the other. */
export const lockLists = (tx: Transaction): Promise<unknown> => lockByName(tx, 'relation lists')

/**
 * The rules of the relation lists that these rules name, and of those that are named in turn; other lists are not read.
 * @throws RuleError when a stored list cannot be read.
 */
export async function loadListRules(tx: Transaction, rules: readonly Rule[]): Promise<ListRules> {
  const known = new Map<number, Rule>()
  const asked = new Set<number>()
  for (let wanted = rules.flatMap(listsIn); wanted.length > 0;) {
    wanted.forEach((list) => asked.add(list))
    const found = await listRules(tx, wanted)
    found.forEach(({ id, rule }) => known.set(id, rule))
    wanted = [...new Set(found.flatMap(({ rule }) => listsIn(rule)))].filter((list) => !asked.has(list))
  }
  return (list) => known.get(list)
}

/** The rule as it can be asked: with the relation lists that it names written out. */
export const expanded = async (tx: Transaction, rule: Rule): Promise<Rule> => expandLists(rule, await loadListRules(tx, [rule]))

/**
 * The rules of all relation lists.
 * @throws RuleError when a stored list cannot be read.
 */
export async function allListRules(tx: Transaction): Promise<ReadonlyMap<number, Rule>> {
  const { rows } = await tx.execute<{ id: number; criteria: unknown }>(sql`select id, criteria from relation_lists`)
  return new Map(rows.map(({ id, criteria }) => [id, parseRule(criteria)]))
}

async function listRules(tx: Transaction, lists: readonly number[]): Promise<readonly { readonly id: number; readonly rule: Rule }[]> {
  const { rows } = await tx.execute<{ id: number; criteria: unknown }>(sql`
    select id, criteria from relation_lists where id = any(${sql.param(lists)}::int[])`)
  return rows.map(({ id, criteria }) => ({ id, rule: parseRule(criteria) }))
}
