import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import type { OnlineState, OnlineStatus } from '../domain/onlinePayment'
import { lockByName, type Transaction } from './transaction'

/** What a payment is for: one invoice, pledge or fund. */
export type OnlineTarget = { readonly kind: 'invoice' | 'pledge' | 'fund'; readonly id: number }
export type OnlinePayment = OnlineState & { readonly id: number; readonly target: OnlineTarget | undefined }

type Row = { id: number; status: OnlineStatus; amount_cents: string; paid_on: string | null; invoice_id: number | null; pledge_id: number | null; fund_id: number | null }

const columns = sql.raw('id, status, amount_cents, paid_on::text, invoice_id, pledge_id, fund_id')

const toPayment = (row: Row): OnlinePayment => ({
  id: row.id, status: row.status, amountCents: cents(Number(row.amount_cents)), paidOn: row.paid_on === null ? undefined : day(row.paid_on), target: targetIn(row),
})

function targetIn({ invoice_id: invoice, pledge_id: pledge, fund_id: fund }: Row): OnlineTarget | undefined {
  if (invoice !== null) return { kind: 'invoice', id: invoice }
  if (pledge !== null) return { kind: 'pledge', id: pledge }
  return fund === null ? undefined : { kind: 'fund', id: fund }
}

/** One message of a provider at a time is taken: of ten that are the same, nine find what the first did. */
export const lockProvider = (tx: Transaction, provider: string): Promise<unknown> => lockByName(tx, `online payments of ${provider}`)

/** The payment that the provider knows by a reference, locked. Call under `lockProvider`. */
export async function lockOnlinePaymentOf(tx: Transaction, provider: string, reference: string): Promise<OnlinePayment | undefined> {
  const { rows } = await tx.execute<Row>(sql`select ${columns} from online_payments where provider = ${provider} and provider_reference = ${reference} for no key update`)
  return rows.map(toPayment)[0]
}

/** The payment, locked. */
export async function lockOnlinePayment(tx: Transaction, id: number): Promise<OnlinePayment | undefined> {
  const { rows } = await tx.execute<Row>(sql`select ${columns} from online_payments where id = ${id} for no key update`)
  return rows.map(toPayment)[0]
}

export type NewOnlinePayment = { readonly provider: string; readonly reference: string; readonly method: string; readonly amountCents: Cents; readonly description: string }

/** Adds a payment of which nothing happened yet, and that is for nothing yet. Returns it. */
export async function insertOnlinePayment(tx: Transaction, { provider, reference, method, amountCents, description }: NewOnlinePayment): Promise<OnlinePayment> {
  const { rows } = await tx.execute<Row>(sql`
    insert into online_payments (provider, provider_reference, method, amount_cents, status, description, created_at, updated_at)
    values (${provider}, ${reference}, ${method}, ${amountCents}, 'open', ${description || null}, now(), now()) returning ${columns}`)
  const payment = rows.map(toPayment)[0]
  if (!payment) throw new Error('The payment was not kept')
  return payment
}

/** How somebody paid, as far as it is told; what was known before stays. */
type Details = { readonly method?: string | undefined; readonly description?: string | undefined }

const details = ({ method, description }: Details) => sql`
  method = case when o.method = 'other' then ${method ?? 'other'} else o.method end, description = coalesce(o.description, ${description || null}::text), updated_at = now()`

type Became = Details & { readonly status: OnlineStatus; readonly paidOn?: LocalDate | undefined; readonly refundedOn?: LocalDate | undefined }

/** What became of it. */
export const setOnlineStatus = (tx: Transaction, id: number, { status, paidOn, refundedOn, ...rest }: Became): Promise<unknown> => tx.execute(sql`
  update online_payments o set status = ${status}, paid_on = coalesce(o.paid_on, ${paidOn ?? null}::date), refunded_on = coalesce(o.refunded_on, ${refundedOn ?? null}::date), ${details(rest)}
   where o.id = ${id}`)

/** Who an invoice or a pledge is of; of a fund nobody. */
const personOf = ({ kind, id }: OnlineTarget): SQL => {
  if (kind === 'invoice') return sql`(select debtor_id from invoices where id = ${id})`
  return kind === 'pledge' ? sql`(select donor_id from pledges where id = ${id})` : sql`null::int`
}

/** What it is for, and who paid: `payer` where that is known, else whoever the invoice or the pledge is of. */
export const setOnlineTarget = (tx: Transaction, id: number, { target, payer, ...rest }: Details & { readonly target: OnlineTarget; readonly payer?: number | undefined }): Promise<unknown> => tx.execute(sql`
  update online_payments o set ${sql.identifier(`${target.kind}_id`)} = ${target.id}, payer_id = coalesce(${payer ?? null}::int, o.payer_id, ${personOf(target)}), ${details(rest)}
   where o.id = ${id}`)

/** What may be paid of a target: of an invoice what is open, of the others whatever somebody gives. Undefined when it is not there, or is a credit note. */
export async function payableOf(tx: Transaction, { kind, id }: OnlineTarget): Promise<{ readonly openCents: Cents | undefined } | undefined> {
  const { rows } = kind === 'invoice'
    ? await tx.execute<{ open: string | null }>(sql`select open_cents as open from invoices where id = ${id} and kind = 'invoice'`)
    : await tx.execute<{ open: string | null }>(sql`select null as open from ${sql.identifier(`${kind}s`)} where id = ${id}`)
  return rows.map(({ open }) => ({ openCents: open === null ? undefined : cents(Number(open)) }))[0]
}
