import { mayDo } from '../../src/access/rights'
import { organsRepresentedBy } from '../../src/access/representedOrgans'
import { addMonths, type LocalDate } from '../../src/domain/localDate'
import type { Language } from '../../src/i18n/text'
import { dashboardFigures, type DashboardFigures } from '../../src/store/dashboard'
import { lastChangedByOthers, lastViewed, type ListedRelation } from '../../src/store/history'
import { departmentLabel } from '../../src/store/departmentLabel'
import { failureCounts } from '../../src/store/failedInstructions'
import { readConnection, type Transaction } from '../../src/store/transaction'
import { adminView, type Screen } from '../adminView'
import { Amount } from '../parts/Amount'
import { Empty } from '../parts/Empty'
import { Figure, Figures } from '../parts/Figure'
import { Moment } from '../parts/Moment'
import { SearchBar } from './SearchBar'
import { texts } from './texts'

/** The first screen: the search bar in the middle, what the reader viewed last, and what others changed last. */
export const Dashboard = adminView('dashboard', async ({ req, roles, language, today }: Screen) => {
  const t = texts[language]
  const tx = readConnection(req)
  const seesRelations = mayDo(roles, 'relations', 'read')
  const organ = (await organsRepresentedBy(req))[0]
  const user = Number(req.user?.id)
  return (
    <>
      {seesRelations && <SearchBar language={language} />}
      {organ && <p className="kring-lead"><a href="/admin/mijn-afdeling">{t.toDepartment} {await departmentLabel(tx, organ.organId)}</a></p>}
      {mayDo(roles, 'invoices', 'read') && <FinanceFigures figures={await dashboardFigures(tx)} language={language} failed={mayDo(roles, 'debit-instructions', 'read') ? await failedLately(tx, today) : undefined} />}
      {seesRelations && (
        <div className="kring-columns">
          <RelationList title={t.lastViewed} empty={t.nothingViewed} rows={await lastViewed(tx, user)} language={language} />
          <RelationList title={t.lastChanged} empty={t.nothingChanged} rows={await lastChangedByOthers(tx, user)} language={language} />
        </div>
      )}
    </>
  )
})

/** Debits that failed in the three months that the list of them begins with, and that wait for somebody. */
const failedLately = async (tx: Transaction, today: LocalDate): Promise<number> =>
  (await failureCounts(tx, { from: addMonths(today, -3), until: today })).reduce((sum, { count }) => sum + count, 0)

type FinanceProps = { readonly figures: DashboardFigures; readonly failed: number | undefined; readonly language: Language }

const FinanceFigures = ({ figures, failed, language }: FinanceProps) => {
  const t = texts[language]
  return (
    <Figures>
      <Figure label={t.relations} href="/admin/collections/relations">{figures.relations}</Figure>
      <Figure label={t.openInvoices} href="/admin/collections/invoices?where[status][not_equals]=paid">{figures.openInvoices}</Figure>
      <Figure label={t.openAmount} href="/admin/collections/invoices?where[status][not_equals]=paid"><Amount cents={figures.openCents} language={language} /></Figure>
      {figures.overpaidCents > 0 && <Figure label={t.overpaid} href="/admin/collections/invoices?where[openCents][less_than]=0"><Amount cents={figures.overpaidCents} language={language} /></Figure>}
      {failed !== undefined && <Figure label={t.openLines} href="/admin/bank">{figures.openLines}</Figure>}
      {failed !== undefined && <Figure label={t.failedDebits} href="/admin/mislukte-opdrachten">{failed}</Figure>}
    </Figures>
  )
}

type ListProps = { readonly title: string; readonly empty: string; readonly rows: readonly ListedRelation[]; readonly language: Language }

const RelationList = ({ title, empty, rows, language }: ListProps) => (
  <section>
    <h2>{title}</h2>
    {rows.length === 0 ? <Empty>{empty}</Empty> : (
      <table className="kring-table"><tbody>{rows.map((row) => (
        <tr key={row.id}>
          <td><a href={`/admin/collections/relations/${row.id}/card`}>{row.name}</a>{row.by && <div>{row.by}</div>}</td>
          <td>{row.town}</td>
          <td className="number"><Moment at={row.at} language={language} /></td>
        </tr>
      ))}</tbody></table>
    )}
  </section>
)
