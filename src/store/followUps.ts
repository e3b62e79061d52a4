import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from './transaction'

/** What a follow-up is about: an invoice or a pledge. */
export type FollowUpTarget = { readonly kind: 'invoice' | 'pledge'; readonly id: number }

/** Who has to pay the invoice or promised the pledge; undefined where there is no such thing. */
export async function payerOf(tx: Transaction, { kind, id }: FollowUpTarget): Promise<number | undefined> {
  const { rows } = await tx.execute<{ relation: number }>(kind === 'invoice'
    ? sql`select debtor_id as relation from invoices where id = ${id} and kind = 'invoice'` : sql`select donor_id as relation from pledges where id = ${id}`)
  return rows[0]?.relation
}
