import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from '../transaction'
import type { Division } from './division'
import { keyedMembers, unseen } from './keyedMembers'
import { keyedTreeOf } from './keyedTree'
import { planOf } from './placements'
import { typeTreesOf, type TypeTree } from './typeTrees'
import { walkedMembers } from './walkedMembers'
import { withSettings } from './withSettings'

/** What differs between the wanted members and the open periods: no `membership_id` means to be opened, else to be closed. */
export const changesTable = sql.raw('evaluation_changes')

/**
 * Hash joins throughout: how many relations a rule lets through cannot be estimated, and a nested loop over a wrong
 * estimate takes hours where a hash join takes seconds, and sorting costs more than hashing. So would compiling the query.
 */
const forWholeSets = { enable_nestloop: 'off', enable_mergejoin: 'off', work_mem: '256MB', jit: 'off', statement_timeout: '0' } as const

/**
 * Fills the temporary table of changes; it lives until `dropChanges` or the end of the transaction. The quick way first
 * looks which values occur; should somebody's values change just then, everything is found the long way instead.
 */
export const collectChanges = (tx: Transaction, division: Division): Promise<void> => withSettings(tx, forWholeSets, async () => {
  const trees = typeTreesOf(division)
  await fillChanges(tx, division, await quickestMembers(tx, trees, division))
  if (await hasUnseen(tx)) {
    await dropChanges(tx)
    await fillChanges(tx, division, { trees })
  }
  await tx.execute(sql`analyze ${changesTable}`)
})

export const dropChanges = (tx: Transaction): Promise<unknown> => tx.execute(sql`drop table ${changesTable}`)

/** The members of some trees as a query, and the trees that are left to be walked. */
type Members = { readonly trees: readonly TypeTree[]; readonly keyed?: SQL | undefined }

async function quickestMembers(tx: Transaction, trees: readonly TypeTree[], { date }: Division): Promise<Members> {
  const keyedTrees = trees.flatMap((tree) => keyedTreeOf(tree) ?? [])
  const keyed = keyedTrees.length > 0 ? await keyedMembers(tx, keyedTrees, date) : undefined
  if (!keyed) return { trees }
  const known = new Set(keyedTrees.map(({ type }) => type))
  return { keyed, trees: trees.filter(({ type }) => !known.has(type)) }
}

const fillChanges = (tx: Transaction, { organisation, date }: Division, { trees, keyed }: Members): Promise<unknown> => {
  const walked = trees.length > 0 ? sql`with ${walkedMembers(planOf(trees), date)}` : sql``
  const members = [...(keyed ? [keyed] : []), ...(trees.length > 0 ? [sql`table walked`] : [])]
  const desired = members.length > 0 ? sql.join(members, sql` union all `) : nobody
  return tx.execute(sql`
    create temporary table ${changesTable} on commit drop as ${walked}
    select standing.id as membership_id, relation_id, nullif(organ_id, 0) as organ_id, type_id
      from (${desired}) desired
      full join (select id, relation_id, coalesce(organ_id, 0) as organ_id, membership_type_id as type_id
                   from memberships where organisation_id = ${organisation} and end_date is null) standing
     using (relation_id, organ_id, type_id)
     where standing.id is null or desired.relation_id is null`)
}

const nobody = sql`select 0 as relation_id, 0 as organ_id, 0 as type_id where false`

async function hasUnseen(tx: Transaction): Promise<boolean> {
  const { rows } = await tx.execute<{ isUnseen: boolean }>(sql`
    select exists (select from ${changesTable} where organ_id = ${unseen}) as "isUnseen"`)
  return rows[0]?.isUnseen ?? false
}
