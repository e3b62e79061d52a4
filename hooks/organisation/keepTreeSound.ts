import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { addDays, type LocalDate } from '../../src/domain/localDate'
import { businessDate } from '../../src/store/businessDate'
import { firstChildOf, hadMembers, parentById } from '../../src/store/organs'
import { isTiedToOrganisation, organOn, placementsOf, wouldCircle } from '../../src/store/organPlacements'
import { lockByName, transactionOf } from '../../src/store/transaction'
import { idOf } from '../idOf'
import { refuse } from '../refuse'

type Place = { readonly organisation: number | undefined; readonly parent: number | undefined; readonly startDate: LocalDate; readonly endDate: LocalDate | undefined }
type Move = { readonly req: PayloadRequest; readonly id: number | undefined; readonly was: Place | undefined; readonly becomes: Place }

/**
 * A parent of the same organisation, no circle, and within the days of the parent (R-ORG-1, R-ORG-2). An organ may stop
 * before the organs below it: those stop with it.
 */
export const keepTreeSound: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const isUpdate = operation === 'update'
  const move: Move = { req, id: isUpdate ? Number(originalDoc.id) : undefined, was: isUpdate ? placeOf(originalDoc) : undefined, becomes: placeOf({ ...originalDoc, ...data }) }
  if (move.was && isSamePlace(move.was, move.becomes)) return data
  const { startDate, endDate } = move.becomes
  if (endDate && endDate <= startDate) throw refuse({ req, path: 'endDate' }, 'END_BEFORE_START')
  await lockByName(await transactionOf(req), 'organ tree')
  await keepPlaceOfUsed(move)
  await keepUnderParent(move)
  await keepEndUnderParent(move)
  await keepAboveChildren(move)
  return data
}

const placeOf = (organ: { readonly organisation: unknown; readonly parent: unknown; readonly startDate: LocalDate; readonly endDate?: LocalDate | null }): Place =>
  ({ organisation: idOf(organ.organisation), parent: idOf(organ.parent), startDate: organ.startDate, endDate: organ.endDate ?? undefined })

const isSamePlace = (one: Place, other: Place): boolean =>
  one.organisation === other.organisation && one.parent === other.parent && one.startDate === other.startDate && one.endDate === other.endDate

/**
 * An organ that was used or has a transfer goes elsewhere by a transfer, and begins when it began, so that the tree of
 * each day stays known (R-ORG-3).
 */
async function keepPlaceOfUsed({ req, id, was, becomes }: Move): Promise<void> {
  if (id === undefined || !was || (was.parent === becomes.parent && was.startDate === becomes.startDate)) return
  const tx = await transactionOf(req)
  const [isUsed, [, transfer]] = [await hadMembers(tx, id), await placementsOf(tx, id)]
  if (was.parent !== becomes.parent && (isUsed || transfer)) throw refuse({ req, path: 'parent' }, 'ORGAN_PARENT_BY_TRANSFER')
  if (was.startDate !== becomes.startDate && isUsed) throw refuse({ req, path: 'startDate' }, 'ORGAN_START_FIXED')
  if (transfer && becomes.startDate >= transfer.validFrom) throw refuse({ req, path: 'startDate' }, 'ORGAN_START_AFTER_TRANSFER', { validFrom: transfer.validFrom })
}

async function keepUnderParent({ req, id, was, becomes }: Move): Promise<void> {
  const { parent: parentId, startDate } = becomes
  if (parentId === undefined) return
  const tx = await transactionOf(req)
  const parent = await parentById(tx, parentId)
  if (!parent || parent.organisation !== becomes.organisation) throw refuse({ req, path: 'parent' }, 'ORGAN_OTHER_ORGANISATION')
  const isMovedUnderIt = was?.parent !== parentId
  if (id !== undefined && isMovedUnderIt && await wouldCircle(tx, { organ: id, parent: parentId, validFrom: startDate, validTo: undefined })) throw refuse({ req, path: 'parent' }, 'ORGAN_CYCLE')
  if (!isMovedUnderIt && startDate === was.startDate) return
  if (startDate < parent.startDate) throw refuse({ req, path: 'startDate' }, 'ORGAN_OUTSIDE_PARENT', { parent: parent.title })
  if (parent.endDate && (startDate >= parent.endDate || (isMovedUnderIt && parent.endDate <= businessDate(req)))) {
    throw refuse({ req, path: 'parent' }, 'ORGAN_PARENT_ENDED', { parent: parent.title, endDate: parent.endDate })
  }
}

/** An organ ends no later than what it is under by then: where transfers are planned, that is another one than today. */
async function keepEndUnderParent({ req, id, was, becomes }: Move): Promise<void> {
  const { parent, endDate } = becomes
  if (!endDate) return
  const [tx, lastDay] = [await transactionOf(req), addDays(endDate, -1)]
  const places = id === undefined || was?.parent !== parent ? [] : await placementsOf(tx, id)
  const last = places.findLast(({ validFrom }) => validFrom <= lastDay)
  const parentThen = last ? last.parent : parent
  const above = parentThen === null || parentThen === undefined ? undefined : await organOn(tx, parentThen, lastDay)
  if (above?.lastsUntil && endDate > above.lastsUntil) throw refuse({ req, path: 'endDate' }, 'ORGAN_AFTER_PARENT', { parent: above.title, endDate: above.lastsUntil })
}

async function keepAboveChildren({ req, id, was, becomes }: Move): Promise<void> {
  if (id === undefined || !was) return
  const tx = await transactionOf(req)
  const child = await firstChildOf(tx, id)
  if (was.organisation !== becomes.organisation && (child || await hadMembers(tx, id) || await isTiedToOrganisation(tx, id))) throw refuse({ req, path: 'organisation' }, 'ORGAN_ORGANISATION_FIXED')
  if (child && child.startDate < becomes.startDate) {
    throw refuse({ req, path: 'startDate' }, 'ORGAN_BEFORE_CHILDREN', { child: child.title, startDate: child.startDate })
  }
}
