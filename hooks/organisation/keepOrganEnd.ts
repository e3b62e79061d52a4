import type { CollectionBeforeChangeHook } from 'payload'
import type { LocalDate } from '../../src/domain/localDate'
import { checkEnd } from '../../src/operations/endChecks'
import { businessDate } from '../../src/store/businessDate'
import { transactionOf } from '../../src/store/transaction'
import { orRefuse } from '../orRefuse'

/** Another end of an organ is one that can be. */
export const keepOrganEnd: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const [was, becomes]: readonly [LocalDate | null, LocalDate | null] = [originalDoc?.endDate ?? null, { ...originalDoc, ...data }.endDate ?? null]
  if (operation === 'create' || was === becomes) return data
  const tx = await transactionOf(req)
  await orRefuse(req, () => checkEnd(tx, { organ: Number(originalDoc.id), was, becomes, today: businessDate(req) }))
  return data
}
