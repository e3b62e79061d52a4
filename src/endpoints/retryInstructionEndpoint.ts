import { z } from 'zod'
import { retryInstruction } from '../operations/retryInstruction'
import { businessDate } from '../store/businessDate'
import { endpoint } from './endpoint'

/** POST /api/debit-instructions/:id/retry → the new instruction and its collection date. */
export const retryInstructionEndpoint = endpoint({
  name: 'instructions.retry',
  method: 'post',
  path: '/:id/retry',
  input: z.object({ id: z.coerce.number().int().positive() }),
  handle: (req, { id }) => retryInstruction(req, { instruction: id, today: businessDate(req), now: new Date() }),
})
