import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import type { StatementEntry } from '../formats/camt053Write'
import type { Transaction } from '../store/transaction'
import { inventedIban } from './accounts'

/**
 * What a treasurer finds in the morning beside the usual: two invoices paid at once, a return for which the bank charged, a return that
 * came before, and a gift of a stranger. As far as the association has what they are about.
 */
export async function oddLinesOn(tx: Transaction, date: LocalDate): Promise<readonly StatementEntry[]> {
  const odd = oddLine(date)
  const [invoices, collected, returned] = [await oldestInvoices(tx), await lastDebit(tx, sql`status = 'collected' and collection_date < ${date}`), await lastDebit(tx, sql`status = 'returned'`)]
  const [first, second] = invoices
  return [
    ...(first && second ? [odd('INV', cents(first.openCents + second.openCents), { counterName: 'Fam. Verzamelaar', description: `Facturen ${first.number} en ${second.number}` })] : []),
    ...(collected ? [odd('COST', cents(-collected.amountCents - chargesCents), returnOf(collected, 'AM04'))] : []),
    ...(returned ? [odd('AGAIN', cents(-returned.amountCents), returnOf(returned, 'MD06'))] : []),
    odd('GIFT', cents(2_500), { counterName: 'M. Vreemdeling', description: 'Voor de buurttuin, ga zo door' }),
  ]
}

/** What the bank takes for a return. */
const chargesCents = cents(150)

const oddLine = (date: LocalDate) => (reference: string, amountCents: Cents, rest: Partial<StatementEntry>): StatementEntry => ({
  bookingDate: date, valueDate: date, amountCents, description: '', counterIban: inventedIban(700_000_000 + reference.length), code: 'RCDT/ESCT', bankRef: `ODD-${reference}`, isReversal: false, ...rest,
})

type Debit = { readonly endToEndId: string; readonly mandate: string; readonly amountCents: number }

const returnOf = ({ endToEndId, mandate }: Debit, returnReason: string): Partial<StatementEntry> =>
  ({ endToEndId, mandateId: mandate, returnReason, description: 'Storno incasso', code: 'IDDT/UPDD', isReversal: true })

async function oldestInvoices(tx: Transaction): Promise<readonly { readonly number: string; readonly openCents: number }[]> {
  const { rows } = await tx.execute<{ number: string; open: string }>(sql`
    select number, open_cents as open from invoices where kind = 'invoice' and mandate_id is null and open_cents > 0 order by number limit 2`)
  return rows.map(({ number, open }) => ({ number, openCents: Number(open) }))
}

async function lastDebit(tx: Transaction, which: SQL): Promise<Debit | undefined> {
  const { rows } = await tx.execute<{ end_to_end_id: string; mandate_reference: string; amount: string }>(sql`
    select end_to_end_id, mandate_reference, amount_cents as amount from debit_instructions where ${which} order by collection_date desc, id limit 1`)
  return rows.map((row) => ({ endToEndId: row.end_to_end_id, mandate: row.mandate_reference, amountCents: Number(row.amount) }))[0]
}
