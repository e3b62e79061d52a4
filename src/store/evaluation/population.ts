import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../../domain/localDate'
import { turningOf } from '../../rules/turningOf'
import type { Transaction } from '../transaction'
import type { Division } from './division'
import { unionAll } from './unionAll'

/** Whose memberships are looked at: everybody's, or those of the relations in the temporary table of this name. */
export type Population = 'everybody' | { readonly table: SQL }

/** The condition that the relation with this id is looked at. */
export const isIn = (population: Population, id: SQL): SQL =>
  (population === 'everybody' ? sql`true` : sql`${id} in (select relation_id from ${population.table})`)

/** Makes a temporary table of the relations that the queries give, until the transaction ends or it is dropped. */
export async function gather(tx: Transaction, name: string, queries: readonly SQL[]): Promise<{ readonly table: SQL }> {
  const table = sql.raw(name)
  await tx.execute(sql`create temporary table ${table} on commit drop as select distinct relation_id from (${unionAll(queries)}) found where relation_id is not null`)
  await tx.execute(sql`analyze ${table}`)
  return { table }
}

/** The span between the day that was evaluated last and the one that is evaluated now. */
export type Span = { readonly from: LocalDate; readonly date: LocalDate }

/**
 * Queries of every relation whose membership may differ between the two days though nobody changed anything: because an
 * age is reached, a subscription or an exception begins or ends, or somebody died on a day that was known before.
 */
export const turningBetween = (division: Division, span: Span): SQL[] => [
  sql`select id as relation_id from relations where deceased_on > ${span.from}::date and deceased_on <= ${span.date}::date`,
  sql`select relation_id from exception_memberships where start_date > ${span.from}::date and start_date <= ${span.date}::date
         or end_date > ${span.from}::date and end_date <= ${span.date}::date`,
  ...turningOf({ op: 'and', rules: [...division.rules.values()] }, span),
]

/** Takes over whose facts changed since the last run, nobody on a missed day; who changes meanwhile waits for the next one, and nobody waits for this one. */
export async function takeChangedRelations(tx: Transaction, { isMissedDay = false } = {}): Promise<void> {
  await tx.execute(sql`create temporary table ${changedRelations} (relation_id integer not null) on commit drop`)
  if (!isMissedDay) await tx.execute(sql`
    with taken as (delete from dirty_relations returning relation_id) insert into ${changedRelations} select distinct relation_id from taken`)
}

export const dropChangedRelations = (tx: Transaction): Promise<unknown> => tx.execute(sql`drop table ${changedRelations}`)

/** The temporary table that `takeChangedRelations` fills. */
export const changedRelations = sql.raw('evaluation_changed')
