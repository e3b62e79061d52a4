import { sql } from '@payloadcms/db-postgres/drizzle'
import { PgBoss } from 'pg-boss'
import type { Transaction } from './transaction'

/** What the worker does for others, and what it is given to do it with. */
export type QueuedWork = { 'send-mail': { readonly mail: number }; 'make-crm-artefacts': { readonly organisation: number }; 'evaluate-memberships': { readonly date: string } }
export type Queue = keyof QueuedWork
export const queues: readonly Queue[] = ['send-mail', 'make-crm-artefacts', 'evaluate-memberships']

/** pg-boss writes `$1` parameters; they become drizzle's own here, lists as one parameter each. */
const executeOn = (tx: Transaction) => ({
  executeSql: async (text: string, values: unknown[] = []) => {
    const parts = text.split(/\$(\d+)/)
    const query = sql.join(parts.map((part, index) => (index % 2 === 0 ? sql.raw(part) : sql`${sql.param(values[Number(part) - 1])}`)))
    const { rows } = await tx.execute(query)
    return { rows }
  },
})

/** Puts work in the queue in the transaction that caused it: a rollback takes the work along. */
export async function enqueue<Q extends Queue>(tx: Transaction, queue: Q, work: QueuedWork[Q]): Promise<void> {
  const boss = new PgBoss({ db: executeOn(tx), schema: 'pgboss', supervise: false, schedule: false, migrate: false })
  await boss.send(queue, work, { db: executeOn(tx), retryLimit: 10, retryDelay: 30, retryBackoff: true })
}

/** Puts as many pieces of work in the queue as there are, in a few statements. */
export async function enqueueAll<Q extends Queue>(tx: Transaction, queue: Q, works: readonly QueuedWork[Q][]): Promise<void> {
  if (works.length === 0) return
  const boss = new PgBoss({ db: executeOn(tx), schema: 'pgboss', supervise: false, schedule: false, migrate: false })
  await boss.insert(queue, works.map((data) => ({ data, retryLimit: 10, retryDelay: 30, retryBackoff: true })), { db: executeOn(tx) })
}
