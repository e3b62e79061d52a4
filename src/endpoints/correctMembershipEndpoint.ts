import { z } from 'zod'
import { correctMembership } from '../operations/correctMembership'
import { businessDate } from '../store/businessDate'
import { endpoint } from './endpoint'
import { localDateInput } from './localDateInput'

const id = z.int().positive()

/**
 * POST /api/memberships/correct `{ relation, organisation, organ, membershipType, action: 'add' | 'change' | 'remove', membershipId?,
 * startDate?, endDate?, countedFromDate?, reason, isPreview? }` → `{ changes }`: the periods that change, or with `isPreview` would.
 */
export const correctMembershipEndpoint = endpoint({
  name: 'memberships.correct',
  method: 'post',
  path: '/correct',
  input: z.object({
    relation: id, organisation: id, organ: id.nullable().default(null), membershipType: id, action: z.enum(['add', 'change', 'remove']), membershipId: id.optional(),
    startDate: localDateInput.optional(), endDate: localDateInput.optional(), countedFromDate: localDateInput.nullable().optional(),
    reason: z.string().max(200).default(''), isPreview: z.boolean().default(false),
  }),
  handle: (req, command) => correctMembership(req, { ...command, today: businessDate(req) }),
})
