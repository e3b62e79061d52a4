import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { isMoved, type NoticeState } from '../domain/preNotification'
import { asRows } from './asRows'
import { pledgeEveryMonths } from './pledges'
import type { Transaction } from './transaction'

/** How many debits there are in each state. */
export type NoticeCounts = Readonly<Record<NoticeState, number>>

/**
 * Instructions `i` for which the condition holds, with what their debtors know of them, as `noticeState` in the domain has it: columns
 * `id`, `state`, `every_months`, `iban` and those of the instruction. The calendar of the banks is asked once for every pair of days.
 */
export async function instructionsWithNotice(tx: Transaction, which: SQL): Promise<SQL> {
  const { rows } = await tx.execute<{ original: string; collected: string }>(sql`
    select distinct i.original_collection_date::text as original, i.collection_date::text as collected
      from debit_instructions i where i.collection_date <> i.original_collection_date and ${which}`)
  const moved = rows.filter(({ original, collected }) => isMoved({ originalCollectionDate: day(original), collectionDate: day(collected) }))
  return sql`
    with planned as materialized (
      select i.id, i.pledge_id, i.invoice_id, i.mandate_id, i.debtor_id, i.creditor_id, i.amount_cents, i.original_collection_date, i.collection_date,
             m.iban, c.pre_notification_days, coalesce(${pledgeEveryMonths}, 0) as every_months, p.start_date, given.original is not null as is_moved
        from debit_instructions i
        join mandates m on m.id = i.mandate_id
        join creditors c on c.id = i.creditor_id
        left join pledges p on p.id = i.pledge_id
        left join ${asRows(moved, { original: 'date', collected: 'date' })} on given.original = i.original_collection_date and given.collected = i.collection_date
       where ${which}
    ), heard as materialized (
      ${heardAbout(sql`n.pledge_id = i.pledge_id`)} union all ${heardAbout(sql`n.invoice_id = i.invoice_id`)}
    ), latest as (
      select distinct on (id) id, announced_on, is_true from heard where speaks_of_it order by id, notice desc
    )
    select i.*, case when latest.is_true is not true then case when heard_of.id is null then 'missing' else 'stale' end
                     when latest.announced_on > i.collection_date - i.pre_notification_days then 'late'
                     else 'announced' end as state
      from planned i
      left join latest on latest.id = i.id
      left join (select distinct id from heard) heard_of on heard_of.id = i.id`
}

const monthsIn = sql`((extract(year from n.first_date) - extract(year from i.start_date)) * 12 + extract(month from n.first_date) - extract(month from i.start_date))::int`

/** Whether the series that was told is the one that runs, counted from the first day of the pledge. */
const isOnSchedule = sql`coalesce(n.every_months = i.every_months and ${monthsIn} >= 0 and ${monthsIn} % n.every_months = 0
  and (i.start_date + make_interval(months => ${monthsIn}))::date = n.first_date, false)`

/** Every notice about the same pledge or invoice: whether it speaks of the debit, and whether what it says is true. */
const heardAbout = (sameSource: SQL): SQL => sql`
  select i.id, n.id as notice, n.announced_on,
         case when i.is_moved then n.every_months = 0 and n.first_date = i.collection_date
              when n.every_months = 0 then n.first_date = i.original_collection_date
              else n.first_date <= i.original_collection_date end as speaks_of_it,
         n.mandate_id = i.mandate_id and n.debtor_iban = i.iban and n.amount_cents = i.amount_cents and (n.every_months = 0 or ${isOnSchedule}) as is_true
    from planned i join pre_notifications n on ${sameSource}`

/** What the debtors of these instructions know of them (sepa §6.4). */
export async function noticeStates(tx: Transaction, instructions: readonly number[]): Promise<ReadonlyMap<number, NoticeState>> {
  if (instructions.length === 0) return new Map()
  const known = await instructionsWithNotice(tx, sql`i.id = any(${sql.param(instructions)}::int[])`)
  const { rows } = await tx.execute<{ id: number; state: NoticeState }>(sql`select id, state from (${known}) known`)
  return new Map(rows.map(({ id, state }) => [id, state]))
}

/** The same for everything that is planned at a creditor for collection up to and including a day, counted. */
export async function noticeCounts(tx: Transaction, creditor: number, lastCollectionDate: LocalDate): Promise<NoticeCounts> {
  const known = await instructionsWithNotice(tx, sql`i.creditor_id = ${creditor} and i.status = 'planned' and i.collection_date <= ${lastCollectionDate}`)
  const { rows } = await tx.execute<{ state: NoticeState; count: number }>(sql`select state, count(*)::int as count from (${known}) known group by state`)
  return { announced: 0, late: 0, stale: 0, missing: 0, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) }
}
