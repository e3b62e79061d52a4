import type { Access, SanitizedConfig } from 'payload'
import { rolesOf } from './rolesOf'

const ofStaff: Access = async ({ req }) => (await rolesOf(req)).some((role) => role !== 'representative')

/** Payload's own lock table is open to everybody who is logged in; here only staff see who edits what. */
export function staffOnlyInternals(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    if (collection.slug === 'payload-locked-documents') Object.assign(collection.access, { create: ofStaff, read: ofStaff, update: ofStaff, delete: ofStaff })
  }
  return config
}
