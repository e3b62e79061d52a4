import type { PayloadRequest } from 'payload'
import { rolesOfUser } from '../store/roles'
import { readConnection } from '../store/transaction'
import { organsRepresentedBy } from './representedOrgans'
import type { Role, StaffRole } from './rights'

/** The roles of whoever asks, looked up once a request: what was taken away yesterday is gone today. */
export async function rolesOf(req: PayloadRequest): Promise<readonly Role[]> {
  if (!req.user) return []
  const known = req.context.roles as { user: unknown; roles: readonly Role[] } | undefined
  if (known?.user === req.user.id) return known.roles
  const given: readonly Role[] = await rolesOfUser(readConnection(req), Number(req.user.id)) as readonly StaffRole[]
  const held: readonly Role[] = (await organsRepresentedBy(req)).length > 0 ? [...given, 'representative'] : given
  req.context.roles = { user: req.user.id, roles: held }
  return held
}
