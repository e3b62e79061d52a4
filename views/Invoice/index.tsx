import { mayDo } from '../../src/access/rights'
import { cents, formatEuro } from '../../src/domain/money'
import { creditNotesOf, debitsOfInvoice, invoiceHead, linesOfInvoice, messagesAbout, paymentsOfInvoice } from '../../src/store/invoiceOverview'
import { followUpsOf } from '../../src/store/followUps'
import { readConnection } from '../../src/store/transaction'
import { documentView, type DocumentScreen } from '../adminView'
import { Amount } from '../parts/Amount'
import { Day } from '../parts/Day'
import { Empty } from '../parts/Empty'
import { Figure, Figures } from '../parts/Figure'
import { filled } from '../parts/filled'
import { FollowUps, followUpKinds } from '../parts/FollowUps'
import { Notice } from '../parts/Notice'
import { StatusWord } from '../parts/StatusWord'
import { paymentReference } from '../../src/domain/paymentReference'
import { InvoiceActions } from './InvoiceActions'
import { CreditNotes, Debits, Lines, Messages, Payments } from './Tables'
import { texts } from './texts'

/** An invoice or a credit note: what it asks, what became of it, and what can be done with it. */
export const Invoice = documentView('invoice', async ({ req, id, language, roles }: DocumentScreen) => {
  const t = texts[language]
  const tx = readConnection(req)
  const head = await invoiceHead(tx, id)
  if (!head) return <Empty>{t.gone}</Empty>
  const isInvoice = head.kind === 'invoice'
  return (
    <>
      <p className="kring-lead">
        <StatusWord status={head.status} language={language} />{' · '}<a href={`/admin/collections/relations/${head.debtor}/card`}>{head.debtorName}</a>{' · '}{head.description}
        {isInvoice && <>{' · '}{t.reference} <code>{paymentReference('invoice', head.number)}</code></>}
        {head.creditOf && <>{' · '}{t.credits} <a href={`/admin/collections/invoices/${head.creditOf.id}/overview`}>{head.creditOf.number}</a></>}
        {head.subscription && <>{' · '}<a href={`/admin/collections/subscriptions/${head.subscription}`}>{t.subscription}</a></>}
      </p>
      <Figures>
        <Figure label={t.total} href="#regels"><Amount cents={head.totalCents} language={language} /></Figure>
        {isInvoice && <Figure label={t.open} href="#betalingen"><Amount cents={head.openCents} language={language} /></Figure>}
        {isInvoice && <Figure label={t.credited} href="#creditfacturen"><Amount cents={head.creditedCents} language={language} /></Figure>}
        {isInvoice && <Figure label={t.due}><Day date={head.dueDate} language={language} /></Figure>}
      </Figures>
      {head.openCents < 0 && <Notice tone="plain">{filled(t.refund, { amount: formatEuro(cents(-head.openCents), language) })}</Notice>}
      <InvoiceActions invoice={head} mayChange={roles.includes('finance')} language={language} />
      <Lines rows={await linesOfInvoice(tx, id)} language={language} />
      {isInvoice && mayDo(roles, 'payments', 'read') && <Payments rows={await paymentsOfInvoice(tx, id)} language={language} />}
      {isInvoice && <CreditNotes rows={await creditNotesOf(tx, id)} language={language} />}
      {isInvoice && mayDo(roles, 'debit-instructions', 'read') && <Debits rows={await debitsOfInvoice(tx, id)} language={language} />}
      {isInvoice && followUpKinds(roles).includes('invoice') && <FollowUps rows={await followUpsOf(tx, { kind: 'invoice', id })} search={head.number} roles={roles} language={language} />}
      <Messages rows={await messagesAbout(tx, id)} language={language} />
    </>
  )
})
