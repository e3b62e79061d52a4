import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import type { Transaction } from './transaction'

/** Money by a bank line, in or back. */
export type BankLineTrace = { readonly line: number; readonly date: LocalDate; readonly amountCents: Cents }

const mostTraces = 20

/** The bank lines that brought the money of a debit or a pledge, or took it back, the latest first. */
export async function bankLinesBehind(tx: Transaction, of: { readonly instruction: number } | { readonly pledge: number }): Promise<readonly BankLineTrace[]> {
  const money = 'instruction' in of
    ? sql`select transaction_id, received_on, amount_cents from payments where instruction_id = ${of.instruction} union all select transaction_id, received_on, amount_cents from donations where instruction_id = ${of.instruction}`
    : sql`select transaction_id, received_on, amount_cents from donations where pledge_id = ${of.pledge}`
  const { rows } = await tx.execute<{ line: number; date: string; amount: string }>(sql`
    select transaction_id as line, received_on::text as date, sum(amount_cents) as amount from (${money}) money where transaction_id is not null
     group by transaction_id, received_on having sum(amount_cents) <> 0 order by received_on desc, transaction_id desc limit ${mostTraces}`)
  return rows.map((row) => ({ line: row.line, date: day(row.date), amountCents: cents(Number(row.amount)) }))
}
