import { forecast, type ExpectedInstalment, type Forecast, type Horizon, type OpenPledge } from '../domain/forecast'
import { forecastFacts, type ForecastTables } from '../store/forecastFacts'
import type { Transaction } from '../store/transaction'

type Whose = { readonly pledgeNumber: number; readonly donorName: string }
/** The forecast of a fund with whose pledges it is made of. */
export type FundForecast = Omit<Forecast, 'expected' | 'open'> & {
  readonly expected: readonly (ExpectedInstalment & Whose)[]
  readonly open: readonly (OpenPledge & Whose)[]
}

/** What a fund received and is expected to receive over a horizon; behind the second wall only of an own fund. */
export async function forecastOf(tx: Transaction, fund: number, horizon: Horizon, tables: ForecastTables = 'fund'): Promise<FundForecast> {
  const facts = await forecastFacts(tx, fund, horizon, tables)
  const whose = new Map(facts.pledges.map(({ id, number, donorName }) => [id, { pledgeNumber: number, donorName }]))
  const withWhose = <Row extends { readonly pledge: number }>(row: Row): Row & Whose => {
    const known = whose.get(row.pledge)
    if (!known) throw new Error(`Pledge ${row.pledge} is no part of the forecast`)
    return { ...row, ...known }
  }
  const { expected, open, ...sums } = forecast(facts, horizon)
  return { ...sums, expected: expected.map(withWhose), open: open.map(withWhose) }
}
