import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from './transaction'

/** Shows that a process is alive; the health check looks at it. */
export const beat = (tx: Transaction, name: string): Promise<unknown> => tx.execute(sql`
  insert into worker_heartbeats (name, beat_at) values (${name}, clock_timestamp()) on conflict (name) do update set beat_at = excluded.beat_at`)
