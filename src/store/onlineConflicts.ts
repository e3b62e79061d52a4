import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from './transaction'

export type OnlineConflict = { readonly conflict: 'ONLINE_AMOUNT_DIFFERS' | 'ONLINE_CURRENCY_DIFFERS'; readonly amountCents?: number; readonly currency?: string }

type Noted = { readonly subject: 'online-payments' | 'online-payouts'; readonly id: number; readonly told: object }

/** Writes in the audit log that a provider told something else than is known here; the same again is not written again. */
export const noteConflict = (tx: Transaction, { subject, id, told }: Noted): Promise<unknown> => tx.execute(sql`
  insert into audit_log (at, subject, subject_id, action, changes)
  select clock_timestamp(), ${subject}, ${id}, 'update', noted.changes
    from (select jsonb_build_object('conflict', jsonb_build_object('from', null, 'to', ${JSON.stringify(told)}::jsonb)) as changes) noted
   where not exists (select from audit_log l where l.subject = ${subject} and l.subject_id = ${id} and l.changes = noted.changes)`)

/** What the provider told of a payment that is not as it is known here. */
export async function conflictsOf(tx: Transaction, payment: number): Promise<readonly OnlineConflict[]> {
  const { rows } = await tx.execute<{ told: OnlineConflict }>(sql`
    select changes #> '{conflict,to}' as told from audit_log where subject = 'online-payments' and subject_id = ${payment} and changes ? 'conflict' order by at`)
  return rows.map(({ told }) => told)
}
