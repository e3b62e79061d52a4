import { cents, formatEuro } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'
import { statementCounts, statementHead, statementLines, statementPageSize, type StatementLine } from '../../src/store/statementLines'
import { readConnection } from '../../src/store/transaction'
import { documentView, type DocumentScreen } from '../adminView'
import { Amount } from '../parts/Amount'
import { Day } from '../parts/Day'
import { Empty } from '../parts/Empty'
import { Figure, Figures } from '../parts/Figure'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { Pages } from '../parts/Pages'
import { StatusWord } from '../parts/StatusWord'
import { Held } from './Held'
import { texts } from './texts'

const statuses = ['open', 'processed', 'duplicate', 'undone'] as const

/** A bank statement: its balances and each line with what it became, what is still open first. */
export const Statement = documentView('statement', async ({ req, id, language, roles, query }: DocumentScreen) => {
  const t = texts[language]
  const tx = readConnection(req)
  const head = await statementHead(tx, id)
  if (!head) return <Empty>{t.gone}</Empty>
  const counts = await statementCounts(tx, id)
  const page = Math.min(100_000, Math.max(1, Math.trunc(Number(query.page)) || 1))
  const asked = { search: query.search?.trim().slice(0, 100) || undefined, status: statuses.find((one) => one === query.status) }
  const lines = await statementLines(tx, id, { ...asked, page })
  const address = (to: number) => `?${new URLSearchParams({ ...(asked.search ? { search: asked.search } : {}), ...(asked.status ? { status: asked.status } : {}), page: String(to) })}#regels`
  return (
    <>
      <p className="kring-lead"><a href={`/admin/collections/bank-imports/${head.import}/overview`}>{head.fileName}</a></p>
      {head.isUndone && <Notice tone="plain">{t.isUndone}</Notice>}
      <Figures>
        <Figure label={t.opening}><Amount cents={head.openingCents} language={language} /></Figure>
        <Figure label={t.closing}><Amount cents={head.closingCents} language={language} /></Figure>
        <Figure label={t.lines} href="?#regels">{Object.values(counts).reduce((sum, count) => sum + count, 0).toLocaleString(language)}</Figure>
        <Figure label={t.open} href={`/admin/bank?tab=all&statement=${id}#regels`}>{counts.open.toLocaleString(language)}</Figure>
        {counts.duplicate > 0 && <Figure label={t.duplicate} href="?status=duplicate#regels">{counts.duplicate.toLocaleString(language)}</Figure>}
      </Figures>
      {!head.isUndone && <Held id={id} head={head} mayConfirm={roles.includes('finance')} language={language} />}
      <section id="regels">
        <h2>{t.lines}</h2>
        <form className="kring-bar" role="search" action="#regels">
          <label className="kring-search">{t.search}<input type="search" name="search" maxLength={100} defaultValue={asked.search} /></label>
          <label>{t.status}
            <select name="status" defaultValue={asked.status ?? ''}><option value="">{t.everyStatus}</option>{statuses.filter((one) => counts[one] > 0).map((one) => <option key={one} value={one}>{t[`status_${one}`]}</option>)}</select>
          </label>
          <button className="btn btn--style-secondary btn--size-medium" type="submit">{t.show}</button>
        </form>
        {lines.rows.length === 0 ? <Empty>{asked.search || asked.status ? t.notFound : t.none}</Empty> : (
          <div className="kring-scroll"><table className="kring-table" data-list="lines">
            <thead><tr><th>{t.date}</th><th>{t.counterparty}</th><th>{t.description}</th><th className="number">{t.amount}</th><th>{t.status}</th><th>{t.became}</th></tr></thead>
            <tbody>{lines.rows.map((line) => (
              <tr key={line.id}>
                <td><Day date={line.bookingDate} language={language} /></td>
                <td>{line.counterName}</td><td>{line.description}</td>
                <td className="number"><Amount cents={line.amountCents} language={language} /></td>
                <td><StatusWord status={line.status} language={language} /></td>
                <td><Became line={line} language={language} /> <a href={`/admin/collections/bank-transactions/${line.id}/overview`}>{t.seeLine}</a></td>
              </tr>
            ))}</tbody>
          </table></div>
        )}
        <Pages page={page} pages={Math.ceil(lines.count / statementPageSize)} href={address} language={language} />
      </section>
    </>
  )
})

/** Where a line leads to: its batch, invoice or donation, and for an open one what keeps it open. */
const Became = ({ line, language }: { readonly line: StatementLine; readonly language: Language }) => {
  const t = texts[language]
  const missing = line.batch !== null && line.status === 'open' && line.expectedCents !== undefined ? cents(line.expectedCents - line.amountCents) : undefined
  return (
    <>
      {line.kind && <span>{t[line.kind]} </span>}
      {line.batch !== null && <a href={`/admin/collections/debit-batches/${line.batch}/overview`}>{line.batchMessageId}</a>}
      {line.invoice !== null && <a href={`/admin/collections/invoices/${line.invoice}/overview`}>{line.invoiceNumber}</a>}
      {line.donation !== null && line.invoice === null && <a href={`/admin/collections/donations/${line.donation}`}>{t.see}</a>}
      {line.returnReason && <div>{line.returnReason}</div>}
      {missing !== undefined && missing !== 0 && <strong> {filled(missing > 0 ? t.missing : t.tooMuch, { difference: formatEuro(cents(Math.abs(missing)), language) })}</strong>}
      {line.status === 'open' && line.batch === null && <span>{line.amountCents < 0 ? t.openDebit : t.openCredit}</span>}
    </>
  )
}
