import { calendarYear } from '../../src/domain/forecast'
import { forecastOf } from '../../src/operations/forecastOf'
import { readConnection } from '../../src/store/transaction'
import { documentView, type DocumentScreen } from '../adminView'
import { ForecastBody, type ForecastLinks } from './ForecastBody'
import { pageAsked } from './pageOf'
import { monthAsked, monthKey, periodAsked, yearAsked } from './period'

/** The forecast of a fund, on the fund itself, for staff. */
export const FundForecast = documentView('fundForecast', async ({ req, id, today, language, query }: DocumentScreen) => {
  const year = yearAsked(query.year, today)
  const forecast = await forecastOf(readConnection(req), id, { today, ...calendarYear(year) })
  return <ForecastBody forecast={forecast} today={today} year={year} month={monthAsked(query.month)} language={language}
    pages={{ expected: pageAsked(query.page), open: pageAsked(query.open) }} links={linksOf(id, year)} />
})

const linksOf = (fund: number, year: number): ForecastLinks => ({
  here: (query) => `?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()}`,
  received: (month) => {
    const { from, to } = periodAsked(month ? monthKey(month) : String(year)) ?? calendarYear(year)
    return `/admin/collections/donations?where[and][0][fund][equals]=${fund}&where[and][1][receivedOn][greater_than_equal]=${from}&where[and][2][receivedOn][less_than_equal]=${to}`
  },
  pledge: (pledge) => `/admin/collections/pledges/${pledge}`,
})
