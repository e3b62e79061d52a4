'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { formatDate, type LocalDate } from '../../src/domain/localDate'
import { formatEuro, type Cents } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'
import type { DueList, DueRow } from '../../src/operations/dueList'
import type { CollectingSort } from '../../src/store/collectingList'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { Empty } from '../parts/Empty'
import { PlanDialog } from './PlanDialog'
import { everything, isTicked, nothing, sumOf, ticked, wishOf } from './selection'
import { texts } from './texts'
import { useDueList } from './useDueList'

type Props = { readonly creditor: number; readonly until: LocalDate; readonly language: Language; readonly whole: { readonly count: number; readonly totalCents: Cents }; readonly first: DueList }

/** What is due, page by page, with ticks that stay while one searches and leafs, and the button that makes a batch of them. */
export const CollectingList = ({ creditor, until, language, whole, first }: Props) => {
  const t = texts[language]
  const { list, query, ask, problem } = useDueList({ creditor, until, first, failed: t.failed })
  const [selection, setSelection] = useState(everything)
  const [isPlanning, setPlanning] = useState(false)
  const [message, setMessage] = useState<string>()
  const chosen = sumOf(selection, whole)
  const plan = () => (chosen.count === 0 ? setMessage(t.nothingSelected) : setPlanning(true))
  const sortBy = (sort: CollectingSort) => ask({ sort, order: query.sort === sort && query.order === 'asc' ? 'desc' : 'asc', page: 1 })
  const heading = (sort: CollectingSort, title: string, isNumber = false) => (
    <th className={isNumber ? 'number' : undefined} aria-sort={query.sort === sort ? (query.order === 'asc' ? 'ascending' : 'descending') : 'none'}>
      <button type="button" className="kring-sort" onClick={() => sortBy(sort)}>{title}{query.sort === sort && (query.order === 'asc' ? ' ▲' : ' ▼')}</button>
    </th>
  )
  const tick = (rows: readonly DueRow[], isOn: boolean) => { setMessage(undefined); setSelection(ticked(selection, rows, isOn)) }
  return (
    <section id="lijst">
      <div className="kring-bar">
        <Button type="button" onClick={plan}>{t.create}</Button>
        <span data-figure="selected">{filled(t.selected, { count: chosen.count, total: formatEuro(chosen.totalCents, language) })}</span>
        <button type="button" className="kring-link" onClick={() => setSelection(everything)}>{t.all}</button>
        <button type="button" className="kring-link" onClick={() => setSelection(nothing)}>{t.none}</button>
      </div>
      <div className="kring-bar">
        <label className="kring-search">{t.search}<input type="search" value={query.search} onChange={(event) => ask({ search: event.target.value, page: 1 })} /></label>
        <label>{t.source}
          <select value={query.source} onChange={(event) => ask({ source: event.target.value, page: 1 })}>
            <option value="">{t.everySource}</option><option value="pledge">{t.pledges}</option><option value="invoice">{t.invoices}</option>
          </select>
        </label>
      </div>
      {(message ?? problem) && <Notice tone="wrong">{message ?? problem}</Notice>}
      {list.rows.length === 0 ? <Empty>{t.nothingFound}</Empty> : (
        <div className="kring-scroll"><table className="kring-table" data-list="collectable">
          <thead><tr>
            <th><input type="checkbox" aria-label={t.selectPage} checked={list.rows.every(({ id }) => isTicked(selection, id))} onChange={(event) => tick(list.rows, event.target.checked)} /></th>
            {heading('date', t.date)}{heading('debtor', t.debtor)}{heading('description', t.description)}<th>{t.delivery}</th>{heading('amount', t.amount, true)}
          </tr></thead>
          <tbody>{list.rows.map((one) => (
            <tr key={one.id}>
              <td><input type="checkbox" aria-label={`${one.debtorName} ${one.description}`} checked={isTicked(selection, one.id)} onChange={(event) => tick([one], event.target.checked)} /></td>
              <td>{formatDate(one.collectionDate, language)}</td>
              <td><a href={`/admin/collections/relations/${one.debtor}/card`}>{one.debtorName}</a></td>
              <td>
                <a href={one.invoice ? `/admin/collections/invoices/${one.invoice}` : `/admin/collections/pledges/${one.pledge}`}>{one.description}</a>
                {one.mandateStatus !== 'active' && <div><a className="kring-status ended" href={`/admin/collections/mandates/${one.mandate}`}>{t[one.mandateStatus]}</a></div>}
              </td>
              <td>{one.isLate ? <span className="kring-status ended">{formatDate(one.latestDeliveryDate, language)} ({t.late})</span> : formatDate(one.latestDeliveryDate, language)}</td>
              <td className="number">{formatEuro(one.amountCents, language)}</td>
            </tr>
          ))}</tbody>
        </table></div>
      )}
      {list.pages > 1 && (
        <nav className="kring-pages">
          {query.page > 1 && <button type="button" className="kring-link" onClick={() => ask({ page: query.page - 1 })}>{t.previous}</button>}
          <span>{filled(t.page, { page: query.page, pages: list.pages })}</span>
          {query.page < list.pages && <button type="button" className="kring-link" onClick={() => ask({ page: query.page + 1 })}>{t.next}</button>}
        </nav>
      )}
      {isPlanning && <PlanDialog wish={{ creditor, until, ...wishOf(selection, whole) }} language={language} onClose={() => setPlanning(false)} />}
    </section>
  )
}
