import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { countingIn, periodsOn, type Sight } from './periodsOn'
import { treeOn } from './placedOrgans'
import type { Transaction } from './transaction'

/** An organ (the organisation itself where there is no `id`) with how its members are spread over the organs directly below it. */
export type SpreadRow = {
  readonly id: number | null
  readonly title: string
  /** 0 for where the report begins. */
  readonly level: number
  readonly organsBelow: number
  readonly members: number
  /** In two or more organs below for the same type. */
  readonly inSeveral: number
  /** In no organ below. */
  readonly inNone: number
}

/** Lets the rest of this transaction group millions of memberships without writing them to disk. */
export const allowMuchMemory = (tx: Transaction): Promise<unknown> =>
  tx.execute(sql`select set_config('work_mem', '256MB', true), set_config('jit', 'off', true)`)

type Place = { readonly organisation: number; readonly organ: number | undefined }

/**
 * Every organ at and below the place that has organs below it, in one query (R-RULE-4). Each period is looked at once: it
 * counts as a member of its own organ, and as one place below the organ above.
 */
export async function spreadOn(tx: Transaction, { organisation, organ }: Place, sight: Sight): Promise<readonly SpreadRow[]> {
  const { relations } = await countingIn(tx, organisation)
  const ofTree = organ === undefined ? sql`organisation_id = ${organisation}` : sql`organ_id = any(array(select id from tree))`
  const { rows } = await tx.execute<SpreadRow>(sql`
    with recursive ${treeOn(organisation, sight.date, organ)}, forks as (
      select parent_id as id, count(*)::int as below from tree where level > 0 group by parent_id
    ), places as materialized (
      select id as organ_id, id as node, 0 as below from forks union all select id, parent_id, 1 from tree where level > 0
    ), spread as (
      select c.node, p.relation_id, p.membership_type_id, sum(c.below) as below
        from (${periodsOn(sight, sql`coalesce(organ_id, 0) as organ_id, relation_id, membership_type_id`, ofTree)}) p join places c using (organ_id)
       group by c.node, p.relation_id, p.membership_type_id
    ), counted as (
      select node, ${relations}::int as members, ${relations} filter (where below > 1)::int as several, ${relations} filter (where below = 0)::int as none
        from spread group by node
    )
    select nullif(f.id, 0) as id, coalesce(o.title, s.title) as title, t.level, f.below as "organsBelow",
           coalesce(c.members, 0) as members, coalesce(c.several, 0) as "inSeveral", coalesce(c.none, 0) as "inNone"
      from forks f join tree t on t.id = f.id join organisations s on s.id = ${organisation}
      left join organs o on o.id = f.id left join counted c on c.node = f.id
     order by t.level, title, f.id`)
  return rows
}

export type SpreadKind = 'several' | 'none'
export type SpreadPerson = { readonly relation: number; readonly number: number; readonly name: string; readonly town: string | null; readonly membershipType: string; readonly organs: readonly string[] }

type PeoplePage = { readonly kind: SpreadKind; readonly page: number; readonly perPage: number }

/** A page of the members of the place that are in several or in none of the organs directly below it, by name, and how many there are. */
export async function spreadPeopleOn(tx: Transaction, { organisation, organ }: Place, sight: Sight, { kind, page, perPage }: PeoplePage): Promise<{ readonly people: readonly SpreadPerson[]; readonly count: number }> {
  const { rows } = await tx.execute<SpreadPerson & { count: number }>(sql`
    with recursive ${treeOn(organisation, sight.date, organ)}, below as (select id from tree where level = 1),
    spread as (
      select relation_id, membership_type_id, array_agg(organ_id) filter (where organ_id in (select id from below)) as organs
        from (${periodsOn(sight, sql`coalesce(organ_id, 0) as organ_id, relation_id, membership_type_id`, ofPlace(organisation, organ))}) p
       group by relation_id, membership_type_id having ${kind === 'several' ? sql`count(*) filter (where organ_id in (select id from below)) > 1` : sql`count(*) filter (where organ_id in (select id from below)) = 0`}
    )
    select r.id as relation, r.number, r.display_name as name, r.address_town as town, t.title as "membershipType", count(*) over ()::int as count,
           array(select o.title from organs o where o.id = any(s.organs) order by o.title) as organs
      from spread s join relations r on r.id = s.relation_id join membership_types t on t.id = s.membership_type_id
     order by r.sort_name, r.id, t.title limit ${perPage} offset ${(page - 1) * perPage}`)
  return { people: rows.map(({ count: _count, ...person }) => person), count: rows[0]?.count ?? 0 }
}

const ofPlace = (organisation: number, organ: number | undefined): SQL => (organ === undefined
  ? sql`organisation_id = ${organisation} and (organ_id is null or organ_id = any(array(select id from below)))`
  : sql`organ_id = any(array(select id from tree where level < 2))`)
