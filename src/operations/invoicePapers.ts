import { nextBankingDay } from '../domain/bankingDays'
import { DomainError } from '../domain/domainError'
import { firstOnAnchor, instalmentDates } from '../domain/instalments'
import { cents, splitEvenly } from '../domain/money'
import { invoicesPdf, type InvoicePaper, type PaperPayment } from '../formats/invoicePdf'
import { papersOf, type PaperDebit, type PaperFacts } from '../store/invoicePapers'
import type { Transaction } from '../store/transaction'

export type PdfFile = { readonly name: string; readonly bytes: Buffer }

/** More than this in one file is too much to print at a time. */
export const mostOnPaper = 500

/** One or more invoices or credit notes as a PDF. Throws INVOICE_GONE where there is none, PRINT_TOO_MANY above 500. */
export async function invoicePapers(tx: Transaction, invoices: readonly number[]): Promise<PdfFile> {
  if (invoices.length > mostOnPaper) throw new DomainError('PRINT_TOO_MANY', { max: mostOnPaper })
  const facts = await papersOf(tx, invoices)
  const [first] = facts
  if (!first) throw new DomainError('INVOICE_GONE')
  return { name: facts.length === 1 ? `${first.number}.pdf` : `facturen-${first.number}-en-${facts.length - 1}-meer.pdf`, bytes: await invoicesPdf(facts.map(toPaper)) }
}

const toPaper = (facts: PaperFacts): InvoicePaper => ({
  kind: facts.kind, number: facts.number, invoiceDate: facts.invoiceDate, dueDate: facts.dueDate, lines: facts.lines, payment: paymentOf(facts),
  sender: facts.sender, senderIban: facts.senderIban, debtorName: facts.debtorName, debtorNumber: facts.debtorNumber, address: facts.address,
})

function paymentOf(facts: PaperFacts): PaperPayment {
  if (facts.kind === 'credit') return { kind: 'credit', of: facts.creditOf ?? '' }
  if (facts.openCents <= 0) return { kind: 'settled' }
  if (!facts.mandate) return { kind: 'transfer', amountCents: facts.openCents, iban: facts.senderIban, dueDate: facts.dueDate }
  return { kind: 'debit', mandateReference: facts.mandate.reference, creditorId: facts.mandate.creditorId, iban: facts.mandate.iban, debits: debitsOf(facts) }
}

/** The debits as they are planned, or as they will be as long as none is. */
export const debitsOf = (facts: PaperFacts): readonly PaperDebit[] => (facts.debits.length > 0 ? facts.debits : debitsToCome(facts))

function debitsToCome({ dueDate, collectionDay, instalmentCount, openCents }: PaperFacts): readonly PaperDebit[] {
  const count = Math.min(instalmentCount, openCents)
  const amounts = splitEvenly(openCents, count)
  const first = collectionDay === undefined ? dueDate : firstOnAnchor(dueDate, collectionDay)
  return instalmentDates(first, count, 1, collectionDay).map((date, index) => ({ date: nextBankingDay(date), scheduledDate: date, amountCents: amounts[index] ?? cents(0), isCollected: false }))
}
