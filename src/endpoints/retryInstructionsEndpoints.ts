import { z } from 'zod'
import { previewRetries, retryInstructions } from '../operations/retryInstructions'
import { businessDate } from '../store/businessDate'
import { failureTasks } from '../store/failedInstructions'
import { endpoint } from './endpoint'
import { idListInput } from './idsInput'
import { keyInput } from './keyInput'
import { localDateInput } from './localDateInput'

const filter = z.object({
  from: localDateInput,
  until: localDateInput,
  reason: z.string().max(35).optional(),
  creditor: z.number().int().positive().max(2_147_483_647).optional(),
  task: z.enum(failureTasks).optional(),
  search: z.string().max(100).optional(),
  isAll: z.boolean().optional(),
})
const wish = z.object({ instructions: idListInput.optional(), filter: filter.optional() })
const isOneOfTwo = (given: z.infer<typeof wish>): boolean => (given.instructions === undefined) !== (given.filter === undefined)
const onlyOne = { path: ['filter'] }

/**
 * POST /api/debit-instructions/retry-all `{ instructions | filter, expected?, idempotencyKey? }` → how many are planned, on which days, and
 * how many were left and why.
 */
export const retryInstructionsEndpoint = endpoint({
  name: 'instructions.retryAll',
  method: 'post',
  path: '/retry-all',
  input: wish.extend({
    expected: z.object({ planned: z.number().int().nonnegative(), totalCents: z.number().int().nonnegative() }).optional(),
    idempotencyKey: keyInput.optional(),
  }).refine(isOneOfTwo, onlyOne),
  handle: (req, input) => retryInstructions(req, { ...input, today: businessDate(req), now: new Date() }),
})

/** POST /api/debit-instructions/retry-all/preview, with the same wish: what would come of it. */
export const previewRetriesEndpoint = endpoint({
  name: 'instructions.previewRetries',
  method: 'post',
  path: '/retry-all/preview',
  input: wish.refine(isOneOfTwo, onlyOne),
  handle: (req, input) => previewRetries(req, { ...input, today: businessDate(req), now: new Date() }),
})
