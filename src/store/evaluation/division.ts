import { sql } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../../domain/localDate'
import { parseRule } from '../../rules/parseRule'
import type { Rule } from '../../rules/rule'
import type { Transaction } from '../transaction'
import type { OrganRow } from './organTree'

/** How one organisation divides its members on one day: its types with their rule, its organs with theirs. */
export type Division = {
  readonly organisation: number
  readonly date: LocalDate
  readonly types: readonly { readonly id: number; readonly rule: Rule | undefined }[]
  readonly organs: readonly OrganRow[]
  readonly ruleOf: (organ: number | undefined, type: number | undefined) => Rule | undefined
  /** Rules of these scopes begin or end exactly today, so that whoever leaves there may have been moved by the rules. */
  readonly changedToday: readonly RuleScope[]
}

/** Organ alone: its general rule. Type alone: the type's rule. Both: what that type needs extra at that organ. */
export type RuleScope = { readonly organ: number | null; readonly type: number | null }

/**
 * Reads organs, types and the rule versions valid on the date. Only scopes of this organisation.
 * @throws RuleError when a stored rule cannot be read: a broken rule stops the run rather than ending memberships.
 */
export async function loadDivision(tx: Transaction, organisation: number, date: LocalDate): Promise<Division> {
  const types = await loadTypes(tx, organisation)
  const organs = await loadOrgans(tx, organisation)
  const versions = await loadVersions(tx, organisation, date)
  const rules = new Map(versions.filter(({ isValid }) => isValid).map((version) => [scopeKey(version), parseRule(version.criteria)]))
  const ruleOf = (organ: number | undefined, type: number | undefined): Rule | undefined =>
    rules.get(scopeKey({ organ: organ ?? null, type: type ?? null }))
  return {
    organisation, date, organs, ruleOf,
    types: types.map((id) => ({ id, rule: ruleOf(undefined, id) })),
    changedToday: versions.filter(({ isTurning }) => isTurning).map(({ organ, type }) => ({ organ, type })),
  }
}

const scopeKey = ({ organ, type }: RuleScope): string => `${organ ?? ''}/${type ?? ''}`

async function loadTypes(tx: Transaction, organisation: number): Promise<number[]> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    select id from membership_types where organisation_id = ${organisation} order by id`)
  return rows.map(({ id }) => id)
}

async function loadOrgans(tx: Transaction, organisation: number): Promise<OrganRow[]> {
  const { rows } = await tx.execute<OrganRow>(sql`
    select id, parent_id as "parent", rule_mode as "mode",
           start_date::text as "startDate", end_date::text as "endDate"
      from organs where organisation_id = ${organisation} order by id`)
  return rows
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
