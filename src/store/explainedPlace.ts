import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import type { Transaction } from './transaction'

/** What a relation is called; undefined where there is none. */
export async function relationNameOf(tx: Transaction, relation: number): Promise<string | undefined> {
  const { rows } = await tx.execute<{ name: string }>(sql`select display_name as name from relations where id = ${relation}`)
  return rows[0]?.name
}

/** An exception that places a relation in an organ, with why it was made. */
export type StandingException = { readonly organ: string; readonly startDate: LocalDate; readonly endDate: LocalDate | null; readonly reason: string }

/** The exceptions of the relation for the type that hold on the day. */
export async function exceptionsOn(tx: Transaction, { relation, type }: { readonly relation: number; readonly type: number }, date: LocalDate): Promise<readonly StandingException[]> {
  const { rows } = await tx.execute<{ organ: string; start_date: string; end_date: string | null; reason: string | null }>(sql`
    select o.title as organ, e.start_date::text, e.end_date::text, e.reason
      from exception_memberships e join organs o on o.id = e.organ_id
     where e.relation_id = ${relation} and e.membership_type_id = ${type} and e.start_date <= ${date}::date and (e.end_date is null or ${date}::date < e.end_date)
     order by e.start_date, e.id`)
  return rows.map((row) => ({ organ: row.organ, startDate: day(row.start_date), endDate: row.end_date === null ? null : day(row.end_date), reason: row.reason ?? '' }))
}

export type TypeChoice = { readonly id: number; readonly title: string; readonly organisation: number; readonly organisationTitle: string }

/** Every membership type with the organisation that it is of. */
export async function typeChoices(tx: Transaction): Promise<readonly TypeChoice[]> {
  const { rows } = await tx.execute<TypeChoice>(sql`
    select t.id, t.title, s.id as organisation, s.title as "organisationTitle" from membership_types t join organisations s on s.id = t.organisation_id order by s.title, t.title, t.id`)
  return rows
}

export type OrganChoice = { readonly id: number; readonly title: string; readonly above: string | null; readonly organisation: number }

/** Every organ, also what was and what is to come, with the title of what it is under, by title. */
export async function organChoices(tx: Transaction): Promise<readonly OrganChoice[]> {
  const { rows } = await tx.execute<OrganChoice>(sql`
    select o.id, o.title, a.title as above, o.organisation_id as organisation from organs o left join organs a on a.id = o.parent_id order by o.title, a.title, o.id`)
  return rows
}

/** The type by which the relation is a member at the organ, or was last; undefined where it never was. */
export async function likelyType(tx: Transaction, relation: number, organ: number | null): Promise<number | undefined> {
  const { rows } = await tx.execute<{ type: number }>(sql`
    select membership_type_id as type from memberships where relation_id = ${relation} and (${organ}::int is null or organ_id = ${organ}::int)
     order by end_date desc nulls first, start_date, membership_type_id limit 1`)
  return rows[0]?.type
}
