import { formatDate, type LocalDate } from '../domain/localDate'
import { cents, formatEuro, sumCents, type Cents } from '../domain/money'
import { vatPercentages, type Vat } from '../domain/vat'
import { formatIban } from './iban'
import { onPaper, sheet, type Paper } from './paper'

/** How an invoice is paid, as it is told to the debtor. */
export type PaperPayment =
  | { readonly kind: 'debit'; readonly mandateReference: string; readonly creditorId: string; readonly iban: string; readonly debits: readonly { readonly date: LocalDate; readonly amountCents: Cents }[] }
  | { readonly kind: 'transfer'; readonly amountCents: Cents; readonly iban: string | undefined; readonly dueDate: LocalDate }
  | { readonly kind: 'settled' }
  | { readonly kind: 'credit'; readonly of: string }

export type PaperLine = { readonly description: string; readonly quantity: number; readonly amountCents: Cents; readonly vat: Vat; readonly vatCents: Cents }

/** Whom a paper is from and to. */
export type Parties = {
  readonly sender: string
  readonly senderIban: string | undefined
  readonly debtorName: string
  readonly debtorNumber: number | undefined
  readonly address: readonly string[]
}

/** All that stands on an invoice or a credit note. */
export type InvoicePaper = Parties & {
  readonly kind: 'invoice' | 'credit'
  readonly number: string
  readonly invoiceDate: LocalDate
  readonly dueDate: LocalDate
  readonly lines: readonly PaperLine[]
  readonly payment: PaperPayment
}

/** An invoice on paper (A4, PDF). The same invoice gives the same bytes. */
export const invoicePdf = (invoice: InvoicePaper): Promise<Buffer> => invoicesPdf([invoice])

/** Several invoices in one file to print, each on sheets of its own. */
export const invoicesPdf = (invoices: readonly InvoicePaper[]): Promise<Buffer> => {
  const [first] = invoices
  if (!first) throw new Error('There is nothing to print')
  return onPaper(invoices.length === 1 ? `${titleOf(first)} ${first.number}` : `${invoices.length} facturen`, first.invoiceDate, (paper) => invoices.forEach((invoice) => writeInvoice(paper, invoice)))
}

const euro = (amount: Cents): string => formatEuro(amount, 'nl')
const dutch = (date: LocalDate): string => formatDate(date, 'nl')
const titleOf = ({ kind }: InvoicePaper): string => (kind === 'credit' ? 'Creditfactuur' : 'Factuur')

function writeInvoice(paper: Paper, invoice: InvoicePaper): void {
  writeParties(paper, invoice)
  paper.write(titleOf(invoice), { y: sheet.bodyTop, size: 18, isBold: true })
  paper.moveTo(paper.at() + 6)
  writeFacts(paper, [
    ['Nummer', invoice.number], ['Datum', dutch(invoice.invoiceDate)], ...(invoice.kind === 'invoice' ? [['Vervaldatum', dutch(invoice.dueDate)] as const] : []),
    ...(invoice.debtorNumber === undefined ? [] : [['Relatienummer', String(invoice.debtorNumber)] as const]),
  ])
  writeLines(paper, invoice.lines)
  writeTotals(paper, invoice.lines)
  paper.makeRoom(90)
  paper.moveTo(paper.at() + 18)
  writePayment(paper, invoice)
}

/** Sender on top, debtor in the window of the envelope; on a sheet of their own. */
export function writeParties(paper: Paper, { sender, senderIban, debtorName, address }: Parties): void {
  paper.newSheet()
  paper.write(sender, { y: sheet.top, size: 14, isBold: true })
  if (senderIban) paper.write(`IBAN ${formatIban(senderIban)}`, { size: 9 })
  paper.write([debtorName, ...address].join('\n'), { y: sheet.addressTop, width: 260 })
}

/** Names and values under each other. */
export function writeFacts(paper: Paper, facts: readonly (readonly [string, string])[]): void {
  facts.forEach(([name, value]) => {
    const y = paper.at()
    paper.write(name, { y, width: 110 })
    paper.write(value, { x: sheet.left + 115, y })
  })
  paper.moveTo(paper.at() + 14)
}

const columns = { description: { x: sheet.left, width: 300 }, vat: { x: 370, width: 60, align: 'right' }, amount: { x: 440, width: 93, align: 'right' } } as const
const vatWord = (vat: Vat): string => (vat === 'exempt' ? 'vrij' : `${vatPercentages[vat]}%`)

function writeLines(paper: Paper, lines: readonly PaperLine[]): void {
  writeRow(paper, ['Omschrijving', 'Btw', 'Bedrag'], true)
  paper.line()
  lines.forEach((line) => {
    paper.makeRoom(40)
    writeRow(paper, [line.quantity === 1 ? line.description : `${line.quantity} × ${line.description}`, vatWord(line.vat), euro(line.amountCents)])
  })
  paper.line()
}

function writeRow(paper: Paper, [description, vat, amount]: readonly [string, string, string], isBold = false): void {
  const y = paper.at()
  paper.write(vat, { ...columns.vat, y, isBold })
  paper.write(amount, { ...columns.amount, y, isBold })
  paper.write(description, { ...columns.description, y, isBold })
}

/** What it comes to, and the VAT within it at each rate. */
function writeTotals(paper: Paper, lines: readonly PaperLine[]): void {
  paper.makeRoom(80)
  writeRow(paper, ['Totaal', '', euro(sumCents(lines.map(({ amountCents }) => amountCents)))], true)
  for (const vat of ['low', 'high', 'zero'] as const) {
    const taxed = lines.filter((line) => line.vat === vat)
    if (taxed.length === 0) continue
    const [amount, within] = [sumCents(taxed.map(({ amountCents }) => amountCents)), sumCents(taxed.map(({ vatCents }) => vatCents))]
    writeRow(paper, [`Waarvan ${vatWord(vat)} btw over ${euro(cents(amount - within))}`, '', euro(within)])
  }
  if (lines.every(({ vat }) => vat === 'exempt')) paper.write('Vrijgesteld van btw.', { size: 9 })
}

function writePayment(paper: Paper, { payment, number }: InvoicePaper): void {
  if (payment.kind === 'credit') return paper.write(`Dit is een creditfactuur bij factuur ${payment.of}. Je hoeft hiervoor niets te betalen.`)
  if (payment.kind === 'settled') return paper.write('Er staat niets meer open. Je hoeft niets te doen.')
  if (payment.kind === 'transfer') {
    const account = payment.iban ? ` op ${formatIban(payment.iban)}` : ''
    return paper.write(`Maak ${euro(payment.amountCents)} uiterlijk ${dutch(payment.dueDate)} over${account}, en vermeld daarbij ${number}.`)
  }
  paper.write(`Je hoeft niets te doen: we schrijven het bedrag af van rekening ${hidden(payment.iban)}.`)
  paper.moveTo(paper.at() + 6)
  payment.debits.forEach(({ date, amountCents }) => {
    paper.makeRoom(20)
    paper.write(`${dutch(date)}   ${euro(amountCents)}`, { x: sheet.left + 14 })
  })
  paper.makeRoom(40)
  paper.moveTo(paper.at() + 6)
  paper.write(`Machtiging ${payment.mandateReference}, incassant-ID ${payment.creditorId}. Klopt er iets niet, laat het ons dan voor die dag weten.`, { size: 9 })
}

/** An account that only its holder recognises: paper is read by others too. */
const hidden = (iban: string): string => `${iban.slice(0, 4)} **** ${iban.slice(-4)}`
