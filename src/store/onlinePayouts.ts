import { sql } from '@payloadcms/db-postgres/drizzle'
import { cents, type Cents } from '../domain/money'
import { asRows } from './asRows'
import type { Transaction } from './transaction'

/** What providers said they would pay out and the bank did not bring yet. For use after `from`. */
export const openPayouts = sql`(select id, provider_reference, amount_cents, cost_cents from online_payouts where status = 'open')`

export type PayoutAmounts = { readonly amountCents: Cents; readonly costCents: Cents }

/** The payout that the provider knows by a reference. */
export async function payoutOf(tx: Transaction, provider: string, reference: string): Promise<(PayoutAmounts & { readonly id: number }) | undefined> {
  const { rows } = await tx.execute<{ id: number; amount: string; cost: string }>(sql`
    select id, amount_cents as amount, cost_cents as cost from online_payouts where provider = ${provider} and provider_reference = ${reference}`)
  return rows.map(({ id, amount, cost }) => ({ id, amountCents: cents(Number(amount)), costCents: cents(Number(cost)) }))[0]
}

/** Adds a payout that the bank did not bring yet. Returns its id. */
export async function insertPayout(tx: Transaction, { provider, reference, amountCents, costCents }: PayoutAmounts & { readonly provider: string; readonly reference: string }): Promise<number> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    insert into online_payouts (provider, provider_reference, amount_cents, cost_cents, status, created_at, updated_at)
    values (${provider}, ${reference}, ${amountCents}, ${costCents}, 'open', now(), now()) returning id`)
  return Number(rows[0]?.id)
}

type PaidOut = { readonly provider: string; readonly payout: number; readonly payments: readonly { readonly reference: string; readonly amountCents: Cents }[] }

/**
 * Puts payments in the payout that brings them; one that is not here yet is kept, without what it is for, until its own message
 * comes. Returns the references that are something else here: another amount, or in another payout.
 */
export async function addToPayout(tx: Transaction, { provider, payout, payments }: PaidOut): Promise<readonly string[]> {
  const given = asRows(payments, { reference: 'text', amountCents: 'bigint' })
  await tx.execute(sql`
    insert into online_payments (provider, provider_reference, method, amount_cents, status, payout_id, created_at, updated_at)
    select ${provider}, reference, 'other', min("amountCents"), 'open', ${payout}::int, now(), now() from ${given} group by reference
    on conflict (provider, provider_reference) do nothing`)
  await tx.execute(sql`
    update online_payments o set payout_id = ${payout}, updated_at = now() from ${given}
     where o.provider = ${provider} and o.provider_reference = given.reference and o.amount_cents = given."amountCents" and o.payout_id is null`)
  const { rows } = await tx.execute<{ reference: string }>(sql`
    select distinct given.reference from ${given} join online_payments o on o.provider = ${provider} and o.provider_reference = given.reference
     where o.amount_cents <> given."amountCents" or o.payout_id is distinct from ${payout} order by 1`)
  return rows.map(({ reference }) => reference)
}
