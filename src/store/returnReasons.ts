import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'

/** A bank's code with what the table of return reasons says that it means; free text and unknown codes as they are. */
export const reasonInWords = (reason: SQL): SQL => sql`coalesce((select known.code || ': ' || known.title from return_reasons known where known.code = ${reason}), ${reason})`
