import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { organAncestry, type OrganAncestry } from '../domain/organAncestry'
import type { PeriodChange, PeriodDays } from '../domain/periodChanges'
import type { KnownPeriod } from '../domain/periodCorrection'
import { asRows } from './asRows'
import type { Transaction } from './transaction'

/** Whose periods, of what. */
export type PeriodOwner = { readonly relation: number; readonly organisation: number; readonly membershipType: number }
export type OwnedPeriod = KnownPeriod & PeriodOwner
export type OwnedChange = PeriodChange & PeriodOwner

const dayOrNull = (text: string | null): LocalDate | null => (text === null ? null : day(text))

/** Every period, past and open, of these relations and types. */
export async function periodsOf(tx: Transaction, owners: readonly PeriodOwner[]): Promise<readonly OwnedPeriod[]> {
  const { rows } = await tx.execute<{ id: number; relation_id: number; organisation_id: number; membership_type_id: number; organ_id: number | null; start_date: string; end_date: string | null; counted: string | null }>(sql`
    select m.id, m.relation_id, m.organisation_id, m.membership_type_id, m.organ_id, m.start_date::text, m.end_date::text, m.counted_from_date::text as counted
      from memberships m
      join (select distinct * from ${asRows(owners, { relation: 'int', organisation: 'int', membershipType: 'int' })}) owner
        on m.relation_id = owner.relation and m.organisation_id = owner.organisation and m.membership_type_id = owner."membershipType"
     order by m.id`)
  return rows.map((row) => ({
    id: row.id, relation: row.relation_id, organisation: row.organisation_id, membershipType: row.membership_type_id,
    organ: row.organ_id, startDate: day(row.start_date), endDate: dayOrNull(row.end_date), countedFromDate: dayOrNull(row.counted),
  }))
}

/** The tree of an organisation on every day. */
export async function ancestryIn(tx: Transaction, organisation: number): Promise<OrganAncestry> {
  const { rows: organs } = await tx.execute<{ id: number; start_date: string; end_date: string | null }>(sql`
    select id, start_date::text, end_date::text from organs where organisation_id = ${organisation}`)
  const { rows: placements } = await tx.execute<{ organ_id: number; parent_id: number | null; valid_from: string; valid_to: string | null }>(sql`
    select p.organ_id, p.parent_id, p.valid_from::text, p.valid_to::text from organ_placements p join organs o on o.id = p.organ_id where o.organisation_id = ${organisation}`)
  return organAncestry(
    organs.map((row) => ({ organ: row.id, from: day(row.start_date), to: dayOrNull(row.end_date) })),
    placements.map((row) => ({ organ: row.organ_id, parent: row.parent_id, from: day(row.valid_from), to: dayOrNull(row.valid_to) })),
  )
}

/** Whether the relation is there, and the type is one of the organisation. */
export async function isKnownOwner(tx: Transaction, { relation, organisation, membershipType }: PeriodOwner): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select from relations r join membership_types t on t.id = ${membershipType} and t.organisation_id = ${organisation} where r.id = ${relation}`)
  return rows.length > 0
}

/** What organs are called. */
export async function organTitles(tx: Transaction, organs: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const { rows } = await tx.execute<{ id: number; title: string }>(sql`select id, title from organs where id in (select value::int from jsonb_array_elements_text(${JSON.stringify(organs)}::jsonb))`)
  return new Map(rows.map(({ id, title }) => [id, title]))
}

export type Correcting = { readonly source: 'manual' | 'import'; readonly reason: string; readonly actor: number | null; readonly today: LocalDate }

/**
 * Writes what was corrected, and for each period what was known and a mutation `corrected`. In the order in which no two
 * periods overlap on the way: what goes, what shrinks, what grows, what is new. The transaction has to hold the lock of
 * the evaluation.
 */
export async function writeCorrections(tx: Transaction, changes: readonly OwnedChange[], correcting: Correcting): Promise<void> {
  if (changes.length === 0) return
  const rows = changes.map(toRow)
  const changed = rows.filter(({ kind }) => kind === 'changed')
  await tx.execute(sql`select set_config('kring.correcting', 'on', true)`)
  await tx.execute(sql`delete from memberships m using ${asRows(rows.filter(({ kind }) => kind === 'removed'), { id: 'int' })} where m.id = given.id`)
  await tx.execute(sql`
    update memberships m set start_date = greatest(m.start_date, "startDate"), end_date = least(m.end_date, "endDate"), updated_at = now()
      from ${asRows(changed, { id: 'int', startDate: 'date', endDate: 'date' })} where m.id = given.id`)
  await tx.execute(sql`
    update memberships m set start_date = "startDate", end_date = "endDate", counted_from_date = "countedFromDate", updated_at = now()
      from ${asRows(changed, { id: 'int', startDate: 'date', endDate: 'date', countedFromDate: 'date' })} where m.id = given.id`)
  await insertAdded(tx, rows, correcting)
  await tx.execute(sql`select set_config('kring.correcting', 'off', true)`)
}

type Row = ReturnType<typeof toRow>

function toRow(change: OwnedChange) {
  const { kind, organ, relation, organisation, membershipType } = change
  const [before, after]: readonly (PeriodDays | undefined)[] = [kind === 'added' ? undefined : change.before, kind === 'removed' ? undefined : change.after]
  return {
    kind, organ, relation, organisation, membershipType, id: kind === 'added' ? null : change.id,
    previousStartDate: before?.startDate ?? null, previousEndDate: before?.endDate ?? null, previousCountedFromDate: before?.countedFromDate ?? null,
    startDate: after?.startDate ?? null, endDate: after?.endDate ?? null, countedFromDate: after?.countedFromDate ?? null,
  }
}

/** Adds the new periods, and writes down what happened to all of them. */
const insertAdded = (tx: Transaction, rows: readonly Row[], { source, reason, actor, today }: Correcting): Promise<unknown> => tx.execute(sql`
  with given as (
    select * from ${asRows(rows, {
      kind: 'text', id: 'int', relation: 'int', organisation: 'int', organ: 'int', membershipType: 'int',
      previousStartDate: 'date', previousEndDate: 'date', previousCountedFromDate: 'date', startDate: 'date', endDate: 'date', countedFromDate: 'date' })}
  ), added as (
    insert into memberships (relation_id, organisation_id, organ_id, membership_type_id, start_date, end_date, counted_from_date, start_reason, end_reason)
    select relation, organisation, organ, "membershipType", "startDate", "endDate", "countedFromDate", 'correction', case when "endDate" is not null then 'correction' end
      from given where kind = 'added'
    returning id, relation_id, organ_id, membership_type_id, start_date
  ), touched as (
    select coalesce(g.id, a.id) as membership_id, g.* from given g
      left join added a on g.kind = 'added' and a.relation_id = g.relation and a.membership_type_id = g."membershipType"
                       and a.organ_id is not distinct from g.organ and a.start_date = g."startDate"
  ), written as (
    insert into membership_corrections (relation_id, organisation_id, organ_id, membership_type_id, membership_id, kind, source, previous_start_date, previous_end_date,
      previous_counted_from_date, start_date, end_date, counted_from_date, reason, corrected_by_id)
    select relation, organisation, organ, "membershipType", membership_id, kind, ${source}, "previousStartDate", "previousEndDate",
      "previousCountedFromDate", "startDate", "endDate", "countedFromDate", ${reason}, ${actor}::int from touched
  )
  insert into membership_mutations (organisation_id, organ_id, relation_id, membership_type_id, kind, date, reason, membership_id)
  select organisation, organ, relation, "membershipType", 'corrected', ${today}::date, 'correction', membership_id from touched`)
