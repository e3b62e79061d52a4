import { calendarYear } from '../../src/domain/forecast'
import { departmentForecast } from '../../src/operations/departmentFund'
import type { Screen } from '../adminView'
import { ForecastBody } from '../FundForecast/ForecastBody'
import { pageAsked } from '../FundForecast/pageOf'
import { monthAsked, monthKey, yearAsked } from '../FundForecast/period'
import { address } from './address'
import { Head } from './Head'
import { texts } from './texts'

type Props = Screen & { readonly organ: number | undefined }

/** What the fund of the organ received and is to receive; undefined without a fund that may be seen. */
export async function forecastTab({ req, organ: wanted, query, language, today }: Props) {
  const year = yearAsked(query.year, today)
  const found = await departmentForecast(req, { organ: wanted, period: calendarYear(year) })
  if (!found) return undefined
  const { organs, organ, fund, shown } = found
  return (
    <>
      <Head organs={organs} organ={organ} hasFund tab="forecast" language={language} />
      <h2>{texts[language].forecast}: {fund.title}</h2>
      <ForecastBody forecast={shown} today={today} year={year} month={monthAsked(query.month)} language={language}
        pages={{ expected: pageAsked(query.page), open: pageAsked(query.open) }}
        links={{
          here: (asked) => address({ organ: organ.id, tab: 'forecast', ...asked }),
          received: (month) => address({ organ: organ.id, tab: 'donations', period: month ? monthKey(month) : year }),
        }} />
    </>
  )
}
