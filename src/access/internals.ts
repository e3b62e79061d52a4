import type { Access, SanitizedConfig } from 'payload'
import { rolesOf } from './rolesOf'

const ofStaff: Access = async ({ req }) => (await rolesOf(req)).some((role) => role !== 'representative')

/** Staff see who edits what; anybody else only what is being edited under the own login. */
const ofStaffOrOwn: Access = async (args) => {
  if (!args.req.user) return false
  return (await ofStaff(args)) || { 'user.value': { equals: args.req.user.id } }
}

/** Payload's own lock table is open to everybody who is logged in; here it is not. */
export function staffOnlyInternals(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    if (collection.slug === 'payload-locked-documents') Object.assign(collection.access, { create: ofStaff, read: ofStaffOrOwn, update: ofStaff, delete: ofStaff })
  }
  return config
}
