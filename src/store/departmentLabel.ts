import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from './transaction'

/** What the organisation of an organ calls Mijn Afdeling. */
export async function departmentLabel(tx: Transaction, organ: number): Promise<string | undefined> {
  const { rows } = await tx.execute<{ label: string }>(
    sql`select s.my_department_label as label from organs o join organisations s on s.id = o.organisation_id where o.id = ${organ}`)
  return rows[0]?.label
}
