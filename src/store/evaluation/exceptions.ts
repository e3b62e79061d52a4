import { sql } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../../domain/localDate'
import type { Transaction } from '../transaction'

/** A relation that is placed in an organ whatever the rules say, on the day of the division. */
export type Exception = { readonly relation: number; readonly organ: number; readonly type: number }

/** The exceptions that are valid on the date, of relations that are in use and alive. */
export async function loadExceptions(tx: Transaction, organisation: number, date: LocalDate): Promise<Exception[]> {
  const { rows } = await tx.execute<Exception>(sql`
    select e.relation_id as relation, e.organ_id as organ, e.membership_type_id as type
      from exception_memberships e
      join organs o on o.id = e.organ_id and o.organisation_id = ${organisation}
      join relations r on r.id = e.relation_id and r.status = 'active' and (r.deceased_on is null or r.deceased_on > ${date}::date)
     where e.start_date <= ${date}::date and (e.end_date is null or ${date}::date < e.end_date)
     order by e.relation_id, e.membership_type_id, e.organ_id`)
  return rows
}
