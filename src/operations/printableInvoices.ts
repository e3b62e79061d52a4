import { DomainError } from '../domain/domainError'
import { postToPrint } from '../store/invoicesToSend'
import type { Transaction } from '../store/transaction'
import { mostOnPaper } from './invoicePapers'

/** The invoices that wait for the post, as many as fit in one file. Throws PRINT_NOTHING where none does. */
export async function printableInvoices(tx: Transaction): Promise<readonly number[]> {
  const waiting = await postToPrint(tx, mostOnPaper)
  if (waiting.length === 0) throw new DomainError('PRINT_NOTHING')
  return waiting
}
