import { closeEmptyGroups } from '../store/matching/closeGroups'
import { attachDetails, refuseWhatWasTold } from '../store/matching/details'
import { bookFundDonations, bookInvoicePayments, bookPaymentReferences } from '../store/matching/gifts'
import { bookPayouts } from '../store/matching/payouts'
import { processGroup } from '../store/matching/processGroup'
import { bookReturns } from '../store/matching/returns'
import { groupsWithTheirTotal, recogniseGroups } from '../store/matching/totals'
import { lockBank, type Transaction } from '../store/transaction'

/** How many lines were recognised as what. */
export type Matched = { readonly batchTotals: number; readonly returns: number; readonly payouts: number; readonly invoicePayments: number; readonly donations: number }

/**
 * Recognises every open bank line that can be without doubt, in the order of domain §9.2: totals of batches, returns, payouts,
 * invoices by number and exact amount, payment references, then fund texts. Totals go first, so that a return that came before
 * its total finds its instruction collected. What is left stays open for a person. One at a time: of two runs that saw the
 * same line open, both would book it.
 */
export async function matchOpenLines(tx: Transaction): Promise<Matched> {
  await lockBank(tx)
  await attachDetails(tx)
  await recogniseGroups(tx)
  await refuseWhatWasTold(tx)
  const totals = await groupsWithTheirTotal(tx)
  for (const group of totals) await processGroup(tx, group)
  await closeEmptyGroups(tx)
  const returns = await bookReturns(tx)
  const payouts = await bookPayouts(tx)
  const byNumber = await bookInvoicePayments(tx)
  const byReference = await bookPaymentReferences(tx)
  return { batchTotals: totals.length, returns, payouts, invoicePayments: byNumber, donations: byReference + await bookFundDonations(tx) }
}
