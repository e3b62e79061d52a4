import { z } from 'zod'
import { refuseInstruction, undoRefusal } from '../operations/refuseInstruction'
import { businessDate } from '../store/businessDate'
import { endpoint } from './endpoint'

const id = z.coerce.number().int().positive()

/** POST /api/debit-instructions/:id/refuse `{ reason }`: the bank dropped it from the batch; what it was for is open again. */
export const refuseInstructionEndpoint = endpoint({
  name: 'instructions.refuse',
  method: 'post',
  path: '/:id/refuse',
  input: z.object({ id, reason: z.string().max(140).default('') }),
  handle: (req, input) => refuseInstruction(req, { instruction: input.id, reason: input.reason, today: businessDate(req) }),
})

/** POST /api/debit-instructions/:id/undo-refusal: until the bank's total was processed. */
export const undoRefusalEndpoint = endpoint({
  name: 'instructions.refuse',
  method: 'post',
  path: '/:id/undo-refusal',
  input: z.object({ id }),
  handle: (req, input) => undoRefusal(req, input.id),
})
