import { sql } from '@payloadcms/db-postgres/drizzle'

/** The bank lines that may be booked: open ones, of statements that nobody has to look at first (sepa §10.1). For use after `from`. */
export const recognisableLines = sql`(
  select line.* from bank_transactions line join bank_statements s on s.id = line.statement_id
   where line.status = 'open' and (s.hold = 'none' or s.confirmed_at is not null))`
