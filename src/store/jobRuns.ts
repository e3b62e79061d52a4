import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import type { Transaction } from './transaction'

/** The last business date for which the job was done. */
export async function lastDoneDate(tx: Transaction, job: string): Promise<LocalDate | undefined> {
  const { rows } = await tx.execute<{ last: string | null }>(
    sql`select max(business_date)::text as last from job_runs where job = ${job} and status = 'done'`)
  const last = rows[0]?.last
  return last ? day(last) : undefined
}

/** Claims the day for the job. The row is locked until commit, so that a second runner waits and then finds it done. */
export const startRun = (tx: Transaction, job: string, date: LocalDate): Promise<unknown> => tx.execute(sql`
  insert into job_runs (job, business_date, status, started_at, created_at, updated_at)
  values (${job}, ${date}, 'running', clock_timestamp(), now(), now())
  on conflict (job, business_date) do update set status = 'running', started_at = clock_timestamp(), message = null, updated_at = now()`)

/** Closes the day with what it did. */
export const finishRun = (tx: Transaction, job: string, date: LocalDate, result: object): Promise<unknown> => tx.execute(sql`
  update job_runs set status = 'done', finished_at = clock_timestamp(), result = ${JSON.stringify(result)}::jsonb, updated_at = now()
   where job = ${job} and business_date = ${date}`)

/** Writes that a day failed and why, after its own transaction was rolled back. A day that was done stays done. */
export const failRun = (tx: Transaction, job: string, date: LocalDate, message: string): Promise<unknown> => tx.execute(sql`
  insert into job_runs (job, business_date, status, started_at, finished_at, message, created_at, updated_at)
  values (${job}, ${date}, 'failed', clock_timestamp(), clock_timestamp(), ${message}, now(), now())
  on conflict (job, business_date) do update set status = 'failed', finished_at = clock_timestamp(), message = excluded.message, updated_at = now()
   where job_runs.status <> 'done'`)
