import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from './transaction'

export type RuleScope = { readonly organ: number | null; readonly membershipType: number | null }

/** The ids of the versions of one scope, without the one that is being changed. */
export async function ruleVersionsOf(tx: Transaction, scope: RuleScope, except = 0): Promise<readonly number[]> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    select id from rule_versions
     where organ_id is not distinct from ${scope.organ} and membership_type_id is not distinct from ${scope.membershipType} and id <> ${except}`)
  return rows.map((row) => row.id)
}
