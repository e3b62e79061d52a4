import type { CollectionBeforeChangeHook } from 'payload'
import { isInvoicedType } from '../../src/store/subscriptionTypes'
import { transactionOf } from '../../src/store/transaction'
import { refuse } from '../refuse'

/** Costs something unless it is free; once invoiced, where its periods begin and end stays: what was asked for would no longer fit. */
export const keepSubscriptionTypeSound: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  const whole = { ...originalDoc, ...data }
  if (!whole.isFree && !(whole.priceCents > 0)) throw refuse({ req, path: 'priceCents' }, 'PRICE_REQUIRED')
  const moved = (['period', 'periodStart'] as const).find((field) => operation === 'update' && data[field] !== undefined && data[field] !== originalDoc[field])
  if (moved && await isInvoicedType(await transactionOf(req), Number(originalDoc.id))) throw refuse({ req, path: moved }, 'SUBSCRIPTION_TYPE_INVOICED')
  return data
}
