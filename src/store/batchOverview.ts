import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { SequenceType } from '../domain/debitBatch'
import type { InstructionStatus } from '../domain/instructionStatus'
import { day, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import type { BatchEventKind } from './batchEvents'
import type { BatchStatus } from './batchLife'
import { reasonInWords } from './returnReasons'
import type { Transaction } from './transaction'
import { containing } from './wordSearch'

export type BatchHead = {
  readonly messageId: string
  readonly status: BatchStatus
  readonly creditorTitle: string
  readonly createdOn: LocalDate
  readonly createdBy: string | null
  readonly fileSha256: string
}

export type GroupOverview = {
  readonly id: number
  readonly paymentInformationId: string
  readonly collectionDate: LocalDate
  readonly sequenceType: SequenceType
  readonly status: 'open' | 'processed' | 'cancelled'
  readonly instructionCount: number
  readonly totalCents: Cents
  readonly rejectedCents: Cents
  readonly rejectedCount: number
  readonly expectedCents: Cents
  /** What the bank booked for it so far; undefined before any line came. */
  readonly receivedCents: Cents | undefined
  /** The bank lines that brought it. */
  readonly lines: readonly number[]
}

export type BatchInstruction = {
  readonly id: number
  readonly group: number
  readonly debtor: number
  readonly debtorName: string
  readonly endToEndId: string
  readonly description: string
  readonly amountCents: Cents
  readonly status: InstructionStatus
  readonly returnReason: string | null
  /** The file says that the debtor's account is new. */
  readonly tellsNewAccount: boolean
  /** Refused or returned, its group booked, and not tried again yet. */
  readonly canBeRetried: boolean
  /** Refused, and neither paid for nor tried again since. */
  readonly canBeUndone: boolean
}

/** The batch itself. */
export async function batchHead(tx: Transaction, batch: number): Promise<BatchHead | undefined> {
  const { rows } = await tx.execute<{ message_id: string; status: BatchHead['status']; title: string; created_on: string; name: string | null; file_sha256: string }>(sql`
    select b.message_id, b.status, c.title, (b.created_at at time zone 'Europe/Amsterdam')::date::text as created_on, u.name, b.file_sha256
      from debit_batches b join creditors c on c.id = b.creditor_id left join users u on u.id = b.created_by_id where b.id = ${batch}`)
  return rows.map((row) => ({ messageId: row.message_id, status: row.status, creditorTitle: row.title, createdOn: day(row.created_on), createdBy: row.name, fileSha256: row.file_sha256 }))[0]
}

/** Its groups, with what was sent, what the bank refused, what is expected and what came in. */
export async function batchGroups(tx: Transaction, batch: number): Promise<readonly GroupOverview[]> {
  const { rows } = await tx.execute<{
    id: number; payment_information_id: string; collection_date: string; sequence_type: SequenceType; status: GroupOverview['status']
    instruction_count: number; total_cents: string; rejected: string; rejected_count: number; received: string | null; lines: number[] | null
  }>(sql`
    select g.id, g.payment_information_id, g.collection_date::text, g.sequence_type, g.status, g.instruction_count, g.total_cents,
           (select coalesce(sum(i.amount_cents), 0) from debit_instructions i where i.group_id = g.id and i.status = 'rejected') as rejected,
           (select count(*)::int from debit_instructions i where i.group_id = g.id and i.status = 'rejected') as rejected_count,
           (select sum(t.amount_cents) from bank_transactions t where t.group_id = g.id and t.amount_cents > 0) as received,
           (select array_agg(t.id order by t.id) from bank_transactions t where t.group_id = g.id and t.amount_cents > 0) as lines
      from debit_batch_groups g where g.batch_id = ${batch} order by g.id`)
  return rows.map((row) => ({
    id: row.id, paymentInformationId: row.payment_information_id, collectionDate: day(row.collection_date), sequenceType: row.sequence_type,
    status: row.status, instructionCount: row.instruction_count, totalCents: cents(Number(row.total_cents)), rejectedCents: cents(Number(row.rejected)), rejectedCount: row.rejected_count,
    expectedCents: cents(Number(row.total_cents) - Number(row.rejected)), receivedCents: row.received === null ? undefined : cents(Number(row.received)), lines: row.lines ?? [],
  }))
}

export type InstructionsAsked = { readonly search?: string | undefined; readonly status?: string | undefined; readonly page: number }
export const batchPageSize = 50

/** A page of what is in it, by name, and how many the search finds. */
export async function batchInstructions(tx: Transaction, batch: number, { search, status, page }: InstructionsAsked): Promise<{ readonly rows: readonly BatchInstruction[]; readonly count: number }> {
  const pattern = containing(search ?? '')
  const found = sql`
      from debit_instructions i
      join debit_batch_groups g on g.id = i.group_id and g.batch_id = ${batch}
      join relations r on r.id = i.debtor_id
     where (${pattern} = '%%' or r.display_name ilike ${pattern} or i.description ilike ${pattern} or i.end_to_end_id ilike ${pattern} or i.mandate_reference ilike ${pattern})
       and (${status ?? ''} = '' or i.status = ${status ?? ''})`
  const { rows } = await tx.execute<{
    id: number; group_id: number; debtor_id: number; display_name: string; end_to_end_id: string; description: string; amount_cents: string; status: InstructionStatus
    return_reason: string | null; former_iban: string | null; can_be_retried: boolean; can_be_undone: boolean
  }>(sql`
    select i.id, i.group_id, i.debtor_id, r.display_name, i.end_to_end_id, i.description, i.amount_cents, i.status, ${reasonInWords(sql`i.return_reason`)} as return_reason, i.former_iban,
           i.status in ('rejected', 'returned') and g.status = 'processed' and exists (select from mandates m where m.id = i.mandate_id and m.status = 'active')
             and not exists (select from debit_instructions again where again.retry_of_id = i.id and again.status <> 'cancelled') as can_be_retried,
           i.status = 'rejected' and not exists (select from debit_instructions paid where paid.group_id = g.id and paid.status in ('collected', 'returned'))
             and not exists (select from debit_instructions again where again.retry_of_id = i.id and again.status <> 'cancelled') as can_be_undone
    ${found} order by r.sort_name, i.id limit ${batchPageSize} offset ${(page - 1) * batchPageSize}`)
  const { rows: [counted] } = await tx.execute<{ count: number }>(sql`select count(*)::int as count ${found}`)
  return {
    count: counted?.count ?? 0,
    rows: rows.map((row) => ({
      id: row.id, group: row.group_id, debtor: row.debtor_id, debtorName: row.display_name, endToEndId: row.end_to_end_id, tellsNewAccount: row.former_iban !== null,
      description: row.description, amountCents: cents(Number(row.amount_cents)), status: row.status, returnReason: row.return_reason, canBeRetried: row.can_be_retried, canBeUndone: row.can_be_undone,
    })),
  }
}

export type AtTheBank = { readonly id: number; readonly debtorName: string; readonly endToEndId: string; readonly amountCents: Cents }

/** What of a group is at the bank and may be what the bank left out. */
export const instructionsAtBank = (tx: Transaction, group: number): Promise<readonly AtTheBank[]> => instructionsThat(tx, group, sql`i.status = 'submitted'`)

/** What of a group was refused, is not tried again, and may be what the bank paid after all. */
export const instructionsRefused = (tx: Transaction, group: number): Promise<readonly AtTheBank[]> =>
  instructionsThat(tx, group, sql`i.status = 'rejected' and not exists (select from debit_instructions again where again.retry_of_id = i.id and again.status <> 'cancelled')`)

async function instructionsThat(tx: Transaction, group: number, which: SQL): Promise<readonly AtTheBank[]> {
  const { rows } = await tx.execute<{ id: number; display_name: string; end_to_end_id: string; amount_cents: string }>(sql`
    select i.id, r.display_name, i.end_to_end_id, i.amount_cents from debit_instructions i join relations r on r.id = i.debtor_id
     where i.group_id = ${group} and ${which} order by i.id`)
  return rows.map((row) => ({ id: row.id, debtorName: row.display_name, endToEndId: row.end_to_end_id, amountCents: cents(Number(row.amount_cents)) }))
}

export type BatchHistory = { readonly at: string; readonly kind: BatchEventKind; readonly actor: string | null; readonly instruction: number | null; readonly endToEndId: string | null; readonly detail: Readonly<Record<string, unknown>> }

const mostEvents = 200

/** What happened to a batch, the latest first: how it was made always among it. What a report refused is told by the report, one by one in the instructions. */
export async function batchHistory(tx: Transaction, batch: number): Promise<readonly BatchHistory[]> {
  const { rows } = await tx.execute<{ at: string; kind: BatchEventKind; name: string | null; instruction_id: number | null; end_to_end_id: string | null; detail: Record<string, unknown> | null }>(sql`
    select e.at::text, e.kind, coalesce(u.name, u.email) as name, e.instruction_id, i.end_to_end_id, e.detail
      from debit_batch_events e left join users u on u.id = e.actor_id left join debit_instructions i on i.id = e.instruction_id
     where e.id in ((select id from debit_batch_events where batch_id = ${batch} and detail->>'report' is null order by at desc, id desc limit ${mostEvents})
                    union select id from debit_batch_events where batch_id = ${batch} and kind = 'made')
     order by e.at desc, e.id desc`)
  return rows.map((row) => ({ at: row.at, kind: row.kind, actor: row.name, instruction: row.instruction_id, endToEndId: row.end_to_end_id, detail: row.detail ?? {} }))
}
