import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { asRows } from '../asRows'
import type { Division } from './division'
import { exceptedIn, type Excepted } from './excepted'
import { activeOrgans, ancestorsOf } from './organTree'
import { numbers } from './parameters'

/** Why periods begin and end on the day: conditions over the change `c` and, for an end, its relation `r`. */
export type Reasons = { readonly toJoin: SQL; readonly toLeave: SQL }

/**
 * The most telling reason first. `rule_change` says that rules on the way to this organ changed today; whoever moved house
 * that same day is counted under it as well.
 */
export function reasonsOf(division: Division): Reasons {
  const { organs, date } = division
  const active = activeOrgans(organs, date, () => true).map(({ id }) => id)
  const moved = isTransferred(division)
  const changed = isChangedToday(division)
  const excepted = exceptedIn(division)
  const [placed, displaced] = [isExcepted(excepted, 'placed'), isExcepted(excepted, 'displaced')]
  return {
    toJoin: sql`case when ${moved} then 'organ_transfer' when ${placed} then 'exception_started' when ${changed} then 'rule_change' else 'rules_met' end`,
    toLeave: sql`case
      when c.organ_id is not null and c.organ_id <> all(${numbers(active)}) then 'organ_ended'
      when r.deceased_on <= ${date}::date then 'deceased'
      when r.status <> 'active' then 'relation_archived'
      when ${moved} then 'organ_transfer'
      when ${displaced} then 'exception_started'
      when ${changed} then 'rule_change'
      when exists (select from exception_memberships e where e.relation_id = c.relation_id and e.membership_type_id = c.type_id and e.end_date = ${date}::date) then 'exception_ended'
      else 'rules_no_longer_met' end`,
  }
}

function isChangedToday({ organs, changedToday, types }: Division): SQL {
  if (changedToday.length === 0) return sql`false`
  const upwards = ancestorsOf(organs)
  const isChanged = (path: readonly number[], type: number): boolean => changedToday.some((scope) =>
    (scope.type === null || scope.type === type) && (scope.organ === null || path.includes(scope.organ)))
  const places = [{ organ: 0, path: [] as readonly number[] }, ...organs.map(({ id }) => ({ organ: id, path: upwards(id) }))]
  const changed = places.flatMap(({ organ, path }) => types.filter((type) => isChanged(path, type)).map((type) => ({ organ, type })))
  return sql`(coalesce(c.organ_id, 0), c.type_id) in (
    select * from unnest(${numbers(changed.map(({ organ }) => organ))}, ${numbers(changed.map(({ type }) => type))}))`
}

/**
 * Placed in the organ by an exception, or kept out of it by one that takes the place of the rules. Asked of a table of all
 * places at once, which the database looks things up in by hash.
 */
function isExcepted(excepted: readonly Excepted[], how: 'placed' | 'displaced'): SQL {
  const concerned = how === 'placed' ? excepted : excepted.filter(({ branch }) => branch !== null)
  if (concerned.length === 0) return sql`false`
  const within = sql`(c.relation_id, c.type_id, coalesce(c.organ_id, 0)) in (${placesOf(concerned, how)})`
  if (how === 'placed') return within
  const rows = asRows(concerned, { relation: 'int', type: 'int' })
  return sql`((c.relation_id, c.type_id) in (select relation, type from ${rows}) and not ${within})`
}

/** The places that an exception gives, and for `displaced` those that it leaves to the rules as well. */
function placesOf(excepted: readonly Excepted[], how: 'placed' | 'displaced'): SQL {
  const left = excepted.map(({ relation, type, organs, branch }) => ({ relation, type, organs: how === 'placed' ? organs : [...organs, ...(branch ?? [])] }))
  return sql`select relation, type, jsonb_array_elements_text(organs)::int from ${asRows(left, { relation: 'int', type: 'int', organs: 'jsonb' })}`
}

/**
 * In an organ that was transferred today or below it, or, for whoever was a member of that organ, in one that stands above
 * it only before or only after the transfer.
 */
export function isTransferred({ organs }: Division): SQL {
  const moves = organs.flatMap(({ id, parent, formerParent }) => (formerParent === undefined || formerParent === parent ? [] : [{ id, parent, formerParent }]))
  if (moves.length === 0) return sql`false`
  const upwards = ancestorsOf(organs)
  const pathTo = (organ: number | null): readonly number[] => (organ === null ? [] : upwards(organ))
  const pairs = moves.flatMap(({ id, parent, formerParent }) => {
    const [before, after] = [pathTo(formerParent), pathTo(parent)]
    const onOneOnly = [...before.filter((step) => !after.includes(step)), ...after.filter((step) => !before.includes(step))]
    const within = organs.filter((organ) => upwards(organ.id).includes(id)).map((organ) => ({ organ: organ.id, moved: 0 }))
    return [...within, ...onOneOnly.map((organ) => ({ organ, moved: id }))]
  })
  return sql`exists (
    select from unnest(${numbers(pairs.map(({ organ }) => organ))}, ${numbers(pairs.map(({ moved }) => moved))}) as t (organ, moved)
     where t.organ = c.organ_id
       and (t.moved = 0 or exists (select from memberships s where s.relation_id = c.relation_id and s.membership_type_id = c.type_id and s.organ_id = t.moved and s.end_date is null)))`
}
