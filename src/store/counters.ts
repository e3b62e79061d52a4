import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from './transaction'

/**
 * Takes `count` consecutive numbers and returns the first. The row stays locked until commit, so a rolled back
 * transaction gives its numbers back: the series has no gaps.
 */
export async function takeNumbers(tx: Transaction, series: string, count: number): Promise<number> {
  const { rows } = await tx.execute<{ first: string }>(sql`
    insert into counters (series, last) values (${series}, ${count})
    on conflict (series) do update set last = counters.last + excluded.last
    returning last - ${count}::bigint + 1 as first`)
  return Number(rows[0]?.first)
}
