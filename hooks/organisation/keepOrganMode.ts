import type { CollectionBeforeChangeHook } from 'payload'
import { businessDate } from '../../src/store/businessDate'
import { hasMembersDirectlyBelow } from '../../src/store/organPlacements'
import { hadMembers } from '../../src/store/organs'
import { hasOnlyPlannedVersions } from '../../src/store/ruleVersions'
import { transactionOf } from '../../src/store/transaction'
import { refuse } from '../refuse'

/**
 * How an organ gets its members stays as it is once it had any: another division would be another rule of today. From
 * “none” to “rules” nothing changes today as long as all its rules are yet to come (R-RULE-1).
 */
export const keepOrganMode: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const becomes = { ...originalDoc, ...data }
  if (operation === 'create' || becomes.ruleMode === originalDoc.ruleMode) return data
  const [tx, organ, today] = [await transactionOf(req), Number(originalDoc.id), businessDate(req)]
  const isInUse = await hadMembers(tx, organ) || (originalDoc.startDate <= today && await hasMembersDirectlyBelow(tx, organ))
  if (!isInUse) return data
  const isPlannedOnly = originalDoc.ruleMode === 'none' && becomes.ruleMode === 'rules' && await hasOnlyPlannedVersions(tx, organ, today)
  if (!isPlannedOnly) throw refuse({ req, path: 'ruleMode' }, 'ORGAN_MODE_FIXED')
  return data
}
