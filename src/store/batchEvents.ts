import { sql } from '@payloadcms/db-postgres/drizzle'
import { asRows } from './asRows'
import type { Transaction } from './transaction'

export type BatchEventKind = 'made' | 'downloaded' | 'submitted' | 'submissionUndone' | 'refused' | 'refusalUndone' | 'reported' | 'processed' | 'totalUndone' | 'cancelled'
export type BatchEvent = { readonly batch: number; readonly kind: BatchEventKind; readonly instruction?: number | undefined; readonly detail?: object | undefined }

/** Writes what happened to batches into their history; the database refuses to change it later. */
export async function insertBatchEvents(tx: Transaction, actor: number | null, events: readonly BatchEvent[]): Promise<void> {
  if (events.length === 0) return
  await tx.execute(sql`
    insert into debit_batch_events (batch_id, at, actor_id, kind, instruction_id, detail, created_at, updated_at)
    select batch, clock_timestamp(), ${actor}::int, kind, instruction, detail, now(), now()
      from ${asRows(events, { batch: 'int', kind: 'text', instruction: 'int', detail: 'jsonb' })}`)
}
