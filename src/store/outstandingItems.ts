import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../domain/localDate'
import { openFailures } from './openFailures'
import { pledgeAmountOn } from './pledgeChanges'
import { pledgeEveryMonths } from './pledges'
import { canGo } from './reminders'

export type OutstandingKind = 'invoice' | 'pledge'

/**
 * What should have come in by the day and did not, as a subquery with `kind`, `id`, `number`, `about`, `relation_id`, `since`, `open_cents`,
 * `under_way_cents`, `awaits_debit` and `is_debited`: of that a debit takes care, so nobody need ask for it. Pledges are those of living donors.
 */
export function outstandingItems(today: LocalDate, kinds: readonly OutstandingKind[]): SQL {
  const parts = [...(kinds.includes('invoice') ? [invoices(today)] : []), ...(kinds.includes('pledge') ? [failedPledges(today), transferPledges(today)] : [])]
  return parts.length === 0 ? sql`(${invoices(today)} and false)` : sql`(${sql.join(parts, sql` union all `)})`
}

/** Past due with something open. Debits that are planned and can go, or at the bank, are taken off; as for reminders, what has a mandate but no debit yet waits for that (R-REM-1). */
const invoices = (today: LocalDate): SQL => sql`
  select 'invoice' as kind, v.id, v.number, v.description as about, v.debtor_id as relation_id, v.due_date as since,
         case when d.under_way >= v.open_cents then v.open_cents else v.open_cents - d.under_way end as open_cents, least(d.under_way, v.open_cents) as under_way_cents,
         awaiting.debit as awaits_debit, d.under_way >= v.open_cents or awaiting.debit as is_debited
    from invoices v
    left join mandates m on m.id = v.mandate_id and m.status = 'active' and m.debtor_id = v.debtor_id
    cross join lateral (select coalesce(sum(d.amount_cents), 0) as under_way from debit_instructions d join mandates dm on dm.id = d.mandate_id
                         where d.invoice_id = v.id and (d.status in ('batched', 'submitted') or (d.status = 'planned' and ${canGo}))) d
    cross join lateral (select m.id is not null and not exists (select from debit_instructions d where d.invoice_id = v.id and d.status <> 'cancelled') as debit) awaiting
   where v.kind = 'invoice' and v.open_cents > 0 and v.due_date < ${today}`

const isLiving = sql`join relations donor on donor.id = p.donor_id and donor.status = 'active' and donor.deceased_on is null join funds fund on fund.id = p.fund_id`

/** Pledges on direct debit of which something failed that was not tried again. */
const failedPledges = (today: LocalDate): SQL => sql`
  select 'pledge' as kind, p.id, p.number::text, fund.title as about, p.donor_id as relation_id, min(o.due_date) as since, sum(o.open_cents) as open_cents, 0 as under_way_cents, false as awaits_debit, false as is_debited
    from ${openFailures()} o join pledges p on p.id = o.pledge_id and p.payment_method = 'directDebit' ${isLiving}
   where o.open_cents > 0 and o.due_date <= ${today} and (p.end_date is null or o.due_date < p.end_date)
   group by p.id, fund.title`

const isDebitedOrCalledOff = sql`exists (
  select from debit_instructions i where i.pledge_id = p.id and i.instalment = dates.instalment
     and (i.status in ('planned', 'batched', 'submitted') or (i.status = 'cancelled' and i.cancel_reason is null
       and not exists (select from debit_instructions other where other.pledge_id = i.pledge_id and other.instalment = i.instalment and other.status <> 'cancelled'))))`

/**
 * Pledges on which the donor pays by transfer: what fell due up to the day at the amount of each day, beyond what was given; that settles
 * the oldest first. Instalments that were called off, or are tried by debit, are not asked for.
 */
const transferPledges = (today: LocalDate): SQL => sql`
  select 'pledge', g.id, g.number::text, g.about, g.donor_id, min(g.due_date) filter (where g.up_to_here > g.given), max(g.up_to_here) - g.given, 0, false, false
    from (select due.*, sum(due.amount_cents) over (partition by due.id order by due.due_date) as up_to_here, coalesce(received.amount_cents, 0) as given
            from (select p.id, p.number, fund.title as about, p.donor_id, dates.due_date, ${pledgeAmountOn(sql`dates.due_date`)} as amount_cents
                    from pledges p ${isLiving}
                    cross join lateral (select step + 1 as instalment, (p.start_date + make_interval(months => step * ${pledgeEveryMonths}))::date as due_date
                                          from generate_series(0, case when p.frequency = 'once' then 0
                                            else ((extract(year from ${today}::date) - extract(year from p.start_date)) * 12 + extract(month from ${today}::date) - extract(month from p.start_date))::int / ${pledgeEveryMonths} end) step) dates
                   where p.payment_method = 'transfer' and p.start_date <= ${today} and dates.due_date <= ${today} and (p.end_date is null or dates.due_date < p.end_date) and not ${isDebitedOrCalledOff}) due
            left join (select pledge_id, sum(amount_cents) as amount_cents from fund_receipts where pledge_id is not null and received_on <= ${today} group by pledge_id) received on received.pledge_id = due.id) g
   group by g.id, g.number, g.about, g.donor_id, g.given having max(g.up_to_here) > g.given`
