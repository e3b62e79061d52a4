import type { Language } from '../../src/i18n/text'
import type { creditNotesOf, debitsOfInvoice, linesOfInvoice, messagesAbout, paymentsOfInvoice } from '../../src/store/invoiceOverview'
import { Amount } from '../parts/Amount'
import { Day } from '../parts/Day'
import { StatusWord } from '../parts/StatusWord'
import { Table } from '../parts/Table'
import { texts } from './texts'

type Of<Read extends (...args: never[]) => Promise<unknown>> = { readonly rows: Awaited<ReturnType<Read>>; readonly language: Language }

/** What the invoice is made of. */
export const Lines = ({ rows, language }: Of<typeof linesOfInvoice>) => {
  const t = texts[language]
  return (
    <section id="regels">
      <h2>{t.lines}</h2>
      <Table name="invoiceLines" rows={rows} keyOf={(row) => row.position} empty="" columns={[
        { title: t.description, render: (row) => (row.quantity === 1 ? row.description : `${row.quantity} × ${row.description}`) },
        { title: t.ledger, render: (row) => row.ledgerAccount },
        { title: t.vat, render: (row) => <>{t[row.vat]}{row.vatCents !== 0 && <> (<Amount cents={row.vatCents} language={language} />)</>}</> },
        { title: t.amount, isNumber: true, render: (row) => <Amount cents={row.amountCents} language={language} /> },
      ]} />
    </section>
  )
}

/** What was paid, and what came back. */
export const Payments = ({ rows, language }: Of<typeof paymentsOfInvoice>) => {
  const t = texts[language]
  return (
    <section id="betalingen">
      <h2>{t.payments}</h2>
      <Table name="invoicePayments" rows={rows} keyOf={(row) => row.id} empty={t.noPayments} columns={[
        { title: t.date, render: (row) => <Day date={row.date} language={language} /> },
        { title: t.kind, render: (row) => (row.isReversal ? t.reversed : t.paid) },
        { title: t.bankLine, render: (row) => row.transaction && <a href={`/admin/collections/bank-transactions/${row.transaction}/overview`}>{t.bankLine}</a> },
        { title: t.amount, isNumber: true, render: (row) => <Amount cents={row.amountCents} language={language} /> },
      ]} />
    </section>
  )
}

/** What was taken back of it. */
export const CreditNotes = ({ rows, language }: Of<typeof creditNotesOf>) => {
  const t = texts[language]
  return (
    <section id="creditfacturen">
      <h2>{t.notes}</h2>
      <Table name="creditNotes" rows={rows} keyOf={(row) => row.id} empty={t.noNotes} columns={[
        { title: t.note, render: (row) => <a href={`/admin/collections/invoices/${row.id}/overview`}>{row.number}</a> },
        { title: t.date, render: (row) => <Day date={row.date} language={language} /> },
        { title: t.description, render: (row) => row.description },
        { title: t.amount, isNumber: true, render: (row) => <Amount cents={row.amountCents} language={language} /> },
      ]} />
    </section>
  )
}

/** The debits for it, each with its batch. */
export const Debits = ({ rows, language }: Of<typeof debitsOfInvoice>) => {
  const t = texts[language]
  return (
    <section id="incasso">
      <h2>{t.debits}</h2>
      <Table name="invoiceDebits" rows={rows} keyOf={(row) => row.id} empty={t.noDebits} columns={[
        { title: t.instalment, isNumber: true, render: (row) => row.instalment },
        { title: t.collectionDate, render: (row) => <a href={row.batch ? `/admin/collections/debit-batches/${row.batch}/overview#opdracht-${row.id}` : `/admin/collections/debit-instructions/${row.id}`}><Day date={row.date} language={language} /></a> },
        { title: t.status, render: (row) => <><StatusWord status={row.status} language={language} /> {row.returnReason}</> },
        { title: t.amount, isNumber: true, render: (row) => <Amount cents={row.amountCents} language={language} /> },
      ]} />
    </section>
  )
}

const mailWords = { queued: 'mailQueued', kept: 'mailKept', sent: 'mailSent', failed: 'mailFailed' } as const

/** What was sent about it. */
export const Messages = ({ rows, language }: Of<typeof messagesAbout>) => {
  const t = texts[language]
  return (
    <section id="berichten">
      <h2>{t.messages}</h2>
      <Table name="invoiceMessages" rows={rows} keyOf={(row) => row.key} empty={t.noMessages} columns={[
        { title: t.date, render: (row) => <Day date={row.date} language={language} /> },
        { title: t.what, render: (row) => row.title },
        { title: t.to, render: (row) => row.recipient ?? t.letter },
        { title: t.status, render: (row) => (row.mailStatus ? `${t[mailWords[row.mailStatus]]}${row.problem ? `: ${row.problem}` : ''}` : row.reminder && <a href={`/api/reminders/letters?ids=${row.reminder}`} target="_blank" rel="noreferrer">{t.printLetter}</a>) },
      ]} />
    </section>
  )
}
