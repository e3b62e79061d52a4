import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from '../transaction'
import { previewTable } from './previewChanges'

/** What a change would do, in figures and in names. Organs are told by title, the organisation by its own. */
export type PreviewSummary = {
  /** Periods that would begin and end because of the change. */
  readonly joined: number
  readonly left: number
  /** Relations for whom anything would change because of it; `leaving` of them lose places and get no other. */
  readonly relations: number
  readonly leaving: number
  /** Relations for whom something changes that day whether or not the change is made. */
  readonly anyway: number
  readonly organs: readonly { readonly id: number | null; readonly title: string; readonly joined: number; readonly left: number }[]
  /** From where to where, most people first. */
  readonly moves: readonly { readonly from: readonly string[]; readonly to: readonly string[]; readonly relations: number }[]
  readonly people: readonly PreviewPerson[]
  /** How many people there are beyond those listed. */
  readonly more: number
}

export type PreviewPerson = {
  readonly relation: number
  readonly number: number
  readonly name: string
  readonly membershipType: string
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly isLeaving: boolean
  readonly isAnyway: boolean
}

const [mostMoves, mostPeople] = [20, 100]

/** Sums up `previewTable`. Whoever falls out comes first, then by name. */
export async function summarisePreview(tx: Transaction, organisation: number): Promise<PreviewSummary> {
  await tx.execute(sql`
    create temporary table preview_people on commit drop as
    select c.relation_id, c.type_id, c.is_anyway,
           coalesce(array_agg(coalesce(o.title, a.title) order by o.id nulls first) filter (where not c.is_joined), '{}') as "from",
           coalesce(array_agg(coalesce(o.title, a.title) order by o.id nulls first) filter (where c.is_joined), '{}') as "to",
           not bool_or(c.is_joined) as is_leaving
      from ${previewTable} c left join organs o on o.id = c.organ_id join organisations a on a.id = ${organisation}
     group by c.relation_id, c.type_id, c.is_anyway`)
  const summary = { ...await countPeople(tx), organs: await byOrgan(tx, organisation), moves: await movesOf(tx), people: await firstPeople(tx) }
  await tx.execute(sql`drop table preview_people`)
  const { total, ...rest } = summary
  return { ...rest, more: total - rest.people.length }
}

type Counts = Pick<PreviewSummary, 'joined' | 'left' | 'relations' | 'leaving' | 'anyway'> & { readonly total: number }

async function countPeople(tx: Transaction): Promise<Counts> {
  const { rows } = await tx.execute<Counts>(sql`
    select (select count(*)::int from ${previewTable} where is_joined and not is_anyway) as joined,
           (select count(*)::int from ${previewTable} where not is_joined and not is_anyway) as left,
           count(distinct relation_id) filter (where not is_anyway)::int as relations,
           count(distinct relation_id) filter (where not is_anyway and is_leaving)::int as leaving,
           count(distinct relation_id) filter (where is_anyway)::int as anyway, count(*)::int as total
      from preview_people`)
  return rows[0] ?? { joined: 0, left: 0, relations: 0, leaving: 0, anyway: 0, total: 0 }
}

async function byOrgan(tx: Transaction, organisation: number): Promise<PreviewSummary['organs']> {
  const { rows } = await tx.execute<PreviewSummary['organs'][number]>(sql`
    select o.id, coalesce(o.title, a.title) as title, count(*) filter (where c.is_joined)::int as joined, count(*) filter (where not c.is_joined)::int as left
      from ${previewTable} c left join organs o on o.id = c.organ_id join organisations a on a.id = ${organisation}
     where not c.is_anyway group by o.id, o.title, a.title order by count(*) desc, 2, o.id`)
  return rows
}

async function movesOf(tx: Transaction): Promise<PreviewSummary['moves']> {
  const { rows } = await tx.execute<PreviewSummary['moves'][number]>(sql`
    select "from", "to", count(distinct relation_id)::int as relations from preview_people where not is_anyway
     group by "from", "to" order by 3 desc, 1, 2 limit ${mostMoves}`)
  return rows
}

async function firstPeople(tx: Transaction): Promise<readonly PreviewPerson[]> {
  const { rows } = await tx.execute<PreviewPerson>(sql`
    select p.relation_id as relation, r.number, r.display_name as name, t.title as "membershipType", p."from", p."to",
           p.is_leaving as "isLeaving", p.is_anyway as "isAnyway"
      from preview_people p join relations r on r.id = p.relation_id join membership_types t on t.id = p.type_id
     order by p.is_anyway, p.is_leaving desc, r.sort_name, r.id, t.title limit ${mostPeople}`)
  return rows
}
