import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from '../transaction'
import { bookParts, partOf } from './bookParts'
import { recognisableLines } from './recognisableLines'

/** Open lines that name one payout of a provider and are exactly its amount, with where the costs go. */
const received = sql`
  select t.id, min(o.id) as payout_id, min(o.amount_cents) as amount_cents, min(o.cost_cents) as cost_cents, min(c.charges_account_id) as charges_account_id
    from ${recognisableLines} t
    join bank_statements s on s.id = t.statement_id join creditors c on c.id = s.creditor_id
    join online_payouts o on o.status = 'open' and o.amount_cents = t.amount_cents and o.provider_reference = any(regexp_split_to_array(t.description, '[^[:alnum:]_.-]+'))
     and o.amount_cents + o.cost_cents = (select sum(p.amount_cents) from online_payments p where p.payout_id = o.id and p.status = 'paid')
   where t.group_id is null
   group by t.id having count(*) = 1`

/**
 * Books what providers pay out, like the total of a batch (R-ONL-4): the payments in it, less the costs, which go to the ledger
 * account for charges. Without such an account, or when its payments are not exactly that, it stays open for a person. Returns how many.
 */
export const bookPayouts = async (tx: Transaction): Promise<number> => (await bookParts(tx, sql`
  with certain as (
    select * from (${received}) r where (cost_cents = 0 or charges_account_id is not null) and 1 = (select count(*) from (${received}) other where other.payout_id = r.payout_id)
  )
  select ${partOf({ transaction_id: sql`id`, kind: sql`'payout'`, amount_cents: sql`amount_cents + cost_cents`, why: sql`'payoutReference'`, payout_id: sql`payout_id` })} from certain
  union all
  select ${partOf({ transaction_id: sql`id`, kind: sql`'ledger'`, amount_cents: sql`-cost_cents`, why: sql`'payoutReference'`, ledger_account_id: sql`charges_account_id` })} from certain where cost_cents > 0`, null)).length
