import { Amount } from '../parts/Amount'
import { Day } from '../parts/Day'
import { filled } from '../parts/filled'
import { Pages } from '../parts/Pages'
import { Table } from '../parts/Table'
import type { ForecastShown } from './ForecastBody'
import { monthKey, monthWords } from './period'
import { texts } from './texts'
import { pageOf } from './pageOf'

/** The instalments that are still expected, of the year or of one month. */
export const Expected = ({ forecast, year, month, pages: asked, links, language }: ForecastShown) => {
  const t = texts[language]
  const ofMonth = month === undefined ? forecast.expected : forecast.expected.filter(({ date }) => monthKey(date) === monthKey(month))
  const { rows, page, pages } = pageOf(ofMonth, asked.expected)
  return (
    <section id="verwacht">
      <h2>{month === undefined ? t.expectedTitle : filled(t.expectedIn, { month: monthWords(month, language) })}</h2>
      {month !== undefined && (
        <p><a href={links.received(month)}>{filled(t.receivedIn, { month: monthWords(month, language) })}</a>{' · '}<a href={`${links.here({ year })}#verwacht`}>{t.allMonths}</a></p>
      )}
      <Table rows={rows} keyOf={({ pledge, instalment }) => `${pledge}/${instalment}`} empty={t.noneExpected} name="expected" columns={[
        { title: t.due, render: (row) => <Day date={row.date} language={language} /> },
        { title: t.donor, render: (row) => row.donorName },
        { title: t.pledge, render: (row) => (links.pledge ? <a href={links.pledge(row.pledge)}>{row.pledgeNumber}</a> : row.pledgeNumber) },
        { title: t.amount, isNumber: true, render: (row) => <Amount cents={row.amountCents} language={language} /> },
      ]} />
      <Pages page={page} pages={pages} language={language} href={(to) => `${links.here({ year, ...(month ? { month: monthKey(month) } : {}), page: to })}#verwacht`} />
    </section>
  )
}
