import type { PayloadRequest } from 'payload'
import { nextBankingDay } from '../domain/bankingDays'
import type { LocalDate } from '../domain/localDate'
import { insertAuditEntries } from '../store/auditLog'
import { invoicesToSend, markSent, type InvoiceToSend } from '../store/invoicesToSend'
import { keepPapers, paperFacts, type PaperFacts } from '../store/invoicePapers'
import { insertMails } from '../store/mails'
import { announceWithInvoices } from '../store/preNotifications'
import { enqueueAll } from '../store/queue'
import { inTransaction, lockByName, type Transaction } from '../store/transaction'
import { actorOf } from './actorOf'
import { invoiceMail } from './invoiceMail'
import { debitsOf } from './invoicePapers'

/** Which invoices; without them everything that was not sent yet. */
type SendInvoices = { readonly invoices?: readonly number[] | undefined; readonly today: LocalDate }

export type NotSent = { readonly invoice: number; readonly number: string; readonly debtor: number; readonly debtorName: string; readonly reason: 'noMailAddress' | 'debtorGone' }
export type SentInvoices = {
  readonly mailed: number
  /** Waiting to be printed: they are sent when somebody confirms that. */
  readonly toPrint: number
  /** How many could not be sent, and the first hundred of them. */
  readonly leftCount: number
  readonly left: readonly NotSent[]
}

const atOnce = 5_000
const mostTold = 100

/** Sends what was not sent yet: by mail, with the invoice attached, once; nobody is passed over silently. */
export const sendInvoices = (req: PayloadRequest, { invoices, today }: SendInvoices): Promise<SentInvoices> =>
  inTransaction(req, async (tx) => {
    await lockByName(tx, 'sending invoices')
    let [mailed, toPrint, leftCount, after] = [0, 0, 0, 0]
    const left: NotSent[] = []
    for (;;) {
      const found = await invoicesToSend(tx, { invoices, after, limit: atOnce, isLocked: true })
      const mailable = found.filter(isMailable)
      await mail(tx, mailable, { today, actor: actorOf(req) })
      const notSent = found.flatMap((invoice) => reasonNotToSend(invoice) ?? [])
      mailed += mailable.length
      toPrint += found.filter(({ sendMethod, isGone }) => sendMethod === 'post' && !isGone).length
      leftCount += notSent.length
      left.push(...notSent.slice(0, mostTold - left.length))
      const last = found.at(-1)
      if (!last || found.length < atOnce) return { mailed, toPrint, leftCount, left }
      after = last.id
    }
  })

/** What was printed is on its way: from now on nobody prints it again. Returns how many were still waiting. */
export const confirmPrinted = (req: PayloadRequest, { invoices, today }: { readonly invoices: readonly number[]; readonly today: LocalDate }): Promise<{ readonly confirmed: number }> =>
  inTransaction(req, async (tx) => {
    await lockByName(tx, 'sending invoices')
    const waiting = await invoicesToSend(tx, { invoices, after: 0, limit: invoices.length, isLocked: true })
    const posted = waiting.filter(({ sendMethod }) => sendMethod === 'post')
    await send(tx, posted.map((invoice) => ({ ...invoice, mail: null })), { today, actor: actorOf(req) })
    return { confirmed: posted.length }
  })

const isMailable = (invoice: InvoiceToSend): invoice is InvoiceToSend & { readonly address: string } =>
  invoice.sendMethod === 'mail' && invoice.address !== undefined && !invoice.isGone

function reasonNotToSend(invoice: InvoiceToSend): NotSent | undefined {
  const reason = invoice.isGone ? 'debtorGone' : invoice.sendMethod === 'mail' && invoice.address === undefined ? 'noMailAddress' : undefined
  return reason && { invoice: invoice.id, number: invoice.number, debtor: invoice.debtor, debtorName: invoice.debtorName, reason }
}

type Sending = { readonly today: LocalDate; readonly actor: number | null }

async function mail(tx: Transaction, invoices: readonly (InvoiceToSend & { readonly address: string })[], sending: Sending): Promise<void> {
  const mails = await insertMails(tx, invoices.map(invoiceMail))
  await enqueueAll(tx, 'send-mail', mails.map((id) => ({ mail: id })))
  await send(tx, invoices.map((invoice, index) => ({ ...invoice, mail: mails[index] ?? null })), sending)
}

/** From now on these went out; to whoever pays by direct debit that is the notice of the debits on it (sepa §6.4). */
async function send(tx: Transaction, invoices: readonly (InvoiceToSend & { readonly mail: number | null })[], { today, actor }: Sending): Promise<void> {
  const sent = await markSent(tx, invoices.map(({ id }) => id), today)
  const papers = await paperFacts(tx, invoices.map(({ id }) => id))
  await keepPapers(tx, papers)
  await announce(tx, invoices.filter(({ isDebit }) => isDebit), { papers, today })
  await insertAuditEntries(tx, actor, sent.map((id) => ({ subject: 'invoices', subjectId: id, action: 'update', changes: { sentOn: today } })))
}

async function announce(tx: Transaction, invoices: readonly { readonly id: number; readonly mail: number | null }[], { papers, today }: { readonly papers: readonly PaperFacts[]; readonly today: LocalDate }): Promise<void> {
  if (invoices.length === 0) return
  await lockByName(tx, 'pre-notifications')
  const mails = new Map(invoices.map(({ id, mail: sentBy }) => [id, sentBy]))
  const facts = papers.filter(({ id, openCents, mandate }) => mails.has(id) && openCents > 0 && mandate)
  await announceWithInvoices(tx, facts.map((one) => ({
    invoice: one.id, mail: mails.get(one.id) ?? null,
    debits: debitsOf(one).filter(({ isCollected }) => !isCollected).map(({ date, scheduledDate, amountCents }) => ({ date: date === nextBankingDay(scheduledDate) ? scheduledDate : date, amountCents })),
  })), today)
}
