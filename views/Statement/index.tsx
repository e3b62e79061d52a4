import { cents, formatEuro } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'
import { statementHead, statementLines, type StatementLine } from '../../src/store/statementLines'
import { readConnection } from '../../src/store/transaction'
import { documentView, type DocumentScreen } from '../adminView'
import { Amount } from '../parts/Amount'
import { Day } from '../parts/Day'
import { Empty } from '../parts/Empty'
import { Figure, Figures } from '../parts/Figure'
import { filled } from '../parts/filled'
import { StatusWord } from '../parts/StatusWord'
import { Held } from './Held'
import { texts } from './texts'

/** A bank statement: its balances and each line with what it became, what is still open first. */
export const Statement = documentView('statement', async ({ req, id, language, roles }: DocumentScreen) => {
  const t = texts[language]
  const tx = readConnection(req)
  const head = await statementHead(tx, id)
  if (!head) return <Empty>{t.gone}</Empty>
  const lines = await statementLines(tx, id)
  const open = lines.filter(({ status }) => status === 'open').length
  return (
    <>
      <p className="kring-lead">{head.fileName}</p>
      <Figures>
        <Figure label={t.opening}><Amount cents={head.openingCents} language={language} /></Figure>
        <Figure label={t.closing}><Amount cents={head.closingCents} language={language} /></Figure>
        <Figure label={t.lines} href="#regels">{lines.length}</Figure>
        <Figure label={t.open} href="#regels">{open}</Figure>
      </Figures>
      <Held id={id} head={head} mayConfirm={roles.includes('finance')} language={language} />
      <section id="regels">
        <h2>{t.lines}</h2>
        {lines.length === 0 ? <Empty>{t.none}</Empty> : (
          <div className="kring-scroll"><table className="kring-table" data-list="lines">
            <thead><tr><th>{t.date}</th><th>{t.counterparty}</th><th>{t.description}</th><th className="number">{t.amount}</th><th>{t.status}</th><th>{t.became}</th></tr></thead>
            <tbody>{lines.map((line) => (
              <tr key={line.id}>
                <td><Day date={line.bookingDate} language={language} /></td>
                <td>{line.counterName}</td><td>{line.description}</td>
                <td className="number"><Amount cents={line.amountCents} language={language} /></td>
                <td><StatusWord status={line.status} language={language} /></td>
                <td><Became line={line} language={language} /></td>
              </tr>
            ))}</tbody>
          </table></div>
        )}
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
      {line.invoice !== null && <a href={`/admin/collections/invoices/${line.invoice}`}>{line.invoiceNumber}</a>}
      {line.donation !== null && line.invoice === null && <a href={`/admin/collections/donations/${line.donation}`}>{t.see}</a>}
      {line.returnReason && <div>{line.returnReason}</div>}
      {missing !== undefined && missing !== 0 && <strong> {filled(missing > 0 ? t.missing : t.tooMuch, { difference: formatEuro(cents(Math.abs(missing)), language) })}</strong>}
      {line.status === 'open' && line.batch === null && <span>{line.amountCents < 0 ? t.openDebit : t.openCredit}</span>}
    </>
  )
}
