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
 * `id`, `state`, `every_months` and those of the instruction. The calendar of the banks is asked once for every pair of days.
 */
export async function instructionsWithNotice(tx: Transaction, which: SQL): Promise<SQL> {
  const { rows } = await tx.execute<{ original: string; collected: string }>(sql`
    select distinct i.original_collection_date::text as original, i.collection_date::text as collected
      from debit_instructions i where i.collection_date <> i.original_collection_date and ${which}`)
  const moved = rows.filter(({ original, collected }) => isMoved({ originalCollectionDate: day(original), collectionDate: day(collected) }))
  return sql`
    select i.*, coalesce(${pledgeEveryMonths}, 0) as every_months, m.iban, case
             when told.is_true is not true then case when exists (select from pre_notifications n where n.pledge_id = i.pledge_id or n.invoice_id = i.invoice_id) then 'stale' else 'missing' end
             when told.announced_on > i.collection_date - c.pre_notification_days then 'late'
             else 'announced' end as state
      from debit_instructions i
      join mandates m on m.id = i.mandate_id
      join creditors c on c.id = i.creditor_id
      left join pledges p on p.id = i.pledge_id
      left join ${asRows(moved, { original: 'date', collected: 'date' })} on given.original = i.original_collection_date and given.collected = i.collection_date
      left join lateral (
        select n.announced_on, n.mandate_id = i.mandate_id and n.debtor_iban = m.iban and n.amount_cents = i.amount_cents and (n.every_months = 0 or ${isOnSchedule}) as is_true
          from pre_notifications n
         where (n.pledge_id = i.pledge_id or n.invoice_id = i.invoice_id)
           and case when given.original is not null then n.every_months = 0 and n.first_date = i.collection_date
                    when n.every_months = 0 then n.first_date = i.original_collection_date
                    else n.first_date <= i.original_collection_date end
         order by n.id desc limit 1
      ) told on true
     where ${which}`
}

const monthsIn = sql`((extract(year from n.first_date) - extract(year from p.start_date)) * 12 + extract(month from n.first_date) - extract(month from p.start_date))::int`

/** Whether the series that was told is the one that runs, counted from the first day of the pledge. */
const isOnSchedule = sql`coalesce(n.every_months = ${pledgeEveryMonths} and ${monthsIn} >= 0 and ${monthsIn} % n.every_months = 0
  and (p.start_date + make_interval(months => ${monthsIn}))::date = n.first_date, false)`

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
