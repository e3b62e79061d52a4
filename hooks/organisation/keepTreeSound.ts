import type { CollectionBeforeChangeHook } from 'payload'
import { organById, wouldMakeCycle } from '../../src/store/organs'
import { lockByName, transactionOf } from '../../src/store/transaction'
import { idOf } from '../idOf'
import { refuse } from '../refuse'

/** A parent of the same organisation, no circle, and within the days of the parent (R-ORG-1, R-ORG-2). */
export const keepTreeSound: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const whole = { ...originalDoc, ...data }
  if (whole.endDate && whole.endDate <= whole.startDate) throw refuse({ req, path: 'endDate' }, 'END_BEFORE_START')
  const parentId = idOf(whole.parent)
  if (parentId === undefined) return data
  const tx = await transactionOf(req)
  await lockByName(tx, 'organ tree')
  const parent = await organById(tx, parentId)
  if (!parent || parent.organisation !== idOf(whole.organisation)) throw refuse({ req, path: 'parent' }, 'ORGAN_OTHER_ORGANISATION')
  if (originalDoc?.id !== undefined && await wouldMakeCycle(tx, originalDoc.id, parentId)) throw refuse({ req, path: 'parent' }, 'ORGAN_CYCLE')
  if (whole.startDate < parent.startDate) throw refuse({ req, path: 'startDate' }, 'ORGAN_OUTSIDE_PARENT', { parent: parent.title })
  return data
}
