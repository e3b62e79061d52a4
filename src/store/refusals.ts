import { sql } from '@payloadcms/db-postgres/drizzle'
import type { InstructionStatus } from '../domain/instructionStatus'
import type { BatchStatus } from './batchLife'
import type { LocalDate } from '../domain/localDate'
import { lockInstructions } from './instructions'
import { lockBank, type Transaction } from './transaction'

export type LockedInstruction = {
  readonly status: InstructionStatus
  readonly group: number | null
  readonly groupStatus: 'open' | 'processed' | 'cancelled' | null
  /** Whether the bank's total of its group was booked; a group of which all was refused is processed without. */
  readonly isGroupPaid: boolean
  readonly batch: number | null
  readonly batchStatus: BatchStatus | null
}

/** The instruction with its group, both locked until commit; behind the locks that whoever books takes first too: what is booked may end mandates. */
export async function lockInstruction(tx: Transaction, id: number): Promise<LockedInstruction | undefined> {
  await lockInstructions(tx)
  await lockBank(tx)
  await tx.execute(sql`select 1 from debit_batch_groups where id = (select group_id from debit_instructions where id = ${id}) for update`)
  const { rows } = await tx.execute<{ status: InstructionStatus; group_id: number | null; group_status: LockedInstruction['groupStatus']; is_paid: boolean; batch_id: number | null; batch_status: BatchStatus | null }>(sql`
    select i.status, i.group_id, g.status as group_status, i.batch_id, b.status as batch_status,
           exists (select from debit_instructions paid where paid.group_id = g.id and paid.status in ('collected', 'returned')) as is_paid
      from debit_instructions i left join debit_batch_groups g on g.id = i.group_id left join debit_batches b on b.id = i.batch_id
     where i.id = ${id} for update of i`)
  return rows.map((row) => ({ status: row.status, group: row.group_id, groupStatus: row.group_status, isGroupPaid: row.is_paid, batch: row.batch_id, batchStatus: row.batch_status }))[0]
}

/** Marks it as dropped by the bank. The batch and its file stay as they were sent. */
export const setRejected = (tx: Transaction, id: number, reason: string, on: LocalDate): Promise<unknown> => tx.execute(sql`
  update debit_instructions set status = 'rejected', return_reason = nullif(${reason}, ''), returned_on = ${on}, updated_at = now() where id = ${id}`)

/** Takes the mark away. */
export const setSubmittedAgain = (tx: Transaction, id: number): Promise<unknown> => tx.execute(sql`
  update debit_instructions set status = 'submitted', return_reason = null, returned_on = null, updated_at = now() where id = ${id}`)
