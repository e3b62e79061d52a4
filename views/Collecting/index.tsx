import { addMonths, isLocalDate, type LocalDate } from '../../src/domain/localDate'
import { collectable } from '../../src/operations/collectable'
import { allCreditors } from '../../src/store/creditors'
import { readConnection } from '../../src/store/transaction'
import { adminView, type Screen } from '../adminView'
import { Amount } from '../parts/Amount'
import { Day } from '../parts/Day'
import { Empty } from '../parts/Empty'
import { Figure, Figures } from '../parts/Figure'
import { CollectingList } from './CollectingList'
import { Prepare } from './Prepare'
import { texts } from './texts'

const untilOf = (asked: string | undefined, today: LocalDate): LocalDate => {
  const farthest = addMonths(today, 12)
  const until = asked !== undefined && isLocalDate(asked) ? asked : addMonths(today, 1)
  return until > farthest ? farthest : until
}

/** Te incasseren: everything that has to be at the bank by a day, and the button that makes batches of it. */
export const Collecting = adminView('collecting', async ({ req, language, today, query }: Screen) => {
  const t = texts[language]
  const tx = readConnection(req)
  const creditors = await allCreditors(tx)
  const creditor = creditors.find(({ id }) => id === Number(query.creditor)) ?? creditors[0]
  if (!creditor) return <><h1>{t.title}</h1><Empty>{t.noCreditor} <a href="/admin/collections/creditors/create">{t.addCreditor}</a></Empty></>
  const until = untilOf(query.until, today)
  const due = await collectable(tx, creditor, { today, until })
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
        <Prepare until={until} language={language} />
      </form>
      <Figures>
        <Figure label={t.count} href="#lijst">{due.instructions.length}</Figure>
        <Figure label={t.total} href="#lijst"><Amount cents={due.totalCents} language={language} /></Figure>
        {due.latestDeliveryDate && <Figure label={t.latest}><Day date={due.latestDeliveryDate} language={language} /></Figure>}
      </Figures>
      {due.instructions.length === 0 ? <Empty>{t.nothing}</Empty> : (
        <CollectingList key={`${creditor.id} ${until} ${due.instructions.length}`} creditor={creditor.id} until={until} language={language} {...due} />
      )}
    </>
  )
})
