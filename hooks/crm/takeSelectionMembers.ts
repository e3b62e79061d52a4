import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { closedFieldsFor } from '../../src/operations/closedFieldsFor'
import { readRule } from '../../src/operations/readRule'
import { businessDate } from '../../src/store/businessDate'
import { listRow } from '../../src/store/listMembers'
import { takeSelection } from '../../src/store/selections'
import { transactionOf, type Transaction } from '../../src/store/transaction'
import { idOf } from '../idOf'
import { refuse } from '../refuse'

/** A selection is filled the moment it is made, and anew when it is made from another list or becomes a daily one. */
export const takeSelectionMembers: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  const isOtherwise = idOf(doc.list) !== idOf(previousDoc?.list) || (doc.mode === 'daily' && previousDoc?.mode !== 'daily')
  if (operation === 'update' && !isOtherwise) return doc
  const tx = await transactionOf(req)
  await keepToOwnFields(req, tx, idOf(doc.list))
  const { memberCount, computedAt } = await takeSelection(tx, Number(doc.id), businessDate(req))
  return { ...doc, memberCount, computedAt: computedAt.toISOString() }
}

/** Nobody learns by a selection what they may not search for themselves. */
async function keepToOwnFields(req: PayloadRequest, tx: Transaction, list: number | undefined): Promise<void> {
  const row = list === undefined ? undefined : await listRow(tx, list)
  if (!row) return
  const { mistakes } = await readRule(tx, row.criteria, await closedFieldsFor(req))
  const closed = mistakes.find(({ code }) => code === 'RULE_FIELD_NOT_YOURS')
  if (closed) throw refuse({ req, path: 'list' }, 'RULE_FIELD_NOT_YOURS', closed.params)
}
