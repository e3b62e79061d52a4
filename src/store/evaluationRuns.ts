import { sql } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../domain/localDate'
import type { Transaction } from './transaction'

/** The name under which `job_runs` keeps the daily evaluation. */
export const evaluationJob = 'evaluateMemberships'

/** The last business date for which an evaluation was run to its end, or undefined before the first. */
export async function lastEvaluatedDate(tx: Transaction): Promise<LocalDate | undefined> {
  const { rows } = await tx.execute<{ date: LocalDate | null }>(sql`
    select max(business_date)::text as date from job_runs where job = ${evaluationJob} and status = 'done'`)
  return rows[0]?.date ?? undefined
}
