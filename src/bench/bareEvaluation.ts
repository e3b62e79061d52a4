import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from '../store/transaction'

const everybody = sql`true`

/** Tables that a hand-written evaluation of just this association would keep: town to branch, and branch to all above it. */
export async function prepareBare(tx: Transaction): Promise<void> {
  await tx.execute(sql`create table bench_branches as select town, branch_organ from bench_towns`)
  await tx.execute(sql`
    create table bench_above as
    select distinct branch_organ, unnest(array[null, province_organ, municipality_organ, branch_organ]) as organ_id from bench_towns`)
  await tx.execute(sql`analyze bench_branches`)
  await tx.execute(sql`analyze bench_above`)
}

/**
 * The same day's work as plain SQL that knows this association by heart: no rules, no types, no tree to read. It writes
 * the same rows, so that what is left between the two is what the rule language costs. `whom` is a condition on `relations r`.
 */
export async function bareEvaluation(tx: Transaction, date: string, whom: SQL = everybody): Promise<{ joined: number; left: number }> {
  await tx.execute(sql`select set_config('work_mem', '256MB', true), set_config('jit', 'off', true)`)
  await tx.execute(sql`
    create temporary table bare_changes on commit drop as
    select m.id as membership_id, coalesce(m.relation_id, d.relation_id) as relation_id, nullif(coalesce(m.organ_id, d.organ_id), 0) as organ_id
      from (select r.id as relation_id, coalesce(a.organ_id, 0) as organ_id
              from relations r
              join bench_branches b on b.town = r.address_town
              join bench_above a on a.branch_organ = b.branch_organ
             where r.status = 'active' and r.deceased_on is null and ${whom}
               and exists (select from subscriptions s where s.relation_id = r.id and s.type_id = 1
                              and s.start_date <= ${date}::date and (s.end_date is null or ${date}::date < s.end_date))) d
      full join (select id, relation_id, coalesce(organ_id, 0) as organ_id from memberships where organisation_id = 1 and end_date is null
                    and (${whom === everybody} or relation_id in (select r.id from relations r where ${whom}))) m
        on m.relation_id = d.relation_id and m.organ_id = d.organ_id
     where m.id is null or d.relation_id is null`)
  await tx.execute(sql`analyze bare_changes`)
  const { rows } = await tx.execute<{ joined: number; left: number }>(sql`
    with ended as (
      update memberships m set end_date = ${date}::date, end_reason = 'rules_no_longer_met', updated_at = now()
        from bare_changes c where m.id = c.membership_id
      returning m.id, m.relation_id, m.organ_id, m.end_reason as reason
    ), started as (
      insert into memberships (relation_id, organisation_id, organ_id, membership_type_id, start_date, start_reason)
      select relation_id, 1, organ_id, 1, ${date}::date, 'rules_met' from bare_changes where membership_id is null
      returning id, relation_id, organ_id, start_reason as reason
    ), said as (
      insert into membership_mutations (organisation_id, organ_id, relation_id, membership_type_id, kind, date, reason, membership_id)
      select 1, organ_id, relation_id, 1, kind, ${date}::date, reason, id
        from (select *, 'left' as kind from ended union all select *, 'joined' from started) mutation
    )
    select (select count(*)::int from started) as joined, (select count(*)::int from ended) as left`)
  return rows[0] ?? { joined: 0, left: 0 }
}
