import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { asRows } from '../asRows'
import type { Division } from './division'
import { activeOrgans, ancestorsOf } from './organTree'
import { isIn, type Population } from './population'

/**
 * What exceptions make of one relation with one type: member of these organs whatever the rules say (the organ, all above
 * it, and the organisation as 0), and beside them by rule only of the organs in `branch`; null is of any.
 */
export type Excepted = { readonly relation: number; readonly type: number; readonly organs: readonly number[]; readonly branch: readonly number[] | null }

/** Exceptions at organs that do not exist on the day place nobody (R-EXC-1, R-EXC-2, R-EXC-3). */
export function exceptedIn({ exceptions, exceptionMode, organs, date }: Pick<Division, 'exceptions' | 'exceptionMode' | 'organs' | 'date'>): Excepted[] {
  if (exceptions.length === 0) return []
  const active = activeOrgans(organs, date, () => true)
  const upwards = ancestorsOf(active)
  const within = withinOf(active.map(({ id }) => id), upwards)
  const existing = new Set(active.map(({ id }) => id))
  const counting = exceptions.filter(({ organ }) => existing.has(organ))
  return [...Map.groupBy(counting, ({ relation, type }) => `${relation}/${type}`).values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const placed = new Set(own.map(({ organ }) => organ))
    const above = new Set([0, ...own.flatMap(({ organ }) => upwards(organ))])
    const below = (): number[] => [...placed].flatMap((organ) => within(organ))
    return [{ relation: first.relation, type: first.type, organs: [...above], branch: exceptionMode === 'additive' ? null : below() }]
  })
}

/** The organ and every organ below it, worked out once for all. */
function withinOf(organs: readonly number[], upwards: (organ: number) => readonly number[]): (organ: number) => readonly number[] {
  const pairs = Map.groupBy(organs.flatMap((organ) => upwards(organ).map((step) => ({ step, organ }))), ({ step }) => step)
  return (organ) => (pairs.get(organ) ?? []).map((pair) => pair.organ)
}

/** The members by rule with the exceptions worked into them. Rows stay unique. */
export function withExceptions(members: SQL, excepted: readonly Excepted[], population: Population): SQL {
  if (excepted.length === 0) return members
  const rows = asRows(excepted, { relation: 'int', type: 'int', organs: 'jsonb', branch: 'jsonb' })
  const known = sql`(select relation, type, array(select jsonb_array_elements_text(organs)::int) as organs,
                            case when jsonb_typeof(branch) = 'array' then array(select jsonb_array_elements_text(branch)::int) end as branch from ${rows}) x`
  return sql`
    select m.relation_id, m.organ_id, m.type_id from (${members}) m left join ${known} on x.relation = m.relation_id and x.type = m.type_id
     where x.relation is null or (m.organ_id <> all(x.organs) and (x.branch is null or m.organ_id = any(x.branch)))
    union all select x.relation, unnest(x.organs), x.type from ${known} where ${isIn(population, sql`x.relation`)}`
}
