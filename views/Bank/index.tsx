import { bankWorkPage } from '../../src/operations/bankWorkPage'
import { bankAccounts } from '../../src/store/bankAccounts'
import { workCounts } from '../../src/store/bankWork'
import { activeFunds } from '../../src/store/funds'
import { readConnection } from '../../src/store/transaction'
import { adminView, type Screen } from '../adminView'
import { Notice } from '../parts/Notice'
import { Pages } from '../parts/Pages'
import { Accounts } from './Accounts'
import { addressOf, askedOf, filterOf } from './address'
import { Filter } from './Filter'
import { headsOf } from './heads'
import { MatchAgain } from './MatchAgain'
import { Tabs } from './Tabs'
import { texts } from './texts'
import { UploadBankFiles } from './UploadBankFiles'
import { WorkList } from './WorkList'

const pageSize = 50

/** Bank verwerken: what came in at the bank and is not booked yet, each line with what it may be, and what is done. */
export const Bank = adminView('bank', async ({ req, language, query, roles }: Screen) => {
  const t = texts[language]
  const tx = readConnection(req)
  const filter = filterOf(query)
  const counts = await workCounts(tx, filter)
  const asked = askedOf(query, filter, counts)
  const rows = await bankWorkPage(req, filter, { ...asked, offset: (asked.page - 1) * pageSize, limit: pageSize })
  const accounts = await bankAccounts(tx)
  const mayBook = roles.includes('finance')
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  return (
    <>
      <h1>{t.title}</h1>
      <p className="kring-lead">{t.lead}</p>
      {!mayBook && <Notice tone="plain">{t.looksOnly}</Notice>}
      <Accounts accounts={accounts} asked={asked} language={language} />
      {mayBook && <div className="kring-bar kring-files"><UploadBankFiles /><MatchAgain language={language} /></div>}
      <section id="regels">
        <Tabs counts={counts} asked={asked} language={language} />
        <Filter asked={asked} accounts={accounts} isFiltered={isFiltered} language={language} />
        <WorkList key={addressOf(asked, { page: asked.page })} rows={rows} tab={asked.tab} heads={headsOf(asked, language)} tally={counts.tabs[asked.tab]} likely={counts.likely} isFiltered={isFiltered}
          mayBook={mayBook} funds={mayBook ? await activeFunds(tx) : []} language={language} />
        <Pages page={asked.page} pages={Math.ceil(counts.tabs[asked.tab].count / pageSize)} href={(page) => addressOf(asked, { page })} language={language} />
      </section>
    </>
  )
})
