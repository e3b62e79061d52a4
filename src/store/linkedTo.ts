import { sql } from '@payloadcms/db-postgres/drizzle'
import type { OnlineTarget } from './onlinePayments'
import type { Transaction } from './transaction'

/** What a payment was for, by what it is called: an invoice by its number, a pledge by its number and its fund. */
export type LinkedThing = { readonly kind: OnlineTarget['kind']; readonly id: number; readonly number: string; readonly fund: string }

type Row = { payment: number; kind: OnlineTarget['kind']; id: number; number: string | null; fund: string | null }

/** What each of these payments was for; one that is linked to nothing is not among them. One question however many there are. */
export async function linkedThings(tx: Transaction, payments: readonly number[]): Promise<ReadonlyMap<number, LinkedThing>> {
  const { rows } = await tx.execute<Row>(sql`
    select o.id as payment, case when o.invoice_id is not null then 'invoice' when o.pledge_id is not null then 'pledge' else 'fund' end as kind,
           coalesce(o.invoice_id, o.pledge_id, o.fund_id) as id, coalesce(i.number, p.number::text) as number, f.title as fund
      from online_payments o
      left join invoices i on i.id = o.invoice_id left join pledges p on p.id = o.pledge_id left join funds f on f.id = coalesce(o.fund_id, p.fund_id)
     where o.id = any(${sql.param(`{${payments.join(',')}}`)}::int[]) and num_nonnulls(o.invoice_id, o.pledge_id, o.fund_id) = 1`)
  return new Map(rows.map(({ payment, kind, id, number, fund }) => [payment, { kind, id, number: number ?? '', fund: fund ?? '' }]))
}
