import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { insertAuditEntries } from './auditLog'
import type { Transaction } from './transaction'

/** A row of placements under an alias counts on a day: `[validFrom, validTo)`. */
export const isPlacedOn = (alias: string, date: SQL | LocalDate): SQL => {
  const placement = sql.raw(alias)
  return sql`${placement}.valid_from <= ${date}::date and (${placement}.valid_to is null or ${date}::date < ${placement}.valid_to)`
}

export type Placement = { readonly id: number; readonly organ: number; readonly parent: number | null; readonly validFrom: LocalDate }

/** Where the organ stands over time, its first place first. */
export async function placementsOf(tx: Transaction, organ: number): Promise<readonly Placement[]> {
  const { rows } = await tx.execute<{ id: number; parent_id: number | null; valid_from: string }>(sql`
    select id, parent_id, valid_from::text from organ_placements where organ_id = ${organ} order by valid_from`)
  return rows.map((row) => ({ id: row.id, organ, parent: row.parent_id, validFrom: day(row.valid_from) }))
}

/** A placement by its id; undefined where there is none. */
export async function placementById(tx: Transaction, id: number): Promise<Placement | undefined> {
  const { rows } = await tx.execute<{ organ_id: number; parent_id: number | null; valid_from: string }>(sql`
    select organ_id, parent_id, valid_from::text from organ_placements where id = ${id}`)
  return rows.map((row) => ({ id, organ: row.organ_id, parent: row.parent_id, validFrom: day(row.valid_from) }))[0]
}

/**
 * Lets every placement of the organ last until the next one begins, and the last one without end. What changed by that
 * is written in the audit log.
 */
export async function chainPlacements(tx: Transaction, organ: number, actor: number | null): Promise<void> {
  const { rows } = await tx.execute<{ id: number; was: string | null; becomes: string | null }>(sql`
    with next as (
      select id, valid_to, lead(valid_from) over (order by valid_from) as becomes from organ_placements where organ_id = ${organ}
    )
    update organ_placements p set valid_to = next.becomes, updated_at = now()
      from next where p.id = next.id and next.valid_to is distinct from next.becomes
    returning p.id, next.valid_to::text as was, next.becomes::text as becomes`)
  await insertAuditEntries(tx, actor, rows.map(({ id, was, becomes }) => ({
    subject: 'organ-placements', subjectId: id, action: 'update' as const, changes: { validTo: { from: was, to: becomes } },
  })))
}

type Move = { readonly organ: number; readonly parent: number; readonly validFrom: LocalDate; readonly validTo: LocalDate | undefined }

