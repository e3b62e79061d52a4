import { z } from 'zod'
import { textOf } from '../i18n/text'
import { takeBankFiles, type FileOutcome } from '../operations/takeBankFiles'
import { businessDate } from '../store/businessDate'
import { progressUnder } from '../store/commandProgress'
import { readConnection } from '../store/transaction'
import { endpoint } from './endpoint'
import { keyInput } from './keyInput'
import { receiveFile } from './receiveFile'

/** The largest file that is taken in, a zip as well as what is in it. */
const mostBytes = 1_073_741_824

/**
 * POST /api/bank-imports/upload?name=…&key=… with the bytes of a bank file or of a zip of them → of each file what was read, or why
 * not. A single file that is refused answers with that refusal.
 */
export const uploadBankFileEndpoint = endpoint({
  name: 'bankImports.upload',
  method: 'post',
  path: '/upload',
  body: 'raw',
  input: z.object({ name: z.string().min(1).max(200), key: keyInput.optional() }),
  handle: (req, { name, key }) => receiveFile(req, mostBytes, async (path) => {
    const outcomes = await takeBankFiles(req, { name, path, today: businessDate(req), progressKey: key })
    const [only] = outcomes
    if (outcomes.length === 1 && only && 'refusal' in only) throw only.refusal
    const told = (outcome: FileOutcome) => ('refusal' in outcome ? { name: outcome.name, refusal: { code: outcome.refusal.code, message: textOf(req.i18n.language, outcome.refusal) } } : outcome)
    return { files: outcomes.map(told) }
  }),
})

/** GET /api/bank-imports/progress?key=… → how far the reading under that key is. */
export const importProgressEndpoint = endpoint({
  name: 'bankImports.progress',
  method: 'get',
  path: '/progress',
  input: z.object({ key: keyInput }),
  handle: async (req, { key }) => (await progressUnder(readConnection(req), key)) ?? {},
})
