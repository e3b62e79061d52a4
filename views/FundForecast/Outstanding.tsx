import { Amount } from '../parts/Amount'
import { Day } from '../parts/Day'
import { Pages } from '../parts/Pages'
import { Table } from '../parts/Table'
import type { ForecastShown } from './ForecastBody'
import { pageOf } from './pageOf'
import { texts } from './texts'

/** The pledges of which something fell due and did not come in; apart from the forecast. */
export const Outstanding = ({ forecast, year, pages: asked, links, language }: ForecastShown) => {
  const t = texts[language]
  const { rows, page, pages } = pageOf(forecast.open, asked.open)
  return (
    <section id="openstaand">
      <h2>{t.openTitle}</h2>
      <p className="kring-lead">{t.openLead}</p>
      <Table rows={rows} keyOf={({ pledge }) => pledge} empty={t.noneOpen} name="open" columns={[
        { title: t.since, render: (row) => <Day date={row.since} language={language} /> },
        { title: t.donor, render: (row) => row.donorName },
        { title: t.pledge, render: (row) => (links.pledge ? <a href={links.pledge(row.pledge)}>{row.pledgeNumber}</a> : row.pledgeNumber) },
        { title: t.amount, isNumber: true, render: (row) => <Amount cents={row.openCents} language={language} /> },
      ]} />
      <Pages page={page} pages={pages} language={language} href={(to) => `${links.here({ year, open: to })}#openstaand`} />
    </section>
  )
}
