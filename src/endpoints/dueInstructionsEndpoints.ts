import { z } from 'zod'
import { dueList } from '../operations/dueList'
import { moveInstructions } from '../operations/moveInstructions'
import { businessDate } from '../store/businessDate'
import { endpoint } from './endpoint'
import { localDateInput } from './localDateInput'

const id = z.number().int().positive()

/** GET /api/debit-instructions/due?creditor=&until=&search=&source=&sort=&order=&page= → a page of what has to be at the bank by then. */
export const dueInstructionsEndpoint = endpoint({
  name: 'instructions.due',
  method: 'get',
  path: '/due',
  input: z.object({
    creditor: z.coerce.number().int().positive(),
    until: localDateInput,
    search: z.string().max(100).optional(),
    source: z.enum(['pledge', 'invoice']).optional(),
    sort: z.enum(['date', 'debtor', 'amount', 'description']).default('date'),
    order: z.enum(['asc', 'desc']).default('asc'),
    page: z.coerce.number().int().min(1).max(100_000).default(1),
  }),
  handle: (req, { order, ...input }) => dueList(req, { ...input, isDescending: order === 'desc', today: businessDate(req), now: new Date() }),
})

/** POST /api/debit-instructions/move `{ instructions, collectionDate }` → `{ moved, collectionDate }`. */
export const moveInstructionsEndpoint = endpoint({
  name: 'instructions.move',
  method: 'post',
  path: '/move',
  input: z.object({ instructions: z.array(id).min(1).max(10_000), collectionDate: localDateInput }),
  handle: (req, input) => moveInstructions(req, { ...input, today: businessDate(req) }),
})
