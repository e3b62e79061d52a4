import { formatDate } from '../domain/localDate'
import { cents, formatEuro } from '../domain/money'
import type { InvoiceToSend } from '../store/invoicesToSend'
import type { Mail } from '../store/mails'

/** Text as it may stand in a mail of HTML. */
export const inHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign)

/** Paragraphs as HTML, lines within one kept apart. */
export const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${inHtml(text).replaceAll('\n', '<br>')}</p>`).join('')

/** The mail with which an invoice or a credit note goes out, the paper itself attached to it. */
export const invoiceMail = (invoice: InvoiceToSend & { readonly address: string }): Omit<Mail, 'id'> => ({
  recipient: invoice.address, invoice: invoice.id, subject: `${invoice.kind === 'credit' ? 'Creditfactuur' : 'Factuur'} ${invoice.number} van ${invoice.sender}`,
  body: paragraphs([`Beste ${invoice.debtorName},`, contentOf(invoice), `Met vriendelijke groet,\n${invoice.sender}`]),
})

function contentOf({ kind, number, description, totalCents, dueDate, isDebit }: InvoiceToSend): string {
  const amount = formatEuro(cents(Math.abs(totalCents)), 'nl')
  if (kind === 'credit') return `In de bijlage vind je creditfactuur ${number} van ${amount}.`
  const payment = isDebit ? 'Je hoeft niets te doen: we schrijven het bedrag van je rekening af. Op de factuur staat wanneer.' : `Wil je dit bedrag uiterlijk ${formatDate(dueDate, 'nl')} overmaken? Op de factuur staat hoe.`
  return `In de bijlage vind je factuur ${number} van ${amount} voor ${description}.\n${payment}`
}
