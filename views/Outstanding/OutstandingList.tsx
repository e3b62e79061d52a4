import { formatDate, type LocalDate } from '../../src/domain/localDate'
import { formatEuro } from '../../src/domain/money'
import type { Language } from '../../src/i18n/text'
import type { OutstandingRow, OutstandingSort } from '../../src/store/outstanding'
import { Amount } from '../parts/Amount'
import { Day } from '../parts/Day'
import { filled } from '../parts/filled'
import { Table, type Sort } from '../parts/Table'
import { addressOf, type Asked } from './address'
import { NoteContact } from './NoteContact'
import { texts } from './texts'

type Props = { readonly rows: readonly OutstandingRow[]; readonly asked: Asked; readonly today: LocalDate; readonly language: Language }

/** One page of what is outstanding, each with the last contact and the button that notes another one. */
export const OutstandingList = ({ rows, asked, today, language }: Props) => {
  const t = texts[language]
  const sortBy = (sort: OutstandingSort): Sort => ({
    href: addressOf(asked, { sort, isDescending: asked.sort === sort ? !asked.isDescending : sort === 'amount' }),
    direction: asked.sort === sort ? (asked.isDescending ? 'descending' : 'ascending') : undefined,
  })
  return (
    <Table rows={rows} keyOf={({ kind, id }) => `${kind} ${id}`} empty={t.empty} name="outstanding" columns={[
      { title: t.since, sort: sortBy('since'), render: (row) => <><Day date={row.since} language={language} /><div className="kring-hint">{filled(t.days, { count: row.days })}</div></> },
      { title: t.who, sort: sortBy('name'), render: (row) => <><a href={`/admin/collections/relations/${row.relation}/card`}>{row.relationName}</a>{row.isGone && <div className="kring-status ended">{t.gone}</div>}</> },
      { title: t.about, render: (row) => <><a href={addressIn(row)}>{nameOf(row, language)}</a><div className="kring-hint">{row.about}</div></> },
      { title: t.amount, isNumber: true, sort: sortBy('amount'), render: (row) => <Amount cents={row.openCents} language={language} /> },
      { title: t.last, sort: sortBy('again'), render: (row) => <LastContact row={row} language={language} /> },
      { title: t.act, render: (row) => <NoteContact kind={row.kind} id={row.id} title={filled(t.noteFor, { name: row.relationName, number: nameOf(row, language) })} today={today} language={language} /> },
    ]} />
  )
}

const nameOf = ({ kind, number }: OutstandingRow, language: Language): string => filled(kind === 'invoice' ? texts[language].invoiceOf : texts[language].pledgeOf, { number })
const addressIn = ({ kind, id }: OutstandingRow): string => (kind === 'invoice' ? `/admin/collections/invoices/${id}/overview` : `/admin/collections/pledges/${id}`)

/** Who asked after it last and what was agreed, or what the debit does that is under way. */
const LastContact = ({ row, language }: { readonly row: OutstandingRow; readonly language: Language }) => {
  const t = texts[language]
  const last = row.followUp
  return (
    <>
      {row.underWayCents > 0 && <div className="kring-status running">{filled(t.underWay, { amount: formatEuro(row.underWayCents, language) })}</div>}
      {row.awaitsDebit && <div className="kring-status new">{t.awaits}</div>}
      {last ? (
        <>
          {t[last.channel]} <Day date={last.onDate} language={language} /> {last.by && filled(t.by, { name: last.by })}
          {last.note && <div>{last.note}</div>}
          {last.nextDate && <div className="kring-hint">{filled(t.lookOn, { date: formatDate(last.nextDate, language) })}</div>}
          <div><a href={`/admin/collections/follow-ups?where[and][0][${row.kind}][equals]=${row.id}`}>{t.history}</a></div>
        </>
      ) : <span className="kring-hint">{t.none}</span>}
    </>
  )
}
