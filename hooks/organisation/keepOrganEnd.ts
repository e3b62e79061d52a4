import type { CollectionBeforeChangeHook } from 'payload'
import type { LocalDate } from '../../src/domain/localDate'
import { businessDate } from '../../src/store/businessDate'
import { firstPlaceAfter } from '../../src/store/organPlacements'
import { transactionOf } from '../../src/store/transaction'
import { refuse } from '../refuse'

/** An organ stops today or later, after what is planned for it, and what has stopped does not begin again (R-END-5, R-END-6, R-TRF-5). */
export const keepOrganEnd: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const [was, becomes]: readonly (LocalDate | null)[] = [originalDoc?.endDate ?? null, { ...originalDoc, ...data }.endDate ?? null]
  if (operation === 'create' || was === becomes) return data
  const today = businessDate(req)
  if (was && was <= today) throw refuse({ req, path: 'endDate' }, 'ORGAN_ENDED', { endDate: was })
  if (becomes && becomes < today) throw refuse({ req, path: 'endDate' }, 'ORGAN_END_IN_THE_PAST')
  const planned = becomes ? await firstPlaceAfter(await transactionOf(req), Number(originalDoc.id), becomes) : undefined
  if (!planned) return data
  const { organ, title, validFrom, isTransfer } = planned
  const code = !isTransfer ? 'ORGAN_END_BEFORE_CHILD' : organ === Number(originalDoc.id) ? 'ORGAN_END_BEFORE_TRANSFER' : 'ORGAN_END_BEFORE_ARRIVAL'
  throw refuse({ req, path: 'endDate' }, code, { organ: title, validFrom })
}
