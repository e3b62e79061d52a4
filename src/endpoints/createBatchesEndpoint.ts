import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { createBatches } from '../operations/createBatches'
import { businessDate } from '../store/businessDate'
import { endpoint } from './endpoint'
import { localDateInput } from './localDateInput'

/** POST /api/debit-batches/create `{ creditor, until, instructions?, shiftLate?, idempotencyKey? }` → the batches, and what was left with its reason. */
export const createBatchesEndpoint = endpoint({
  name: 'batches.create',
  method: 'post',
  path: '/create',
  input: z.object({
    creditor: z.number().int().positive(),
    until: localDateInput,
    instructions: z.array(z.number().int().positive()).min(1).max(100_000).optional(),
    shiftLate: z.boolean().default(false),
    idempotencyKey: z.string().min(8).max(64).optional(),
  }),
  handle: (req, input) => createBatches(req, { ...input, now: new Date(), today: businessDate(req), random: () => randomBytes(5) }),
})
