import { z } from 'zod'
import { printableInvoices } from '../operations/printableInvoices'
import { invoicePapers } from '../operations/invoicePapers'
import { readConnection } from '../store/transaction'
import { endpoint } from './endpoint'
import { idInput } from './idInput'
import { idsInput } from './idsInput'
import { pdfResponse } from './pdfResponse'

/** GET /api/invoices/:id/pdf: an invoice or a credit note on paper. */
export const invoicePdfEndpoint = endpoint({
  name: 'invoices.pdf',
  method: 'get',
  path: '/:id/pdf',
  input: z.object({ id: idInput }),
  handle: async (req, { id }) => pdfResponse(await invoicePapers(readConnection(req), [id])),
})

/** GET /api/invoices/print?ids=1,2: these in one file to print; without ids the first that wait for the post. */
export const printInvoicesEndpoint = endpoint({
  name: 'invoices.print',
  method: 'get',
  path: '/print',
  input: z.object({ ids: idsInput.optional() }),
  handle: async (req, { ids }) => {
    const tx = readConnection(req)
    return pdfResponse(await invoicePapers(tx, ids ?? await printableInvoices(tx)))
  },
})
