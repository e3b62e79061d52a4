import type { PayloadRequest } from 'payload'
import { announcementOf } from '../domain/announcement'
import type { LocalDate } from '../domain/localDate'
import { announcementHtml, announcementText } from '../formats/announcementText'
import { onceForKey } from '../store/idempotentCommands'
import { insertMails } from '../store/mails'
import { debitsToAnnounce, insertNotices, type Announceable, type NewNotice } from '../store/preNotifications'
import { enqueueAll } from '../store/queue'
import { inTransaction, lockByName, type Transaction } from '../store/transaction'

export type AnnounceDebits = {
  readonly creditor?: number | undefined
  /** Only what these are for; without them everything that its debtor does not know of. */
  readonly instructions?: readonly number[] | undefined
  readonly until: LocalDate
  /** By mail to whoever has an address; `letter` says that the letters to the others were printed and sent. */
  readonly channel: 'mail' | 'letter'
  readonly today: LocalDate
  readonly idempotencyKey?: string | undefined
}

/** How many pledges and invoices were told about, how many debtors have no e-mail address and wait for a letter. */
export type AnnouncedDebits = { readonly announced: number; readonly waitForLetter: number }

/** Pledges and invoices at once: what of them stands in memory, and goes in one statement. */
const atOnce = 20_000

/**
 * Tells debtors about the debits that they do not know of: one message for each pledge or invoice, however many debits it is about, with
 * the mail as proof (R-PL-7, sepa §6.4). Who was told the same before is not told again; two people at once tell each debtor once.
 */
export const announceDebits = (req: PayloadRequest, command: AnnounceDebits): Promise<AnnouncedDebits> =>
  inTransaction(req, (tx) => {
    const { idempotencyKey: key, creditor, instructions, until, channel } = command
    return onceForKey(tx, { key, command: JSON.stringify({ creditor, instructions, until, channel }) }, () => announceAll(tx, command))
  })

async function announceAll(tx: Transaction, { creditor, instructions, until, channel, today }: AnnounceDebits): Promise<AnnouncedDebits> {
  await lockByName(tx, 'pre-notifications')
  const wish = { creditor, instructions, until, limit: atOnce }
  let announced = 0
  for (let left = Infinity; ;) {
    const { rows, total } = await debitsToAnnounce(tx, { ...wish, channel })
    if (rows.length === 0) break
    if (total >= left) throw new Error('What was announced is still to be announced')
    await tell(tx, rows, { channel, today })
    announced += rows.length
    left = total
  }
  return { announced, waitForLetter: (await debitsToAnnounce(tx, { ...wish, channel: 'letter', limit: 1 })).total }
}

async function tell(tx: Transaction, sources: readonly Announceable[], { channel, today }: { readonly channel: 'mail' | 'letter'; readonly today: LocalDate }): Promise<void> {
  const told = sources.map((source) => ({ source, debits: announcementOf(source.debits, source.everyMonths) }))
  const mails = channel === 'mail' ? await insertMails(tx, told.map(({ source, debits }) => {
    const text = announcementText(source, debits)
    return { recipient: source.email ?? '', subject: text.subject, body: announcementHtml(text) }
  })) : []
  await enqueueAll(tx, 'send-mail', mails.map((mail) => ({ mail })))
  const notices = told.flatMap(({ source, debits }, index) => debits.map((debit): NewNotice => ({
    ...debit, debtor: source.debtor, mandate: source.mandate, pledge: source.pledge, invoice: source.invoice, debtorIban: source.debtorIban, mail: mails[index] ?? null,
  })))
  await insertNotices(tx, notices, { announcedOn: today, channel })
}
