import { sql } from '@payloadcms/db-postgres/drizzle'
import { profileOf, type Bank, type BankProfile, type MessageVersion } from '../domain/bankProfile'
import type { BankLimits } from '../domain/debitBatch'
import { cents, type Cents } from '../domain/money'
import type { Transaction } from './transaction'

/** The contract with a bank: who collects on which account, within which limits, delivered how. */
export type Creditor = BankLimits & BankProfile & {
  readonly id: number
  readonly title: string
  readonly name: string
  readonly creditorId: string
  readonly iban: string
  readonly bic: string | undefined
  readonly bank: Bank
  readonly isActive: boolean
  readonly preNotificationDays: number
}

type CreditorRow = {
  id: number; title: string; name: string; creditor_id: string; iban: string; bic: string | null; bank: Bank; is_active: boolean; pre_notification_days: number
  delivery_lead_days: number | null; cut_off_time: string | null; message_version: MessageVersion | null; groups_per_file: BankProfile['groupsPerFile'] | null
  file_max_count: number | null; original_account: BankProfile['originalAccount'] | null; instruction_max_amount_cents: string | null
  batch_max_count: number | null; batch_max_amount_cents: string | null; day_max_count: number | null; day_max_amount_cents: string | null
  month_max_count: number | null; month_max_amount_cents: string | null
}

const limitOf = (amount: string | null): Cents | undefined => (amount === null ? undefined : cents(Number(amount)))

const toCreditor = (row: CreditorRow): Creditor => ({
  id: row.id, title: row.title, name: row.name, creditorId: row.creditor_id, iban: row.iban, bic: row.bic ?? undefined, bank: row.bank,
  isActive: row.is_active, preNotificationDays: row.pre_notification_days,
  ...profileOf(row.bank, {
    deliveryLeadDays: row.delivery_lead_days, cutOffTime: row.cut_off_time, messageVersion: row.message_version, groupsPerFile: row.groups_per_file,
    fileMaxCount: row.file_max_count, originalAccount: row.original_account,
  }),
  instructionMaxAmountCents: limitOf(row.instruction_max_amount_cents),
  batchMaxCount: row.batch_max_count ?? undefined, batchMaxAmountCents: limitOf(row.batch_max_amount_cents),
  dayMaxCount: row.day_max_count ?? undefined, dayMaxAmountCents: limitOf(row.day_max_amount_cents),
  monthMaxCount: row.month_max_count ?? undefined, monthMaxAmountCents: limitOf(row.month_max_amount_cents),
})

/** All contracts, by title. */
export async function allCreditors(tx: Transaction): Promise<readonly Creditor[]> {
  const { rows } = await tx.execute<CreditorRow>(sql`select * from creditors order by title, id`)
  return rows.map(toCreditor)
}

/** The contract. */
export async function creditorById(tx: Transaction, id: number): Promise<Creditor | undefined> {
  const { rows } = await tx.execute<CreditorRow>(sql`select * from creditors where id = ${id}`)
  return rows.map(toCreditor)[0]
}

/** The contract, locked until commit so that its limits hold for whoever makes a batch meanwhile. Others may go on referring to it. */
export async function lockCreditor(tx: Transaction, id: number): Promise<Creditor | undefined> {
  const { rows } = await tx.execute<CreditorRow>(sql`select * from creditors where id = ${id} for no key update`)
  return rows.map(toCreditor)[0]
}

/** The contract that collects on an account, which the bank may call by its IBAN or, as some do, by the old Dutch number that is in it; undefined when none or more than one does. */
export async function creditorOfAccount(tx: Transaction, account: string): Promise<Creditor | undefined> {
  const { rows } = await tx.execute<CreditorRow>(sql`
    select * from creditors where iban = ${account} or (${account} ~ '^\\d{5,10}$' and iban like 'NL%' and right(iban, 10) = lpad(${account}, 10, '0'))`)
  return rows.length === 1 ? rows.map(toCreditor)[0] : undefined
}
