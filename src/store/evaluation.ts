import { sql } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../domain/localDate'
import { changesTable, collectChanges, leaveChangedRelations } from './evaluation/changes'
import { loadDivision, type Division } from './evaluation/division'
import { fingerprintOf, lastEvaluatedDay, momentOf, noteEvaluatedDay, type EvaluatedDay } from './evaluation/evaluatedDays'
import { changedRelations, gather, turningBetween, type Population } from './evaluation/population'
import { standWherePlaced } from './evaluation/standWherePlaced'
import { writeChanges } from './evaluation/writeChanges'
import type { Transaction } from './transaction'

/** Everything anew, or only whoever changed since the last run or whose date conditions flip. */
export type Thoroughness = 'full' | 'incremental'

/** How many periods a run opened and closed, how many are open after it, and how it looked. */
export type EvaluationCounts = { readonly joined: number; readonly left: number; readonly open: number; readonly looked: Thoroughness }

type Command = { readonly organisation: number; readonly date: LocalDate; readonly thoroughness?: Thoroughness; readonly isMissedDay?: boolean }

/**
 * Brings the memberships of one organisation in line with the rules, as the relations are now and as the tree, the rules
 * and the exceptions are on `date`: who newly meets them gets a period that starts on the date, who no longer does gets an
 * end on it, each with a mutation. Periods are half-open. A second run for the same date changes nothing.
 *
 * An incremental run needs `takeChangedRelations` before it; it looks at everybody all the same where the tree or the
 * rules are not what they were when the last day was evaluated. On a missed day, whoever's facts changed since is left
 * for the day of the run itself (R-DAY-2): when they changed nobody knows, and no membership begins before that.
 */
export async function evaluateOrganisation(tx: Transaction, { organisation, date, thoroughness = 'full', isMissedDay = false }: Command): Promise<EvaluationCounts> {
  await standWherePlaced(tx, organisation, date)
  const division = await loadDivision(tx, organisation, date)
  const seen = { at: await momentOf(tx), division: fingerprintOf(division) }
  const last = await lastEvaluatedDay(tx, organisation)
  const openBefore = last?.open ?? await countOpen(tx, organisation)
  const population = thoroughness === 'incremental' && last?.division === seen.division && last.date <= date ? await affected(tx, division, last) : 'everybody'
  await collectChanges(tx, division, { population, into: changesTable })
  if (isMissedDay) await leaveChangedRelations(tx, division)
  const written = await writeChanges(tx, division)
  await tx.execute(sql`drop table ${changesTable}`)
  if (population !== 'everybody') await tx.execute(sql`drop table ${population.table}`)
  const open = openBefore + written.joined - written.left
  await noteEvaluatedDay(tx, division, { ...seen, open })
  return { ...written, open, looked: population === 'everybody' ? 'full' : 'incremental' }
}

/** Whoever changed, and whoever time may have changed. */
const affected = (tx: Transaction, division: Division, { date: from }: EvaluatedDay): Promise<Population> =>
  gather(tx, 'evaluation_population', [sql`select relation_id from ${changedRelations}`, ...turningBetween(division, { from, date: division.date })])

async function countOpen(tx: Transaction, organisation: number): Promise<number> {
  const { rows } = await tx.execute<{ open: number }>(sql`
    select count(*)::int as open from memberships where organisation_id = ${organisation} and end_date is null`)
  return rows[0]?.open ?? 0
}

/** All organisations, in a fixed order. */
export async function organisationIds(tx: Transaction): Promise<number[]> {
  const { rows } = await tx.execute<{ id: number }>(sql`select id from organisations order by id`)
  return rows.map(({ id }) => id)
}
