import { z } from 'zod'
import { importBankFile, textFile } from '../operations/importBankFile'
import { businessDate } from '../store/businessDate'
import { endpoint } from './endpoint'

/** POST /api/bank-statements/import `{ fileName, text }` → per statement what was read and what was recognised. */
export const importStatementEndpoint = endpoint({
  name: 'statements.import',
  method: 'post',
  path: '/import',
  input: z.object({ fileName: z.string().min(1).max(200), text: z.string().max(100_000_000) }),
  handle: (req, { fileName, text }) => importBankFile(req, textFile(fileName, text, businessDate(req))),
})
