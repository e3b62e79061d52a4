import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import { everyWord } from './wordSearch'
import { outstandingItems, type OutstandingKind } from './outstandingItems'
import type { Transaction } from './transaction'

/** How long money is late, in days. */
export const ages = { upTo30: [0, 30], upTo60: [31, 60], upTo90: [61, 90], over90: [91, undefined] } as const satisfies Record<string, readonly [from: number, until: number | undefined]>
export type Age = keyof typeof ages

/** Nobody asked after it yet; it is time to ask again; either of these; all that is to be followed up; or a debit takes care of it. */
export const followStates = ['todo', 'new', 'again', 'all', 'debit'] as const
export type FollowState = (typeof followStates)[number]

export type OutstandingFilter = {
  readonly kinds: readonly OutstandingKind[]
  readonly follow: FollowState
  readonly age?: Age | undefined
  /** Every word is in the name, the number or what it is about. */
  readonly search?: string | undefined
}

export const outstandingSorts = ['since', 'name', 'amount', 'again'] as const
export type OutstandingSort = (typeof outstandingSorts)[number]

export type LastFollowUp = { readonly onDate: LocalDate; readonly channel: 'call' | 'mail' | 'letter'; readonly note: string | null; readonly nextDate: LocalDate | null; readonly by: string | null }
export type OutstandingRow = {
  readonly kind: OutstandingKind
  readonly id: number
  readonly number: string
  readonly about: string
  readonly relation: number
  readonly relationName: string
  readonly isGone: boolean
  readonly since: LocalDate
  /** Days since then, and what is open beside debits that are under way. */
  readonly days: number
  readonly openCents: Cents
  readonly underWayCents: Cents
  readonly awaitsDebit: boolean
  readonly followUp: LastFollowUp | undefined
}

const orders: Readonly<Record<OutstandingSort, SQL>> = { since: sql`t.since`, name: sql`r.sort_name`, amount: sql`t.open_cents`, again: sql`last.next_date` }

/** What is outstanding on the day with whose it is and who asked after it last. */
const outstanding = (today: LocalDate, filter: OutstandingFilter): SQL => sql`
  from ${outstandingItems(today, filter.kinds)} t
  join relations r on r.id = t.relation_id
  left join lateral (select f.on_date, f.channel, f.note, f.next_date, f.noted_by_id from follow_ups f
                      where (t.kind = 'invoice' and f.invoice_id = t.id) or (t.kind = 'pledge' and f.pledge_id = t.id) order by f.on_date desc, f.id desc limit 1) last on true
 where ${stateIs(today, filter.follow)} and ${everyWord(filter.search, [sql`r.display_name`, sql`t.number`, sql`t.about`])}`

/** A contact from before the money was late, with nothing agreed for later, was about something else. */
const isNew = sql`(last.on_date is null or greatest(last.on_date, last.next_date) < t.since)`
const isAgain = (today: LocalDate): SQL => sql`(not ${isNew} and coalesce(last.next_date <= ${today}, false))`

function stateIs(today: LocalDate, follow: FollowState): SQL {
  if (follow === 'debit') return sql`t.is_debited`
  const wanted = { all: sql`true`, new: isNew, again: isAgain(today), todo: sql`(${isNew} or ${isAgain(today)})` }
  return sql`not t.is_debited and ${wanted[follow]}`
}

const daysLate = (today: LocalDate): SQL => sql`(${today}::date - t.since)`

function ageIs(today: LocalDate, age: Age | undefined): SQL {
  if (age === undefined) return sql`true`
  const [from, until] = ages[age]
  return sql`${daysLate(today)} between ${from} and ${until ?? 1_000_000}`
}

type Row = {
  kind: OutstandingKind; id: number; number: string; about: string; relation_id: number; name: string | null; is_gone: boolean; since: string; days: number; open_cents: string; under_way_cents: string; awaits_debit: boolean
  on_date: string | null; channel: LastFollowUp['channel'] | null; note: string | null; next_date: string | null; by: string | null
}
type Asked = { readonly sort: OutstandingSort; readonly isDescending: boolean; readonly offset: number; readonly limit: number }

/** A page of what is outstanding, in the order that was asked. */
export async function outstandingRows(tx: Transaction, today: LocalDate, filter: OutstandingFilter, { sort, isDescending, offset, limit }: Asked): Promise<readonly OutstandingRow[]> {
  const { rows } = await tx.execute<Row>(sql`
    select t.kind, t.id, t.number, t.about, t.relation_id, r.display_name as name, (r.status <> 'active' or r.deceased_on is not null) as is_gone, t.since::text, ${daysLate(today)} as days,
           t.open_cents, t.under_way_cents, t.awaits_debit, last.on_date::text, last.channel, last.note, last.next_date::text, (select u.name from users u where u.id = last.noted_by_id) as by
    ${outstanding(today, filter)} and ${ageIs(today, filter.age)}
     order by ${orders[sort]} ${sql.raw(isDescending ? 'desc' : 'asc')} nulls last, t.since, t.kind, t.id limit ${limit} offset ${offset}`)
  return rows.map(toRow)
}

const toRow = (row: Row): OutstandingRow => ({
  kind: row.kind, id: row.id, number: row.number, about: row.about, relation: row.relation_id, relationName: row.name ?? '', isGone: row.is_gone, since: day(row.since), days: row.days,
  openCents: cents(Number(row.open_cents)), underWayCents: cents(Number(row.under_way_cents)), awaitsDebit: row.awaits_debit,
  followUp: row.on_date === null || row.channel === null ? undefined
    : { onDate: day(row.on_date), channel: row.channel, note: row.note, nextDate: row.next_date === null ? null : day(row.next_date), by: row.by },
})

export type OutstandingSum = { readonly count: number; readonly totalCents: Cents }

/** How many and how much of each age; what the filter says of the age itself does not count here. */
export async function outstandingSums(tx: Transaction, today: LocalDate, filter: OutstandingFilter): Promise<Readonly<Record<Age, OutstandingSum>>> {
  const bucket = sql`case ${sql.join(Object.keys(ages).map((age) => sql`when ${ageIs(today, age as Age)} then ${age}`), sql` `)} end`
  const { rows } = await tx.execute<{ age: Age; count: number; total: string }>(sql`select ${bucket} as age, count(*)::int as count, sum(t.open_cents) as total ${outstanding(today, filter)} group by 1`)
  const found = new Map(rows.map(({ age, count, total }) => [age, { count, totalCents: cents(Number(total)) }]))
  const sumOf = (age: Age): OutstandingSum => found.get(age) ?? { count: 0, totalCents: cents(0) }
  return { upTo30: sumOf('upTo30'), upTo60: sumOf('upTo60'), upTo90: sumOf('upTo90'), over90: sumOf('over90') }
}
