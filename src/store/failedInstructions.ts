import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { InstructionStatus } from '../domain/instructionStatus'
import { day, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import { everyWord } from './wordSearch'
import { openOfFailure } from './openFailures'
import type { Transaction } from './transaction'

/** What a reason asks of staff; `other` where the table of return reasons does not know it. */
export const failureTasks = ['askIban', 'contact', 'remind', 'internal', 'newMandate', 'stopMailings', 'none', 'other'] as const
export type FailureTask = (typeof failureTasks)[number]

/** Which failed debits: refused or returned from one day up to and including another, and those of them that are wanted. */
export type FailedFilter = {
  readonly from: LocalDate
  readonly until: LocalDate
  /** A code of the table of return reasons; `other` for words, unknown codes and no reason at all. */
  readonly reason?: string | undefined
  readonly creditor?: number | undefined
  readonly task?: FailureTask | undefined
  /** Every word is in the debtor's name, the description, the mandate reference or the end-to-end id. */
  readonly search?: string | undefined
  /** Also what was tried again, paid in another way, or ended by now. */
  readonly isAll?: boolean | undefined
}

export const failedSorts = ['date', 'debtor', 'amount', 'reason'] as const
export type FailedSort = (typeof failedSorts)[number]

export type FailedInstruction = {
  readonly id: number
  readonly status: 'rejected' | 'returned'
  readonly returnedOn: LocalDate
  readonly collectionDate: LocalDate
  readonly debtor: number
  readonly debtorName: string
  readonly amountCents: Cents
  readonly description: string
  readonly invoice: { readonly id: number; readonly number: string } | undefined
  readonly pledge: { readonly id: number; readonly number: number } | undefined
  readonly reason: string | null
  readonly reasonTitle: string | undefined
  readonly task: FailureTask
  readonly mandate: number
  readonly mandateReference: string
  readonly mandateStatus: 'active' | 'blocked' | 'terminated'
  readonly returnPoints: number
  readonly batch: number | null
  /** The bank line that brought it back. */
  readonly bankLine: number | null
  readonly retry: { readonly id: number; readonly status: InstructionStatus } | undefined
  readonly isSettled: boolean
}

const orders: Readonly<Record<FailedSort, SQL>> = { date: sql`i.returned_on`, debtor: sql`r.sort_name`, amount: sql`i.amount_cents`, reason: sql`i.return_reason` }

const reasonKey = sql`coalesce(reason.code, 'other')`
const isTriedAgain = sql`exists (select from debit_instructions again where again.retry_of_id = i.id and again.status <> 'cancelled')`

/** Whether nothing is open of it any more: paid in another way, credited, or covered by other debits that are under way. */
const isSettled = sql`case when v.id is not null then v.open_cents <= (select coalesce(sum(live.amount_cents), 0) from debit_instructions live where live.invoice_id = v.id and live.status in ('planned', 'batched', 'submitted'))
  else coalesce(p.end_date <= i.original_collection_date, false) or ${openOfFailure} <= 0 end`

/** The one answer to which debits a filter means: the list, its figures and trying all of them again read it. */
const failed = (filter: FailedFilter): SQL => sql`
  from debit_instructions i
  join relations r on r.id = i.debtor_id
  join mandates m on m.id = i.mandate_id
  left join return_reasons reason on reason.code = i.return_reason
  left join invoices v on v.id = i.invoice_id
  left join pledges p on p.id = i.pledge_id
 where i.status in ('rejected', 'returned') and i.returned_on between ${filter.from} and ${filter.until}
   and ${filter.reason === undefined ? sql`true` : sql`${reasonKey} = ${filter.reason}`}
   and ${filter.creditor === undefined ? sql`true` : sql`i.creditor_id = ${filter.creditor}`}
   and ${filter.task === undefined ? sql`true` : sql`coalesce(reason.task, 'other') = ${filter.task}`}
   and ${filter.isAll ? sql`true` : sql`not ${isTriedAgain} and not (${isSettled})`}
   and ${everyWord(filter.search, [sql`r.display_name`, sql`i.description`, sql`m.reference`, sql`i.end_to_end_id`])}`

type Row = {
  id: number; status: FailedInstruction['status']; returned_on: string; collection_date: string; debtor_id: number; debtor_name: string | null; amount_cents: string; description: string
  invoice_id: number | null; invoice_number: string | null; pledge_id: number | null; pledge_number: number | null; return_reason: string | null; reason_title: string | null; task: FailureTask
  mandate_id: number; reference: string; mandate_status: FailedInstruction['mandateStatus']; return_points: number; batch_id: number | null; bank_line: number | null
  retry: FailedInstruction['retry'] | null; is_settled: boolean
}
type Asked = { readonly sort: FailedSort; readonly isDescending: boolean; readonly offset: number; readonly limit: number }

/** A page of failed debits, in the order that was asked. */
export async function failedInstructions(tx: Transaction, filter: FailedFilter, { sort, isDescending, offset, limit }: Asked): Promise<readonly FailedInstruction[]> {
  const { rows } = await tx.execute<Row>(sql`
    select i.id, i.status, i.returned_on::text, i.collection_date::text, i.debtor_id, r.display_name as debtor_name, i.amount_cents, i.description, v.id as invoice_id, v.number as invoice_number,
           p.id as pledge_id, p.number as pledge_number, i.return_reason, reason.title as reason_title, coalesce(reason.task, 'other') as task, i.mandate_id, m.reference, m.status as mandate_status,
           m.return_points, i.batch_id, ${isSettled} as is_settled,
           (select jsonb_build_object('id', again.id, 'status', again.status) from debit_instructions again where again.retry_of_id = i.id and again.status <> 'cancelled') as retry,
           (select b.transaction_id from bank_bookings b where b.instruction_id = i.id and b.kind = 'return' and b.undone_at is null) as bank_line
    ${failed(filter)} order by ${orders[sort]} ${sql.raw(isDescending ? 'desc nulls last' : 'asc')}, i.id desc limit ${limit} offset ${offset}`)
  return rows.map(toFailed)
}

const toFailed = (row: Row): FailedInstruction => ({
  id: row.id, status: row.status, returnedOn: day(row.returned_on), collectionDate: day(row.collection_date), debtor: row.debtor_id, debtorName: row.debtor_name ?? '',
  amountCents: cents(Number(row.amount_cents)), description: row.description,
  invoice: row.invoice_id === null ? undefined : { id: row.invoice_id, number: row.invoice_number ?? '' }, pledge: row.pledge_id === null ? undefined : { id: row.pledge_id, number: row.pledge_number ?? 0 },
  reason: row.return_reason, reasonTitle: row.reason_title ?? undefined, task: row.task, mandate: row.mandate_id, mandateReference: row.reference, mandateStatus: row.mandate_status,
  returnPoints: row.return_points, batch: row.batch_id, bankLine: row.bank_line, retry: row.retry ?? undefined,
  isSettled: row.is_settled,
})

export type FailureCount = { readonly reason: string; readonly title: string | undefined; readonly count: number; readonly totalCents: Cents }

/** How many and how much for each reason, most often first; what the filter says of the reason itself does not count here. */
export async function failureCounts(tx: Transaction, filter: FailedFilter): Promise<readonly FailureCount[]> {
  const { rows } = await tx.execute<{ reason: string; title: string | null; count: number; total: string }>(sql`
    select ${reasonKey} as reason, min(reason.title) as title, count(*)::int as count, sum(i.amount_cents) as total ${failed({ ...filter, reason: undefined })} group by 1 order by 3 desc, 1`)
  return rows.map(({ reason, title, count, total }) => ({ reason, title: title ?? undefined, count, totalCents: cents(Number(total)) }))
}

/** The ids of all that the filter means. */
export async function failedIds(tx: Transaction, filter: FailedFilter): Promise<readonly number[]> {
  const { rows } = await tx.execute<{ id: number }>(sql`select i.id ${failed(filter)} order by i.id`)
  return rows.map(({ id }) => id)
}

/** Which reasons occur at all, for the filter: with their titles, in order of code. */
export async function failureReasons(tx: Transaction): Promise<readonly { readonly code: string; readonly title: string }[]> {
  const { rows } = await tx.execute<{ code: string; title: string }>(sql`
    select code, title from return_reasons where code in (select return_reason from debit_instructions where status in ('rejected', 'returned')) order by code`)
  return rows
}
