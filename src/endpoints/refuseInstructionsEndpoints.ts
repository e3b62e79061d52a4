import { z } from 'zod'
import { refuseInstructions, undoRefusals } from '../operations/refuseInstructions'
import { businessDate } from '../store/businessDate'
import { endpoint } from './endpoint'

/** So many debits explain a difference at most; more are marked in the batch itself. */
const set = z.array(z.number().int().positive().max(2_147_483_647)).min(1).max(50)

/** POST /api/debit-instructions/refuse-set `{ instructions, reason? }`: the bank dropped all of these. */
export const refuseInstructionsEndpoint = endpoint({
  name: 'instructions.refuse',
  method: 'post',
  path: '/refuse-set',
  input: z.object({ instructions: set, reason: z.string().max(140).default('') }),
  handle: (req, input) => refuseInstructions(req, { ...input, today: businessDate(req) }),
})

/** POST /api/debit-instructions/undo-refusals `{ instructions }`: the bank paid all of these after all. */
export const undoRefusalsEndpoint = endpoint({
  name: 'instructions.refuse', method: 'post', path: '/undo-refusals', input: z.object({ instructions: set }), handle: (req, { instructions }) => undoRefusals(req, instructions),
})
