import type { Access, CollectionConfig, FieldAccess, PayloadRequest, Where } from 'payload'
import { mayDo, type CollectionName, type Operation, type Role } from './rights'
import { rolesOf } from './rolesOf'
import { organsRepresentedBy } from './representedOrgans'

const projections: Readonly<Partial<Record<CollectionName, 'any' | 'fund'>>> = {
  members: 'any', 'member-mutations': 'any', 'organ-donations': 'fund', 'organ-pledges': 'fund',
}

/**
 * The first wall around representatives: a plain where on the organs that they hold an active function for today. Who
 * sees the fund of none of them is refused what is of funds (R-MA-5).
 */
async function ownOrgans(req: PayloadRequest, needs: 'any' | 'fund'): Promise<Where | false> {
  const organs = (await organsRepresentedBy(req)).filter((organ) => needs === 'any' || organ.seesFund)
  return organs.length > 0 && { organId: { in: organs.map((organ) => organ.organId) } }
}

/** Rows about what somebody may not read are kept from them too. */
const keptFrom = (collection: CollectionName, roles: readonly Role[]): Where | undefined =>
  collection === 'follow-ups' && !mayDo(roles, 'invoices', 'read') ? { invoice: { exists: false } } : undefined

const accessFor = (collection: CollectionName, operation: Operation): Access => async ({ req }) => {
  const roles = req.user ? await rolesOf(req) : []
  if (!mayDo(roles, collection, operation)) return false
  const needs = projections[collection]
  if (needs) return ownOrgans(req, needs)
  return (operation === 'create' ? undefined : keptFrom(collection, roles)) ?? true
}

/** Everybody may see and change the own login; the rest follows the table. */
const ownUserOr = (operation: 'read' | 'update'): Access => async ({ req }) => {
  if (!req.user) return false
  return mayDo(await rolesOf(req), 'users', operation) || { id: { equals: req.user.id } }
}

/** Who may open the admin at all: staff with a role, and representatives. */
const mayEnter = async ({ req }: { req: PayloadRequest }): Promise<boolean> => Boolean(req.user) && (await rolesOf(req)).length > 0

/** The access functions of a collection, generated from the table of rights. */
export function accessOf(collection: CollectionName): NonNullable<CollectionConfig['access']> {
  const access = {
    create: accessFor(collection, 'create'),
    read: accessFor(collection, 'read'),
    update: accessFor(collection, 'update'),
    delete: accessFor(collection, 'delete'),
    readVersions: () => false,
  }
  if (collection !== 'users') return access
  return { ...access, read: ownUserOr('read'), update: ownUserOr('update'), unlock: accessFor('users', 'update'), admin: mayEnter }
}

/** Account numbers are for whoever may see mandates. */
export const seesAccounts: FieldAccess = async ({ req }) => Boolean(req.user) && mayDo(await rolesOf(req), 'mandates', 'read')

/** For fields that only a functional administrator may set. */
export const adminAccess: FieldAccess = async ({ req }) => Boolean(req.user) && (await rolesOf(req)).includes('administrator')
