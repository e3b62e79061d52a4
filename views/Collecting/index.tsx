import { addMonths, formatDate, isLocalDate, type LocalDate } from '../../src/domain/localDate'
import { collectable } from '../../src/operations/collectable'
import { dueList } from '../../src/operations/dueList'
import { momentOf } from '../../src/operations/planDue'
import { allCreditors } from '../../src/store/creditors'
import { noticeCounts } from '../../src/store/noticeStates'
import { paidCancelledBatches } from '../../src/store/paidCancelled'
import { countToInvoice } from '../../src/store/subscriptions'
import { readConnection } from '../../src/store/transaction'
import { adminView, type Screen } from '../adminView'
import { Amount } from '../parts/Amount'
import { Day } from '../parts/Day'
import { Empty } from '../parts/Empty'
import { Figure, Figures } from '../parts/Figure'
import { filled } from '../parts/filled'
import { Notice } from '../parts/Notice'
import { CollectingList } from './CollectingList'
import { CollectionDays } from './CollectionDays'
import { PaidCancelled } from './PaidCancelled'
import { Steps } from './Steps'
import { texts } from './texts'

/** The day that was asked for, and the same within a year from today (domain §7.3). */
function untilOf(asked: string | undefined, today: LocalDate): { readonly until: LocalDate; readonly isCut: boolean } {
  const farthest = addMonths(today, 12)
  const until = asked !== undefined && isLocalDate(asked) ? asked : addMonths(today, 1)
  return until > farthest ? { until: farthest, isCut: true } : { until, isCut: false }
}

/** Te incasseren: everything that has to be at the bank by a day, and the button that makes batches of it (seed 004). */
export const Collecting = adminView('collecting', async ({ req, language, today, query }: Screen) => {
  const t = texts[language]
  const tx = readConnection(req)
  const creditors = (await allCreditors(tx)).filter(({ isActive }) => isActive)
  const creditor = creditors.find(({ id }) => id === Number(query.creditor)) ?? creditors[0]
  if (!creditor) return <><h1>{t.title}</h1><Empty>{t.noCreditor} <a href="/admin/collections/creditors/create">{t.addCreditor}</a></Empty></>
  const { until, isCut } = untilOf(query.until, today)
  const now = new Date()
  const due = await collectable(tx, creditor, { moment: momentOf({ today, now }), until })
  const first = await dueList(req, { creditor: creditor.id, until, sort: 'date', isDescending: false, page: 1, today, now })
  const waiting = await countToInvoice(tx, today)
  const notices = await noticeCounts(tx, creditor.id, due.lastCollectionDate)
  return (
    <>
      <h1>{t.title}</h1>
      <p className="kring-lead">{t.lead}</p>
      <form className="kring-bar" action="/admin/te-incasseren">
        <label>{t.creditor}
          <select name="creditor" defaultValue={creditor.id}>{creditors.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}</select>
        </label>
        <label>{t.until}<input type="date" name="until" defaultValue={until} min={today} max={addMonths(today, 12)} /></label>
        <button className="btn btn--style-secondary btn--size-medium" type="submit">{t.show}</button>
        <span className="kring-hint">{t.untilNote}</span>
      </form>
      {isCut && <Notice tone="plain">{filled(t.untilCut, { date: formatDate(until, language) })}</Notice>}
      <PaidCancelled batches={await paidCancelledBatches(tx, creditor.id)} language={language} />
      <Steps waiting={waiting} untold={notices.missing + notices.stale} toldLate={notices.late} until={until} language={language} />
      <Figures>
        <Figure label={t.count} href="#lijst">{due.count.toLocaleString(language)}</Figure>
        <Figure label={t.total} href="#dagen"><Amount cents={due.totalCents} language={language} /></Figure>
        {due.latestDeliveryDate && <Figure label={t.latest} href="#dagen"><Day date={due.latestDeliveryDate} language={language} /> {due.cutOffTime}</Figure>}
      </Figures>
      {due.count === 0 ? <Empty>{t.nothing}</Empty> : (
        <>
          <CollectionDays days={due.days} language={language} />
          <CollectingList key={`${creditor.id} ${until} ${due.count} ${due.totalCents}`} creditor={creditor.id} until={until} language={language} whole={{ count: due.count, totalCents: due.totalCents }} first={first} />
        </>
      )}
    </>
  )
})
