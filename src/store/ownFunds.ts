import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import type { PledgeFrequency } from '../domain/pledgeSchedule'
import type { FundDonation } from './representatives'
import type { Transaction } from './transaction'
import { containing } from './wordSearch'

/* As `representatives`: only what the role `kring_representative` was granted, of the person in `kring.person`. */

export type OwnFund = { readonly id: number; readonly title: string }
export type OwnPledge = { readonly id: number; readonly donorName: string; readonly amountCents: Cents; readonly frequency: PledgeFrequency; readonly startDate: LocalDate; readonly endDate: LocalDate | null }

/** The lists of a fund can be sorted by these; a minus sign before it turns the order round. */
const donationOrders = { date: sql`received_on`, donor: sql`lower(donor_name)`, amount: sql`amount_cents` } as const
const pledgeOrders = { donor: sql`lower(donor_name)`, amount: sql`amount_cents`, start: sql`start_date`, end: sql`end_date` } as const

export type ListWish = {
  readonly search: string
  readonly sort: string
  readonly page: number
  readonly perPage: number
}
export type Period = { readonly from: LocalDate; readonly to: LocalDate }
export type Listed<Row> = { readonly rows: readonly Row[]; readonly count: number; readonly totalCents: Cents }

/** The fund of an organ; undefined where it has none or the person does not see it. */
export async function ownFund(tx: Transaction, organ: number): Promise<OwnFund | undefined> {
  const { rows } = await tx.execute<{ id: number; title: string }>(sql`select id, title from own_funds where organ_id = ${organ}`)
  return rows[0]
}

/** The order that was asked for, else the usual one; of equals the latest made first. */
function orderBy(orders: Readonly<Record<string, SQL>>, sort: string, usual: string): SQL {
  const asked = Object.hasOwn(orders, sort.replace(/^-/, '')) ? sort : usual
  return sql`order by ${orders[asked.replace(/^-/, '')]} ${asked.startsWith('-') ? sql`desc` : sql`asc`} nulls last, id desc`
}

const whole = (row: { count: number; total: string } | undefined) => ({ count: row?.count ?? 0, totalCents: cents(Number(row?.total ?? 0)) })

/** A page of the donations to the fund of an organ, with how many there are and what they add up to. */
export async function ownDonations(tx: Transaction, organ: number, { search, sort, page, perPage }: ListWish, period?: Period): Promise<Listed<FundDonation>> {
  const chosen = sql`organ_donations where organ_id = ${organ} and (${search.trim()} = '' or donor_name ilike ${containing(search)})
    ${period ? sql`and received_on between ${period.from} and ${period.to}` : sql``}`
  const { rows: [sums] } = await tx.execute<{ count: number; total: string }>(sql`select count(*)::int as count, coalesce(sum(amount_cents), 0) as total from ${chosen}`)
  const { rows } = await tx.execute<{ id: number; received_on: string; donor_name: string | null; amount_cents: string }>(sql`
    select id, received_on::text, donor_name, amount_cents from ${chosen} ${orderBy(donationOrders, sort, '-date')} limit ${perPage} offset ${(page - 1) * perPage}`)
  return { ...whole(sums), rows: rows.map((row) => ({ id: row.id, receivedOn: day(row.received_on), donorName: row.donor_name, amountCents: cents(Number(row.amount_cents)) })) }
}

/** A page of the pledges to the fund of an organ, with how many there are; the amounts are those of today. */
export async function ownPledges(tx: Transaction, organ: number, { search, sort, page, perPage }: ListWish): Promise<Listed<OwnPledge>> {
  const chosen = sql`organ_pledges where organ_id = ${organ} and (${search.trim()} = '' or donor_name ilike ${containing(search)})`
  const { rows: [sums] } = await tx.execute<{ count: number; total: string }>(sql`select count(*)::int as count, coalesce(sum(amount_cents), 0) as total from ${chosen}`)
  const { rows } = await tx.execute<{ id: number; donor_name: string; amount_cents: string; frequency: PledgeFrequency; start_date: string; end_date: string | null }>(sql`
    select id, donor_name, amount_cents, frequency, start_date::text, end_date::text from ${chosen} ${orderBy(pledgeOrders, sort, 'donor')} limit ${perPage} offset ${(page - 1) * perPage}`)
  return {
    ...whole(sums),
    rows: rows.map((row) => ({
      id: row.id, donorName: row.donor_name, amountCents: cents(Number(row.amount_cents)), frequency: row.frequency,
      startDate: day(row.start_date), endDate: row.end_date === null ? null : day(row.end_date),
    })),
  }
}
