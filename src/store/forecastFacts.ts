import { sql } from '@payloadcms/db-postgres/drizzle'
import type { ForecastFacts, ForecastPledge, Horizon, InstalmentFate } from '../domain/forecast'
import { day } from '../domain/localDate'
import { cents } from '../domain/money'
import type { PledgeChange } from '../domain/pledgeAmount'
import type { PledgeFrequency } from '../domain/pledgeSchedule'
import type { Transaction } from './transaction'

/** `fund` for staff; `own_fund` behind the second wall, where only the funds that the person sees have rows. */
export type ForecastTables = 'fund' | 'own_fund'

/** A pledge of a fund with whose it is. */
export type FundPledge = ForecastPledge & { readonly number: number; readonly donorName: string }
export type FundFacts = Omit<ForecastFacts, 'pledges'> & { readonly pledges: readonly FundPledge[] }

/** Everything that the forecast of a fund is made of; what came in is summed by month. */
export const forecastFacts = async (tx: Transaction, fund: number, horizon: Horizon, tables: ForecastTables): Promise<FundFacts> => ({
  pledges: await pledgesOf(tx, fund, horizon, tables),
  fates: await fatesOf(tx, fund, horizon, tables),
  receipts: await receiptsOf(tx, fund, horizon, tables),
  settled: await settledOf(tx, fund, horizon, tables),
})

async function pledgesOf(tx: Transaction, fund: number, { to }: Horizon, tables: ForecastTables): Promise<readonly FundPledge[]> {
  const { rows } = await tx.execute<{
    id: number; number: number; donor_name: string; amount_cents: string; frequency: PledgeFrequency; start_date: string; end_date: string | null; changes: PledgeChange[]; is_collectable: boolean
  }>(sql`
    select id, number, donor_name, amount_cents, frequency, start_date::text, end_date::text, changes, is_collectable from ${sql.identifier(`${tables}_pledges`)}
     where fund_id = ${fund} and start_date <= ${to} order by id`)
  return rows.map((row) => ({
    id: row.id, number: row.number, donorName: row.donor_name, amountCents: cents(Number(row.amount_cents)), frequency: row.frequency,
    startDate: day(row.start_date), endDate: row.end_date === null ? null : day(row.end_date), changes: row.changes, isCollectable: row.is_collectable,
  }))
}

async function fatesOf(tx: Transaction, fund: number, { to }: Horizon, tables: ForecastTables): Promise<readonly InstalmentFate[]> {
  const { rows } = await tx.execute<{ pledge_id: number; instalment: number; fate: InstalmentFate['fate']; collection_date: string; amount_cents: string }>(sql`
    select pledge_id, instalment, fate, collection_date::text, amount_cents from ${sql.identifier(`${tables}_instalments`)}
     where fund_id = ${fund} and pledge_id in (select id from ${sql.identifier(`${tables}_pledges`)} where fund_id = ${fund} and start_date <= ${to})`)
  return rows.map(({ pledge_id, instalment, fate, collection_date, amount_cents }) => (fate === 'retried'
    ? { pledge: pledge_id, instalment, fate, date: day(collection_date), amountCents: cents(Number(amount_cents)) }
    : { pledge: pledge_id, instalment, fate }))
}

/** One sum a month, on the last day of that month on which something came in. */
async function receiptsOf(tx: Transaction, fund: number, { today, from, to }: Horizon, tables: ForecastTables): Promise<ForecastFacts['receipts']> {
  const { rows } = await tx.execute<{ date: string; amount: string }>(sql`
    select max(received_on)::text as date, sum(amount_cents) as amount from ${sql.identifier(`${tables}_receipts`)}
     where fund_id = ${fund} and received_on between ${from} and least(${today}::date, ${to}::date) group by date_trunc('month', received_on)`)
  return rows.map(({ date, amount }) => ({ date: day(date), amountCents: cents(Number(amount)) }))
}

async function settledOf(tx: Transaction, fund: number, { today, from, to }: Horizon, tables: ForecastTables): Promise<ForecastFacts['settled']> {
  const { rows } = await tx.execute<{ pledge: number; amount: string }>(sql`
    select pledge_id as pledge, sum(amount_cents) as amount from ${sql.identifier(`${tables}_receipts`)}
     where fund_id = ${fund} and pledge_id is not null and received_on <= ${today} and due_date between ${from} and least(${today}::date, ${to}::date) group by pledge_id`)
  return rows.map(({ pledge, amount }) => ({ pledge, amountCents: cents(Number(amount)) }))
}
