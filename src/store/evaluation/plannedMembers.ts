import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../../domain/localDate'
import type { Transaction } from '../transaction'
import { loadDivision, type Division } from './division'
import { unseen } from './keyedMembers'
import { quickestMembers } from './members'
import { gather, type Population } from './population'
import { whoCouldBeIn } from './touched'
import { settingsFor, withSettings } from './withSettings'

/** The temporary table of who would be a member on a coming day as things are planned now: `relation_id`, `organ_id` (0 is the organisation), `type_id`. */
export const plannedTable = sql.raw('planned_members')

/** Fills `plannedTable` by the engine of the daily run, with the tree, the rules and the exceptions of that day and the facts of now. */
const planMembers = async (tx: Transaction, organisation: number, { date, population }: { readonly date: LocalDate; readonly population: Population }): Promise<void> =>
  fillPlanned(tx, await loadDivision(tx, organisation, date), population)

/** The same for one organ: only whoever could be in it that day is looked at. */
export async function planMembersOf(tx: Transaction, organisation: number, { date, organ }: { readonly date: LocalDate; readonly organ: number }): Promise<void> {
  const division = await loadDivision(tx, organisation, date)
  const population = await gather(tx, 'planned_population', whoCouldBeIn(organ, division))
  await fillPlanned(tx, division, population)
  await tx.execute(sql`drop table ${population.table}`)
}

const fillPlanned = (tx: Transaction, division: Division, population: Population): Promise<void> =>
  withSettings(tx, settingsFor(population), async () => {
    const { prefix, query } = await quickestMembers(tx, division, population)
    await tx.execute(sql`create temporary table ${plannedTable} on commit drop as ${prefix} select relation_id, organ_id, type_id from (${query}) planned where organ_id <> ${unseen}`)
  })

export const dropPlanned = (tx: Transaction): Promise<unknown> => tx.execute(sql`drop table ${plannedTable}`)

/** How many relations each organ (0 for the organisation) would have on the coming day. */
export async function plannedCounts(tx: Transaction, organisation: number, date: LocalDate): Promise<ReadonlyMap<number, number>> {
  await planMembers(tx, organisation, { date, population: 'everybody' })
  const { rows } = await tx.execute<{ organ: number; members: number }>(sql`
    select organ_id as organ, count(distinct relation_id)::int as members from ${plannedTable} group by organ_id`)
  await dropPlanned(tx)
  return new Map(rows.map(({ organ, members }) => [organ, members]))
}

/** A place that somebody gets or loses on a coming day; organ null is the organisation itself. */
export type PlannedTurn = { readonly date: LocalDate; readonly organisation: number; readonly organ: number | null; readonly type: number; readonly kind: 'joins' | 'leaves' }

/** Further ahead than this many turning days nobody plans. */
const mostDays = 12

/**
 * What is planned to happen to the memberships of one relation: by rules, transfers, ends, its exceptions and its
 * subscriptions that begin or end on a coming day. What an age brings is not foretold.
 */
export async function plannedTurnsOf(tx: Transaction, relation: number, today: LocalDate): Promise<readonly PlannedTurn[]> {
  await tx.execute(sql`create temporary table planned_population on commit drop as select ${relation}::int as relation_id`)
  const population = { table: sql.raw('planned_population') }
  const turns: PlannedTurn[] = []
  for (const organisation of await organisationsOf(tx, relation)) {
    await tx.execute(sql`create temporary table planned_before on commit drop as ${openPlaces(organisation, relation)}`)
    for (const date of await turningDays(tx, { organisation, relation, today })) {
      await planMembers(tx, organisation, { date, population })
      turns.push(...(await differences(tx)).map((turn) => ({ ...turn, date, organisation })))
      await tx.execute(sql`drop table planned_before`)
      await tx.execute(sql`alter table ${plannedTable} rename to planned_before`)
    }
    await tx.execute(sql`drop table planned_before`)
  }
  await tx.execute(sql`drop table planned_population`)
  return turns
}

const openPlaces = (organisation: number, relation: number): SQL => sql`
  select relation_id, coalesce(organ_id, 0) as organ_id, membership_type_id as type_id from memberships
   where organisation_id = ${organisation} and relation_id = ${relation} and end_date is null`

async function organisationsOf(tx: Transaction, relation: number): Promise<number[]> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    select organisation_id as id from memberships where relation_id = ${relation} and end_date is null
    union select o.organisation_id from exception_memberships e join organs o on o.id = e.organ_id where e.relation_id = ${relation} order by 1`)
  return rows.map(({ id }) => id)
}

type Whose = { readonly organisation: number; readonly relation: number; readonly today: LocalDate }

async function turningDays(tx: Transaction, { organisation, relation, today }: Whose): Promise<LocalDate[]> {
  const { rows } = await tx.execute<{ date: string }>(sql`
    select distinct date::text from (
      select unnest(array[v.valid_from, v.valid_to]) as date from rule_versions v left join organs o on o.id = v.organ_id left join membership_types t on t.id = v.membership_type_id
       where coalesce(o.organisation_id, t.organisation_id) = ${organisation}
      union all select unnest(array[start_date, end_date]) from organs where organisation_id = ${organisation}
      union all select p.valid_from from organ_placements p join organs o on o.id = p.organ_id where o.organisation_id = ${organisation}
      union all select unnest(array[start_date, end_date]) from exception_memberships where relation_id = ${relation}
      union all select unnest(array[start_date, end_date]) from subscriptions where relation_id = ${relation}
    ) turning where date > ${today}::date order by 1 limit ${mostDays}`)
  return rows.map(({ date }) => day(date))
}

async function differences(tx: Transaction): Promise<Omit<PlannedTurn, 'date' | 'organisation'>[]> {
  const { rows } = await tx.execute<Omit<PlannedTurn, 'date' | 'organisation'>>(sql`
    select nullif(organ_id, 0) as organ, type_id as type, case when b.relation_id is null then 'joins' else 'leaves' end as kind
      from planned_before b full join ${plannedTable} p using (organ_id, type_id)
     where b.relation_id is null or p.relation_id is null order by 3 desc, organ_id, type_id`)
  return rows
}
