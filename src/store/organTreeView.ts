import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { plannedTable } from './evaluation/plannedMembers'
import { countingIn, periodsOn, type Sight } from './periodsOn'
import { treeOn } from './placedOrgans'
import { plannedChangesAfter, type PlannedRow } from './plannedChanges'
import type { Transaction } from './transaction'
import { containing } from './wordSearch'

export type RuleMode = 'rules' | 'none' | 'passThrough'

/** An organ in the tree of a day. `members` are relations, each counted once; 0 for a day that is yet to come. */
export type TreeRow = {
  readonly id: number
  readonly parent: number | null
  readonly title: string
  readonly code: string | null
  readonly startDate: LocalDate
  readonly endDate: LocalDate | null
  readonly ruleMode: RuleMode
  readonly members: number
  readonly rulesSentence: string | null
  readonly planned: readonly PlannedRow[]
}

/** The tree of the organisation as it stands on the day, parents before what is below them, in one query. */
export async function treeRowsOn(tx: Transaction, organisation: number, sight: Sight): Promise<readonly TreeRow[]> {
  const { date, today } = sight
  const { rows } = await tx.execute<TreeRow>(sql`
    with recursive ${treeOn(organisation, date, undefined)}, counted as (${date > today ? nobody : countsOn(await countingIn(tx, organisation), sight)}),
    planned as (
      select organ_id, jsonb_agg(jsonb_build_object('kind', kind, 'id', id, 'date', date, 'words', words) order by date, kind) as list
        from (${plannedChangesAfter(date > today ? date : today)}) p group by organ_id
    )
    select o.id, nullif(t.parent_id, 0) as parent, o.title, o.code, o.start_date::text as "startDate", o.end_date::text as "endDate", o.rule_mode as "ruleMode",
           coalesce(c.members, 0) as members, v.sentence as "rulesSentence", coalesce(p.list, '[]') as planned
      from tree t join organs o on o.id = t.id
      left join counted c on c.organ_id = o.id
      left join planned p on p.organ_id = o.id
      left join rule_versions v on v.organ_id = o.id and v.membership_type_id is null and v.valid_from <= ${date}::date and (v.valid_to is null or ${date}::date < v.valid_to)
     order by t.level, o.title, o.id`)
  return rows
}

const nobody = sql`select null::int as organ_id, 0 as members where false`

const countsOn = ({ relations }: { readonly relations: SQL }, sight: Sight): SQL => sql`
  select organ_id, ${relations}::int as members from (${periodsOn(sight, sql`organ_id, relation_id`, sql`organ_id is not null`)}) m group by organ_id`

export type UpcomingOrgan = { readonly id: number; readonly title: string; readonly parent: string | null; readonly startDate: LocalDate }

/** The organs that are planned to begin after the day. */
export async function upcomingOrgans(tx: Transaction, organisation: number, date: LocalDate): Promise<readonly UpcomingOrgan[]> {
  const { rows } = await tx.execute<UpcomingOrgan>(sql`
    select o.id, o.title, a.title as parent, o.start_date::text as "startDate" from organs o left join organs a on a.id = o.parent_id
     where o.organisation_id = ${organisation} and o.start_date > ${date}::date and (o.end_date is null or o.start_date < o.end_date)
     order by o.start_date, o.title, o.id`)
  return rows
}

type Counted = { readonly organisation: number; /** Without one, the organisation itself. */ readonly organ?: number | undefined }

/** How many relations are members of the organisation, or of one organ of it, on the day. */
export async function membersCountOn(tx: Transaction, { organisation, organ }: Counted, sight: Sight): Promise<number> {
  const { relations, ofTop } = await countingIn(tx, organisation)
  const where = organ === undefined ? ofTop : sql`organ_id = ${organ}`
  const { rows } = await tx.execute<{ members: number }>(sql`select ${relations}::int as members from (${periodsOn(sight, sql`relation_id`, where)}) m`)
  return rows[0]?.members ?? 0
}

export type OrganisationRow = { readonly id: number; readonly title: string; readonly mayTransferBranches: boolean }

/** Every organisation by title. */
export async function allOrganisations(tx: Transaction): Promise<readonly OrganisationRow[]> {
  const { rows } = await tx.execute<OrganisationRow>(sql`
    select id, title, coalesce(may_transfer_branches, false) as "mayTransferBranches" from organisations order by title, id`)
  return rows
}

/** The membership types of the organisation by title. */
export async function typesOf(tx: Transaction, organisation: number): Promise<readonly { readonly id: number; readonly title: string }[]> {
  const { rows } = await tx.execute<{ id: number; title: string }>(sql`select id, title from membership_types where organisation_id = ${organisation} order by title, id`)
  return rows
}

export type MemberRow = {
  readonly relation: number
  readonly number: number
  readonly name: string
  readonly town: string | null
  readonly type: number
  readonly membershipType: string
  readonly startDate: LocalDate
  readonly countedFromDate: LocalDate | null
}

export type MembersPage = { readonly search: readonly string[]; readonly page: number; readonly perPage: number }

/** Who is planned to be in the organ, from `plannedTable`: since when they are, or from that day on. */
const plannedOf = (organ: number, { date }: Sight): SQL => sql`
  select p.relation_id, p.type_id as membership_type_id, coalesce(m.start_date, ${date}::date) as start_date, m.counted_from_date
    from ${plannedTable} p
    left join memberships m on m.relation_id = p.relation_id and m.membership_type_id = p.type_id and m.organ_id = p.organ_id and m.end_date is null
   where p.organ_id = ${organ}`

/**
 * A page of the members of an organ on the day by name, those whose search text holds every word, and how many there are.
 * For a day that is yet to come, `planMembersOf` has to have been asked before.
 */
export async function memberRowsOn(tx: Transaction, organ: number, sight: Sight, { search, page, perPage }: MembersPage): Promise<{ readonly members: readonly MemberRow[]; readonly count: number }> {
  const columns = sql`relation_id, membership_type_id, start_date, counted_from_date`
  const words = search.map((word) => sql` and r.search_text like ${containing(word)}`)
  const found = sql`(${sight.date > sight.today ? plannedOf(organ, sight) : periodsOn(sight, columns, sql`organ_id = ${organ}`)}) m join relations r on r.id = m.relation_id${sql.join(words)}`
  const { rows } = await tx.execute<MemberRow>(sql`
    select r.id as relation, r.number, r.display_name as name, r.address_town as town, t.id as type, t.title as "membershipType",
           m.start_date::text as "startDate", m.counted_from_date::text as "countedFromDate"
      from ${found} join membership_types t on t.id = m.membership_type_id
     order by r.sort_name, r.id, t.title limit ${perPage} offset ${(page - 1) * perPage}`)
  const { rows: [total] } = await tx.execute<{ count: number }>(sql`select count(*)::int as count from ${found}`)
  return { members: rows.map((row) => ({ ...row, startDate: day(row.startDate) })), count: total?.count ?? 0 }
}
