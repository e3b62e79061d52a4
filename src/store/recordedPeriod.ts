import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import type { Transaction } from './transaction'

/** A place of a relation; organ null is the organisation itself. */
export type MembershipPlace = { readonly relation: number; readonly organisation: number; readonly organ: number | null; readonly type: number }

/** A membership period as it stands; `endDate` null still runs. */
export type RecordedPeriod = { readonly id: number; readonly startDate: LocalDate; readonly endDate: LocalDate | null; readonly countedFromDate: LocalDate | null; readonly startReason: string; readonly endReason: string | null }

/** The period that is on record for the day, or null. */
export async function recordedPeriod(tx: Transaction, { relation, organisation, organ, type }: MembershipPlace, date: LocalDate): Promise<RecordedPeriod | null> {
  const { rows: [row] } = await tx.execute<{ id: number; start_date: string; end_date: string | null; counted_from: string | null; start_reason: string; end_reason: string | null }>(sql`
    select id, start_date::text, end_date::text, counted_from_date::text as counted_from, start_reason, end_reason from memberships
     where relation_id = ${relation} and organisation_id = ${organisation} and organ_id is not distinct from ${organ}::int and membership_type_id = ${type}
       and start_date <= ${date}::date and (end_date is null or ${date}::date < end_date)`)
  return row ? { id: row.id, startDate: day(row.start_date), endDate: dayOrNull(row.end_date), countedFromDate: dayOrNull(row.counted_from), startReason: row.start_reason, endReason: row.end_reason } : null
}

const dayOrNull = (text: string | null): LocalDate | null => (text === null ? null : day(text))

/** Whether a period of this place was ever corrected. */
export async function wasCorrected(tx: Transaction, { relation, organisation, organ, type }: MembershipPlace): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select from membership_corrections
     where relation_id = ${relation} and organisation_id = ${organisation} and organ_id is not distinct from ${organ}::int and membership_type_id = ${type} limit 1`)
  return rows.length > 0
}
