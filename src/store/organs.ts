import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import type { Transaction } from './transaction'

/** An organ as its children see it: it exists until it ends, or one of the organs above it does. */
export type ParentRow = { readonly title: string; readonly organisation: number; readonly startDate: LocalDate; readonly endDate?: LocalDate }

/** An organ by its id, as the parent of others. */
export async function parentById(tx: Transaction, id: number): Promise<ParentRow | undefined> {
  const { rows } = await tx.execute<{ title: string; organisation_id: number; start_date: string; end_date: string | null }>(sql`
    with recursive above as (
      select id, parent_id, end_date from organs where id = ${id}
      union select o.id, o.parent_id, o.end_date from organs o join above on o.id = above.parent_id
    ) select title, organisation_id, start_date::text, (select min(end_date)::text from above) as end_date from organs where id = ${id}`)
  return rows.map((row) => ({
    title: row.title, organisation: row.organisation_id, startDate: day(row.start_date), ...(row.end_date === null ? {} : { endDate: day(row.end_date) }),
  }))[0]
}

/** The organ directly below that begins first, or undefined where there is none. */
export async function firstChildOf(tx: Transaction, organ: number): Promise<{ readonly title: string; readonly startDate: LocalDate } | undefined> {
  const { rows } = await tx.execute<{ title: string; start_date: string }>(
    sql`select title, start_date::text from organs where parent_id = ${organ} order by start_date, id limit 1`)
  return rows.map((row) => ({ title: row.title, startDate: day(row.start_date) }))[0]
}

/** Whether anybody is or ever was a member of the organ. */
export async function hadMembers(tx: Transaction, organ: number): Promise<boolean> {
  const { rows } = await tx.execute(sql`select from memberships where organ_id = ${organ} limit 1`)
  return rows.length > 0
}
