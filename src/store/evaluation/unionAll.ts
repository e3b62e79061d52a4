import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'

/** The rows of all queries, one after the other. */
export const unionAll = (queries: readonly SQL[]): SQL => sql.join([...queries], sql` union all `)
