import { sql } from '@payloadcms/db-postgres/drizzle'
import { cents, type Cents } from '../domain/money'
import type { Transaction } from './transaction'

export type Creditor = {
  readonly id: number
  readonly title: string
  readonly name: string
  readonly creditorId: string
  readonly iban: string
  readonly bic: string | undefined
  readonly deliveryLeadDays: number
  readonly batchMaxCount: number | undefined
  readonly batchMaxAmountCents: Cents | undefined
}

type CreditorRow = {
  id: number; title: string; name: string; creditor_id: string; iban: string; bic: string | null
  delivery_lead_days: number; batch_max_count: number | null; batch_max_amount_cents: string | null
}

const toCreditor = (row: CreditorRow): Creditor => ({
  id: row.id, title: row.title, name: row.name, creditorId: row.creditor_id, iban: row.iban, bic: row.bic ?? undefined,
  deliveryLeadDays: row.delivery_lead_days, batchMaxCount: row.batch_max_count ?? undefined,
  batchMaxAmountCents: row.batch_max_amount_cents === null ? undefined : cents(Number(row.batch_max_amount_cents)),
})

/** All contracts, by title. */
export async function allCreditors(tx: Transaction): Promise<readonly Creditor[]> {
  const { rows } = await tx.execute<CreditorRow>(sql`select * from creditors order by title, id`)
  return rows.map(toCreditor)
}

/** The contract, locked until commit so that its limits hold for whoever makes a batch meanwhile. */
export async function lockCreditor(tx: Transaction, id: number): Promise<Creditor | undefined> {
  const { rows } = await tx.execute<CreditorRow>(sql`select * from creditors where id = ${id} for update`)
  return rows.map(toCreditor)[0]
}

/** The contract that collects on an account. */
export async function creditorByIban(tx: Transaction, iban: string): Promise<Creditor | undefined> {
  const { rows } = await tx.execute<CreditorRow>(sql`select * from creditors where iban = ${iban}`)
  return rows.map(toCreditor)[0]
}
