import type { PayloadRequest } from 'payload'
import { creditLines } from '../domain/creditLines'
import { DomainError } from '../domain/domainError'
import { yearOf, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import { insertAuditEntries } from '../store/auditLog'
import { takeNumbers } from '../store/counters'
import { onceForKey } from '../store/idempotentCommands'
import { cancelStaleInstructions, lockInstructions } from '../store/instructions'
import { creditableLines } from '../store/invoiceLines'
import { countUnderWay, insertCreditNote, lockInvoice } from '../store/invoices'
import { renewLastInvoiceDate } from '../store/subscriptions'
import { inTransaction, type Transaction } from '../store/transaction'
import { actorOf } from './actorOf'

type CreditInvoice = {
  readonly invoice: number
  /** Without one: all that is left to credit. */
  readonly amountCents?: number | undefined
  readonly reason: string
  readonly today: LocalDate
  readonly idempotencyKey?: string | undefined
}

export type Credited = {
  readonly creditNote: number
  readonly number: string
  readonly creditedCents: Cents
  /** What is open of the invoice now; below zero is to be paid back. */
  readonly openCents: Cents
  /** Planned debits of it that were cancelled, and those that the bank has already. */
  readonly cancelled: number
  readonly underWay: number
}

/**
 * Takes an invoice back, wholly or in part, by a credit note with a number of its own series (R-INV-2). Debits that are
 * planned follow; what the bank has already is told, as it cannot be called back from here.
 */
export const creditInvoice = (req: PayloadRequest, { idempotencyKey, ...command }: CreditInvoice): Promise<Credited> =>
  inTransaction(req, (tx) => onceForKey(tx, { key: idempotencyKey, command: `credit ${JSON.stringify(command)}` }, async () => {
    await lockInstructions(tx)
    const invoice = await lockInvoice(tx, command.invoice)
    if (!invoice) throw new DomainError('INVOICE_GONE')
    if (invoice.kind === 'credit') throw new DomainError('CREDIT_OF_CREDIT')
    const amount = cents(command.amountCents ?? invoice.totalCents - invoice.creditedCents)
    const lines = creditLines(await creditableLines(tx, invoice.id), amount)
    const number = await creditNumber(tx, command.today)
    const creditNote = await insertCreditNote(tx, { number, invoice: invoice.id, description: descriptionOf(invoice.number, command.reason), invoiceDate: command.today, lines })
    if (invoice.subscription !== undefined) await renewLastInvoiceDate(tx, invoice.subscription)
    await insertAuditEntries(tx, actorOf(req), [
      { subject: 'invoices', subjectId: creditNote, action: 'create', changes: { creditOf: invoice.id, totalCents: -amount } },
      { subject: 'invoices', subjectId: invoice.id, action: 'update', changes: { creditedCents: { from: invoice.creditedCents, to: invoice.creditedCents + amount } } },
    ])
    const { cancelled } = await cancelStaleInstructions(tx, actorOf(req))
    return { creditNote, number, creditedCents: amount, openCents: cents(invoice.openCents - amount), cancelled: cancelled.filter((one) => one.invoice === invoice.id).length, underWay: await countUnderWay(tx, invoice.id) }
  }))

const descriptionOf = (number: string, reason: string): string => `Creditfactuur bij ${number}: ${reason}`

/** The next number of the year's own series, `C2026-000001`, without gaps. */
async function creditNumber(tx: Transaction, today: LocalDate): Promise<string> {
  return `C${yearOf(today)}-${String(await takeNumbers(tx, `credit ${yearOf(today)}`, 1)).padStart(6, '0')}`
}
