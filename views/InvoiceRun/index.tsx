import { invoiceRemarks, type InvoiceRemark } from '../../src/domain/invoicePlan'
import { previewInvoiceRun } from '../../src/operations/previewInvoiceRun'
import { postToPrint, sendingCounts } from '../../src/store/invoicesToSend'
import { readConnection } from '../../src/store/transaction'
import { adminView, type Screen } from '../adminView'
import { Amount } from '../parts/Amount'
import { Empty } from '../parts/Empty'
import { Figure, Figures } from '../parts/Figure'
import { filled } from '../parts/filled'
import { Table } from '../parts/Table'
import { RunButton } from './RunButton'
import { Sending } from './Sending'
import { ToInvoice } from './ToInvoice'
import { texts } from './texts'

const mostToPrint = 500

/** Factuurronde: what the run of today would make, the button that makes it, and what waits to be sent. */
export const InvoiceRun = adminView('invoiceRun', async (screen: Screen) => {
  const { req, language, today } = screen
  const t = texts[language]
  // Computing the whole run again for every page and search of its list would take as long each time.
  if (['search', 'sort', 'type', 'remark', 'page'].some((asked) => screen.query[asked])) {
    return <><h1>{t.title}</h1><p className="kring-lead"><a href="?">{t.back}</a></p><ToInvoice {...screen} /></>
  }
  const tx = readConnection(req)
  const preview = await previewInvoiceRun(req, today)
  const found = invoiceRemarks.filter((remark) => preview.remarks[remark])
  return (
    <>
      <h1>{t.title}</h1>
      <p className="kring-lead">{t.lead}</p>
      <Figures>
        <Figure label={t.invoices} href="?#lijst">{preview.invoices.toLocaleString(language)}</Figure>
        <Figure label={t.total} href="?#per-type"><Amount cents={preview.totalCents} language={language} /></Figure>
        <Figure label={t.subscriptions} href="?#lijst">{preview.subscriptions.toLocaleString(language)}</Figure>
      </Figures>
      <RunButton count={preview.invoices} language={language} />
      {found.length > 0 && (
        <section id="let-op">
          <h2>{t.remarks}</h2>
          <ul>{found.map((remark) => <li key={remark}><a href={`?remark=${remark}#lijst`}>{remarkText(remark, preview.remarks[remark] ?? 0, language)}</a></li>)}</ul>
        </section>
      )}
      {preview.subscriptions === 0 && <Empty>{t.nothing} <a href="/admin/collections/subscriptions">{t.toSubscriptions}</a></Empty>}
      <Sending counts={await sendingCounts(tx)} printable={await postToPrint(tx, mostToPrint)} language={language} />
      {preview.subscriptions > 0 && (
        <>
          <section id="per-type">
            <h2>{t.types}</h2>
            <Table name="invoiceTypes" rows={preview.types} keyOf={(row) => row.type} empty={t.nothing} columns={[
              { title: t.type, render: (row) => <a href={`?type=${row.type}#lijst`}>{row.title}</a> },
              { title: t.invoices, isNumber: true, render: (row) => row.invoices },
              { title: t.amount, isNumber: true, render: (row) => <Amount cents={row.totalCents} language={language} /> },
            ]} />
          </section>
          <ToInvoice {...screen} />
        </>
      )}
    </>
  )
})

const remarkText = (remark: InvoiceRemark, count: number, language: Screen['language']): string => filled(texts[language][remark], { count })
