import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../../domain/localDate'
import type { Lookup } from '../../rules/field'
import type { Transaction } from '../transaction'
import { baseMembers } from './baseMembers'
import type { KeyedTree } from './keyedTree'
import { numbers, texts } from './parameters'

/** Marks a relation whose values had not been seen: they changed between two statements. */
export const unseen = -1

/** With more combinations than this, working them out one by one no longer pays, and would not fit in memory. */
const mostCombinations = 20_000

/** The members of keyed trees as one query, or undefined where too many combinations of values occur. */
export async function keyedMembers(tx: Transaction, trees: readonly KeyedTree[], date: LocalDate): Promise<SQL | undefined> {
  const lookups = [...new Map(trees.flatMap((tree) => tree.lookups).map((lookup) => [lookup.shape, lookup])).values()]
  const combinations = await loadCombinations(tx, lookups)
  return combinations && membersQuery(trees, { lookups, combinations, date })
}

const keyColumn = (index: number): SQL => sql.raw(`key_${index}`)

/** A value that is missing is as good as an empty one: no rule asks for either. */
const keyColumns = (lookups: readonly Lookup[]): SQL =>
  sql.join(lookups.map(({ key }, index) => sql`, coalesce(${key('r')}::text, '') as ${keyColumn(index)}`))

async function loadCombinations(tx: Transaction, lookups: readonly Lookup[]): Promise<string[][] | undefined> {
  const { rows } = await tx.execute<Record<string, string>>(sql`
    select distinct 0 as here${keyColumns(lookups)} from relations r where r.status = 'active' limit ${mostCombinations + 1}`)
  return rows.length > mostCombinations ? undefined : rows.map((row) => lookups.map((_, index) => row[`key_${index}`] ?? ''))
}

type Combinations = { readonly lookups: readonly Lookup[]; readonly combinations: readonly (readonly string[])[]; readonly date: LocalDate }

/**
 * Left joins, so that nobody is lost whose values were not seen, and because the planner would expect an inner join on
 * several values to bring out next to nothing.
 */
function membersQuery(trees: readonly KeyedTree[], { lookups, combinations, date }: Combinations): SQL {
  const places = placesOf(trees, lookups, combinations)
  const values = lookups.map((_, index) => sql`${texts(combinations.map((combination) => combination[index] ?? ''))}, `)
  const names = lookups.map((_, index) => sql`${keyColumn(index)}, `)
  const isSame = lookups.map((_, index) => sql`k.${keyColumn(index)} = b.${keyColumn(index)}`)
  return sql`
    select b.relation_id, coalesce(o.organ_id, ${unseen}::int) as organ_id, b.type_id
      from (${baseMembers(trees, keyColumns(lookups), { date, population: 'everybody' })}) b
      left join unnest(${sql.join(values)}${numbers(combinations.map((_, index) => index))}) as k (${sql.join(names)}combination)
        on ${lookups.length > 0 ? sql.join(isSame, sql` and `) : sql`true`}
      left join unnest(${numbers(places.map(({ combination }) => combination))}, ${numbers(places.map(({ type }) => type))},
                       ${numbers(places.map(({ organ }) => organ))}) as o (combination, type_id, organ_id)
        on o.combination = k.combination and o.type_id = b.type_id`
}

function placesOf(trees: readonly KeyedTree[], lookups: readonly Lookup[], combinations: readonly (readonly string[])[]) {
  const positions = new Map(lookups.map(({ shape }, index) => [shape, index]))
  return combinations.flatMap((values, combination) => {
    const valueOf = (shape: string): string => values[positions.get(shape) ?? -1] ?? ''
    return trees.flatMap(({ type, organsOf }) => organsOf(valueOf).map((organ) => ({ combination, type, organ })))
  })
}
