import { sql } from '@payloadcms/db-postgres/drizzle'
import { takeNumbers } from './counters'
import type { Transaction } from './transaction'

/** The next pledge number. */
export const nextPledgeNumber = (tx: Transaction): Promise<number> => takeNumbers(tx, 'pledge', 1)

/** Whether an instalment of the pledge ever left for the bank. */
export async function wasCollected(tx: Transaction, pledge: number): Promise<boolean> {
  const { rows } = await tx.execute(sql`select 1 from debit_instructions where pledge_id = ${pledge} and status not in ('planned', 'cancelled') limit 1`)
  return rows.length > 0
}
