import type { PayloadRequest } from 'payload'

/** Who asked, for the audit log; null where Kring itself did the work. */
export const actorOf = (req: PayloadRequest): number | null => (req.user ? Number(req.user.id) : null)
