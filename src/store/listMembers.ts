import { sql } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../domain/localDate'
import { compileRule } from '../rules/compileRule'
import type { Rule } from '../rules/rule'
import { limitCounting } from './ruleMatches'
import type { Transaction } from './transaction'
import { containing } from './wordSearch'

export type ListRow = { readonly title: string; readonly sentence: string | null; readonly criteria: unknown }

/** A relation list by its id, with its rule as it is stored. */
export async function listRow(tx: Transaction, list: number): Promise<ListRow | undefined> {
  const { rows } = await tx.execute<ListRow>(sql`select title, sentence, criteria from relation_lists where id = ${list}`)
  return rows[0]
}

export type ListMember = { readonly id: number; readonly number: number; readonly name: string; readonly town: string | null; readonly type: 'person' | 'organisation'; readonly status: 'active' | 'archived' }

type Wish = { readonly date: LocalDate; readonly words: readonly string[]; readonly page: number; readonly perPage: number; readonly most: number }

/**
 * How many relations meet the rule and hold every word, and one page of them by name; no rows where there are more than
 * `most` (domain R-LIST-2). The rule has its lists written out, the words are normalised.
 */
export async function membersOfList(tx: Transaction, rule: Rule, { date, words, page, perPage, most }: Wish): Promise<{ readonly count: number; readonly members: readonly ListMember[] }> {
  await limitCounting(tx)
  const searched = words.map((word) => sql` and r.search_text like ${containing(word)}`)
  const condition = sql`${compileRule(rule, { relationAlias: 'r', date })}${sql.join(searched)}`
  const { rows: [total] } = await tx.execute<{ count: string }>(sql`select count(*)::text as count from relations r where ${condition}`)
  const count = Number(total?.count ?? 0)
  if (count === 0 || count > most) return { count, members: [] }
  const { rows } = await tx.execute<ListMember>(sql`
    with found as materialized (
      select r.id, r.number, r.display_name as name, r.address_town as town, r.type, r.status, r.sort_name from relations r where ${condition})
    select id, number, name, town, type, status from found order by sort_name, id limit ${perPage} offset ${(page - 1) * perPage}`)
  return { count, members: rows }
}
