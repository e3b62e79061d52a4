import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from '../../../src/store/transaction'

const tables: Readonly<Record<string, SQL>> = {
  memberships: sql`select relation_id, organisation_id, coalesce(organ_id, 0), membership_type_id, start_date, end_date, start_reason, end_reason from memberships`,
  mutations: sql`select date, kind, relation_id, organisation_id, coalesce(organ_id, 0), membership_type_id, reason from membership_mutations`,
  evaluatedDays: sql`select organisation_id, date, division, open from evaluated_days`,
  changed: sql`select relation_id from dirty_relations`,
  runs: sql`select job, business_date, status, message, result->'open' from job_runs`,
}

/** What evaluations leave behind, without ids and instants, and without how much the last run of a day still had to do: of every table the number of rows and a digest of them. */
export async function stateOf(tx: Transaction): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {}
  for (const [name, query] of Object.entries(tables)) {
    const { rows: [row] } = await tx.execute<{ digest: string }>(sql`
      select count(*) || ' ' || coalesce(md5(string_agg(line, E'\n' order by line)), '') as digest from (select t::text as line from (${query}) t) lines`)
    found[name] = row?.digest ?? ''
  }
  return found
}
