import { sql } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../domain/localDate'
import type { Transaction } from './transaction'

/**
 * Awards each jubilee that falls on the date to whoever is a member of the organisation then, unbroken since so many
 * years, days from before Kring counted along; once a period and once a day. 29 February counts as the 28th where a year
 * has none. Returns how many.
 */
export async function insertJubilees(tx: Transaction, date: LocalDate): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    insert into jubilees (date, relation_id, jubilee_type_id, membership_id)
    select ${date}::date, m.relation_id, t.id, m.id
      from jubilee_types t
      join memberships m on m.membership_type_id = t.membership_type_id and m.organ_id is null
       and m.start_date <= ${date}::date and (m.end_date is null or m.end_date > ${date}::date)
       and coalesce(m.counted_from_date, m.start_date) between (${date}::date - make_interval(years => t.years::int))::date - 1 and (${date}::date - make_interval(years => t.years::int))::date + 1
       and (coalesce(m.counted_from_date, m.start_date) + make_interval(years => t.years::int))::date = ${date}::date
        on conflict do nothing`)
  return rowCount ?? 0
}

export type AwardedJubilee = { readonly id: number; readonly title: string; readonly date: LocalDate }

/** The jubilees of a relation, the latest first. */
export async function jubileesOfRelation(tx: Transaction, relation: number): Promise<readonly AwardedJubilee[]> {
  const { rows } = await tx.execute<AwardedJubilee>(sql`
    select j.id, t.title, j.date::text as date from jubilees j join jubilee_types t on t.id = j.jubilee_type_id
     where j.relation_id = ${relation} order by j.date desc, j.id desc`)
  return rows
}
