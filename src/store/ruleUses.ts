import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { ReferenceKind } from '../rules/names'
import type { Transaction } from './transaction'

/** Something that uses a list or a selection: of which kind, and what it is called. */
export type RuleUse = { readonly kind: 'rule' | 'list' | 'selection' | 'view' | 'artefact'; readonly title: string }

/** Which field of a rule points to them. */
const fields = { 'relation-lists': 'list.member', selections: 'selection.member' } as const satisfies Partial<Record<ReferenceKind, string>>

/** Rules and lists that ask for it, also those that count no more or not yet; for a list, also what was made from it. */
export async function usesOf(tx: Transaction, kind: keyof typeof fields, id: number): Promise<readonly RuleUse[]> {
  const { rows } = await tx.execute<RuleUse>(sql.join([
    sql`select 'rule' as kind, coalesce(o.title, t.title, '') as title
          from rule_versions v left join organs o on o.id = v.organ_id left join membership_types t on t.id = v.membership_type_id
         where ${asksFor(sql`v.criteria`, fields[kind], id)}`,
    sql`select 'list', l.title from relation_lists l where ${asksFor(sql`l.criteria`, fields[kind], id)}`,
    ...(kind === 'relation-lists' ? madeFromList(id) : []),
  ], sql` union all `))
  return rows
}

const madeFromList = (id: number): readonly SQL[] => [
  sql`select 'selection', title from selections where list_id = ${id}`,
  sql`select 'view', title from crm_views where list_id = ${id}`,
  sql`select 'artefact', title from crm_artefacts where list_id = ${id}`,
]

const asksFor = (criteria: SQL, field: SQL | string, id: SQL | number): SQL =>
  sql`jsonb_path_exists(${criteria}, '$.** ? (@.field == $field && @.value[*] == $id)', jsonb_build_object('field', ${field}::text, 'id', ${id}::int))`

/** A list or a selection, of which a rule may count who is on it. */
export type Listed = { readonly kind: 'list' | 'selection'; readonly id: number }

/**
 * What the rules are called that count on it: that name it, or a list that asks for it in turn, or a selection that is taken
 * from it every night. Also those that count no more or not yet, in alphabetical order.
 */
export async function rulesCountingOn(tx: Transaction, { kind, id }: Listed): Promise<readonly string[]> {
  const field = sql`case u.kind when 'list' then ${fields['relation-lists']} else ${fields.selections} end`
  const { rows } = await tx.execute<{ title: string }>(sql`
    with recursive used as (
      select ${kind}::text as kind, ${id}::int as id
      union select taken.kind, taken.id from used u cross join lateral (
        select 'list' as kind, l.id from relation_lists l where ${asksFor(sql`l.criteria`, field, sql`u.id`)}
        union all select 'selection', s.id from selections s where u.kind = 'list' and s.list_id = u.id and s.mode = 'daily'
      ) taken
    )
    select distinct coalesce(o.title, t.title, '') as title
      from used u join rule_versions v on ${asksFor(sql`v.criteria`, field, sql`u.id`)}
      left join organs o on o.id = v.organ_id left join membership_types t on t.id = v.membership_type_id order by 1`)
  return rows.map(({ title }) => title)
}
