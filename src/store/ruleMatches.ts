import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../domain/localDate'
import { compileRule } from '../rules/compileRule'
import type { Rule } from '../rules/rule'
import type { FoundRelation } from './relationSearch'
import type { Transaction } from './transaction'

export type Matches = { readonly count: number; readonly sample: readonly FoundRelation[] }

/** What is counted longer than this is stopped, so that trying out a rule holds up nobody. */
const patience = '5s'

/** Above this, the first by name are found sooner by walking down all names than by sorting what was found. */
const manyMatches = 20_000

/**
 * How many relations meet the rule on the date, and the first ten by name. The rule has its lists written out, and what
 * is left of the transaction is limited as by `limitCounting`.
 */
export async function countMatching(tx: Transaction, rule: Rule, date: LocalDate): Promise<Matches> {
  await limitCounting(tx)
  const condition = compileRule(rule, { relationAlias: 'r', date })
  const { rows } = await tx.execute<{ count: string }>(sql`select count(*)::text as count from relations r where ${condition}`)
  const count = Number(rows[0]?.count ?? 0)
  return { count, sample: count === 0 ? [] : await firstByName(tx, condition, count) }
}

/** What is left of the transaction has five seconds a query, and memory to add up donations in. */
export const limitCounting = (tx: Transaction): Promise<unknown> =>
  tx.execute(sql`select set_config('statement_timeout', ${patience}, true), set_config('jit', 'off', true), set_config('work_mem', '64MB', true)`)

async function firstByName(tx: Transaction, condition: SQL, count: number): Promise<readonly FoundRelation[]> {
  const found = sql`select r.id, r.number, r.display_name, r.address_town, r.sort_name from relations r where ${condition}`
  const { rows } = await tx.execute<{ id: number; number: number; display_name: string; address_town: string | null }>(
    count > manyMatches
      ? sql`${found} order by r.sort_name, r.id limit 10`
      : sql`with found as materialized (${found}) select * from found order by sort_name, id limit 10`)
  return rows.map((row) => ({ id: row.id, number: row.number, name: row.display_name, town: row.address_town }))
}
