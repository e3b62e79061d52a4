import type { PayloadRequest } from 'payload'
import { businessDate } from '../store/businessDate'
import { representedOrgans, type RepresentedOrgan } from '../store/roles'
import { readConnection } from '../store/transaction'

/** The relation that a user is, if any. */
export const personOf = (req: PayloadRequest): number | undefined => {
  const relation: unknown = (req.user as { relation?: unknown } | null)?.relation
  if (typeof relation === 'number') return relation
  return typeof relation === 'object' && relation !== null && 'id' in relation ? Number(relation.id) : undefined
}

/** The organs that whoever asks holds an active representing function at, today; once a request. */
export async function organsRepresentedBy(req: PayloadRequest): Promise<readonly RepresentedOrgan[]> {
  const person = personOf(req)
  if (person === undefined) return []
  const known = req.context.representedOrgans as { person: number; organs: readonly RepresentedOrgan[] } | undefined
  if (known?.person === person) return known.organs
  const organs = await representedOrgans(readConnection(req), person, businessDate(req))
  req.context.representedOrgans = { person, organs }
  return organs
}
