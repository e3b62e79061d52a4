import type { ToldDebit } from '../domain/announcement'
import { formatDate } from '../domain/localDate'
import { formatEuro } from '../domain/money'
import { maskIban } from './iban'

/** What a debtor reads: who collects what, from which account, under which mandate. */
export type AnnouncementFacts = {
  readonly debtorName: string
  readonly about: string
  readonly debtorIban: string
  readonly mandateReference: string
  readonly creditorName: string
  readonly creditorId: string
}

/** The notice of a debit or a series of them, in the language of the debtors; `lines` are the debits, between `before` and `after`. */
export type Announcement = { readonly subject: string; readonly before: readonly string[]; readonly lines: readonly string[]; readonly after: readonly string[] }

const every: Readonly<Record<number, string>> = { 1: 'elke maand', 3: 'elk kwartaal', 6: 'elk halfjaar', 12: 'elk jaar' }

const lineOf = ({ amountCents, firstDate, everyMonths }: ToldDebit): string => {
  const [date, amount] = [formatDate(firstDate, 'nl'), formatEuro(amountCents, 'nl')]
  return everyMonths === 0 ? `op ${date}: ${amount}` : `vanaf ${date} ${every[everyMonths] ?? `elke ${everyMonths} maanden`}: ${amount}`
}

/** The words of a notice: amount, day, mandate and creditor, as the SDD rulebook asks (sepa §6.4). */
export const announcementText = (facts: AnnouncementFacts, told: readonly ToldDebit[]): Announcement => ({
  subject: `Aankondiging van je automatische incasso: ${facts.about}`,
  before: [`Beste ${facts.debtorName},`, `${facts.creditorName} schrijft voor je ${facts.about} af van rekening ${maskIban(facts.debtorIban)}:`],
  lines: told.map(lineOf),
  after: [
    'Valt de dag in een weekend of op een feestdag, dan schrijft de bank de eerste werkdag daarna af.',
    `Mandaatnummer ${facts.mandateReference}, incassant-ID ${facts.creditorId}.`,
    'Klopt er iets niet, of wil je iets wijzigen? Laat het ons weten voor de eerste dag die hierboven staat.',
    `Met vriendelijke groet, ${facts.creditorName}`,
  ],
})

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)

/** The notice as the body of a mail; names cannot become markup. */
export const announcementHtml = ({ before, lines, after }: Announcement): string => {
  const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${escaped(text)}</p>`).join('')
  return `${paragraphs(before)}<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>${paragraphs(after)}`
}

export type Letter = { readonly to: readonly string[]; readonly text: Announcement }

/** Letters as a page to print, each on paper of its own. */
export const lettersHtml = (letters: readonly Letter[]): string => {
  const sheets = letters.map(({ to, text }) => `<section><address>${to.map(escaped).join('<br>')}</address><h1>${escaped(text.subject)}</h1>${announcementHtml(text)}</section>`)
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Aankondigingen</title><style>
body{font:12pt/1.5 Georgia,serif;margin:2cm}address{font-style:normal;margin:2cm 0 2.5cm}h1{font-size:12pt}section{break-after:page}section:last-child{break-after:auto}
</style></head><body>${sheets.join('')}</body></html>`
}