/** Whether the organ would be under itself on any day of the move, also by transfers that are planned for later (R-ORG-1). */
export async function wouldCircle(tx: Transaction, { organ, parent, validFrom, validTo }: Move): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    with recursive turns as (
      select ${validFrom}::date as turn
      union select valid_from from organ_placements where valid_from > ${validFrom}::date and (${validTo ?? null}::date is null or valid_from < ${validTo ?? null}::date)
    ), above as (
      select turn, ${parent}::int as id from turns
      union select a.turn, p.parent_id from organ_placements p join above a on p.organ_id = a.id
       where p.parent_id is not null and ${isPlacedOn('p', sql.raw('a.turn'))}
    ) select from above where id = ${organ} limit 1`)
  return rows.length > 0
}

/** An organ as it is on a day: it exists until it ends, or one of the organs above it on that day does. */
export type StandingOrgan = {
  readonly title: string
  readonly organisation: number
  readonly mayTransferBranches: boolean
  readonly startDate: LocalDate
  readonly endDate: LocalDate | undefined
  /** The first day on which it, or an organ above it, is no more. */
  readonly lastsUntil: LocalDate | undefined
}

/** The organ with what stands above it on the day; undefined where there is no such organ. */
export async function organOn(tx: Transaction, organ: number, date: LocalDate): Promise<StandingOrgan | undefined> {
  const { rows } = await tx.execute<{ title: string; organisation_id: number; may_transfer_branches: boolean | null; start_date: string; end_date: string | null; lasts_until: string | null }>(sql`
    with recursive above as (
      select ${organ}::int as id
      union select p.parent_id from organ_placements p join above a on p.organ_id = a.id where p.parent_id is not null and ${isPlacedOn('p', date)}
    )
    select o.title, o.organisation_id, s.may_transfer_branches, o.start_date::text, o.end_date::text,
           (select min(end_date)::text from organs join above using (id)) as lasts_until
      from organs o join organisations s on s.id = o.organisation_id where o.id = ${organ}`)
  return rows.map((row) => ({
    title: row.title, organisation: row.organisation_id, mayTransferBranches: row.may_transfer_branches ?? false,
    startDate: day(row.start_date), endDate: dayOrNone(row.end_date), lastsUntil: dayOrNone(row.lasts_until),
  }))[0]
}

const dayOrNone = (text: string | null): LocalDate | undefined => (text === null ? undefined : day(text))

/** The first organ by title that stands directly below this one on the day. */
export async function organBelowOn(tx: Transaction, organ: number, date: LocalDate): Promise<string | undefined> {
  const { rows } = await tx.execute<{ title: string }>(sql`
    select o.title from organ_placements p join organs o on o.id = p.organ_id
     where p.parent_id = ${organ} and ${isPlacedOn('p', date)} and (o.end_date is null or ${date}::date < o.end_date) order by o.title limit 1`)
  return rows[0]?.title
}

export type PlannedPlace = { readonly organ: number; readonly title: string; readonly validFrom: LocalDate; readonly isTransfer: boolean }

/** The first thing planned from a day on that needs the organ to be there: its own transfer, or an organ that comes or begins anywhere below it. */
export async function firstPlaceAfter(tx: Transaction, organ: number, date: LocalDate): Promise<PlannedPlace | undefined> {
  const { rows } = await tx.execute<{ organ_id: number; title: string; valid_from: string; is_transfer: boolean }>(sql`
    with recursive planned as (
      select p.id, p.organ_id, p.valid_from, p.organ_id as above from organ_placements p join organs o on o.id = p.organ_id
       where p.valid_from >= ${date}::date and (o.end_date is null or p.valid_from < o.end_date)
      union select b.id, b.organ_id, b.valid_from, p.parent_id from organ_placements p join planned b on p.organ_id = b.above
       where p.parent_id is not null and ${isPlacedOn('p', sql.raw('b.valid_from'))}
    )
    select b.organ_id, o.title, b.valid_from::text,
           exists (select from organ_placements e where e.organ_id = b.organ_id and e.valid_from < b.valid_from) as is_transfer
      from planned b join organs o on o.id = b.organ_id
     where b.above = ${organ} order by b.valid_from, b.organ_id limit 1`)
  return rows.map((row) => ({ organ: row.organ_id, title: row.title, validFrom: day(row.valid_from), isTransfer: row.is_transfer }))[0]
}

/** Whether an organ that stands directly below this one today has members. */
export async function hasMembersDirectlyBelow(tx: Transaction, organ: number): Promise<boolean> {
  const { rows } = await tx.execute(sql`select from organs o join memberships m on m.organ_id = o.id and m.end_date is null where o.parent_id = ${organ} limit 1`)
  return rows.length > 0
}

/** Whether an exception, a rule for a type or a transfer ties the organ to its organisation. */
export async function isTiedToOrganisation(tx: Transaction, organ: number): Promise<boolean> {
  const { rows: [row] } = await tx.execute<{ tied: boolean }>(sql`
    select exists (select from exception_memberships where organ_id = ${organ}) or exists (select from rule_versions where organ_id = ${organ} and membership_type_id is not null)
        or (select count(*) from organ_placements where organ_id = ${organ}) > 1 as tied`)
  return row?.tied ?? false
}

/** What ends first above an organ that would stand under the parent on these days, before those days are over: its name and its end. */
export async function firstEndAbove(tx: Transaction, { parent, validFrom, validTo }: Omit<Move, 'organ'>): Promise<{ readonly title: string; readonly endDate: LocalDate } | undefined> {
  const { rows } = await tx.execute<{ title: string; end_date: string }>(sql`
    with recursive turns as (
      select ${validFrom}::date as turn
      union select valid_from from organ_placements where valid_from > ${validFrom}::date and (${validTo ?? null}::date is null or valid_from < ${validTo ?? null}::date)
    ), spans as (
      select turn, coalesce(lead(turn) over (order by turn), ${validTo ?? null}::date) as until from turns
    ), above as (
      select turn, until, ${parent}::int as id from spans
      union select a.turn, a.until, p.parent_id from organ_placements p join above a on p.organ_id = a.id
       where p.parent_id is not null and ${isPlacedOn('p', sql.raw('a.turn'))}
    )
    select o.title, o.end_date::text from above a join organs o on o.id = a.id
     where o.end_date is not null and (a.until is null or o.end_date < a.until) order by o.end_date, o.id limit 1`)
  return rows.map((row) => ({ title: row.title, endDate: day(row.end_date) }))[0]
}
