import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { isLocalDate, type LocalDate } from '../../src/domain/localDate'
import { businessDate } from '../../src/store/businessDate'
import { hasOtherException, partiesOf, type ExceptionPlace } from '../../src/store/exceptions'
import { organOn } from '../../src/store/organPlacements'
import { transactionOf } from '../../src/store/transaction'
import { idOf } from '../idOf'
import { refuse } from '../refuse'

type Given = { readonly relation?: unknown; readonly organ?: unknown; readonly membershipType?: unknown; readonly startDate?: unknown; readonly endDate?: unknown }

/**
 * An exception begins today or later, at an organ that is there by then (R-EXC-5). Once it began only its end and its
 * reason change, on its first day also that day itself, and what has ended stays. What is missing is told by the fields.
 */
export const keepExceptionSound: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  const place = placeOf({ ...originalDoc, ...data })
  if (!place) return data
  if (place.endDate && place.endDate <= place.startDate) throw refuse({ req, path: 'endDate' }, 'END_BEFORE_START')
  const was = operation === 'update' ? placeOf(originalDoc) : undefined
  if (was && was.startDate <= businessDate(req) && !isPutOff(req, was, place)) keepBegun(req, was, place)
  else await keepNew(req, place, was ? Number(originalDoc.id) : undefined)
  return data
}

function placeOf(given: Given): ExceptionPlace | undefined {
  const [relation, organ, membershipType] = [idOf(given.relation), idOf(given.organ), idOf(given.membershipType)]
  const [startDate, endDate] = [dayIn(given.startDate), dayIn(given.endDate)]
  if (relation === undefined || organ === undefined || membershipType === undefined || startDate === undefined) return undefined
  return { relation, organ, membershipType, startDate, endDate }
}

const dayIn = (value: unknown): LocalDate | undefined => (typeof value === 'string' && isLocalDate(value) ? value : undefined)

/** What begins today begins later instead; who, where and as what stay. */
const isPutOff = (req: PayloadRequest, was: ExceptionPlace, becomes: ExceptionPlace): boolean =>
  was.startDate === businessDate(req) && was.startDate !== becomes.startDate && (['relation', 'organ', 'membershipType'] as const).every((field) => was[field] === becomes[field])

function keepBegun(req: PayloadRequest, was: ExceptionPlace, becomes: ExceptionPlace): void {
  const moved = (['relation', 'organ', 'membershipType', 'startDate'] as const).find((field) => was[field] !== becomes[field])
  if (moved) throw refuse({ req, path: moved }, 'EXCEPTION_STARTED')
  if (was.endDate === becomes.endDate) return
  const today = businessDate(req)
  if (was.endDate && was.endDate <= today) throw refuse({ req, path: 'endDate' }, 'EXCEPTION_ENDED', { endDate: was.endDate })
  if (becomes.endDate && becomes.endDate < today) throw refuse({ req, path: 'endDate' }, 'EXCEPTION_END_IN_THE_PAST')
}

async function keepNew(req: PayloadRequest, place: ExceptionPlace, id: number | undefined): Promise<void> {
  const { startDate } = place
  if (startDate < businessDate(req)) throw refuse({ req, path: 'startDate' }, 'EXCEPTION_IN_THE_PAST')
  const tx = await transactionOf(req)
  const organ = await organOn(tx, place.organ, startDate)
  if (!organ) throw refuse({ req, path: 'organ' }, 'ORGAN_UNKNOWN')
  if (startDate < organ.startDate) throw refuse({ req, path: 'startDate' }, 'EXCEPTION_BEFORE_ORGAN', { organ: organ.title, startDate: organ.startDate })
  if (organ.lastsUntil && startDate >= organ.lastsUntil) throw refuse({ req, path: 'organ' }, 'EXCEPTION_AFTER_ORGAN', { organ: organ.title, endDate: organ.lastsUntil })
  const { relationStatus, typeOrganisation } = await partiesOf(tx, place)
  if (typeOrganisation !== organ.organisation) throw refuse({ req, path: 'membershipType' }, 'EXCEPTION_OTHER_ORGANISATION')
  if (relationStatus !== 'active') throw refuse({ req, path: 'relation' }, 'EXCEPTION_RELATION_ARCHIVED')
  if (await hasOtherException(tx, place, id)) throw refuse({ req, path: 'startDate' }, 'EXCEPTION_OVERLAP')
}
