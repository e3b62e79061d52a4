import { departmentDonations, fundLinesPerPage } from '../../src/operations/departmentFund'
import type { Screen } from '../adminView'
import { pageAsked } from '../FundForecast/pageOf'
import { periodAsked, periodWords } from '../FundForecast/period'
import { Amount } from '../parts/Amount'
import { Day } from '../parts/Day'
import { filled } from '../parts/filled'
import { Figure, Figures } from '../parts/Figure'
import { Pages } from '../parts/Pages'
import { Table } from '../parts/Table'
import { address } from './address'
import { Head } from './Head'
import { SearchBar, sortBy } from './listParts'
import { texts } from './texts'

type Props = Screen & { readonly organ: number | undefined }

/** Every donation to the fund of the organ, found by the name of its donor, of a period or of all time; undefined without a fund that may be seen. */
export async function donationsTab({ req, organ: wanted, query, language }: Props) {
  const t = texts[language]
  const [search, sort, page, period] = [query.search ?? '', query.sort ?? '-date', pageAsked(query.page), periodAsked(query.period)]
  const found = await departmentDonations(req, { organ: wanted, search, sort, page, period })
  if (!found) return undefined
  const { organs, organ, fund, shown } = found
  const asked = { organ: organ.id, tab: 'donations', period: period && query.period }
  const sorted = sortBy({ ...asked, search }, sort)
  return (
    <>
      <Head organs={organs} organ={organ} hasFund tab="donations" language={language} />
      <h2>{t.donations}: {fund.title}{period && `, ${periodWords(period, language)}`}</h2>
      <Figures>
        <Figure label={t.donations} href="#lijst">{shown.count}</Figure>
        <Figure label={t.sum} href="#lijst"><Amount cents={shown.totalCents} language={language} /></Figure>
      </Figures>
      <SearchBar asked={{ ...asked, sort }} search={search} label={t.searchDonor} hint={t.searchDonorHint} button={t.searchButton} />
      {period && <p><a href={address({ organ: organ.id, tab: 'donations' })}>{t.allTime}</a></p>}
      <section id="lijst">
        <Table rows={shown.rows} keyOf={({ id }) => id} name="donations" empty={search ? t.nobodyFound : period ? filled(t.noDonationsIn, { period: periodWords(period, language) }) : t.noDonations} columns={[
          { title: t.date, sort: sorted('date'), render: (row) => <Day date={row.receivedOn} language={language} /> },
          { title: t.donor, sort: sorted('donor'), render: (row) => row.donorName ?? t.unknown },
          { title: t.amount, isNumber: true, sort: sorted('amount'), render: (row) => <Amount cents={row.amountCents} language={language} /> },
        ]} />
        <Pages page={page} pages={Math.ceil(shown.count / fundLinesPerPage)} language={language} href={(to) => address({ ...asked, search, sort, page: to })} />
      </section>
    </>
  )
}
