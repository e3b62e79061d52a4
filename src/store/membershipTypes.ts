import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from './transaction'

/** Whether rules, exceptions, memberships or corrections count on the type, or once did. */
export async function isTypeInUse(tx: Transaction, membershipType: number): Promise<boolean> {
  const { rows: [row] } = await tx.execute<{ used: boolean }>(sql`
    select exists (select from rule_versions where membership_type_id = ${membershipType}) or exists (select from exception_memberships where membership_type_id = ${membershipType})
        or exists (select from memberships where membership_type_id = ${membershipType}) or exists (select from membership_mutations where membership_type_id = ${membershipType})
        or exists (select from membership_corrections where membership_type_id = ${membershipType}) as used`)
  return row?.used ?? false
}
