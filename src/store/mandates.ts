import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { takeNumbers } from './counters'
import type { Transaction } from './transaction'

export type MandateStatus = 'active' | 'blocked' | 'terminated'
export type MandateRow = { readonly id: number; readonly debtor: number; readonly status: MandateStatus; readonly type: 'recurring' | 'oneOff' }

/** What staff change of a mandate by a button. */
export type Mandate = MandateRow & {
  readonly creditor: number
  readonly reference: string
  readonly iban: string
  readonly accountHolder: string
  readonly signedOn: LocalDate
}

/** The next free reference, `M-000001` and on. */
export const nextMandateReference = async (tx: Transaction): Promise<string> =>
  `M-${String(await takeNumbers(tx, 'mandate', 1)).padStart(6, '0')}`

/** Whether something was ever collected, or is about to be, under the mandate. Who puts its instructions into a batch right now is waited for. */
export async function isMandateUsed(tx: Transaction, mandate: number): Promise<boolean> {
  await tx.execute(sql`select 1 from debit_instructions where mandate_id = ${mandate} and status = 'planned' for share`)
  const { rows } = await tx.execute(sql`
    select 1 from debit_instructions where mandate_id = ${mandate} and status not in ('planned', 'cancelled') limit 1`)
  return rows.length > 0
}

/** A mandate by its id, locked against being terminated meanwhile. */
export async function mandateById(tx: Transaction, id: number): Promise<MandateRow | undefined> {
  const { rows } = await tx.execute<{ id: number; debtor_id: number; status: MandateStatus; type: MandateRow['type'] }>(
    sql`select id, debtor_id, status, type from mandates where id = ${id} for share`)
  return rows.map((row) => ({ id: row.id, debtor: row.debtor_id, status: row.status, type: row.type }))[0]
}

/** A mandate that is about to be changed, locked until commit. */
export async function lockMandate(tx: Transaction, id: number): Promise<Mandate | undefined> {
  const { rows } = await tx.execute<{
    id: number; debtor_id: number; creditor_id: number; status: MandateStatus; type: MandateRow['type']; reference: string; iban: string; account_holder: string; signed_on: string
  }>(sql`
    select id, debtor_id, creditor_id, status, type, reference, iban, account_holder, signed_on::text from mandates where id = ${id} for no key update`)
  return rows.map((row): Mandate => ({
    id: row.id, debtor: row.debtor_id, creditor: row.creditor_id, status: row.status, type: row.type, reference: row.reference, iban: row.iban,
    accountHolder: row.account_holder, signedOn: day(row.signed_on),
  }))[0]
}

/** Writes another account, holder or reference. */
export const setIdentity = (tx: Transaction, id: number, { iban, accountHolder, reference }: Pick<Mandate, 'iban' | 'accountHolder' | 'reference'>): Promise<unknown> =>
  tx.execute(sql`update mandates set iban = ${iban}, account_holder = ${accountHolder}, reference = ${reference}, updated_at = now() where id = ${id}`)

/** Blocks a mandate for a reason, or, without one, lets it be collected with again. */
export const setBlocked = (tx: Transaction, id: number, reason: string | undefined): Promise<unknown> => tx.execute(sql`
  update mandates set status = ${reason === undefined ? 'active' : 'blocked'}, block_reason = ${reason ?? null}, updated_at = now() where id = ${id}`)

/** What stands in the way of deleting a mandate. */
export type MandateUses = { readonly isUsed: boolean; readonly pledges: number; readonly subscriptions: number; readonly invoices: number; readonly others: number }

/** What refers to the mandate; `others` are planned or cancelled instructions and what the debtor was told. */
export async function usesOfMandate(tx: Transaction, mandate: number): Promise<MandateUses> {
  const isUsed = await isMandateUsed(tx, mandate)
  const { rows: [row] } = await tx.execute<{ pledges: number; subscriptions: number; invoices: number; others: number }>(sql`
    select (select count(*)::int from pledges where mandate_id = ${mandate}) as pledges,
           (select count(*)::int from subscriptions where mandate_id = ${mandate}) as subscriptions,
           (select count(*)::int from invoices where mandate_id = ${mandate}) as invoices,
           (select count(*)::int from debit_instructions where mandate_id = ${mandate}) + (select count(*)::int from pre_notifications where mandate_id = ${mandate}) as others`)
  return { isUsed, pledges: row?.pledges ?? 0, subscriptions: row?.subscriptions ?? 0, invoices: row?.invoices ?? 0, others: row?.others ?? 0 }
}

/** Whether new mandates may be given to the creditor; undefined where there is none. */
export async function isCreditorInUse(tx: Transaction, creditor: number): Promise<boolean | undefined> {
  const { rows } = await tx.execute<{ is_active: boolean }>(sql`select is_active from creditors where id = ${creditor}`)
  return rows[0]?.is_active
}
