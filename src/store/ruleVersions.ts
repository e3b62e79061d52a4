import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from './transaction'

export type RuleScope = { readonly organ: number | null; readonly membershipType: number | null }

/** Whether the scope has versions beside the one that is being changed. */
export async function hasOtherVersions(tx: Transaction, scope: RuleScope, except = 0): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select from rule_versions
     where organ_id is not distinct from ${scope.organ}::int and membership_type_id is not distinct from ${scope.membershipType}::int and id <> ${except} limit 1`)
  return rows.length > 0
}
