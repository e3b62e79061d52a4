import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Change } from '../domain/changes'
import type { Transaction } from './transaction'

export type AuditEntry = {
  readonly actor: number | null
  readonly subject: string
  readonly subjectId: number
  readonly action: 'create' | 'update' | 'delete'
  readonly changes: Readonly<Record<string, Change>>
}

/** Adds one entry; the database refuses to change or delete it later. */
export const insertAuditEntry = (tx: Transaction, entry: AuditEntry): Promise<unknown> => tx.execute(sql`
  insert into audit_log (at, actor_id, subject, subject_id, action, changes)
  values (clock_timestamp(), ${entry.actor}, ${entry.subject}, ${entry.subjectId}, ${entry.action}, ${JSON.stringify(entry.changes)}::jsonb)`)
