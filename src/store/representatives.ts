import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import type { Transaction } from './transaction'
import { containing } from './wordSearch'

/*
 * Everything below reads only the projections that the role `kring_representative` was granted; each shows just the
 * organs of the person set in `kring.person`.
 */

/**
 * From here until the transaction ends, the database itself shows only the projections of this person's organs, and
 * refuses every base table.
 */
export const becomeRepresentative = (tx: Transaction, person: number | undefined, today: LocalDate): Promise<unknown> =>
  tx.execute(sql`select set_config('kring.person', ${String(person ?? '')}, true), set_config('kring.today', ${today}, true),
    set_config('role', 'kring_representative', true)`)

export type OwnOrgan = { readonly id: number; readonly title: string; readonly label: string; readonly seesFund: boolean }
export type DepartmentMember = { readonly id: number; readonly name: string; readonly town: string | null; readonly membershipType: string; readonly startDate: LocalDate }
export type DepartmentMutation = { readonly id: number; readonly date: LocalDate; readonly kind: 'joined' | 'left' | 'corrected'; readonly name: string; readonly membershipType: string; readonly reason: string }
export type Headcount = { readonly date: LocalDate; readonly members: number }
export type FundFigures = { readonly title: string; readonly receivedThisYearCents: Cents; readonly receivedEverCents: Cents; readonly pledges: number }
export type FundDonation = { readonly id: number; readonly receivedOn: LocalDate; readonly donorName: string | null; readonly amountCents: Cents }

/** The organs that the person represents today, by title. */
export async function ownOrgans(tx: Transaction): Promise<readonly OwnOrgan[]> {
  const { rows } = await tx.execute<{ id: number; title: string; label: string; sees_fund: boolean }>(
    sql`select id, title, label, sees_fund from own_organs order by title, id`)
  return rows.map((row) => ({ id: row.id, title: row.title, label: row.label, seesFund: row.sees_fund }))
}

type Page = { readonly search: string; readonly page: number; readonly perPage: number }

/** A page of the present members by name, and how many there are in all. */
export async function membersOf(tx: Transaction, organ: number, { search, page, perPage }: Page): Promise<{ members: readonly DepartmentMember[]; count: number }> {
  const like = containing(search)
  const { rows } = await tx.execute<{ id: number; name: string; town: string | null; membership_type: string; start_date: string; total: string }>(sql`
    select id, name, town, membership_type, start_date::text, count(*) over () as total from members
     where organ_id = ${organ} and (name ilike ${like} or town ilike ${like})
     order by sort_name, id limit ${perPage} offset ${(page - 1) * perPage}`)
  const members = rows.map((row) => ({ id: row.id, name: row.name, town: row.town, membershipType: row.membership_type, startDate: day(row.start_date) }))
  return { members, count: Number(rows[0]?.total ?? 0) }
}

/** Who joined and left during the last days, the latest first. */
export async function mutationsOf(tx: Transaction, organ: number, today: LocalDate, days: number): Promise<readonly DepartmentMutation[]> {
  const { rows } = await tx.execute<{ id: number; date: string; kind: 'joined' | 'left' | 'corrected'; name: string; membership_type: string; reason: string }>(sql`
    select id, date::text, kind, name, membership_type, reason from member_mutations
     where organ_id = ${organ} and date > ${today}::date - ${days}::int order by date desc, name, id limit 500`)
  return rows.map((row) => ({ id: row.id, date: day(row.date), kind: row.kind, name: row.name, membershipType: row.membership_type, reason: row.reason }))
}

/** How many persons were members on the first of each month, and today. */
export async function headcountByMonth(tx: Transaction, organ: number, today: LocalDate, months: number): Promise<readonly Headcount[]> {
  const { rows } = await tx.execute<{ date: string; members: number }>(sql`
    select days.date::text, count(distinct p.relation_id)::int as members
      from (select (date_trunc('month', ${today}::date) - make_interval(months => back))::date as date from generate_series(0, ${months - 1}::int) as back
            union select ${today}::date) days
      left join own_membership_periods p on p.organ_id = ${organ} and p.start_date <= days.date and (p.end_date is null or days.date < p.end_date)
     group by days.date order by days.date`)
  return rows.map((row) => ({ date: day(row.date), members: row.members }))
}

/** The figures of the organ's fund; undefined where it has none. */
export async function fundFigures(tx: Transaction, organ: number, today: LocalDate): Promise<FundFigures | undefined> {
  const { rows: [fund] } = await tx.execute<{ title: string; this_year: string; ever: string; pledges: number }>(sql`
    select f.title,
           (select coalesce(sum(amount_cents), 0) from organ_donations where organ_id = ${organ} and received_on >= date_trunc('year', ${today}::date)) as this_year,
           (select coalesce(sum(amount_cents), 0) from organ_donations where organ_id = ${organ}) as ever,
           (select count(*)::int from organ_pledges where organ_id = ${organ} and (end_date is null or end_date > ${today})) as pledges
      from own_funds f where f.organ_id = ${organ}`)
  if (!fund) return undefined
  return { title: fund.title, receivedThisYearCents: cents(Number(fund.this_year)), receivedEverCents: cents(Number(fund.ever)), pledges: fund.pledges }
}
