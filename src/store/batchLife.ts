import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { asRows } from './asRows'
import { lockBank, type Transaction } from './transaction'

export type BatchStatus = 'created' | 'downloaded' | 'submitted' | 'processed' | 'cancelled'
export type LockedBatch = { readonly id: number; readonly status: BatchStatus; /** Whether the bank answered anything about it yet. */ readonly isAnswered: boolean }

/** The batch, locked until commit, behind the lock of the bank that whoever books takes first too. */
export async function lockBatch(tx: Transaction, id: number): Promise<LockedBatch | undefined> {
  await lockBank(tx)
  const { rows } = await tx.execute<{ id: number; status: BatchStatus; is_answered: boolean }>(sql`
    select b.id, b.status, exists (select from debit_batch_groups g join bank_transactions t on t.group_id = g.id where g.batch_id = b.id)
        or exists (select from debit_batch_groups g join debit_instructions i on i.group_id = g.id where g.batch_id = b.id and i.status not in ('batched', 'submitted')) as is_answered
      from debit_batches b where b.id = ${id} for update of b`)
  return rows.map((row) => ({ id: row.id, status: row.status, isAnswered: row.is_answered }))[0]
}

/** Moves the batch along its life line; the database refuses what is not on it. */
export const setBatchStatus = (tx: Transaction, id: number, status: BatchStatus): Promise<unknown> =>
  tx.execute(sql`update debit_batches set status = ${status}, updated_at = now() where id = ${id}`)

/** Whoever has the file may have given it to the bank: from now on its instructions count as collected with. */
export const submitInstructions = (tx: Transaction, batch: number): Promise<unknown> => tx.execute(sql`
  update debit_instructions i set status = 'submitted', updated_at = now()
    from debit_batch_groups g where g.batch_id = ${batch} and i.group_id = g.id and i.status = 'batched'`)

/** The days on which the instructions of a batch were first meant to be collected. */
export async function originalDatesOf(tx: Transaction, batch: number): Promise<readonly LocalDate[]> {
  const { rows } = await tx.execute<{ date: string }>(sql`
    select distinct i.original_collection_date::text as date from debit_instructions i join debit_batch_groups g on g.id = i.group_id where g.batch_id = ${batch}`)
  return rows.map((row) => day(row.date))
}

/**
 * Puts everything of a batch that was cancelled back among what is planned, each on the day that it had. What was late and
 * was shifted with the batch goes back to the day that its first meant day gives, to be asked about again. Returns how many.
 */
export async function freeInstructions(tx: Transaction, batch: number, days: readonly { readonly original: LocalDate; readonly collection: LocalDate }[]): Promise<number> {
  const { rows: [freed] } = await tx.execute<{ count: number }>(sql`
    with made as (
      select (detail->>'shiftedTo')::date as shifted_to from debit_batch_events where batch_id = ${batch} and kind = 'made'
    ), closed as (
      update debit_batch_groups set status = 'cancelled', updated_at = now() where batch_id = ${batch} returning id
    ), freed as (
      update debit_instructions i
         set status = 'planned', batch_id = null, group_id = null,
             collection_date = case when i.collection_date = (select shifted_to from made) then given.collection else i.collection_date end, debtor_iban = null, mandate_reference = null,
             former_iban = null, former_reference = null, return_reason = null, returned_on = null, updated_at = now()
        from closed, ${asRows(days, { original: 'date', collection: 'date' })}
       where i.group_id = closed.id and i.original_collection_date = given.original
      returning 1
    )
    select count(*)::int as count from freed`)
  return freed?.count ?? 0
}
