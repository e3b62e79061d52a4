import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { pledgeAmountOn } from './pledgeChanges'
import { pledgeEveryMonths } from './pledges'

/** What an instruction `i` hangs on: its mandate `m`, its debtor, and its pledge `p`, or its invoice `v` with the subscription `s` of that. */
export const whatItHangsOn: SQL = sql`
  join mandates m on m.id = i.mandate_id
  join relations debtor on debtor.id = i.debtor_id
  left join pledges p on p.id = i.pledge_id
  left join invoices v on v.id = i.invoice_id
  left join subscriptions s on s.id = v.subscription_id`

/**
 * Why an instruction `i` beside `whatItHangsOn` may not go out any more, as its `cancel_reason`; null while it may. A
 * retry keeps the amount and the day of its first try.
 */
export const whyStale: SQL = sql`case
  when m.status = 'terminated' then 'mandateEnded'
  when debtor.deceased_on is not null or (p.id is not null and debtor.status <> 'active') then 'debtorGone'
  when p.end_date <= i.original_collection_date or p.payment_method <> 'directDebit' then 'pledgeEnded'
  when p.mandate_id <> i.mandate_id or m.debtor_id <> coalesce(p.donor_id, v.debtor_id) then 'mandateChanged'
  when p.id is not null and i.retry_of_id is null
       and (${pledgeAmountOn(sql`i.original_collection_date`)} <> i.amount_cents or (p.frequency = 'once' and i.instalment > 1)
         or i.original_collection_date <> (p.start_date + make_interval(months => (i.instalment - 1) * ${pledgeEveryMonths}))::date) then 'pledgeChanged'
  when v.id is not null and v.mandate_id is distinct from i.mandate_id then 'mandateChanged'
  when s.id is not null and (s.payment_method <> 'directDebit' or s.mandate_id is distinct from i.mandate_id) then 'mandateChanged'
end`
