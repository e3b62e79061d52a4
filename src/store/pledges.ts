import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { frequencyMonths } from '../domain/pledgeSchedule'
import { takeNumbers } from './counters'
import type { Transaction } from './transaction'

/** The months between two instalments of pledge `p`; 0 where it is collected once. */
export const pledgeEveryMonths = sql`case p.frequency ${sql.join(Object.entries(frequencyMonths).map(([frequency, months]) => sql`when ${frequency} then ${months}::int`), sql` `)} end`

/** The next pledge number. */
export const nextPledgeNumber = (tx: Transaction): Promise<number> => takeNumbers(tx, 'pledge', 1)

/** Whether an instalment of the pledge ever left for the bank. */
export async function wasCollected(tx: Transaction, pledge: number): Promise<boolean> {
  const { rows } = await tx.execute(sql`select 1 from debit_instructions where pledge_id = ${pledge} and status not in ('planned', 'cancelled') limit 1`)
  return rows.length > 0
}

/** The first day on which a pledge no longer runs; undefined where it has none. The pledge is locked against ending meanwhile. */
export async function endOfPledge(tx: Transaction, pledge: number): Promise<LocalDate | undefined> {
  const { rows } = await tx.execute<{ end_date: string | null }>(sql`select end_date::text from pledges where id = ${pledge} for share`)
  return rows[0]?.end_date ? day(rows[0].end_date) : undefined
}

/** From which day another amount of a pledge counts. */
export async function fromDateOfChange(tx: Transaction, change: number): Promise<LocalDate | undefined> {
  const { rows } = await tx.execute<{ from_date: string }>(sql`select from_date::text from pledge_changes where id = ${change}`)
  return rows[0] && day(rows[0].from_date)
}
