import type { Cents } from '../../src/domain/money'
import { Amount } from '../parts/Amount'
import type { ForecastShown } from './ForecastBody'
import { monthKey, monthWords } from './period'
import { texts } from './texts'

/** The months of the year, each figure leading to what it is made of. */
export const Months = ({ forecast, year, links, language }: ForecastShown) => {
  const t = texts[language]
  const figure = (amount: Cents, href: string) => <td className="number"><a href={href}><Amount cents={amount} language={language} /></a></td>
  return (
    <section id="maanden">
      <h2>{t.months}</h2>
      <div className="kring-scroll"><table className="kring-table" data-list="months">
        <thead><tr><th>{t.month}</th><th className="number">{t.received}</th><th className="number">{t.expected}</th><th className="number">{t.total}</th></tr></thead>
        <tbody>{forecast.months.map(({ month, receivedCents, expectedCents, totalCents }) => {
          const ofMonth = `${links.here({ year, month: monthKey(month) })}#verwacht`
          return (
            <tr key={month}>
              <td>{monthWords(month, language)}</td>
              {figure(receivedCents, links.received(month))}
              {figure(expectedCents, ofMonth)}
              {figure(totalCents, ofMonth)}
            </tr>
          )
        })}</tbody>
        <tfoot><tr>
          <th>{t.total}</th>
          {figure(forecast.receivedCents, links.received())}
          {figure(forecast.expectedCents, `${links.here({ year })}#verwacht`)}
          {figure(forecast.totalCents, `${links.here({ year })}#verwacht`)}
        </tr></tfoot>
      </table></div>
    </section>
  )
}
