import { sql } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../domain/localDate'
import { compileRule } from '../rules/compileRule'
import { parseRule } from '../rules/parseRule'
import { expanded } from './relationLists'
import type { Transaction } from './transaction'

/** The selections that are taken anew every day. */
export async function dailySelections(tx: Transaction): Promise<readonly number[]> {
  const { rows } = await tx.execute<{ id: number }>(sql`select id from selections where mode = 'daily' order by id`)
  return rows.map(({ id }) => id)
}

/** What a selection holds after it was taken. */
export type TakenSelection = { readonly memberCount: number; readonly computedAt: Date }

/**
 * Makes the members of a selection exactly those who are on its list on the date. Who stays keeps the same row.
 * @throws RuleError when the rule of the list cannot be read.
 */
export async function takeSelection(tx: Transaction, selection: number, date: LocalDate): Promise<TakenSelection> {
  const { rows: [list] } = await tx.execute<{ criteria: unknown }>(sql`
    select l.criteria from selections s join relation_lists l on l.id = s.list_id where s.id = ${selection} for update of s`)
  if (!list) return { memberCount: 0, computedAt: new Date() }
  const rule = await expanded(tx, parseRule(list.criteria))
  const { rows: [taken] } = await tx.execute<{ memberCount: number; computedAt: string }>(sql`
    with found as materialized (select r.id from relations r where ${compileRule(rule, { relationAlias: 'r', date })}),
         gone as (delete from selection_members m where m.selection_id = ${selection} and not exists (select from found where found.id = m.relation_id)),
         added as (insert into selection_members (selection_id, relation_id) select ${selection}::int, id from found on conflict do nothing)
    update selections set member_count = (select count(*) from found), computed_at = now(), updated_at = now() where id = ${selection}
    returning member_count::int as "memberCount", to_char(computed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "computedAt"`)
  return { memberCount: taken?.memberCount ?? 0, computedAt: new Date(taken?.computedAt ?? 0) }
}
