import { departmentPledges, fundLinesPerPage } from '../../src/operations/departmentFund'
import type { Screen } from '../adminView'
import { pageAsked } from '../FundForecast/pageOf'
import { Amount } from '../parts/Amount'
import { Day } from '../parts/Day'
import { Pages } from '../parts/Pages'
import { StatusWord } from '../parts/StatusWord'
import { Table } from '../parts/Table'
import { address } from './address'
import { Head } from './Head'
import { SearchBar, sortBy } from './listParts'
import { frequencyWords, texts } from './texts'

type Props = Screen & { readonly organ: number | undefined }

/** Every pledge to the fund of the organ, found by the name of its donor; undefined without a fund that may be seen. */
export async function pledgesTab({ req, organ: wanted, query, language, today }: Props) {
  const t = texts[language]
  const [search, sort, page] = [query.search ?? '', query.sort ?? 'donor', pageAsked(query.page)]
  const found = await departmentPledges(req, { organ: wanted, search, sort, page })
  if (!found) return undefined
  const { organs, organ, fund, shown } = found
  const asked = { organ: organ.id, tab: 'pledges' }
  const sorted = sortBy({ ...asked, search }, sort)
  return (
    <>
      <Head organs={organs} organ={organ} hasFund tab="pledges" language={language} />
      <h2>{t.pledges}: {fund.title}</h2>
      <SearchBar asked={{ ...asked, sort }} search={search} label={t.searchDonor} hint={t.searchDonorHint} button={t.searchButton} />
      <Table rows={shown.rows} keyOf={({ id }) => id} name="pledges" empty={search ? t.nobodyFound : t.noPledges} columns={[
        { title: t.donor, sort: sorted('donor'), render: (row) => row.donorName },
        { title: t.status, render: ({ endDate }) => <StatusWord status={endDate !== null && endDate <= today ? 'ended' : 'active'} language={language} /> },
        { title: t.frequency, render: (row) => frequencyWords[language][row.frequency] },
        { title: t.firstTime, sort: sorted('start'), render: (row) => <Day date={row.startDate} language={language} /> },
        { title: t.endDate, sort: sorted('end'), render: ({ endDate }) => endDate && <Day date={endDate} language={language} /> },
        { title: t.amountEach, isNumber: true, sort: sorted('amount'), render: (row) => <Amount cents={row.amountCents} language={language} /> },
      ]} />
      <Pages page={page} pages={Math.ceil(shown.count / fundLinesPerPage)} language={language} href={(to) => address({ ...asked, search, sort, page: to })} />
    </>
  )
}
