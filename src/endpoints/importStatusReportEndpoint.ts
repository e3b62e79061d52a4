import { z } from 'zod'
import { importStatusReport } from '../operations/importStatusReport'
import { businessDate } from '../store/businessDate'
import { endpoint } from './endpoint'

/** POST /api/debit-batches/status-report `{ fileName, text }`: a pain.002 of the bank → what it refused, and what needs a look. How large it may be is up to the operation. */
export const importStatusReportEndpoint = endpoint({
  name: 'batches.report',
  method: 'post',
  path: '/status-report',
  input: z.object({ fileName: z.string().min(1).max(200), text: z.string() }),
  handle: (req, input) => importStatusReport(req, { ...input, today: businessDate(req) }),
})
