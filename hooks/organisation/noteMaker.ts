import type { CollectionBeforeChangeHook } from 'payload'

/** Who made it, in `createdBy`; nobody where the house itself did. */
export const noteMaker: CollectionBeforeChangeHook = ({ data, operation, req }) =>
  (operation === 'create' ? { ...data, createdBy: req.user ? Number(req.user.id) : null } : data)
