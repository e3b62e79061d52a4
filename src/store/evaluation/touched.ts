import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { compileRule } from '../../rules/compileRule'
import type { Rule } from '../../rules/rule'
import { ruleOf, type Division } from './division'
import { activeOrgans, ancestorsOf } from './organTree'
import { numbers } from './parameters'
import type { PlannedChange } from './plannedChange'
import { typeTreesOf } from './typeTrees'

/**
 * Queries of every relation whose memberships a change can touch: who is in the organ, and who could come into it from
 * above. Undefined where that is everybody, as a change of what makes somebody a member at all is.
 */
export function touchedBy(change: PlannedChange, after: Division): SQL[] | undefined {
  if (change.organ === null) return undefined
  const present = membersOf([change.organ])
  if (change.kind === 'end') return [present]
  return [present, newcomers(change, after), ...(change.kind === 'transfer' ? [placedWithin(change.organ, after)] : [])]
}

/** Who is placed by exception in the organ or below it: where the old parent did not exist that day, it begins to count. */
function placedWithin(organ: number, { organs, date }: Division): SQL {
  const active = activeOrgans(organs, date, () => true)
  const upwards = ancestorsOf(active)
  const within = active.map(({ id }) => id).filter((id) => upwards(id).includes(organ))
  return sql`select relation_id from exception_memberships where organ_id = any(${numbers(within)})`
}

const membersOf = (organs: readonly number[]): SQL => sql`select relation_id from memberships where end_date is null and organ_id = any(${numbers(organs)})`

/** Who is in the nearest organ with rules above it, as far as the organ's own rules let anybody in. */
function newcomers(change: PlannedChange & { readonly organ: number | null }, after: Division): SQL {
  const trees = typeTreesOf(after)
  const places = trees.flatMap(({ organs }) => organs.filter(({ id }) => id === change.organ))
  const scopes = [...new Set(places.map(({ scope }) => scope))]
  const isRuled = places.every(({ mode }) => mode === 'rules')
  const above = scopes.includes(null) ? sql`true` : sql`r.id in (${membersOf(scopes.flatMap((scope) => scope ?? []))})`
  return sql`select r.id as relation_id from relations r where ${above} and ${isRuled ? meets(rulesAt(change, after), after) : sql`true`}`
}

/** The rules that the organ has after the change: its general one where there is one, else those by type. */
function rulesAt({ organ }: { readonly organ: number | null }, after: Division): Rule[] {
  const general = ruleOf(after, organ, null)
  return general ? [general] : after.types.flatMap((type) => ruleOf(after, organ, type) ?? [])
}

const meets = (rules: readonly Rule[], { date }: Division): SQL =>
  (rules.length === 0 ? sql`true` : sql`(${sql.join(rules.map((rule) => compileRule(rule, { relationAlias: 'r', date })), sql` or `)})`)
