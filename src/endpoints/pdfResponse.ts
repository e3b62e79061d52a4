import type { PdfFile } from '../operations/invoicePapers'

/** A PDF to look at or to keep; whoever has the address but no right gets nothing, so it is never kept on the way. */
export const pdfResponse = ({ name, bytes }: PdfFile): Response => new Response(new Uint8Array(bytes), { headers: {
  'content-type': 'application/pdf', 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store', 'content-disposition': `inline; filename="${name}"`,
} })
