import { sql } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../domain/localDate'
import type { Transaction } from '../store/transaction'

/** How far a load came: the day that it works towards and the first day that is not done. */
export type Progress = { readonly today: LocalDate; readonly next: LocalDate }

/** Where an earlier load stopped; undefined when none was ever begun. */
export async function readProgress(tx: Transaction): Promise<Progress | undefined> {
  const { rows } = await tx.execute<{ value: Progress }>(sql`select value from kring_settings where key = 'demoProgress'`)
  return rows[0]?.value
}

/** Written in the transaction of the work itself, so that a day is either done and counted, or neither. */
export const writeProgress = (tx: Transaction, progress: Progress): Promise<unknown> => tx.execute(sql`
  insert into kring_settings (key, value) values ('demoProgress', ${JSON.stringify(progress)}::jsonb)
  on conflict (key) do update set value = excluded.value`)
