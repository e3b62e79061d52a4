import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from './transaction'

/** Whether a subscription of the type was ever invoiced, or given a period free. */
export async function isInvoicedType(tx: Transaction, type: number): Promise<boolean> {
  const { rows } = await tx.execute<{ is_invoiced: boolean }>(sql`select exists (select from subscriptions where type_id = ${type} and invoiced_until_date is not null) as is_invoiced`)
  return rows[0]?.is_invoiced ?? false
}
