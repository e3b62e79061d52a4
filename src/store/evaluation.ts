import { sql } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../domain/localDate'
import { collectChanges, dropChanges } from './evaluation/changes'
import { loadDivision } from './evaluation/division'
import { writeChanges } from './evaluation/writeChanges'
import type { Transaction } from './transaction'

/** How many periods a run opened and closed, and how many are open after it. */
export type EvaluationCounts = { readonly joined: number; readonly left: number; readonly open: number }

/**
 * Brings the memberships of one organisation in line with the rules, as the relations are now and as the tree and the
 * rules are on `date`: who newly meets them gets a period that starts on the date, who no longer does gets an end on
 * it, each with a mutation. Periods are half-open. A second run for the same date changes nothing.
 */
export async function evaluateOrganisation(tx: Transaction, command: { readonly organisation: number; readonly date: LocalDate }): Promise<EvaluationCounts> {
  const division = await loadDivision(tx, command.organisation, command.date)
  await collectChanges(tx, division)
  const written = await writeChanges(tx, division)
  await dropChanges(tx)
  return { ...written, open: await countOpen(tx, command.organisation) }
}

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
