import { retryRefusal, type FailedDebit } from '../../src/domain/planRetries'
import { classOfReturn } from '../../src/domain/returnWindow'
import { text, type Language } from '../../src/i18n/text'
import type { FailedInstruction, FailedSort } from '../../src/store/failedInstructions'
import { Amount } from '../parts/Amount'
import { Day } from '../parts/Day'
import { filled } from '../parts/filled'
import { StatusWord } from '../parts/StatusWord'
import { Table, type Sort } from '../parts/Table'
import { addressOf, type Asked } from './address'
import { RetryButton } from './RetryButton'
import { texts } from './texts'

type Props = { readonly rows: readonly FailedInstruction[]; readonly candidates: ReadonlyMap<number, FailedDebit>; readonly asked: Asked; readonly mayRetry: boolean; readonly language: Language }

/** One page of failed debits, each with why, what to do, and whether and how it goes again. */
export const FailedList = ({ rows, candidates, asked, mayRetry, language }: Props) => {
  const t = texts[language]
  const sortBy = (sort: FailedSort): Sort => ({
    href: addressOf(asked, { sort, isDescending: asked.sort === sort ? !asked.isDescending : sort === 'date' || sort === 'amount' }),
    direction: asked.sort === sort ? (asked.isDescending ? 'descending' : 'ascending') : undefined,
  })
  return (
    <Table rows={rows} keyOf={({ id }) => id} empty={t.empty} name="failed-debits" columns={[
      { title: t.date, sort: sortBy('date'), render: (row) => <><Day date={row.returnedOn} language={language} /><Origin row={row} language={language} /></> },
      { title: t.debtor, sort: sortBy('debtor'), render: (row) => <a href={`/admin/collections/relations/${row.debtor}/card`}>{row.debtorName}</a> },
      { title: t.about, render: (row) => <>{about(row, language)}<div className="kring-hint">{row.description}</div></> },
      { title: t.amount, isNumber: true, sort: sortBy('amount'), render: (row) => <Amount cents={row.amountCents} language={language} /> },
      { title: t.reason, sort: sortBy('reason'), render: (row) => <Why row={row} language={language} /> },
      { title: t.task, render: (row) => t[row.task] },
      { title: t.mandate, render: (row) => (
        <><a href={`/admin/collections/mandates/${row.mandate}/life`}>{row.mandateReference}</a> {row.mandateStatus !== 'active' && <StatusWord status={row.mandateStatus} language={language} />}
          {row.returnPoints > 0 && <div className="kring-hint">{filled(t.points, { count: row.returnPoints })}</div>}</>
      ) },
      { title: t.next, render: (row) => <Again row={row} candidate={candidates.get(row.id)} mayRetry={mayRetry} language={language} /> },
    ]} />
  )
}

type Cell = { readonly row: FailedInstruction; readonly language: Language }

/** The bank line that brought it back, or the batch from which it was refused. */
const Origin = ({ row: { id, bankLine, batch }, language }: Cell) => {
  const t = texts[language]
  if (bankLine !== null) return <div><a href={`/admin/collections/bank-transactions/${bankLine}/overview`}>{t.bankLine}</a></div>
  return batch === null ? null : <div><a href={`/admin/collections/debit-batches/${batch}/overview#opdracht-${id}`}>{t.batch}</a></div>
}

function about({ invoice, pledge }: FailedInstruction, language: Language) {
  const t = texts[language]
  if (invoice) return <a href={`/admin/collections/invoices/${invoice.id}/overview`}>{filled(t.invoice, { number: invoice.number })}</a>
  return pledge && <a href={`/admin/collections/pledges/${pledge.id}`}>{filled(t.pledge, { number: pledge.number })}</a>
}

const Why = ({ row, language }: Cell) => {
  const t = texts[language]
  const { kind, isAlarm } = classOfReturn({ status: row.status, reason: row.reason, collectedOn: row.collectionDate, bookedOn: row.returnedOn })
  return (
    <>
      {row.reasonTitle ? `${row.reason}: ${row.reasonTitle}` : row.reason ?? t.noReason}
      <div className={isAlarm ? 'kring-status ended' : 'kring-hint'}>{t[kind]}</div>
      {isAlarm && <div className="kring-hint">{kind === 'late' ? t.lateAlarm : t.moiAlarm}</div>}
    </>
  )
}

const Again = ({ row, candidate, mayRetry, language }: Cell & { readonly candidate: FailedDebit | undefined; readonly mayRetry: boolean }) => {
  const t = texts[language]
  if (row.retry) return <><a href={`/admin/collections/debit-instructions/${row.retry.id}`}>{t.retried}</a> <StatusWord status={row.retry.status} language={language} /></>
  if (row.isSettled) return t.settled
  const refusal = candidate && retryRefusal(candidate)
  if (refusal) return <span className="kring-hint">{text(language, refusal, { reason: row.reason ?? '' })}</span>
  return mayRetry ? <RetryButton id={row.id} name={row.debtorName} amountCents={row.amountCents} language={language} /> : null
}
