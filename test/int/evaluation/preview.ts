import { sql } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../../../src/domain/localDate'
import type { Rule } from '../../../src/rules/rule'
import { evaluateOrganisation } from '../../../src/store/evaluation'
import type { PlannedChange } from '../../../src/store/evaluation/plannedChange'
import { dropPreview, previewChanges, previewTable } from '../../../src/store/evaluation/previewChanges'
import type { Transaction } from '../../../src/store/transaction'

/** One row each as `1 in 2 as 1 joins`; organ 0 is the organisation. */
export type Preview = { readonly all: readonly string[]; readonly anyway: readonly string[] }

export async function previewOf(tx: Transaction, organisation: number, change: PlannedChange): Promise<Preview> {
  await previewChanges(tx, organisation, change)
  const { rows } = await tx.execute<{ line: string; isAnyway: boolean }>(sql`
    select format('%s in %s as %s %s', relation_id, coalesce(organ_id, 0), type_id, case when is_joined then 'joins' else 'leaves' end) as line, is_anyway as "isAnyway"
      from ${previewTable}`)
  await dropPreview(tx)
  return { all: rows.map(({ line }) => line).toSorted(), anyway: rows.filter(({ isAnyway }) => isAnyway).map(({ line }) => line).toSorted() }
}

/** What the run of the date does, after `prepare`; everything is undone afterwards. */
export async function realRun(tx: Transaction, organisation: number, date: LocalDate, prepare: () => Promise<void>): Promise<readonly string[]> {
  await tx.execute(sql`savepoint before_run`)
  await prepare()
  await evaluateOrganisation(tx, { organisation, date })
  const { rows } = await tx.execute<{ line: string }>(sql`
    select format('%s in %s as %s %s', relation_id, coalesce(organ_id, 0), membership_type_id, case kind when 'joined' then 'joins' else 'leaves' end) as line
      from membership_mutations where organisation_id = ${organisation} and date = ${date}::date`)
  await tx.execute(sql`rollback to savepoint before_run`)
  return rows.map(({ line }) => line).toSorted()
}

/** How many rows this transaction has written so far, temporary tables aside. */
export async function writtenRows(tx: Transaction): Promise<number> {
  const { rows } = await tx.execute<{ written: number }>(sql`
    select sum(n_tup_ins + n_tup_upd + n_tup_del)::int as written from pg_stat_xact_user_tables where schemaname = 'public'`)
  return rows[0]?.written ?? 0
}

/** Makes the change as those who save it make it: from its date on, whatever was planned for later there. without `criteria` a rule ends. */
export async function makeChange(tx: Transaction, change: PlannedChange, criteria?: Rule): Promise<void> {
  const { date } = change
  if (change.kind === 'end') await tx.execute(sql`update organs set end_date = ${date} where id = ${change.organ}`)
  if (change.kind === 'transfer') {
    const { organ, parent } = change
    await tx.execute(sql`delete from organ_placements where organ_id = ${organ} and valid_from >= ${date}`)
    await tx.execute(sql`update organ_placements set valid_to = ${date} where organ_id = ${organ} and (valid_to is null or valid_to > ${date})`)
    await tx.execute(sql`insert into organ_placements (organ_id, parent_id, valid_from) values (${organ}, ${parent}::int, ${date})`)
  }
  if (change.kind === 'rule') {
    const { organ, type } = change
    const isHere = sql`organ_id is not distinct from ${organ}::int and membership_type_id is not distinct from ${type}::int`
    await tx.execute(sql`delete from rule_versions where ${isHere} and valid_from >= ${date}::date`)
    await tx.execute(sql`update rule_versions set valid_to = ${date} where ${isHere} and (valid_to is null or valid_to > ${date}::date)`)
    if (criteria) await tx.execute(sql`
      insert into rule_versions (organ_id, membership_type_id, criteria, valid_from) values (${organ}::int, ${type}::int, ${JSON.stringify(criteria)}::jsonb, ${date})`)
  }
}
