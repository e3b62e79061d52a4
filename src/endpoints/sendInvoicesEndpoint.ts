import { z } from 'zod'
import { confirmPrinted, sendInvoices } from '../operations/sendInvoices'
import { businessDate } from '../store/businessDate'
import { endpoint } from './endpoint'
import { idListInput } from './idsInput'

/** POST /api/invoices/send `{ invoices? }` → `{ mailed, toPrint, leftCount, left }`: mails what was not sent yet. Again: nothing. */
export const sendInvoicesEndpoint = endpoint({
  name: 'invoices.send',
  method: 'post',
  path: '/send',
  input: z.object({ invoices: idListInput.optional() }),
  handle: (req, { invoices }) => sendInvoices(req, { invoices, today: businessDate(req) }),
})

/** POST /api/invoices/printed `{ invoices }` → `{ confirmed }`: what was printed is on its way. */
export const confirmPrintedEndpoint = endpoint({
  name: 'invoices.confirmPrinted',
  method: 'post',
  path: '/printed',
  input: z.object({ invoices: idListInput }),
  handle: (req, { invoices }) => confirmPrinted(req, { invoices, today: businessDate(req) }),
})
