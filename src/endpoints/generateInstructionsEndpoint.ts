import { z } from 'zod'
import { generateInstructions } from '../operations/generateInstructions'
import { businessDate } from '../store/businessDate'
import { endpoint } from './endpoint'
import { localDateInput } from './localDateInput'

/** POST /api/debit-instructions/generate `{ until }` → `{ created, cancelled }`. */
export const generateInstructionsEndpoint = endpoint({
  name: 'instructions.generate',
  method: 'post',
  path: '/generate',
  input: z.object({ until: localDateInput }),
  handle: (req, { until }) => generateInstructions(req, { today: businessDate(req), until }),
})
