import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from './transaction'

/** Why the lines of a statement wait: its own balances differ, or its opening is not the closing of the one before. */
export type Hold = 'none' | 'unbalanced' | 'gap'

/** Whether lines of statement `s` may be booked: it does not wait, or a better file that does not wait brought all its lines again. */
export const isReleased: SQL = sql`(s.hold = 'none' or s.confirmed_at is not null or exists (
  select from statement_overlaps o join bank_statements better on better.id = o.statement_id and better.hold = 'none' and not better.is_undone
   where o.earlier_id = s.id and o.line_count = (select count(*) from bank_transactions own where own.statement_id = s.id)))`

/**
 * Lets go of the statements of an account that follow on: the balance they open with is that of a statement that closed on
 * the last day before them, or on the same day, or there is none before; and the one that opens on the day that they close, does so with the same balance. Also those that waited for one that is here now.
 */
export const releaseFollowing = (tx: Transaction, iban: string): Promise<unknown> => tx.execute(sql`
  with waiting as (
    select s.id, s.iban, s.statement_id, s.opening_cents, s.closing_date,
           least(s.opening_date + 1, s.closing_date, (select min(t.booking_date) from bank_transactions t where t.statement_id = s.id)) as first_date
      from bank_statements s where s.iban = ${iban} and s.hold = 'gap' and s.confirmed_at is null and not s.is_undone
  ), before as (
    select w.id, w.opening_cents, p.closing_cents
      from waiting w join bank_statements p on p.iban = w.iban and p.id <> w.id and not p.is_undone
     where (p.closing_date = w.closing_date and p.statement_id <> w.statement_id)
        or p.closing_date = (select max(e.closing_date) from bank_statements e where e.iban = w.iban and not e.is_undone and e.closing_date < w.first_date)
  ), after as (
    select w.id, n.opening_cents
      from waiting w join lateral (
        select n.opening_cents from bank_statements n
         where n.iban = w.iban and n.id <> w.id and not n.is_undone and n.closing_date > w.closing_date and n.opening_date = w.closing_date order by n.closing_date, n.id limit 1) n on true
  )
  update bank_statements s set hold = 'none', updated_at = now() from waiting w
   where w.id = s.id
     and not exists (select from after a join bank_statements own on own.id = a.id where a.id = w.id and a.opening_cents <> own.closing_cents)
     and (not exists (select from before b where b.id = w.id) or exists (select from before b where b.id = w.id and b.closing_cents = b.opening_cents))`)

/** Of each statement why it waits, if it does. */
export async function holdsOf(tx: Transaction, ids: readonly number[]): Promise<ReadonlyMap<number, Hold>> {
  const { rows } = await tx.execute<{ id: number; hold: Hold }>(sql`select id, hold from bank_statements where id = any(${sql.param(ids)}::int[])`)
  return new Map(rows.map(({ id, hold }) => [id, hold]))
}

/** Whether the statement waits for somebody, locked until commit; undefined when there is none. */
export async function lockHold(tx: Transaction, id: number): Promise<{ readonly isWaiting: boolean } | undefined> {
  const { rows } = await tx.execute<{ is_waiting: boolean }>(sql`select hold <> 'none' and confirmed_at is null as is_waiting from bank_statements where id = ${id} for update`)
  return rows.map((row) => ({ isWaiting: row.is_waiting }))[0]
}

/** Somebody looked at it and wants its lines booked. */
export const setConfirmed = (tx: Transaction, id: number, user: number): Promise<unknown> => tx.execute(sql`
  update bank_statements set confirmed_by_id = ${user}, confirmed_at = clock_timestamp(), updated_at = now() where id = ${id}`)
