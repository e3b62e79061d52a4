import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import type { OnlineStatus } from '../domain/onlinePayment'
import type { Transaction } from './transaction'

export type OnlineHead = {
  readonly provider: string
  readonly reference: string
  readonly description: string
  readonly amountCents: Cents
  readonly status: OnlineStatus
  readonly paidOn: LocalDate | undefined
  readonly refundedOn: LocalDate | undefined
  readonly payer: { readonly id: number; readonly name: string } | undefined
}

type HeadRow = { provider: string; reference: string; description: string | null; amount: string; status: OnlineStatus; paid_on: string | null; refunded_on: string | null; payer_id: number | null; payer: string | null }

/** An online payment with who paid. */
export async function onlineHead(tx: Transaction, id: number): Promise<OnlineHead | undefined> {
  const { rows } = await tx.execute<HeadRow>(sql`
    select o.provider, o.provider_reference as reference, o.description, o.amount_cents as amount, o.status, o.paid_on::text, o.refunded_on::text, o.payer_id, r.display_name as payer
      from online_payments o left join relations r on r.id = o.payer_id where o.id = ${id}`)
  return rows.map((row) => ({
    provider: row.provider, reference: row.reference, description: row.description ?? '', amountCents: cents(Number(row.amount)), status: row.status,
    paidOn: row.paid_on === null ? undefined : day(row.paid_on), refundedOn: row.refunded_on === null ? undefined : day(row.refunded_on),
    payer: row.payer_id === null ? undefined : { id: row.payer_id, name: row.payer ?? '' },
  }))[0]
}

export type OnlineBooking = { readonly collection: 'payments' | 'donations'; readonly id: number; readonly date: LocalDate; readonly amountCents: Cents; readonly isReversal: boolean }

/** What was booked of it, in order of time. */
export async function bookingsOf(tx: Transaction, payment: number): Promise<readonly OnlineBooking[]> {
  const { rows } = await tx.execute<{ collection: OnlineBooking['collection']; id: number; date: string; amount: string; is_reversal: boolean }>(sql`
    select 'payments' as collection, id, received_on::text as date, amount_cents as amount, reversal_of_id is not null as is_reversal from payments where online_payment_id = ${payment}
    union all select 'donations', id, received_on::text, amount_cents, reversal_of_id is not null from donations where online_payment_id = ${payment}
     order by is_reversal, id`)
  return rows.map(({ collection, id, date, amount, is_reversal: isReversal }) => ({ collection, id, date: day(date), amountCents: cents(Number(amount)), isReversal }))
}

export type OnlinePayout = { readonly id: number; readonly reference: string; readonly amountCents: Cents; readonly costCents: Cents; readonly bankLine: { readonly id: number; readonly date: LocalDate } | undefined }

/** The payout that brings it, with the bank line that brought that. */
export async function payoutBringing(tx: Transaction, payment: number): Promise<OnlinePayout | undefined> {
  const { rows } = await tx.execute<{ id: number; reference: string; amount: string; cost: string; line: number | null; date: string | null }>(sql`
    select p.id, p.provider_reference as reference, p.amount_cents as amount, p.cost_cents as cost, t.id as line, t.booking_date::text as date
      from online_payments o join online_payouts p on p.id = o.payout_id
      left join bank_bookings b on b.payout_id = p.id and b.undone_at is null left join bank_transactions t on t.id = b.transaction_id
     where o.id = ${payment}`)
  return rows.map(({ id, reference, amount, cost, line, date }) => ({
    id, reference, amountCents: cents(Number(amount)), costCents: cents(Number(cost)), bankLine: line === null || date === null ? undefined : { id: line, date: day(date) },
  }))[0]
}
