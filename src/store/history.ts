import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Change } from '../domain/changes'
import type { Transaction } from './transaction'

export type HistoryEntry = { readonly id: number; readonly at: string; readonly actor: string | null; readonly action: 'create' | 'update' | 'delete'; readonly changes: Readonly<Record<string, Change>> }

/** What happened to one document, the latest first; `at` is a moment in UTC. */
export async function historyOf(tx: Transaction, subject: string, id: number): Promise<readonly HistoryEntry[]> {
  const { rows } = await tx.execute<{ id: number; at: string; name: string | null; action: HistoryEntry['action']; changes: HistoryEntry['changes'] | null }>(sql`
    select a.id, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, u.name, a.action, a.changes
      from audit_log a left join users u on u.id = a.actor_id
     where a.subject = ${subject} and a.subject_id = ${id} order by a.at desc, a.id desc limit 200`)
  return rows.map((row) => ({ id: row.id, at: row.at, actor: row.name, action: row.action, changes: row.changes ?? {} }))
}

export type ListedRelation = { readonly id: number; readonly name: string; readonly town: string | null; readonly at: string; readonly by: string | null }
type ListedRow = { id: number; display_name: string; address_town: string | null; at: string; name: string | null }
const listed = (row: ListedRow): ListedRelation => ({ id: row.id, name: row.display_name, town: row.address_town, at: row.at, by: row.name })

/** The relations that a user looked at last, each once. */
export async function lastViewed(tx: Transaction, user: number): Promise<readonly ListedRelation[]> {
  const { rows } = await tx.execute<ListedRow>(sql`
    select r.id, r.display_name, r.address_town, to_char(v.viewed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, null as name
      from recent_relations v join relations r on r.id = v.relation_id where v.user_id = ${user} order by v.viewed_at desc limit 10`)
  return rows.map(listed)
}

/** The relations that others changed last, each once with its latest change. */
export async function lastChangedByOthers(tx: Transaction, user: number): Promise<readonly ListedRelation[]> {
  const { rows } = await tx.execute<ListedRow>(sql`
    select r.id, r.display_name, r.address_town, to_char(latest.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, u.name
      from (select distinct on (recent.subject_id) recent.subject_id, recent.at, recent.actor_id
              from (select subject_id, at, actor_id from audit_log
                     where subject = 'relations' and actor_id is distinct from ${user} order by at desc limit 500) recent
             order by recent.subject_id, recent.at desc) latest
      join relations r on r.id = latest.subject_id left join users u on u.id = latest.actor_id
     order by latest.at desc limit 10`)
  return rows.map(listed)
}

/** Remembers that a user looked at a relation, and forgets what is beyond the last thirty. */
export async function rememberViewed(tx: Transaction, user: number, relation: number): Promise<void> {
  await tx.execute(sql`
    insert into recent_relations (user_id, relation_id, viewed_at) values (${user}, ${relation}, clock_timestamp())
    on conflict (user_id, relation_id) do update set viewed_at = excluded.viewed_at`)
  await tx.execute(sql`
    delete from recent_relations where user_id = ${user} and relation_id not in
      (select relation_id from recent_relations where user_id = ${user} order by viewed_at desc limit 30)`)
}
