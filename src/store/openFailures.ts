import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'

/**
 * The instalments of pledges that failed and were neither tried again nor collected, as a subquery with `id` (of the last try),
 * `pledge_id`, `due_date`, `amount_cents` and `open_cents`: what the donor gave for the pledge in another way since then settles the oldest
 * first. `which` is a condition on the instruction `f`: all that failed, or what failed of something.
 */
export const openFailures = (which: SQL = sql`f.status in ('rejected', 'returned')`): SQL => sql`(
  select o.id, o.pledge_id, o.due_date, o.amount_cents, least(o.amount_cents, greatest(0, o.up_to_here - given.amount_cents)) as open_cents
    from (select last.*, sum(last.amount_cents) over (partition by last.pledge_id order by last.due_date, last.id) as up_to_here, min(last.due_date) over (partition by last.pledge_id) as since
            from (select distinct on (f.pledge_id, f.instalment) f.id, f.pledge_id, f.original_collection_date as due_date, f.amount_cents
                    from debit_instructions f
                   where f.pledge_id is not null and ${which}
                     and not exists (select from debit_instructions live where live.pledge_id = f.pledge_id and live.instalment = f.instalment and live.status in ('planned', 'batched', 'submitted', 'collected'))
                   order by f.pledge_id, f.instalment, f.id desc) last) o
    cross join lateral (select coalesce(sum(d.amount_cents) filter (where d.instruction_id is null), 0) as amount_cents from donations d
                         where d.pledge_id = o.pledge_id and d.received_on >= o.since) given)`

/**
 * What is still open of the failed instalment of instruction `i`; nothing where it was tried again or collected. Asked pledge by
 * pledge, by the index of the pledge alone: so put, neither the status nor the source tempts the planner, before it has counted
 * anything, to go through all that ever failed or was given by transfer, each time.
 */
export const openOfFailure: SQL = sql`coalesce((select o.open_cents from ${openFailures(sql`f.pledge_id = i.pledge_id and f.status not in ('planned', 'batched', 'submitted', 'collected', 'cancelled')`)} o where o.id = i.id), 0)`
