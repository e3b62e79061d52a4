import { z } from 'zod'
import { invoiceSubscriptions } from '../operations/invoiceSubscriptions'
import { businessDate } from '../store/businessDate'
import { endpoint } from './endpoint'

/** POST /api/invoices/run → `{ invoices, totalCents }`: invoices every subscription whose next period has begun. */
export const invoiceRunEndpoint = endpoint({
  name: 'invoices.run',
  method: 'post',
  path: '/run',
  input: z.object({}),
  handle: (req) => invoiceSubscriptions(req, businessDate(req)),
})
