import { sql } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../domain/localDate'
import { donorTypeOn } from './donorTypes'
import type { Transaction } from './transaction'

export type Booked = { readonly subject: 'payments' | 'donations'; readonly id: number; readonly amountCents: number }

type Row = { subject: Booked['subject']; id: number; amount_cents: string }
const toBooked = ({ subject, id, amount_cents }: Row): Booked => ({ subject, id, amountCents: Number(amount_cents) })

/**
 * Books an online payment that was paid, once: as a payment of its invoice, or as a donation whose donor is what kind of giver on
 * the day it was paid (R-ONL-4). What was refunded goes back by counter entries. Returns what it added.
 */
export async function bookOnlinePayment(tx: Transaction, id: number, paidOn: LocalDate): Promise<readonly Booked[]> {
  return [...(await bookIn(tx, id, paidOn)), ...(await bookBack(tx, id))]
}

async function bookIn(tx: Transaction, id: number, paidOn: LocalDate): Promise<readonly Booked[]> {
  const donorType = await donorTypeOn(tx, paidOn)
  const { rows } = await tx.execute<Row>(sql`
    with paid as (
      select o.*, coalesce(p.fund_id, o.fund_id) as given_to, coalesce(o.payer_id, p.donor_id) as donor_id
        from online_payments o left join pledges p on p.id = o.pledge_id
       where o.id = ${id} and o.status in ('paid', 'refunded')
         and not exists (select from payments where online_payment_id = o.id) and not exists (select from donations where online_payment_id = o.id)
    ), settled as (
      insert into payments (received_on, invoice_id, amount_cents, online_payment_id, created_at, updated_at)
      select paid_on, invoice_id, amount_cents, id, now(), now() from paid where invoice_id is not null
      returning id, amount_cents
    ), given as (
      insert into donations (received_on, donor_id, fund_id, pledge_id, amount_cents, source, online_payment_id, donor_type_id, created_at, updated_at)
      select paid_on, donor_id, given_to, pledge_id, amount_cents, 'online', id, ${donorType(sql`paid.donor_id`)}, now(), now() from paid where given_to is not null
      returning id, amount_cents
    )
    select 'payments' as subject, id, amount_cents from settled union all select 'donations', id, amount_cents from given`)
  return rows.map(toBooked)
}

async function bookBack(tx: Transaction, id: number): Promise<readonly Booked[]> {
  const { rows } = await tx.execute<Row>(sql`
    with refunded as (select id, refunded_on from online_payments where id = ${id} and status = 'refunded'),
    unsettled as (
      insert into payments (received_on, invoice_id, amount_cents, online_payment_id, reversal_of_id, created_at, updated_at)
      select r.refunded_on, p.invoice_id, -p.amount_cents, p.online_payment_id, p.id, now(), now()
        from refunded r join payments p on p.online_payment_id = r.id
       where p.reversal_of_id is null and not exists (select from payments back where back.reversal_of_id = p.id)
      returning id, amount_cents
    ), ungiven as (
      insert into donations (received_on, donor_id, fund_id, pledge_id, amount_cents, source, online_payment_id, donor_type_id, reversal_of_id, created_at, updated_at)
      select r.refunded_on, d.donor_id, d.fund_id, d.pledge_id, -d.amount_cents, d.source, d.online_payment_id, d.donor_type_id, d.id, now(), now()
        from refunded r join donations d on d.online_payment_id = r.id
       where d.reversal_of_id is null and not exists (select from donations back where back.reversal_of_id = d.id)
      returning id, amount_cents
    )
    select 'payments' as subject, id, amount_cents from unsettled union all select 'donations', id, amount_cents from ungiven`)
  return rows.map(toBooked)
}
