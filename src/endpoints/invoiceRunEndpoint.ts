import { z } from 'zod'
import { invoiceSubscriptions } from '../operations/invoiceSubscriptions'
import { previewInvoiceRun } from '../operations/previewInvoiceRun'
import { businessDate } from '../store/businessDate'
import { progressUnder } from '../store/commandProgress'
import { readConnection } from '../store/transaction'
import { endpoint } from './endpoint'
import { keyInput } from './keyInput'

/** POST /api/invoices/run `{ idempotencyKey? }` → `{ invoices, totalCents, remarks? }`: invoices every subscription whose next period has begun. */
export const invoiceRunEndpoint = endpoint({
  name: 'invoices.run',
  method: 'post',
  path: '/run',
  input: z.object({ idempotencyKey: keyInput.optional() }),
  handle: (req, { idempotencyKey }) => invoiceSubscriptions(req, businessDate(req), { idempotencyKey }),
})

/** GET /api/invoices/run → what it would make; nothing is written. */
export const previewInvoiceRunEndpoint = endpoint({
  name: 'invoices.preview',
  method: 'get',
  path: '/run',
  input: z.object({}),
  handle: (req) => previewInvoiceRun(req, businessDate(req)),
})

/** GET /api/invoices/run/progress?key=… → `{ phase, done, total }`, or `{}` before it began. */
export const invoiceRunProgressEndpoint = endpoint({
  name: 'invoices.progress',
  method: 'get',
  path: '/run/progress',
  input: z.object({ key: keyInput }),
  handle: async (req, { key }) => (await progressUnder(readConnection(req), key)) ?? {},
})
