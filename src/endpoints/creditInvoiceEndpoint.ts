import { z } from 'zod'
import { creditInvoice } from '../operations/creditInvoice'
import { businessDate } from '../store/businessDate'
import { endpoint } from './endpoint'
import { idInput } from './idInput'
import { keyInput } from './keyInput'

/** POST /api/invoices/:id/credit `{ reason, amountCents?, idempotencyKey? }` → the credit note, what is open now, and the debits that it touched. */
export const creditInvoiceEndpoint = endpoint({
  name: 'invoices.credit',
  method: 'post',
  path: '/:id/credit',
  input: z.object({ id: idInput, reason: z.string().trim().min(1).max(200), amountCents: z.number().int().min(-99_999_999_999).max(99_999_999_999).optional(), idempotencyKey: keyInput.optional() }),
  handle: (req, { id, ...rest }) => creditInvoice(req, { ...rest, invoice: id, today: businessDate(req) }),
})
