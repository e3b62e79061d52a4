import { sql } from '@payloadcms/db-postgres/drizzle'
import { takeNumbers } from './counters'
import type { Transaction } from './transaction'

export type MandateRow = { readonly id: number; readonly debtor: number; readonly status: string; readonly type: 'recurring' | 'oneOff' }

/** The next free reference, `M-000001` and on. */
export const nextMandateReference = async (tx: Transaction): Promise<string> =>
  `M-${String(await takeNumbers(tx, 'mandate', 1)).padStart(6, '0')}`

/** Whether something was ever collected, or is about to be, under the mandate. */
export async function isMandateUsed(tx: Transaction, mandate: number): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select 1 from debit_instructions where mandate_id = ${mandate} and status not in ('planned', 'cancelled') limit 1`)
  return rows.length > 0
}

/** A mandate by its id, locked against being terminated meanwhile. */
export async function mandateById(tx: Transaction, id: number): Promise<MandateRow | undefined> {
  const { rows } = await tx.execute<{ id: number; debtor_id: number; status: string; type: MandateRow['type'] }>(
    sql`select id, debtor_id, status, type from mandates where id = ${id} for share`)
  return rows.map((row) => ({ id: row.id, debtor: row.debtor_id, status: row.status, type: row.type }))[0]
}
