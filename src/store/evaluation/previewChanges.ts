import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from '../transaction'
import { collectChanges } from './changes'
import { loadDivision, type Division } from './division'
import { lastEvaluatedDay } from './evaluatedDays'
import { withChange, type PlannedChange } from './plannedChange'
import { gather, turningBetween, type Population } from './population'
import { touchedBy } from './touched'

/**
 * The temporary table of everything that would happen to the memberships of the relations that a change touches, in the
 * run of its date: `relation_id`, `organ_id` (null for the organisation), `type_id`, `is_joined`, and `is_anyway` for what
 * would happen without the change as well. Nothing is written.
 */
export const previewTable = sql.raw('preview_changes')

/** Fills `previewTable` with the same engine as the daily run, asked twice: with the change, and without it. */
export async function previewChanges(tx: Transaction, organisation: number, change: PlannedChange): Promise<void> {
  const before = await loadDivision(tx, organisation, change.date)
  const after = withChange(before, change)
  const population = await touched(tx, change, { before, after })
  const [without, within] = [sql.raw('preview_without'), sql.raw('preview_within')]
  await collectChanges(tx, before, { population, into: without })
  await collectChanges(tx, after, { population, into: within })
  await tx.execute(sql`
    create temporary table ${previewTable} on commit drop as
    select relation_id, organ_id, type_id, membership_id is null as is_joined,
           exists (select from ${without} o where o.relation_id = w.relation_id and o.type_id = w.type_id and o.organ_id is not distinct from w.organ_id) as is_anyway
      from ${within} w`)
  await dropAll(tx, [without, within, ...(population === 'everybody' ? [] : [population.table])])
}

export const dropPreview = (tx: Transaction): Promise<void> => dropAll(tx, [previewTable])

async function touched(tx: Transaction, change: PlannedChange, { before, after }: { readonly before: Division; readonly after: Division }): Promise<Population> {
  const queries = touchedBy(change, after)
  if (!queries) return 'everybody'
  const last = await lastEvaluatedDay(tx, before.organisation)
  const inBetween = last ? turningBetween(after, { from: last.date, date: change.date }) : []
  return gather(tx, 'preview_population', [...queries, sql`select relation_id from dirty_relations`, ...inBetween])
}

async function dropAll(tx: Transaction, tables: readonly SQL[]): Promise<void> {
  for (const table of tables) await tx.execute(sql`drop table ${table}`)
}
