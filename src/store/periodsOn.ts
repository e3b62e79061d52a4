import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../domain/localDate'
import type { Transaction } from './transaction'

/** A day to look at, as seen today. Beyond today nothing was derived yet, so that later days look like today. */
export type Sight = { readonly date: LocalDate; readonly today: LocalDate }

/**
 * The membership periods that count on a day, as a query. Periods of today are the open ones, which an index knows by
 * organ; only an earlier day needs the closed ones as well.
 */
export const periodsOn = ({ date, today }: Sight, columns: SQL, where: SQL): SQL => (date >= today
  ? sql`select ${columns} from memberships m where m.end_date is null and ${where}`
  : sql`select ${columns} from memberships m where m.end_date is null and m.start_date <= ${date}::date and ${where}
        union all select ${columns} from memberships m where m.end_date > ${date}::date and m.start_date <= ${date}::date and ${where}`)

/**
 * How relations are counted in an organisation, and which periods are those of the organisation itself. With one type
 * nobody is in a place twice, and counting needs no sorting; with one organisation the index alone tells its periods.
 */
export async function countingIn(tx: Transaction, organisation: number): Promise<{ readonly relations: SQL; readonly ofTop: SQL }> {
  const { rows: [known] } = await tx.execute<{ types: number; organisations: number }>(sql`
    select (select count(*)::int from membership_types where organisation_id = ${organisation}) as types, (select count(*)::int from organisations) as organisations`)
  return {
    relations: known?.types === 1 ? sql`count(*)` : sql`count(distinct relation_id)`,
    ofTop: known?.organisations === 1 ? sql`organ_id is null` : sql`organ_id is null and organisation_id = ${organisation}`,
  }
}
