import { yearOf, type LocalDate } from '../../src/domain/localDate'
import type { Language } from '../../src/i18n/text'
import type { FundForecast } from '../../src/operations/forecastOf'
import { Amount } from '../parts/Amount'
import { Figure, Figures } from '../parts/Figure'
import { Expected } from './Expected'
import { ForecastChart } from './ForecastChart'
import { Months } from './Months'
import { Outstanding } from './Outstanding'
import { monthWords } from './period'
import { texts } from './texts'

/** Where the figures lead to: a screen of staff has other addresses than Mijn Afdeling. */
export type ForecastLinks = {
  /** This screen with other questions. */
  readonly here: (query: Readonly<Record<string, string | number>>) => string
  /** The donations of a month, or of the whole year. */
  readonly received: (month?: LocalDate) => string
  /** A pledge itself, for who may open it. */
  readonly pledge?: (id: number) => string
}

export type ForecastShown = {
  readonly forecast: FundForecast
  readonly today: LocalDate
  readonly year: number
  readonly month: LocalDate | undefined
  readonly pages: { readonly expected: number; readonly open: number }
  readonly links: ForecastLinks
  readonly language: Language
}

/** The forecast of a fund over a year: the figures, the months, and what is behind each figure (prognose). */
export const ForecastBody = (shown: ForecastShown) => {
  const { forecast, today, year, links, language } = shown
  const t = texts[language]
  const years = [year - 1, year, year + 1]
  return (
    <>
      <p className="kring-lead">{t.lead}</p>
      <nav className="kring-pages" aria-label={t.year}>
        {years.map((one) => <a key={one} href={links.here({ year: one })} aria-current={one === year ? 'page' : undefined}>{one}</a>)}
        {!years.includes(yearOf(today)) && <a href={links.here({ year: yearOf(today) })}>{yearOf(today)}</a>}
      </nav>
      <Figures>
        <Figure label={`${t.forecast} ${year}`} href="#maanden"><Amount cents={forecast.totalCents} language={language} /></Figure>
        <Figure label={t.received} href={links.received()}><Amount cents={forecast.receivedCents} language={language} /></Figure>
        <Figure label={t.expected} href={`${links.here({ year })}#verwacht`}><Amount cents={forecast.expectedCents} language={language} /></Figure>
        <Figure label={t.open} href="#openstaand"><Amount cents={forecast.openCents} language={language} /></Figure>
      </Figures>
      <ForecastChart points={forecast.months.map((one) => ({ month: monthWords(one.month, language), received: one.receivedCents, expected: one.expectedCents }))}
        received={t.received} expected={t.expected} language={language} />
      <Months {...shown} />
      <Expected {...shown} />
      <Outstanding {...shown} />
    </>
  )
}
