import { announcementOf, isUntold } from '../../src/domain/announcement'
import { addMonths, formatDate, isLocalDate, type LocalDate } from '../../src/domain/localDate'
import { formatEuro } from '../../src/domain/money'
import { normaliseQuery } from '../../src/domain/searchText'
import { mostLetters } from '../../src/operations/announcementLetters'
import type { Language } from '../../src/i18n/text'
import { allCreditors } from '../../src/store/creditors'
import { noticeCounts } from '../../src/store/noticeStates'
import { debitsToAnnounce, type Announceable } from '../../src/store/preNotifications'
import { readConnection } from '../../src/store/transaction'
import { adminView, type Screen } from '../adminView'
import { Day } from '../parts/Day'
import { Empty } from '../parts/Empty'
import { Figure, Figures } from '../parts/Figure'
import { filled } from '../parts/filled'
import { Pages } from '../parts/Pages'
import { Table } from '../parts/Table'
import { SendNotices } from './SendNotices'
import { texts } from './texts'

const perPage = 50

const dayOr = (asked: string | undefined, otherwise: LocalDate): LocalDate => (asked !== undefined && isLocalDate(asked) ? asked : otherwise)
const pageOf = (asked: string | undefined): number => Math.max(1, Math.floor(Number(asked)) || 1)

/** Aankondigingen: whom to tell about which debit and why, the button that mails it, and the letters for the others. */
export const Notices = adminView('notices', async ({ req, language, today, query }: Screen) => {
  const t = texts[language]
  const tx = readConnection(req)
  const creditors = await allCreditors(tx)
  const creditor = creditors.find(({ id }) => id === Number(query.creditor)) ?? creditors[0]
  if (!creditor) return <><h1>{t.title}</h1><Empty>{t.noCreditor} <a href="/admin/collections/creditors/create">{t.addCreditor}</a></Empty></>
  const [until, page, search] = [dayOr(query.until, addMonths(today, 2)), pageOf(query.page), query.search ?? '']
  const wish = { creditor: creditor.id, until }
  const counts = await noticeCounts(tx, creditor.id, until)
  const all = await debitsToAnnounce(tx, { ...wish, limit: perPage })
  const words = normaliseQuery(search).split(/\s+/).filter(Boolean)
  const shown = page === 1 && words.length === 0 ? all : await debitsToAnnounce(tx, { ...wish, words, limit: perPage, offset: (page - 1) * perPage })
  const letters = all.withoutEmail === 0 ? [] : (await debitsToAnnounce(tx, { ...wish, channel: 'letter', limit: mostLetters })).rows
  const address = (to: number): string => `/admin/aankondigingen?${new URLSearchParams({ creditor: String(creditor.id), until, search, page: String(to) }).toString()}`
  return (
    <>
      <h1>{t.title}</h1>
      <p className="kring-lead">{t.lead} {filled(t.days, { days: creditor.preNotificationDays })}</p>
      <form className="kring-bar" action="/admin/aankondigingen">
        <label>{t.creditor}<select name="creditor" defaultValue={creditor.id}>{creditors.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}</select></label>
        <label>{t.until}<input type="date" name="until" defaultValue={until} min={today} /></label>
        <label>{t.search}<input type="search" name="search" defaultValue={search} /></label>
        <button className="btn btn--style-secondary btn--size-medium" type="submit">{t.show}</button>
      </form>
      <Figures>
        <Figure label={t.toTell} href="#lijst">{all.total}</Figure>
        <Figure label={t.withoutEmail} href="#lijst">{all.withoutEmail}</Figure>
        <Figure label={t.known} href={`/admin/collections/pre-notifications?sort=-announcedOn`}>{counts.announced}</Figure>
        <Figure label={t.late} href={`/admin/collections/pre-notifications?sort=-announcedOn`}>{counts.late}</Figure>
      </Figures>
      {all.total === 0 ? <Empty>{t.nothing}</Empty> : (
        <section id="lijst">
          <SendNotices key={`${creditor.id} ${until} ${all.total}`} creditor={creditor.id} until={until} byMail={all.total - all.withoutEmail} letters={letters.length} toTell={letters.flatMap(untoldIn)} language={language} />
          <List rows={shown.rows} language={language} />
          <Pages page={page} pages={Math.ceil(shown.total / perPage)} href={address} language={language} />
        </section>
      )}
    </>
  )
})

const untoldIn = ({ debits }: Announceable): readonly number[] => debits.filter(({ state }) => isUntold(state)).map(({ instruction }) => instruction)

const List = ({ rows, language }: { readonly rows: readonly Announceable[]; readonly language: Language }) => {
  const t = texts[language]
  return (
    <Table name="notices" rows={rows} keyOf={(row) => `${row.pledge ?? ''} ${row.invoice ?? ''} ${row.mandate} ${row.debtorIban}`} empty={t.nobodyFound} columns={[
      { title: t.first, render: (row) => { const first = announcementOf(row.debits, row.everyMonths)[0]; return first && <Day date={first.firstDate} language={language} /> } },
      { title: t.debtor, render: (row) => <a href={`/admin/collections/relations/${row.debtor}/card`}>{row.debtorName}</a> },
      { title: t.about, render: (row) => <a href={row.invoice ? `/admin/collections/invoices/${row.invoice}` : `/admin/collections/pledges/${row.pledge}`}>{row.about}</a> },
      { title: t.why, render: (row) => (row.debits.find(({ state }) => isUntold(state))?.state === 'stale' ? t.stale : t.missing) },
      { title: t.what, render: (row) => <>{announcementOf(row.debits, row.everyMonths).map(({ firstDate, everyMonths, amountCents }) => (
        <div key={firstDate}>{filled(everyMonths === 0 ? t.once : t.series, { amount: formatEuro(amountCents, language), date: formatDate(firstDate, language), months: everyMonths })}</div>
      ))}</> },
      { title: t.how, render: (row) => row.email ?? t.letter },
    ]} />
  )
}
