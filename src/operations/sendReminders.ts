import type { PayloadRequest } from 'payload'
import { DomainError } from '../domain/domainError'
import { formatDate, type LocalDate } from '../domain/localDate'
import { formatEuro } from '../domain/money'
import { reminderText, type ReminderWords } from '../domain/reminderText'
import { formatIban } from '../formats/iban'
import { reminderPdf } from '../formats/reminderPdf'
import { insertAuditEntries } from '../store/auditLog'
import { onceForKey } from '../store/idempotentCommands'
import { lockInstructions } from '../store/instructions'
import { insertMails, type Mail } from '../store/mails'
import { enqueueAll } from '../store/queue'
import { letterFacts, type LetterFacts } from '../store/reminderLetters'
import { insertReminders, lockInvoices, remindable, type Remindable } from '../store/reminders'
import { inTransaction, lockByName, type Transaction } from '../store/transaction'
import { actorOf } from './actorOf'
import { paragraphs } from './invoiceMail'
import { mostOnPaper, type PdfFile } from './invoicePapers'

type SendReminders = {
  /** Which invoices; without them all of which a step is due. */
  readonly invoices?: readonly number[] | undefined
  readonly today: LocalDate
  readonly idempotencyKey?: string | undefined
}

export type NotReminded = { readonly invoice: number; readonly number: string; readonly debtor: number; readonly debtorName: string; readonly reason: 'noMailAddress' | 'debtorGone' }
export type SentReminders = {
  readonly mailed: number
  /** The reminders that are letters, to be printed. */
  readonly letters: readonly number[]
  readonly left: readonly NotReminded[]
  /** Asked for, but no longer due: paid, reminded by somebody else, or a debit came under way. */
  readonly settled: number
}

/**
 * Reminds whoever still owes what is past due, the step that is next and no debit under way (R-REM-1, R-REM-2). Amounts
 * are what is open at this moment; two people at once send one reminder.
 */
export const sendReminders = (req: PayloadRequest, { invoices, today, idempotencyKey }: SendReminders): Promise<SentReminders> =>
  inTransaction(req, (tx) => onceForKey(tx, { key: idempotencyKey, command: `remind ${today} ${JSON.stringify(invoices ?? 'all')}` }, async () => {
    await lockInstructions(tx)
    await lockByName(tx, 'reminders')
    const asked = invoices ?? (await remindable(tx, today)).map(({ invoice }) => invoice)
    await lockInvoices(tx, asked)
    const due = await remindable(tx, today, { invoices: asked })
    const left = due.flatMap((one) => reasonNotToRemind(one) ?? [])
    const reachable = due.filter((one) => reasonNotToRemind(one) === undefined)
    const mailed = reachable.filter(isMail)
    const letters = reachable.filter((one) => !isMail(one))
    await remindByMail(tx, mailed, today)
    const written = await insertReminders(tx, letters.map((one) => ({ ...one, mail: null })), today)
    await insertAuditEntries(tx, actorOf(req), reachable.map((one) => ({ subject: 'invoices', subjectId: one.invoice, action: 'update', changes: { lastRemindedOn: { from: one.lastRemindedOn ?? null, to: today } } })))
    return { mailed: mailed.length, letters: written, left, settled: new Set(asked).size - due.length }
  }))

/** Reminders that are letters, in one file to print. Throws LETTERS_GONE where there are none, PRINT_TOO_MANY above 500. */
export async function reminderLetters(tx: Transaction, reminders: readonly number[]): Promise<PdfFile> {
  if (reminders.length > mostOnPaper) throw new DomainError('PRINT_TOO_MANY', { max: mostOnPaper })
  const facts = await letterFacts(tx, reminders)
  const [first] = facts
  if (!first) throw new DomainError('LETTERS_GONE')
  return { name: `herinneringen-${first.sentOn}.pdf`, bytes: await reminderPdf(facts.map((letter) => ({ ...letter, subject: reminderText(letter.subject, wordsOf(letter, letter.senderIban)), body: reminderText(letter.body, wordsOf(letter, letter.senderIban)) }))) }
}

const isMail = (one: Remindable): boolean => one.channel === 'mail'

function reasonNotToRemind(one: Remindable): NotReminded | undefined {
  const reason = one.isDebtorGone ? 'debtorGone' : isMail(one) && one.address === undefined ? 'noMailAddress' : undefined
  return reason && { invoice: one.invoice, number: one.number, debtor: one.debtor, debtorName: one.debtorName, reason }
}

async function remindByMail(tx: Transaction, due: readonly Remindable[], today: LocalDate): Promise<void> {
  const mails = await insertMails(tx, due.map(reminderMail))
  await enqueueAll(tx, 'send-mail', mails.map((mail) => ({ mail })))
  await insertReminders(tx, due.map((one, index) => ({ ...one, mail: mails[index] ?? null })), today)
}

const reminderMail = (one: Remindable): Omit<Mail, 'id'> => ({
  recipient: one.address ?? '', invoice: one.invoice, subject: reminderText(one.subject, wordsOf(one, one.iban)),
  body: paragraphs([...reminderText(one.body, wordsOf(one, one.iban)).split(/\n{2,}/), `Met vriendelijke groet,\n${one.sender}`]),
})

const wordsOf = (one: Pick<LetterFacts, 'debtorName' | 'number' | 'invoiceDate' | 'dueDate' | 'openCents'>, iban: string | undefined): ReminderWords => ({
  naam: one.debtorName, nummer: one.number, factuurdatum: formatDate(one.invoiceDate, 'nl'), vervaldatum: formatDate(one.dueDate, 'nl'),
  openstaand: formatEuro(one.openCents, 'nl'), iban: iban === undefined ? 'onze rekening' : formatIban(iban),
})
