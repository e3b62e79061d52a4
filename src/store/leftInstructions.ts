import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import type { Transaction } from './transaction'

/** Whose instruction it is and what can be mended about it. */
export type LeftInstruction = {
  readonly debtor: number
  readonly debtorName: string
  readonly mandate: number
  readonly creditor: number
  readonly description: string
  readonly collectionDate: LocalDate
  readonly pledge: number | null
  readonly invoice: number | null
}

/** What a person needs to see of instructions that stay behind, by instruction. */
export async function leftInstructions(tx: Transaction, ids: readonly number[]): Promise<ReadonlyMap<number, LeftInstruction>> {
  const { rows } = await tx.execute<{
    id: number; debtor_id: number; display_name: string; mandate_id: number; creditor_id: number; description: string; collection_date: string; pledge_id: number | null; invoice_id: number | null
  }>(sql`
    select i.id, i.debtor_id, r.display_name, i.mandate_id, i.creditor_id, i.description, i.collection_date::text, i.pledge_id, i.invoice_id
      from debit_instructions i join relations r on r.id = i.debtor_id
     where i.id = any(${sql.param(`{${ids.join(',')}}`)}::int[])`)
  return new Map(rows.map((row) => [row.id, {
    debtor: row.debtor_id, debtorName: row.display_name, mandate: row.mandate_id, creditor: row.creditor_id, description: row.description,
    collectionDate: day(row.collection_date), pledge: row.pledge_id, invoice: row.invoice_id,
  }]))
}
