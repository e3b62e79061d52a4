import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Change } from '../domain/changes'
import { asRows } from './asRows'
import type { Transaction } from './transaction'

export type AuditEntry = {
  readonly actor: number | null
  readonly subject: string
  readonly subjectId: number
  readonly action: 'create' | 'update' | 'delete'
  readonly changes: Readonly<Record<string, Change>>
}

type Happened = { readonly subject: string; readonly subjectId: number; readonly action: AuditEntry['action']; readonly changes: Readonly<Record<string, unknown>> }

/** Entries that go in one statement. */
const atOnce = 20_000

/** Adds an entry for each thing that an operation did, in a few statements; what came to be is written as going from nothing. */
export async function insertAuditEntries(tx: Transaction, actor: number | null, entries: readonly Happened[]): Promise<void> {
  const written = entries.map((entry) => ({ ...entry, changes: Object.fromEntries(Object.entries(entry.changes).map(([field, to]) => [field, isChange(to) ? to : { from: null, to }])) }))
  for (let from = 0; from < written.length; from += atOnce) await tx.execute(sql`
    insert into audit_log (at, actor_id, subject, subject_id, action, changes)
    select clock_timestamp(), ${actor}::int, subject, "subjectId", action, changes
      from ${asRows(written.slice(from, from + atOnce), { subject: 'text', subjectId: 'int', action: 'text', changes: 'jsonb' })}`)
}

const isChange = (value: unknown): value is Change => typeof value === 'object' && value !== null && 'from' in value && 'to' in value

/** Adds one entry; the database refuses to change or delete it later. */
export const insertAuditEntry = (tx: Transaction, entry: AuditEntry): Promise<unknown> => tx.execute(sql`
  insert into audit_log (at, actor_id, subject, subject_id, action, changes)
  values (clock_timestamp(), ${entry.actor}, ${entry.subject}, ${entry.subjectId}, ${entry.action}, ${JSON.stringify(entry.changes)}::jsonb)`)
