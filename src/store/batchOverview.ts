import { sql } from '@payloadcms/db-postgres/drizzle'
import type { SequenceType } from '../domain/debitBatch'
import type { InstructionStatus } from '../domain/instructionStatus'
import { day, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import type { BatchStatus } from './batchLife'
import type { Transaction } from './transaction'

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
  readonly expectedCents: Cents
  /** What the bank booked for it so far; undefined before any line came. */
  readonly receivedCents: Cents | undefined
  readonly statement: number | null
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
  /** Refused or returned, its group booked, and not tried again yet. */
  readonly canBeRetried: boolean
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
    instruction_count: number; total_cents: string; rejected: string; received: string | null; statement_id: number | null
  }>(sql`
    select g.id, g.payment_information_id, g.collection_date::text, g.sequence_type, g.status, g.instruction_count, g.total_cents,
           (select coalesce(sum(i.amount_cents), 0) from debit_instructions i where i.group_id = g.id and i.status = 'rejected') as rejected,
           (select sum(t.amount_cents) from bank_transactions t where t.group_id = g.id and t.amount_cents > 0) as received,
           (select max(t.statement_id) from bank_transactions t where t.group_id = g.id) as statement_id
      from debit_batch_groups g where g.batch_id = ${batch} order by g.id`)
  return rows.map((row) => ({
    id: row.id, paymentInformationId: row.payment_information_id, collectionDate: day(row.collection_date), sequenceType: row.sequence_type,
    status: row.status, instructionCount: row.instruction_count, totalCents: cents(Number(row.total_cents)), rejectedCents: cents(Number(row.rejected)),
    expectedCents: cents(Number(row.total_cents) - Number(row.rejected)), receivedCents: row.received === null ? undefined : cents(Number(row.received)), statement: row.statement_id,
  }))
}

/** What is in it, by name. */
export async function batchInstructions(tx: Transaction, batch: number): Promise<readonly BatchInstruction[]> {
  const { rows } = await tx.execute<{
    id: number; group_id: number; debtor_id: number; display_name: string; end_to_end_id: string; description: string; amount_cents: string; status: InstructionStatus; return_reason: string | null; can_be_retried: boolean
  }>(sql`
    select i.id, i.group_id, i.debtor_id, r.display_name, i.end_to_end_id, i.description, i.amount_cents, i.status, i.return_reason,
           i.status in ('rejected', 'returned') and g.status = 'processed' and m.status = 'active'
             and not exists (select from debit_instructions again where again.retry_of_id = i.id and again.status <> 'cancelled') as can_be_retried
      from debit_instructions i
      join relations r on r.id = i.debtor_id
      join debit_batch_groups g on g.id = i.group_id
      join mandates m on m.id = i.mandate_id
     where i.batch_id = ${batch} order by r.sort_name, i.id`)
  return rows.map((row) => ({
    id: row.id, group: row.group_id, debtor: row.debtor_id, debtorName: row.display_name, endToEndId: row.end_to_end_id,
    description: row.description, amountCents: cents(Number(row.amount_cents)), status: row.status, returnReason: row.return_reason, canBeRetried: row.can_be_retried,
  }))
}
