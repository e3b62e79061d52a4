import { sql } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../domain/localDate'
import type { PeriodChange } from '../domain/periodChanges'
import type { Transaction } from './transaction'

/** A correction as it is read back: what was known, what is, when and by whom; `at` is a moment in UTC. */
export type ReadCorrection = {
  readonly id: number
  readonly membership: number
  readonly kind: PeriodChange['kind']
  readonly organisationLevel: boolean
  readonly where: string
  readonly type: string
  readonly previousStartDate: LocalDate | null
  readonly previousEndDate: LocalDate | null
  readonly previousCountedFromDate: LocalDate | null
  readonly startDate: LocalDate | null
  readonly endDate: LocalDate | null
  readonly countedFromDate: LocalDate | null
  readonly reason: string
  readonly by: string | null
  readonly at: string
}

/** Everything that was corrected of the memberships of a relation, the latest first. */
export async function correctionsOfRelation(tx: Transaction, relation: number): Promise<readonly ReadCorrection[]> {
  const { rows } = await tx.execute<ReadCorrection>(sql`
    select c.id, c.membership_id as membership, c.kind, c.organ_id is null as "organisationLevel", coalesce(o.title, s.title) as "where", t.title as type,
           c.previous_start_date::text as "previousStartDate", c.previous_end_date::text as "previousEndDate", c.previous_counted_from_date::text as "previousCountedFromDate",
           c.start_date::text as "startDate", c.end_date::text as "endDate", c.counted_from_date::text as "countedFromDate", c.reason, u.name as by,
           to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
      from membership_corrections c join organisations s on s.id = c.organisation_id join membership_types t on t.id = c.membership_type_id
      left join organs o on o.id = c.organ_id left join users u on u.id = c.corrected_by_id
     where c.relation_id = ${relation} order by c.id desc limit 500`)
  return rows
}
