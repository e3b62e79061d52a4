import { sql } from '@payloadcms/db-postgres/drizzle'
import type { CreditableLine } from '../domain/creditLines'
import { cents } from '../domain/money'
import type { Transaction } from './transaction'

/** The lines of an invoice with what credit notes took back of each. */
export async function creditableLines(tx: Transaction, invoice: number): Promise<readonly CreditableLine[]> {
  const { rows } = await tx.execute<{ position: number; amount_cents: string; vat_cents: string; credited: string; credited_vat: string }>(sql`
    select l.position, l.amount_cents, l.vat_cents, coalesce(-sum(back.amount_cents), 0) as credited, coalesce(-sum(back.vat_cents), 0) as credited_vat
      from invoice_lines l
      left join invoices note on note.credit_of_id = l.invoice_id
      left join invoice_lines back on back.invoice_id = note.id and back.position = l.position
     where l.invoice_id = ${invoice}
     group by l.id order by l.position`)
  return rows.map((row) => ({
    position: row.position, amountCents: cents(Number(row.amount_cents)), vatCents: cents(Number(row.vat_cents)),
    creditedCents: cents(Number(row.credited)), creditedVatCents: cents(Number(row.credited_vat)),
  }))
}
