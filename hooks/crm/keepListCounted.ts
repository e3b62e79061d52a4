import { isDeepStrictEqual } from 'node:util'
import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { lockLists } from '../../src/store/relationLists'
import { rulesCountingOn, type Listed } from '../../src/store/ruleUses'
import { transactionOf } from '../../src/store/transaction'
import { idOf } from '../idOf'
import { refuse } from '../refuse'

/** Who is on a list that a rule counts on, by whatever way, changes by planning another rule: its criteria stay, its name may change (R-RULE-1). */
export const keepListCounted: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  if (operation === 'create' || isDeepStrictEqual(originalDoc.criteria, { ...originalDoc, ...data }.criteria)) return data
  await keepCounted(req, { kind: 'list', id: Number(originalDoc.id) }, 'criteria')
  return data
}

/** A selection that a rule counts on stays made from the same list, and is refreshed as it was. */
export const keepSelectionCounted: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  if (operation === 'create') return data
  const becomes = { ...originalDoc, ...data }
  const changed = idOf(becomes.list) !== idOf(originalDoc.list) ? 'list' : becomes.mode !== originalDoc.mode ? 'mode' : undefined
  if (changed) await keepCounted(req, { kind: 'selection', id: Number(originalDoc.id) }, changed)
  return data
}

async function keepCounted(req: PayloadRequest, listed: Listed, path: string): Promise<void> {
  const tx = await transactionOf(req)
  await lockLists(tx)
  const rules = await rulesCountingOn(tx, listed)
  if (rules.length === 0) return
  const where = [...rules.slice(0, 5), ...(rules.length > 5 ? ['…'] : [])].join(', ')
  throw refuse({ req, path }, listed.kind === 'list' ? 'LIST_COUNTS_IN_RULE' : 'SELECTION_COUNTS_IN_RULE', { where })
}
