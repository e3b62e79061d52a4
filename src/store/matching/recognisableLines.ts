import { sql } from '@payloadcms/db-postgres/drizzle'
import { isReleased } from '../statementHolds'

/**
 * The bank lines that may be booked by themselves: open ones, of statements that nobody has to look at first (sepa §10.1),
 * that are not perhaps the same as another, and that nobody took in hand. What the bank pays for a batch that was cancelled
 * here is for a person. For use after `from`.
 */
export const recognisableLines = sql`(
  select line.* from bank_transactions line join bank_statements s on s.id = line.statement_id
   where line.status = 'open' and line.twin_id is null and not line.is_by_hand and ${isReleased}
     and not (line.amount_cents > 0 and exists (select from debit_batch_groups g where g.payment_information_id = line.payment_information_id and g.status = 'cancelled')))`
