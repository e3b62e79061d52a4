import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from '../transaction'
import type { Division } from './division'
import { exceptedIn, withExceptions } from './excepted'
import { keyedMembers } from './keyedMembers'
import { keyedTreeOf } from './keyedTree'
import { planOf } from './placements'
import type { Population } from './population'
import { typeTreesOf, type TypeTree } from './typeTrees'
import { walkedMembers } from './walkedMembers'

/** Who is a member of what on the day: `query` gives unique rows (relation_id, organ_id, type_id), 0 for the organisation, and needs `prefix` before its select. */
export type Members = { readonly prefix: SQL; readonly query: SQL }

/**
 * The members that the division wants. For everybody the quick way is tried first: it looks which values occur, and then
 * finds all members by them. Should somebody's values change just then, they show up in organ `unseen`.
 */
export async function quickestMembers(tx: Transaction, division: Division, population: Population): Promise<Members> {
  const trees = typeTreesOf(division)
  if (population !== 'everybody') return walked(trees, division, population)
  const keyedTrees = trees.flatMap((tree) => keyedTreeOf(tree) ?? [])
  const keyed = keyedTrees.length > 0 ? await keyedMembers(tx, keyedTrees, division.date) : undefined
  if (!keyed) return walked(trees, division, population)
  const known = new Set(keyedTrees.map(({ type }) => type))
  return walked(trees.filter(({ type }) => !known.has(type)), division, population, keyed)
}

/** The members that the division wants, found level by level whatever happens meanwhile. */
export const walkedMembersOf = (division: Division, population: Population): Members => walked(typeTreesOf(division), division, population)

function walked(trees: readonly TypeTree[], division: Division, population: Population, keyed?: SQL): Members {
  const prefix = trees.length > 0 ? sql`with ${walkedMembers(planOf(trees), { date: division.date, population })}` : sql``
  const parts = [...(keyed ? [keyed] : []), ...(trees.length > 0 ? [sql`table walked`] : [])]
  const byRule = parts.length > 0 ? sql.join(parts, sql` union all `) : nobody
  return { prefix, query: withExceptions(byRule, exceptedIn(division), population) }
}

const nobody = sql`select 0 as relation_id, 0 as organ_id, 0 as type_id where false`
