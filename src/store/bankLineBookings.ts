import { sql } from '@payloadcms/db-postgres/drizzle'
import { cents, type Cents } from '../domain/money'
import type { Target } from './bankLineTargets'
import type { Transaction } from './transaction'

/** How a booking was recognised; the words stand with the collection. */
export type BookingWhy =
  | 'paymentInformationId' | 'messageId' | 'amountAndDate' | 'endToEndId' | 'mandateAndAmount' | 'invoiceNumber' | 'paymentReference' | 'fundText' | 'payoutReference' | 'person'

/** What (a part of) a line was booked as, by whom and when; and when and by whom that was undone. Nobody is Kring itself. */
export type BookedPart = {
  readonly id: number
  readonly line: number
  readonly target: Target
  readonly amountCents: Cents
  readonly why: BookingWhy
  readonly note: string | null
  readonly bookedBy: string | null
  readonly bookedAt: string
  readonly undoneBy: string | null
  readonly undoneAt: string | null
}

type Row = {
  id: number; transaction_id: number; kind: Target['kind']; amount_cents: string; why: BookingWhy; note: string | null; booked_by: string | null; booked_at: string; undone_by: string | null; undone_at: string | null
  invoice_id: number | null; fund_id: number | null; donor_id: number | null; pledge_id: number | null; instruction_id: number | null; payout_id: number | null; ledger_account_id: number | null; group_id: number | null
}

const known = (id: number | null): number | undefined => id ?? undefined

/** All that these lines were ever booked as, what counts first, and of that the largest. */
export async function bookingsOfLines(tx: Transaction, lines: readonly number[]): Promise<readonly BookedPart[]> {
  const { rows } = await tx.execute<Row>(sql`
    select b.id, b.transaction_id, b.kind, b.amount_cents, b.why, b.note, coalesce(who.name, who.email) as booked_by, b.booked_at::text, coalesce(undoer.name, undoer.email) as undone_by, b.undone_at::text,
           b.invoice_id, b.fund_id, b.donor_id, b.pledge_id, b.instruction_id, b.payout_id, b.ledger_account_id, b.group_id
      from bank_bookings b left join users who on who.id = b.booked_by_id left join users undoer on undoer.id = b.undone_by_id
     where b.transaction_id = any(${sql.param(lines)}::int[]) order by b.transaction_id, b.undone_at desc nulls first, abs(b.amount_cents) desc, b.id`)
  return rows.map((row) => ({
    id: row.id, line: row.transaction_id, amountCents: cents(Number(row.amount_cents)), why: row.why, note: row.note,
    bookedBy: row.booked_by, bookedAt: row.booked_at, undoneBy: row.undone_by, undoneAt: row.undone_at,
    target: {
      kind: row.kind, invoice: known(row.invoice_id), fund: known(row.fund_id), donor: known(row.donor_id), pledge: known(row.pledge_id), instruction: known(row.instruction_id),
      payout: known(row.payout_id), ledgerAccount: known(row.ledger_account_id), group: known(row.group_id),
    },
  }))
}
