import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from '../transaction'
import { changesTable } from './changes'
import type { Division } from './division'
import { reasonsOf } from './reasons'

export type Written = { readonly joined: number; readonly left: number }

/**
 * Writes the collected changes and their mutations in one statement, in the order of relations: so their indexes grow at
 * one end.
 *
 * A period that the same day's earlier run closed and that holds again is reopened, and its mutation "left" removed:
 * there was no day in between, so the count of days runs on. A period that an earlier run opened today and that holds
 * no longer is removed together with its mutation: it never lasted a day. So the last run of a day decides about
 * that day, and what is left is what one run at that moment would have written.
 */
export async function writeChanges(tx: Transaction, division: Division): Promise<Written> {
  const { organisation, date } = division
  const { toJoin, toLeave } = reasonsOf(division)
  const { rows } = await tx.execute<Written>(sql`
    with gone as (
      select c.membership_id, ${toLeave} as reason
        from ${changesTable} c join relations r on r.id = c.relation_id
       where c.membership_id is not null
    ), ended as (
      update memberships m set end_date = ${date}::date, end_reason = g.reason, updated_at = now()
        from gone g where m.id = g.membership_id and m.start_date < ${date}::date
      returning m.id, m.relation_id, m.organ_id, m.membership_type_id, g.reason
    ), withdrawn as (
      delete from memberships m using gone g where m.id = g.membership_id and m.start_date = ${date}::date
         and exists (select from membership_mutations u where u.membership_id = m.id and u.kind = 'joined' and u.date = ${date}::date)
      returning m.id
    ), revived as (
      update memberships m set end_date = null, end_reason = null, updated_at = now()
        from membership_mutations u, ${changesTable} c
       where u.organisation_id = ${organisation} and u.date = ${date}::date and u.kind = 'left' and m.id = u.membership_id
         and m.end_date = ${date}::date and c.membership_id is null and c.relation_id = m.relation_id
         and c.organ_id is not distinct from m.organ_id and c.type_id = m.membership_type_id
      returning m.id, m.relation_id, m.organ_id, m.membership_type_id
    ), started as (
      insert into memberships (relation_id, organisation_id, organ_id, membership_type_id, start_date, start_reason)
      select c.relation_id, ${organisation}::int, c.organ_id, c.type_id, ${date}::date, ${toJoin}
        from ${changesTable} c
       where c.membership_id is null
         and not exists (select from revived v where v.relation_id = c.relation_id and v.membership_type_id = c.type_id
                                                 and v.organ_id is not distinct from c.organ_id)
       order by c.relation_id
      returning id, relation_id, organ_id, membership_type_id, start_reason as reason
    ), unsaid as (
      delete from membership_mutations u
       using (select id, 'joined' as kind from withdrawn union all select id, 'left' from revived) undone
       where u.membership_id = undone.id and u.kind = undone.kind
    ), said as (
      insert into membership_mutations (organisation_id, organ_id, relation_id, membership_type_id, kind, date, reason, membership_id)
      select ${organisation}::int, organ_id, relation_id, membership_type_id, kind, ${date}::date, reason, id
        from (select *, 'left' as kind from ended union all select *, 'joined' from started) mutation
    )
    select (select count(*)::int from started) + (select count(*)::int from revived) as joined,
           (select count(*)::int from ended) + (select count(*)::int from withdrawn) as left`)
  return rows[0] ?? { joined: 0, left: 0 }
}
