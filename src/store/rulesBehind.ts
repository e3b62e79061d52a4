import { sql } from '@payloadcms/db-postgres/drizzle'
import type { RulesBehind } from '../rules/closedFields'
import { listFieldKey, selectionFieldKey } from '../rules/fields/lists'
import { parseRule } from '../rules/parseRule'
import { leavesOf, type Leaf, type Rule } from '../rules/rule'
import type { Transaction } from './transaction'

const idsIn = ({ value }: Leaf): readonly number[] => (Array.isArray(value) ? value.filter((id): id is number => typeof id === 'number') : [])

/**
 * Answers for every question that the rule asks, or that is asked by what it leads to, which stored rules stand behind it.
 * Nothing is read for a rule that names no list and no selection.
 * @throws RuleError when a stored list cannot be read
 */
export async function loadRulesBehind(tx: Transaction, rule: Rule): Promise<RulesBehind> {
  if (!leavesOf(rule).some(({ leaf }) => leaf.field === listFieldKey || leaf.field === selectionFieldKey)) return () => []
  const { rows: lists } = await tx.execute<{ id: number; criteria: unknown }>(sql`select id, criteria from relation_lists`)
  const { rows: selections } = await tx.execute<{ id: number; list: number }>(sql`select id, list_id as list from selections`)
  const stored = new Map(lists.map(({ id, criteria }) => [id, criteria]))
  const parsed = new Map<number, Rule>()
  const listOf = new Map(selections.map(({ id, list }) => [id, list]))
  const ruleOf = (list: number): Rule[] => {
    if (!stored.has(list)) return []
    const found = parsed.get(list) ?? parseRule(stored.get(list))
    parsed.set(list, found)
    return [found]
  }
  return (leaf) => {
    if (leaf.field === listFieldKey) return idsIn(leaf).flatMap(ruleOf)
    return leaf.field === selectionFieldKey ? idsIn(leaf).flatMap((id) => ruleOf(listOf.get(id) ?? 0)) : []
  }
}
