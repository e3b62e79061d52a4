import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { createBatches } from '../operations/createBatches'
import { previewBatches } from '../operations/previewBatches'
import { businessDate } from '../store/businessDate'
import { progressUnder } from '../store/commandProgress'
import { readConnection } from '../store/transaction'
import { endpoint } from './endpoint'
import { localDateInput } from './localDateInput'

const id = z.number().int().positive()
const key = z.string().min(8).max(64)
const wanted = {
  creditor: id,
  until: localDateInput,
  instructions: z.array(id).min(1).max(100_000).optional(),
  except: z.array(id).max(100_000).optional(),
  expected: z.object({ count: z.number().int().nonnegative(), totalCents: z.number().int().nonnegative() }).optional(),
  shiftTo: localDateInput.optional(),
}

/**
 * POST /api/debit-batches/create `{ creditor, until, instructions? | except?, expected?, shiftTo?, idempotencyKey? }` → the
 * batches, and what was left with its reason.
 */
export const createBatchesEndpoint = endpoint({
  name: 'batches.create',
  method: 'post',
  path: '/create',
  input: z.object({ ...wanted, idempotencyKey: key.optional() }),
  handle: (req, input) => createBatches(req, { ...input, now: new Date(), today: businessDate(req), random: () => randomBytes(5) }),
})

/** POST /api/debit-batches/preview, with the same wish: what would be made of it, and what would stay behind. */
export const previewBatchesEndpoint = endpoint({
  name: 'batches.preview',
  method: 'post',
  path: '/preview',
  input: z.object(wanted),
  handle: (req, input) => previewBatches(req, { ...input, now: new Date(), today: businessDate(req) }),
})

/** GET /api/debit-batches/progress?key= → `{ phase, done, total }` of the command under that key, or `{}` before it began. */
export const batchProgressEndpoint = endpoint({
  name: 'batches.progress',
  method: 'get',
  path: '/progress',
  input: z.object({ key }),
  handle: async (req, input) => (await progressUnder(readConnection(req), input.key)) ?? {},
})
