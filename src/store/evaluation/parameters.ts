import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'

/** A whole list as one array parameter, however long. */
export const numbers = (values: readonly number[]): SQL => sql`${sql.param(values)}::int[]`
export const texts = (values: readonly string[]): SQL => sql`${sql.param(values)}::text[]`
