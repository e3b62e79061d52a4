import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from './transaction'
import { containing } from './wordSearch'

export type FoundRelation = { readonly id: number; readonly number: number; readonly name: string; readonly town: string | null }

/** The first twenty relations whose search text holds every word, best names first. The words are normalised already. */
export async function searchRelations(tx: Transaction, query: string): Promise<readonly FoundRelation[]> {
  const words = query.split(/\s+/).filter(Boolean).map((word) => containing(word))
  if (words.length === 0) return []
  const { rows } = await tx.execute<{ id: number; number: number; display_name: string; address_town: string | null }>(sql`
    select id, number, display_name, address_town from relations
     where ${sql.join(words.map((word) => sql`search_text like ${word}`), sql` and `)}
     order by status, sort_name, id limit 20`)
  return rows.map((row) => ({ id: row.id, number: row.number, name: row.display_name, town: row.address_town }))
}
