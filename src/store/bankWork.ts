import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import { bestFirst, proposed, type ProposalWhy } from './matching/proposals'
import { isReleased } from './statementHolds'
import type { Transaction } from './transaction'
import { wordsOrAmount } from './wordsOrAmount'

/**
 * What there is to do with a line: accept what is likely, choose, look at a batch that brought another amount, say whether it is the same as another, or
 * confirm its statement first; and what is done.
 */
export const workTabs = ['likely', 'choose', 'difference', 'twins', 'held', 'processed', 'all'] as const
export type WorkTab = (typeof workTabs)[number]
export const openTabs = ['likely', 'choose', 'difference', 'twins', 'held'] as const satisfies readonly WorkTab[]
type OpenTab = (typeof openTabs)[number]

export type WorkFilter = {
  readonly creditor?: number | undefined
  readonly statement?: number | undefined
  readonly from?: LocalDate | undefined
  readonly until?: LocalDate | undefined
  readonly search?: string | undefined
}

export const workSorts = ['date', 'counterparty', 'amount'] as const
export type WorkSort = (typeof workSorts)[number]
export type WorkPage = { readonly tab: WorkTab; readonly sort: WorkSort; readonly isDescending: boolean; readonly offset: number; readonly limit: number }

export type Tally = { readonly count: number; readonly totalCents: Cents }
export type LikelyKind = Tally & { readonly why: ProposalWhy; readonly lines: readonly number[] }
export type WorkCounts = { readonly tabs: Readonly<Record<WorkTab, Tally>>; /** What is likely, by why. */ readonly likely: readonly LikelyKind[] }

/** What a filter leaves of lines `t` in statements `s`. */
const matches = ({ creditor, statement, from, until, search }: WorkFilter): SQL => sql.join([
  creditor === undefined ? sql`true` : sql`s.creditor_id = ${creditor}`,
  statement === undefined ? sql`true` : sql`s.id = ${statement}`,
  from === undefined ? sql`true` : sql`t.booking_date >= ${from}`,
  until === undefined ? sql`true` : sql`t.booking_date <= ${until}`,
  wordsOrAmount(search, [sql`t.counter_name`, sql`t.counter_iban`, sql`t.description`, sql`t.end_to_end_id`], sql`t.amount_cents`),
], sql` and `)

/** Open lines of a filter, each under what there is to do with it. */
const openWork = (filter: WorkFilter): SQL => sql`
  select t.id, t.booking_date, t.counter_name, t.amount_cents, best.why,
         case when not ${isReleased} then 'held' when t.twin_id is not null then 'twins' when t.group_id is not null then 'difference'
              when best.certainty = 'likely' then 'likely' else 'choose' end as tab
    from bank_transactions t join bank_statements s on s.id = t.statement_id
    left join (select distinct on (line) line, why, certainty from (${proposed()}) every order by line, ${bestFirst}) best on best.line = t.id
   where t.status = 'open' and ${matches(filter)}`

const doneWork = (filter: WorkFilter, tab: 'processed' | 'all'): SQL => sql`
  select t.id, t.booking_date, t.counter_name, t.amount_cents from bank_transactions t join bank_statements s on s.id = t.statement_id
   where ${tab === 'processed' ? sql`t.status = 'processed'` : sql`true`} and ${matches(filter)}`

/** How many lines of a filter stand under each head, and for how much. */
export async function workCounts(tx: Transaction, filter: WorkFilter): Promise<WorkCounts> {
  const { rows } = await tx.execute<{ tab: WorkTab; why: ProposalWhy | null; count: number; total: string; lines: number[] | null }>(sql`
    select tab, case when tab = 'likely' then why end as why, count(*)::int as count, sum(amount_cents) as total,
           case when tab = 'likely' then array_agg(id order by booking_date, id) end as lines from (${openWork(filter)}) work group by 1, 2
    union all
    select 'processed', null, count(*)::int, coalesce(sum(amount_cents), 0), null from (${doneWork(filter, 'processed')}) done
    union all
    select 'all', null, count(*)::int, coalesce(sum(amount_cents), 0), null from (${doneWork(filter, 'all')}) every
     order by 1, 3 desc, 2`)
  const tally = (tab: WorkTab): Tally => rows.filter((row) => row.tab === tab).reduce((sum, row) => ({ count: sum.count + row.count, totalCents: cents(sum.totalCents + Number(row.total)) }), nothing)
  return {
    tabs: Object.fromEntries(workTabs.map((tab) => [tab, tally(tab)])) as Record<WorkTab, Tally>,
    likely: rows.flatMap(({ why, count, total, lines }) => (why === null ? [] : [{ why, count, totalCents: cents(Number(total)), lines: lines ?? [] }])),
  }
}

const nothing: Tally = { count: 0, totalCents: cents(0) }

const isOpenTab = (tab: WorkTab): tab is OpenTab => openTabs.some((one) => one === tab)

/** The lines of one page of a head, in order. */
export async function workLines(tx: Transaction, filter: WorkFilter, { tab, sort, isDescending, offset, limit }: WorkPage): Promise<readonly number[]> {
  const found = isOpenTab(tab) ? sql`(select * from (${openWork(filter)}) work where tab = ${tab})` : sql`(${doneWork(filter, tab)})`
  const column = { date: sql`booking_date`, counterparty: sql`lower(counter_name)`, amount: sql`amount_cents` }[sort]
  const way = isDescending ? sql`desc` : sql`asc`
  const { rows } = await tx.execute<{ id: number }>(sql`select id from ${found} found order by ${column} ${way} nulls last, booking_date ${way}, id ${way} limit ${limit} offset ${offset}`)
  return rows.map(({ id }) => id)
}
