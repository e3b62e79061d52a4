import { sql } from '@payloadcms/db-postgres/drizzle'
import { addDays, day, type LocalDate } from '../domain/localDate'
import type { Transaction } from './transaction'

/** The last business date for which the job was done. */
export async function lastDoneDate(tx: Transaction, job: string): Promise<LocalDate | undefined> {
  const { rows } = await tx.execute<{ last: string | null }>(
    sql`select max(business_date)::text as last from job_runs where job = ${job} and status = 'done'`)
  const last = rows[0]?.last
  return last ? day(last) : undefined
}

/** The day after the last one that was done; before any was, the first one that was begun and not ended, or undefined. */
export async function firstDayLeft(tx: Transaction, job: string): Promise<LocalDate | undefined> {
  const last = await lastDoneDate(tx, job)
  if (last) return addDays(last, 1)
  const { rows } = await tx.execute<{ first: string | null }>(
    sql`select min(business_date)::text as first from job_runs where job = ${job}`)
  const first = rows[0]?.first
  return first ? day(first) : undefined
}

/** Whether the day was done. */
export async function isDone(tx: Transaction, job: string, date: LocalDate): Promise<boolean> {
  const { rows } = await tx.execute(sql`select from job_runs where job = ${job} and business_date = ${date} and status = 'done'`)
  return rows.length > 0
}

/** Writes that the day is being done, since now. Where it or a later day was done, nothing changes. */
export const startRun = (tx: Transaction, job: string, date: LocalDate): Promise<unknown> => tx.execute(sql`
  insert into job_runs (job, business_date, status, started_at, created_at, updated_at)
  select ${job}, ${date}::date, 'running', clock_timestamp(), now(), now()
   where not exists (select from job_runs where job = ${job} and status = 'done' and business_date >= ${date}::date)
  on conflict (job, business_date) do update
     set status = 'running', started_at = clock_timestamp(), finished_at = null, message = null, updated_at = now()`)

/** Closes the day with what it did. */
export const finishRun = (tx: Transaction, job: string, date: LocalDate, result: object): Promise<unknown> => tx.execute(sql`
  update job_runs set status = 'done', finished_at = clock_timestamp(), result = ${JSON.stringify(result)}::jsonb, message = null, updated_at = now()
   where job = ${job} and business_date = ${date}`)

/** Writes that a day failed and why, after its own transaction was rolled back. A day that was done stays done. */
export const failRun = (tx: Transaction, job: string, date: LocalDate, message: string): Promise<unknown> => tx.execute(sql`
  update job_runs set status = 'failed', finished_at = clock_timestamp(), message = ${message}, updated_at = now()
   where job = ${job} and business_date = ${date} and status <> 'done'`)
