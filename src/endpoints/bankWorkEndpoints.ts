import { z } from 'zod'
import { bankTargets } from '../operations/bankTargets'
import { lineWork } from '../operations/lineWork'
import { targetKinds } from '../store/bankLineTargets'
import { endpoint } from './endpoint'
import { idInput } from './idInput'

/** GET /api/bank-transactions/:id/work → what the line could be, with reasons, and what stands in the way. */
export const lineWorkEndpoint = endpoint({
  name: 'bankLines.work', method: 'get', path: '/:id/work', input: z.object({ id: idInput }), handle: (req, { id }) => lineWork(req, id),
})

/** GET /api/bank-transactions/:id/targets?q=…&kind=… → invoices, gifts, debits, payouts and ledger accounts that the words find. */
export const bankTargetsEndpoint = endpoint({
  name: 'bankLines.targets',
  method: 'get',
  path: '/:id/targets',
  input: z.object({ id: idInput, q: z.string().max(100).default(''), kind: z.enum(targetKinds).optional() }),
  handle: (req, { id: line, q: words, kind }) => bankTargets(req, { line, words, kind }),
})
