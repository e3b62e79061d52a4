import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { compileRule } from '../../rules/compileRule'
import type { Rule } from '../../rules/rule'
import type { Division } from './division'
import { ancestorsOf } from './organTree'
import { numbers } from './parameters'
import type { PlannedChange } from './plannedChange'
import { typeTreesOf, type RuledOrgan, type TypeTree } from './typeTrees'
import { unionAll } from './unionAll'

/**
 * Queries of every relation whose memberships a change can touch: who is in the organ, and who could come into it or
 * below it. Undefined where that is everybody, as a change of what makes somebody a member at all is.
 */
export function touchedBy(change: PlannedChange, after: Division): SQL[] | undefined {
  if (change.organ === null) return undefined
  return change.kind === 'end' ? [presentIn(change.organ, after)] : whoCouldBeIn(change.organ, after)
}

/** Queries of everybody who is in the organ now or could be on the day of the division. */
export const whoCouldBeIn = (organ: number, division: Division): SQL[] => [presentIn(organ, division), placedWithin(organ, division), ...newcomers(organ, division)]

/** The organ and what stands below it on the day of the division, there or not: a branch may come under it that very day. */
function within(organ: number, { organs }: Division): SQL {
  const upwards = ancestorsOf(organs)
  return numbers(organs.map(({ id }) => id).filter((id) => upwards(id).includes(organ)))
}

const presentIn = (organ: number, division: Division): SQL =>
  sql`select relation_id from memberships where end_date is null and organ_id = any(${within(organ, division)})`

/** Who is placed by exception in the organ or below it. */
const placedWithin = (organ: number, division: Division): SQL =>
  sql`select relation_id from exception_memberships where organ_id = any(${within(organ, division)})`

/**
 * Whoever meets, for some type, every rule on the way to the organ on that day, whether or not they are in the organs above
 * it today: a rule or an organ above may begin on the same day.
 */
function newcomers(organ: number, division: Division): SQL[] {
  const asked = typeTreesOf(division).flatMap((tree) => tree.organs.filter(({ id }) => id === organ).map((place) => rulesTo(tree, place)))
  if (asked.length === 0) return []
  return [unionAll(asked.map((rules) => sql`
    select r.id as relation_id from relations r where r.status = 'active' and ${compileRule({ op: 'and', rules }, { relationAlias: 'r', date: division.date })}`))]
}

/** The organ's own rule first: it lets the fewest people in. */
function rulesTo(tree: TypeTree, place: RuledOrgan): Rule[] {
  const above = tree.organs.find(({ id }) => id === place.scope)
  return [...(place.rule ? [place.rule] : []), ...(above ? rulesTo(tree, above) : [tree.rule])]
}
