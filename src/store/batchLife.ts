import { sql } from '@payloadcms/db-postgres/drizzle'
import { lockBank, type Transaction } from './transaction'

export type BatchStatus = 'created' | 'downloaded' | 'submitted' | 'processed' | 'cancelled'
export type LockedBatch = {
  readonly id: number
  readonly status: BatchStatus
  /** Whether the bank said anything about it yet, and so has it. */
  readonly isAnswered: boolean
  /** Whether a line of the bank names it, or something of it was collected. */
  readonly isBooked: boolean
}

/** The batch, locked until commit, behind the lock of the bank that whoever books takes first too. */
export async function lockBatch(tx: Transaction, id: number): Promise<LockedBatch | undefined> {
  await lockBank(tx)
  const { rows } = await tx.execute<{ id: number; status: BatchStatus; is_reported: boolean; is_refused: boolean; is_booked: boolean }>(sql`
    select b.id, b.status, exists (select from status_reports r where r.batch_id = b.id) as is_reported,
           exists (select from debit_batch_groups g join debit_instructions i on i.group_id = g.id where g.batch_id = b.id and i.status = 'rejected') as is_refused,
           exists (select from debit_batch_groups g join bank_transactions t on t.group_id = g.id where g.batch_id = b.id)
             or exists (select from debit_batch_groups g join debit_instructions i on i.group_id = g.id where g.batch_id = b.id and i.status in ('collected', 'returned')) as is_booked
      from debit_batches b where b.id = ${id} for update of b`)
  return rows.map((row) => ({ id: row.id, status: row.status, isAnswered: row.is_reported || row.is_refused || row.is_booked, isBooked: row.is_booked }))[0]
}

/** Moves the batch along its life line; the database refuses what is not on it. */
export const setBatchStatus = (tx: Transaction, id: number, status: BatchStatus): Promise<unknown> =>
  tx.execute(sql`update debit_batches set status = ${status}, updated_at = now() where id = ${id}`)

/** Whoever has the file may have given it to the bank: from now on its instructions count as collected with. */
export const submitInstructions = (tx: Transaction, batch: number): Promise<unknown> => tx.execute(sql`
  update debit_instructions i set status = 'submitted', updated_at = now()
    from debit_batch_groups g where g.batch_id = ${batch} and i.group_id = g.id and i.status = 'batched'`)

/**
 * Puts everything of a batch that was cancelled back among what is planned, each on the day that it had before it went
 * into the batch: what moved then stands in the history of the batch. Returns the ids of what was freed, in order.
 */
export async function freeInstructions(tx: Transaction, batch: number): Promise<readonly number[]> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    with moved as materialized (
      select (m->>'from')::date as was, generate_series((ids->>0)::int, (ids->>1)::int) as id
        from debit_batch_events e cross join lateral jsonb_array_elements(e.detail->'moved') m cross join lateral jsonb_array_elements(m->'ids') ids
       where e.batch_id = ${batch} and e.kind = 'made'
    ), closed as (
      update debit_batch_groups set status = 'cancelled', updated_at = now() where batch_id = ${batch} returning id
    ), freed as (
      update debit_instructions i
         set status = 'planned', batch_id = null, group_id = null, collection_date = coalesce(moved.was, i.collection_date), debtor_iban = null, mandate_reference = null,
             former_iban = null, former_reference = null, return_reason = null, returned_on = null, updated_at = now()
        from closed join debit_instructions own on own.group_id = closed.id left join moved on moved.id = own.id
       where own.id = i.id
      returning i.id
    )
    select id from freed order by id`)
  return rows.map(({ id }) => id)
}

/** Whether something of a batch was tried again. */
export async function hasLiveRetries(tx: Transaction, batch: number): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select 1 as retried from debit_batch_groups g join debit_instructions i on i.group_id = g.id
      join debit_instructions again on again.retry_of_id = i.id and again.status <> 'cancelled'
     where g.batch_id = ${batch} limit 1`)
  return rows.length > 0
}

/** Opens groups of a batch again, or just one, that were closed because all in them was refused; then so is the batch. The database refuses it for what the bank paid. */
export async function reopenRefusedGroups(tx: Transaction, batch: number, group?: number): Promise<void> {
  await tx.execute(sql`
    update debit_batch_groups g set status = 'open', updated_at = now()
     where g.batch_id = ${batch} and g.status = 'processed' and ${group === undefined ? sql`true` : sql`g.id = ${group}`}`)
  await tx.execute(sql`
    update debit_batches b set status = 'submitted', updated_at = now()
     where b.id = ${batch} and b.status = 'processed' and exists (select from debit_batch_groups g where g.batch_id = b.id and g.status = 'open')`)
}

/** Whether a payment group of this creditor is at the bank and waits for its total. */
export async function isOpenGroupOf(tx: Transaction, group: number, creditor: number): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select 1 as found from debit_batch_groups g join debit_batches b on b.id = g.batch_id
     where g.id = ${group} and g.status = 'open' and b.creditor_id = ${creditor} and b.status in ('downloaded', 'submitted')`)
  return rows.length > 0
}
