import { createHash } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../../domain/localDate'
import type { Transaction } from '../transaction'
import type { Division } from './division'
import { activeOrgans } from './organTree'
import { typeTreesOf } from './typeTrees'

/** The last day that was evaluated for an organisation, a fingerprint of how it was divided, and how many periods were open after it. */
export type EvaluatedDay = { readonly date: LocalDate; readonly division: string; readonly open: number }

export async function lastEvaluatedDay(tx: Transaction, organisation: number): Promise<EvaluatedDay | undefined> {
  const { rows } = await tx.execute<{ date: string; division: string; open: number }>(sql`
    select date::text, division, open from evaluated_days where organisation_id = ${organisation} order by date desc limit 1`)
  return rows.map((row) => ({ ...row, date: day(row.date) }))[0]
}

/** When the day was looked at, and how the organisation was divided then; undefined for a day without a run. */
export async function evaluatedOn(tx: Transaction, organisation: number, date: LocalDate): Promise<{ readonly at: string; readonly division: string } | undefined> {
  const { rows } = await tx.execute<{ at: string; division: string }>(sql`
    select at::text, division from evaluated_days where organisation_id = ${organisation} and date = ${date}`)
  return rows[0]
}

/** The moment from which a run looks at the facts; what changes later, the next run sees. */
export async function momentOf(tx: Transaction): Promise<string> {
  const { rows } = await tx.execute<{ at: string }>(sql`select clock_timestamp()::text as at`)
  return rows[0]?.at ?? ''
}

/** Writes when the day was evaluated, over an earlier run of the same day. */
export const noteEvaluatedDay = (tx: Transaction, { organisation, date }: Division, seen: { readonly at: string; readonly division: string; readonly open: number }): Promise<unknown> => tx.execute(sql`
  insert into evaluated_days (organisation_id, date, at, division, open) values (${organisation}, ${date}, ${seen.at}::timestamptz, ${seen.division}, ${seen.open})
  on conflict (organisation_id, date) do update set at = excluded.at, division = excluded.division, open = excluded.open`)

/** The same for two days exactly when their rules, their tree and how exceptions count are the same. */
export function fingerprintOf(division: Division): string {
  const tree = activeOrgans(division.organs, division.date, () => true).map(({ id, parent }) => [id, parent])
  return createHash('sha256').update(JSON.stringify([division.exceptionMode, tree, typeTreesOf(division)])).digest('base64')
}
