import { sql } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../domain/localDate'
import { isPlacedOn } from './organPlacements'
import type { RuleMode } from './organTreeView'
import { plannedChangesAfter, type PlannedRow } from './plannedChanges'
import type { Transaction } from './transaction'

export type OrganRow = {
  readonly id: number
  readonly organisation: number
  readonly title: string
  readonly code: string | null
  readonly startDate: LocalDate
  readonly endDate: LocalDate | null
  readonly ruleMode: RuleMode
}

/** An organ by its id. */
export async function organRow(tx: Transaction, organ: number): Promise<OrganRow | undefined> {
  const { rows } = await tx.execute<OrganRow>(sql`
    select id, organisation_id as organisation, title, code, start_date::text as "startDate", end_date::text as "endDate", rule_mode as "ruleMode"
      from organs where id = ${organ}`)
  return rows[0]
}

/** The organs above this one on the day, the highest first. */
export async function organsAboveOn(tx: Transaction, organ: number, date: LocalDate): Promise<readonly { readonly id: number; readonly title: string }[]> {
  const { rows } = await tx.execute<{ id: number; title: string }>(sql`
    with recursive above as (
      select p.parent_id as id, 1 as height from organ_placements p where p.organ_id = ${organ} and p.parent_id is not null and ${isPlacedOn('p', date)}
      union all select p.parent_id, a.height + 1 from organ_placements p join above a on p.organ_id = a.id where p.parent_id is not null and ${isPlacedOn('p', date)}
    ) select o.id, o.title from above a join organs o on o.id = a.id order by a.height desc`)
  return rows
}

/** A version of a rule. Without `organ` it belongs to the type itself. */
export type RuleRow = {
  readonly id: number
  readonly organ: number | null
  readonly membershipType: string | null
  readonly sentence: string
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
}

/** The rules of these organs and of the types of the organisation that count on the day or later, in the order of their days. */
export async function rulesFrom(tx: Transaction, organisation: number, organs: readonly number[], date: LocalDate): Promise<readonly RuleRow[]> {
  const { rows } = await tx.execute<RuleRow>(sql`
    select v.id, v.organ_id as organ, t.title as "membershipType", coalesce(v.sentence, '') as sentence, v.valid_from::text as "validFrom", v.valid_to::text as "validTo"
      from rule_versions v left join membership_types t on t.id = v.membership_type_id
     where (v.valid_to is null or ${date}::date < v.valid_to)
       and (v.organ_id = any(${sql.param([...organs])}::int[]) or (v.organ_id is null and t.organisation_id = ${organisation}))
     order by v.valid_from, t.title nulls first, v.id`)
  return rows
}

/** What is planned for the organ after the day, in order; without an organ, for every organ of the organisation. */
export async function plannedAfter(tx: Transaction, place: { readonly organisation: number; readonly organ?: number | undefined }, date: LocalDate): Promise<readonly (PlannedRow & { readonly organ: number; readonly title: string })[]> {
  const { rows } = await tx.execute<PlannedRow & { organ: number; title: string }>(sql`
    select p.organ_id as organ, o.title, p.kind, p.id, p.date::text, p.words
      from (${plannedChangesAfter(date)}) p join organs o on o.id = p.organ_id
     where o.organisation_id = ${place.organisation} and (${place.organ ?? null}::int is null or o.id = ${place.organ ?? null}::int)
     order by p.date, o.title, p.kind, p.id limit 200`)
  return rows
}
