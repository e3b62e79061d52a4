import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import type { Transaction } from './transaction'

export type PlannedInstruction = {
  readonly id: number
  readonly debtor: number
  readonly debtorName: string
  readonly description: string
  readonly amountCents: Cents
  readonly collectionDate: LocalDate
  readonly pledge: number | null
  readonly invoice: number | null
}

/** What is planned at a creditor to be collected up to and including the day, the earliest first. */
export async function plannedInstructions(tx: Transaction, creditor: number, until: LocalDate): Promise<readonly PlannedInstruction[]> {
  const { rows } = await tx.execute<{
    id: number; debtor_id: number; display_name: string; description: string; amount_cents: string; collection_date: string; pledge_id: number | null; invoice_id: number | null
  }>(sql`
    select i.id, i.debtor_id, r.display_name, i.description, i.amount_cents, i.collection_date::text, i.pledge_id, i.invoice_id
      from debit_instructions i
      join relations r on r.id = i.debtor_id
      join mandates m on m.id = i.mandate_id and m.status = 'active'
     where i.creditor_id = ${creditor} and i.status = 'planned' and i.collection_date <= ${until}
     order by i.collection_date, i.id`)
  return rows.map((row) => ({
    id: row.id, debtor: row.debtor_id, debtorName: row.display_name, description: row.description, amountCents: cents(Number(row.amount_cents)),
    collectionDate: day(row.collection_date), pledge: row.pledge_id, invoice: row.invoice_id,
  }))
}
