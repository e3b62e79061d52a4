import { invoiceRemarks, type InvoiceRemark } from '../../src/domain/invoicePlan'
import { addDays } from '../../src/domain/localDate'
import { invoiceRunPage, type PreviewedSubscription } from '../../src/operations/previewInvoiceRun'
import { toInvoiceSorts } from '../../src/store/subscriptionsList'
import type { Screen } from '../adminView'
import { Amount } from '../parts/Amount'
import { Day } from '../parts/Day'
import { filled } from '../parts/filled'
import { Pages } from '../parts/Pages'
import { Table } from '../parts/Table'
import { texts } from './texts'

const pageSize = 50
const words = { deceased: 'wordDeceased', archived: 'wordArchived', free: 'wordFree', noMailAddress: 'wordNoMailAddress', mandateNotActive: 'wordMandateNotActive' } as const satisfies Record<InvoiceRemark, string>
const sortWords = { name: 'sortName', type: 'sortType', price: 'sortPrice', date: 'sortDate' } as const

/** Every subscription of the run, to search, sort and leaf through. */
export const ToInvoice = async ({ req, language, today, query }: Screen) => {
  const t = texts[language]
  const asked = askedOf(query)
  const { count, subscriptions } = await invoiceRunPage(req, today, { ...asked, pageSize })
  const href = (page: number) => `?${new URLSearchParams({ ...(asked.search && { search: asked.search }), ...(asked.type && { type: String(asked.type) }), ...(asked.remark && { remark: asked.remark }), sort: asked.sort, page: String(page) })}#lijst`
  return (
    <section id="lijst">
      <h2>{t.list}</h2>
      <form className="kring-bar" role="search" action="#lijst">
        <label>{t.search}<input type="search" name="search" maxLength={100} defaultValue={asked.search} /></label>
        <label>{t.sort}<select name="sort" defaultValue={asked.sort}>{toInvoiceSorts.map((sort) => <option key={sort} value={sort}>{t[sortWords[sort]]}</option>)}</select></label>
        {asked.type && <input type="hidden" name="type" value={asked.type} />}
        {asked.remark && <input type="hidden" name="remark" value={asked.remark} />}
        <button className="btn btn--style-secondary btn--size-medium" type="submit">{t.find}</button>
        <span role="status">{filled(t.found, { count: count.toLocaleString(language) })}</span>
        {(asked.search || asked.type || asked.remark) && <a href="?#lijst">{t.all}</a>}
      </form>
      <Table name="toInvoice" rows={subscriptions} keyOf={(row) => row.id} empty={t.nobody} columns={[
        { title: t.debtor, render: (row) => <a href={`/admin/collections/relations/${row.debtor}/card`}>{row.debtorName}</a> },
        { title: t.subscription, render: (row) => <a href={`/admin/collections/subscriptions/${row.id}`}>{row.title}</a> },
        { title: t.period, render: (row) => <Period row={row} language={language} /> },
        { title: t.remark, render: (row) => row.remarks.map((remark) => t[words[remark]]).join(', ') },
        { title: t.amount, isNumber: true, render: (row) => <Amount cents={row.totalCents} language={language} /> },
      ]} />
      <Pages page={asked.page} pages={Math.ceil(count / pageSize)} href={href} language={language} />
    </section>
  )
}

const Period = ({ row: { invoices }, language }: { readonly row: PreviewedSubscription; readonly language: Screen['language'] }) => {
  const [first, last] = [invoices[0], invoices.at(-1)]
  if (!first || !last) return null
  const more = invoices.length > 1 ? ` (${filled(texts[language].more, { count: invoices.length })})` : ''
  return <><Day date={first.periodStartDate} language={language} /> – <Day date={addDays(last.periodEndDate, -1)} language={language} />{more}</>
}

/** What the address asks for; what it does not know is left out. */
const askedOf = (query: Screen['query']) => ({
  search: query.search?.trim().slice(0, 100) || undefined,
  type: /^\d{1,9}$/.test(query.type ?? '') ? Number(query.type) : undefined,
  remark: invoiceRemarks.find((remark) => remark === query.remark),
  sort: toInvoiceSorts.find((sort) => sort === query.sort) ?? 'name',
  page: Math.min(100_000, Math.max(1, Math.trunc(Number(query.page ?? 1)) || 1)),
})
