import type { CollectionBeforeDeleteHook } from 'payload'
import { usesOfMandate } from '../../src/store/mandates'
import { transactionOf } from '../../src/store/transaction'
import { refuseDeletion } from '../refuseDeletion'

/** A mandate that was collected with, or that something refers to, stays (R-MAN-1, A28). */
export const keepUsedMandate: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { isUsed, others, ...uses } = await usesOfMandate(await transactionOf(req), Number(id))
  if (isUsed) throw refuseDeletion(req, 'MANDATE_USED_STAYS')
  if (uses.pledges + uses.subscriptions + uses.invoices > 0) throw refuseDeletion(req, 'MANDATE_REFERRED_TO', uses)
  if (others > 0) throw refuseDeletion(req, 'MANDATE_PLANNED_ONCE')
}
