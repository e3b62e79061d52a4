import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'

/** A column of the relation under this alias. Both names come from this code, never from a rule. */
export const column = (relationAlias: string, name: string): SQL =>
  sql`${sql.identifier(relationAlias)}.${sql.identifier(name)}`

/** A whole list as one array parameter. */
export const textList = (values: readonly string[]): SQL => sql`${sql.param(values)}::text[]`
export const numberList = (values: readonly number[]): SQL => sql`${sql.param(values)}::int[]`
