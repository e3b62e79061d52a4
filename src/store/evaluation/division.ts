import { sql } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../../domain/localDate'
import { expandLists } from '../../rules/expandLists'
import { parseRule } from '../../rules/parseRule'
import type { Rule } from '../../rules/rule'
import type { Transaction } from '../transaction'
import { loadExceptions, type Exception } from './exceptions'
import type { OrganRow } from './organTree'

/** How one organisation divides its members on one day: its types with their rule, its organs with theirs, and the exceptions. */
export type Division = {
  readonly organisation: number
  readonly date: LocalDate
  readonly types: readonly number[]
  readonly organs: readonly PlacedOrgan[]
  readonly rules: ReadonlyMap<string, Rule>
  /** Rules of these scopes begin or end exactly on the day, so that whoever leaves there may have been moved by the rules. */
  readonly changedToday: readonly RuleScope[]
  readonly exceptions: readonly Exception[]
  /** Whether an exception takes the place of the rules for its relation and type, or stands beside them (R-EXC-3). */
  readonly exceptionMode: 'override' | 'additive'
}

/** An organ under its parent of the day; `formerParent` is there when it was transferred on that day. */
export type PlacedOrgan = OrganRow & { readonly formerParent?: number | null | undefined }

/** Organ alone: its general rule. Type alone: the type's rule. Both: what that type needs extra at that organ. */
export type RuleScope = { readonly organ: number | null; readonly type: number | null }

/** The key of a scope in `Division.rules`. */
export const scopeKey = ({ organ, type }: RuleScope): string => `${organ ?? ''}/${type ?? ''}`

/** The rule of a scope on the day, if it has one. */
export const ruleOf = ({ rules }: Pick<Division, 'rules'>, organ: number | null, type: number | null): Rule | undefined => rules.get(scopeKey({ organ, type }))

/**
 * Reads types, organs with their places, the rule versions and the exceptions that are valid on the date. Relation lists
 * that rules refer to are read into them.
 * @throws RuleError when a stored rule cannot be read: a broken rule stops the run rather than ending memberships.
 */
export async function loadDivision(tx: Transaction, organisation: number, date: LocalDate): Promise<Division> {
  const { types, exceptionMode } = await loadTypes(tx, organisation)
  const organs = await loadOrgans(tx, organisation, date)
  const versions = await loadVersions(tx, organisation, date)
  const inFull = await withLists(tx)
  return {
    organisation, date, types, exceptionMode, organs,
    rules: new Map(versions.filter(({ isValid }) => isValid).map((version) => [scopeKey(version), inFull(version.criteria)])),
    changedToday: versions.filter(({ isTurning }) => isTurning).map(({ organ, type }) => ({ organ, type })),
    exceptions: await loadExceptions(tx, organisation, date),
  }
}

/** Reads a stored rule, with the relation lists that it refers to in their place. */
export async function withLists(tx: Transaction): Promise<(criteria: unknown) => Rule> {
  const { rows } = await tx.execute<{ id: number; criteria: unknown }>(sql`select id, criteria from relation_lists`)
  const lists = new Map(rows.map(({ id, criteria }) => [id, criteria]))
  const listed = (id: number): Rule | undefined => (lists.has(id) ? parseRule(lists.get(id)) : undefined)
  return (criteria) => expandLists(parseRule(criteria), listed)
}

async function loadTypes(tx: Transaction, organisation: number): Promise<Pick<Division, 'types' | 'exceptionMode'>> {
  const { rows } = await tx.execute<{ types: number[]; mode: Division['exceptionMode'] }>(sql`
    select coalesce((select array_agg(id order by id) from membership_types where organisation_id = o.id), '{}') as types, exception_mode as mode
      from organisations o where id = ${organisation}`)
  return { types: rows[0]?.types ?? [], exceptionMode: rows[0]?.mode ?? 'override' }
}

type OrganInTable = OrganRow & { readonly isMoved: boolean; readonly formerParent: number | null }

async function loadOrgans(tx: Transaction, organisation: number, date: LocalDate): Promise<PlacedOrgan[]> {
  const { rows } = await tx.execute<OrganInTable>(sql`
    select o.id, case when p.id is null then o.parent_id else p.parent_id end as "parent", o.rule_mode as "mode",
           o.start_date::text as "startDate", o.end_date::text as "endDate", f.id is not null as "isMoved", f.parent_id as "formerParent"
      from organs o
      left join organ_placements p on p.organ_id = o.id and p.valid_from <= ${date}::date and (p.valid_to is null or ${date}::date < p.valid_to)
      left join organ_placements f on f.organ_id = o.id and p.valid_from = ${date}::date and f.valid_to = p.valid_from
     where o.organisation_id = ${organisation} order by o.id`)
  return rows.map(({ isMoved, formerParent, ...organ }) => ({ ...organ, ...(isMoved && { formerParent }) }))
}

type VersionRow = RuleScope & { readonly criteria: unknown; readonly isValid: boolean; readonly isTurning: boolean }

/** The newest version last, so that it is the one that counts should two be valid at once. */
async function loadVersions(tx: Transaction, organisation: number, date: LocalDate): Promise<VersionRow[]> {
  const { rows } = await tx.execute<VersionRow>(sql`
    select v.organ_id as "organ", v.membership_type_id as "type", v.criteria,
           v.valid_from <= ${date}::date and (v.valid_to is null or ${date}::date < v.valid_to) as "isValid",
           v.valid_from = ${date}::date or v.valid_to = ${date}::date is true as "isTurning"
      from rule_versions v
      left join organs o on o.id = v.organ_id
      left join membership_types t on t.id = v.membership_type_id
     where coalesce(o.organisation_id, t.organisation_id) = ${organisation}
       and v.valid_from <= ${date}::date and (v.valid_to is null or ${date}::date <= v.valid_to)
     order by v.valid_from, v.id`)
  return rows
}
