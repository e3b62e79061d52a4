import { z } from 'zod'
import { importStatement } from '../operations/importStatement'
import { businessDate } from '../store/businessDate'
import { endpoint } from './endpoint'

/** POST /api/bank-statements/import `{ fileName, text }` → per statement what was read and what was recognised. */
export const importStatementEndpoint = endpoint({
  name: 'statements.import',
  method: 'post',
  path: '/import',
  input: z.object({ fileName: z.string().min(1).max(200), text: z.string().max(100_000_000) }),
  handle: (req, input) => importStatement(req, { ...input, today: businessDate(req) }),
})
