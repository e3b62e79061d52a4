import { announcementOf } from '../domain/announcement'
import type { LocalDate } from '../domain/localDate'
import { announcementText, lettersHtml } from '../formats/announcementText'
import { debitsToAnnounce } from '../store/preNotifications'
import type { Transaction } from '../store/transaction'

/** More letters than this are printed in several goes. */
export const mostLetters = 10_000

/** The letters to everybody without an e-mail address who still has to be told about a debit, one a page, ready to print. It only reads. */
export async function announcementLetters(tx: Transaction, wish: { readonly creditor?: number | undefined; readonly until: LocalDate }): Promise<string> {
  const { rows } = await debitsToAnnounce(tx, { ...wish, channel: 'letter', limit: mostLetters })
  return lettersHtml(rows.map((row) => ({ to: [row.debtorName, ...row.addressLines], text: announcementText(row, announcementOf(row.debits, row.everyMonths)) })))
}
