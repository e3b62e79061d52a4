import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import type { Transaction } from './transaction'

export type ExceptionPlace = { readonly relation: number; readonly organ: number; readonly membershipType: number; readonly startDate: LocalDate; readonly endDate: LocalDate | undefined }

/** The status of the relation and the organisation of the type; undefined each where there is no such thing. */
export async function partiesOf(tx: Transaction, { relation, membershipType }: ExceptionPlace): Promise<{ readonly relationStatus: string | undefined; readonly typeOrganisation: number | undefined }> {
  const { rows: [row] } = await tx.execute<{ status: string | null; organisation: number | null }>(sql`
    select (select status from relations where id = ${relation}) as status, (select organisation_id from membership_types where id = ${membershipType}) as organisation`)
  return { relationStatus: row?.status ?? undefined, typeOrganisation: row?.organisation ?? undefined }
}

/** Whether another exception places the relation in the same organ with the same type on some of the same days. */
export async function hasOtherException(tx: Transaction, { relation, organ, membershipType, startDate, endDate }: ExceptionPlace, except = 0): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select from exception_memberships
     where relation_id = ${relation} and organ_id = ${organ} and membership_type_id = ${membershipType} and id <> ${except}
       and daterange(start_date, end_date) && daterange(${startDate}::date, ${endDate ?? null}::date) limit 1`)
  return rows.length > 0
}

/** Whether exceptions count on the day at organs of the organisation. */
export async function hasCountingExceptions(tx: Transaction, organisation: number, today: LocalDate): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select from exception_memberships e join organs o on o.id = e.organ_id
     where o.organisation_id = ${organisation} and e.start_date <= ${today}::date and (e.end_date is null or ${today}::date < e.end_date) limit 1`)
  return rows.length > 0
}

/** The day on which an exception begins; undefined where there is none. */
export async function exceptionStart(tx: Transaction, id: number): Promise<LocalDate | undefined> {
  const { rows } = await tx.execute<{ start: string }>(sql`select start_date::text as start from exception_memberships where id = ${id}`)
  return rows.map(({ start }) => day(start))[0]
}
