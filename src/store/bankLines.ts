import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import { isReleased } from './statementHolds'
import type { Transaction } from './transaction'

export type LineStatus = 'open' | 'processed' | 'duplicate' | 'undone'
export type LockedLine = {
  readonly id: number
  readonly status: LineStatus
  readonly amountCents: Cents
  readonly bookingDate: LocalDate
  readonly creditor: number
  readonly twin: number | null
  /** Whether its statement waits for somebody to look at it. */
  readonly isHeld: boolean
}

/** A bank line, locked until commit; undefined when there is none. */
export async function lockLine(tx: Transaction, id: number): Promise<LockedLine | undefined> {
  const { rows } = await tx.execute<{ id: number; status: LineStatus; amount_cents: string; booking_date: string; creditor_id: number; twin_id: number | null; is_held: boolean }>(sql`
    select t.id, t.status, t.amount_cents, t.booking_date::text, s.creditor_id, t.twin_id, not ${isReleased} as is_held
      from bank_transactions t join bank_statements s on s.id = t.statement_id where t.id = ${id} for update of t`)
  return rows.map((row) => ({
    id: row.id, status: row.status, amountCents: cents(Number(row.amount_cents)), bookingDate: day(row.booking_date), creditor: row.creditor_id, twin: row.twin_id, isHeld: row.is_held,
  }))[0]
}

/** From now on a person decides what becomes of these lines: they are never booked by themselves. */
export const takeInHand = (tx: Transaction, lines: readonly number[]): Promise<unknown> => tx.execute(sql`
  update bank_transactions set is_by_hand = true, group_id = null, updated_at = now() where id = any(${sql.param(lines)}::int[])`)

/** Somebody saw that each of these lines is the same as its twin, and does not count. */
export const setDuplicates = (tx: Transaction, lines: readonly number[]): Promise<unknown> => tx.execute(sql`
  update bank_transactions set status = 'duplicate', updated_at = now() where id = any(${sql.param(lines)}::int[]) and status = 'open' and twin_id is not null`)

/** Somebody saw that the line is another than its twin: it is booked like any other. */
export const setNoDuplicate = (tx: Transaction, line: number): Promise<unknown> => tx.execute(sql`
  update bank_transactions set twin_id = null, status = 'open', updated_at = now() where id = ${line} and status in ('open', 'duplicate')`)

/** Says by hand which group the line is the total of, or of none. */
export const setGroup = (tx: Transaction, line: number, group: number | null): Promise<unknown> => tx.execute(sql`
  update bank_transactions set group_id = ${group}::int, is_by_hand = ${group === null}, updated_at = now() where id = ${line} and status = 'open'`)

/** Those of these lines that are open. */
export async function openOf(tx: Transaction, lines: readonly number[]): Promise<readonly number[]> {
  const { rows } = await tx.execute<{ id: number }>(sql`select id from bank_transactions where id = any(${sql.param(lines)}::int[]) and status = 'open' order by id`)
  return rows.map(({ id }) => id)
}
