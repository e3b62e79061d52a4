import { z } from 'zod'
import { announceDebits } from '../operations/announceDebits'
import { announcementLetters } from '../operations/announcementLetters'
import { businessDate } from '../store/businessDate'
import { readConnection } from '../store/transaction'
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

/** GET /api/pre-notifications/letters?until=…&creditor=… → the letters to print for whoever has no e-mail address. */
export const announcementLettersEndpoint = endpoint({
  name: 'preNotifications.announce',
  method: 'get',
  path: '/letters',
  input: z.object({ until: localDateInput, creditor: idInput.optional() }),
  handle: async (req, wish) => new Response(await announcementLetters(readConnection(req), wish), {
    headers: { 'content-type': 'text/html; charset=utf-8', 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' },
  }),
})
