import { z } from 'zod'
import { importMembershipHistory } from '../operations/importMembershipHistory'
import { businessDate } from '../store/businessDate'
import { endpoint } from './endpoint'

/** POST /api/memberships/import-history `{ text }` → `{ lines, periods, mistakes: [{ line, field, message }] }`; with a mistake nothing is written. */
export const importMembershipHistoryEndpoint = endpoint({
  name: 'memberships.importHistory',
  method: 'post',
  path: '/import-history',
  input: z.object({ text: z.string().max(50_000_000) }),
  handle: (req, { text }) => importMembershipHistory(req, { text, today: businessDate(req) }),
})
