import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { resolveDate, type DateValue } from './dateValue'
import type { Turn } from './field'

/** Whether a day was passed: after the first of the two days, up to and including the second. */
export const isPassed = (day: SQL, { from, date }: Turn): SQL => sql`(${day} > ${from}::date and ${day} <= ${date}::date)`

/** Whether a day lies where a moving bound went by, both ends included; undefined for a bound that stands still. */
export function isSwept(day: SQL, bound: DateValue | undefined, { from, date }: Turn): SQL | undefined {
  if (bound === undefined || typeof bound === 'string') return undefined
  return sql`${day} between ${resolveDate(bound, from)}::date and ${resolveDate(bound, date)}::date`
}

/** Any of the conditions that are there; undefined where none is. */
export function anyOf(conditions: readonly (SQL | undefined)[]): SQL | undefined {
  const given = conditions.filter((condition) => condition !== undefined)
  return given.length > 0 ? sql`(${sql.join(given, sql` or `)})` : undefined
}
