import { lockBank, type Transaction } from '../store/transaction'
import { closeEmptyGroups } from '../store/matching/closeGroups'
import { bookFundDonations, bookInvoicePayments } from '../store/matching/gifts'
import { bookReturns } from '../store/matching/returns'
import { groupsWithTheirTotal, recogniseGroups } from '../store/matching/totals'
import { processGroup } from '../store/matching/processGroup'

/** How many lines were recognised as what. */
export type Matched = { readonly batchTotals: number; readonly returns: number; readonly invoicePayments: number; readonly donations: number }

/**
 * Recognises every open bank line that can be without doubt, in the order of domain §9.2: totals of batches, returns,
 * invoices by number and exact amount, then fund texts. Totals go first, so that a return that came before its total
 * finds its instruction collected. What is left stays open for a person. One at a time: of two runs that saw the same line
 * open, both would book it.
 */
export async function matchOpenLines(tx: Transaction): Promise<Matched> {
  await lockBank(tx)
  await recogniseGroups(tx)
  const totals = await groupsWithTheirTotal(tx)
  for (const group of totals) await processGroup(tx, group)
  await closeEmptyGroups(tx)
  return {
    batchTotals: totals.length,
    returns: await bookReturns(tx),
    invoicePayments: await bookInvoicePayments(tx),
    donations: await bookFundDonations(tx),
  }
}
