import { z } from 'zod'
import { announceDebits } from '../operations/announceDebits'
import { businessDate } from '../store/businessDate'
import { endpoint } from './endpoint'
import { idInput } from './idInput'
import { localDateInput } from './localDateInput'

/** POST /api/pre-notifications/announce `{ until, channel?, creditor?, instructions?, idempotencyKey? }` → `{ announced, waitForLetter }`. */
export const announceDebitsEndpoint = endpoint({
  name: 'preNotifications.announce',
  method: 'post',
  path: '/announce',
  input: z.object({
    until: localDateInput, channel: z.enum(['mail', 'letter']).default('mail'), creditor: idInput.optional(), instructions: z.array(idInput).max(100_000).optional(),
    idempotencyKey: z.string().min(8).max(64).optional(),
  }),
  handle: (req, input) => announceDebits(req, { ...input, today: businessDate(req) }),
})
