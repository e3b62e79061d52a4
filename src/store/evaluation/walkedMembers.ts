import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../../domain/localDate'
import { compileRule } from '../../rules/compileRule'
import type { Lookup } from '../../rules/field'
import { baseMembers, type Asked } from './baseMembers'
import { numbers, texts } from './parameters'
import type { Copy, Level, LookupPlacement, Placement, Plan } from './placements'
import { unionAll } from './unionAll'

/** The expressions that lookups ask about, each a column that travels down as far as a level still needs it. */
type Key = { readonly column: SQL; readonly lookup: Lookup; readonly lastLevel: number }
type Keys = ReadonlyMap<string, Key>

/**
 * The members of any trees, as the parts of a `with` clause of which the last is `walked (relation_id, organ_id,
 * type_id)`; organ 0 stands for the organisation itself. Rows are unique. It only reads.
 *
 * First everyone who meets a type's rule, then level by level down the tree: each level chooses from the members of
 * the level above only. Organs that ask for values of one field (towns, provinces, postcode areas) are answered
 * together by one join with a table of those values; the others by their own condition.
 */
export function walkedMembers(plan: Plan, asked: Asked): SQL {
  const keys = keysOf(plan)
  const last = plan.levels.length
  const columns = sql.join(neededBelow(keys, 0).map(({ column, lookup }) => sql`, ${lookup.key('r')}::text as ${column}`))
  const queries = [baseMembers(plan.base, columns, asked), ...plan.levels.map((level, index) => levelQuery(level, index + 1, keys, asked.date))]
  return sql.join([
    ...queries.map((query, level) => sql`${levelName(level)} as ${sql.raw(level < last ? 'materialized' : '')} (${query})`),
    sql`ruled as (${unionAll(queries.map((_, level) => sql`select relation_id, organ_id, type_id from ${levelName(level)}`))})`,
    sql`placed as (${withPassThrough(plan.passThrough)})`,
    sql`walked as (${withUnions(plan.unions)})`,
  ], sql`, `)
}

const levelName = (level: number): SQL => sql.raw(`level_${level}`)

function keysOf({ levels }: Plan): Keys {
  const uses = levels.flatMap((level, index) => level.lookups.map(({ lookup }) => ({ lookup, level: index + 1 })))
  return new Map([...Map.groupBy(uses, ({ lookup }) => lookup.shape)].flatMap(([shape, using], index) => {
    const [first] = using
    return first ? [[shape, { column: sql.raw(`key_${index}`), lookup: first.lookup, lastLevel: Math.max(...using.map(({ level }) => level)) }]] : []
  }))
}

/** The key columns that levels below this one ask for. */
const neededBelow = (keys: Keys, level: number): Key[] => [...keys.values()].filter(({ lastLevel }) => lastLevel > level)

const carried = (keys: Keys, level: number, alias: string): SQL =>
  sql.join(neededBelow(keys, level).map(({ column }) => sql`, ${sql.raw(alias)}.${column}`))

function levelQuery({ lookups, conditions }: Level, level: number, keys: Keys, date: LocalDate): SQL {
  const byShape = Map.groupBy(lookups, ({ lookup }) => lookup.shape)
  return unionAll([
    ...[...byShape].map(([shape, placements]) => lookupQuery(placements, level, keys, shape)),
    ...(conditions.length > 0 ? [conditionQuery(conditions, level, keys, date)] : []),
  ])
}

/**
 * A left join of which only the hits are kept, rather than an inner join: the planner takes three conditions for
 * unrelated, would expect one row to come out, and would build its hash table on the large side.
 */
function lookupQuery(placements: readonly LookupPlacement[], level: number, keys: Keys, shape: string): SQL {
  const rows = placements.flatMap((placement) => placement.lookup.values.map((value) => ({ ...placement, value })))
  return sql`
    select m.relation_id, k.organ_id, m.type_id${carried(keys, level, 'm')}
      from ${levelName(level - 1)} m
      left join unnest(${texts(rows.map(({ value }) => value))}, ${numbers(rows.map(({ organ }) => organ))},
                       ${numbers(rows.map(({ scope }) => scope ?? 0))}, ${numbers(rows.map(({ type }) => type))})
           as k (value, organ_id, scope_id, type_id)
        on k.value = m.${keys.get(shape)?.column} and k.scope_id = m.organ_id and k.type_id = m.type_id
     where coalesce(k.organ_id, 0) > 0`
}

/** Asks each member only what the organs below its own organ ask of its type. */
function conditionQuery(placements: readonly Placement[], level: number, keys: Keys, date: LocalDate): SQL {
  const byScope = Map.groupBy(placements, ({ scope, type }) => `${scope ?? 0}/${type}`)
  const branches = [...byScope.values()].map((asked) => {
    const tests = asked.map(({ organ, rule }) => sql`case when ${compileRule(rule, { relationAlias: 'r', date })} then ${organ}::int end`)
    const [first] = asked
    return sql`when m.organ_id = ${first?.scope ?? 0} and m.type_id = ${first?.type} then array[${sql.join(tests, sql`, `)}]`
  })
  return sql`
    select p.relation_id, p.organ_id, p.type_id${carried(keys, level, 'p')}
      from (select m.relation_id, m.type_id${carried(keys, level, 'm')},
                   unnest(array_remove(case ${sql.join(branches, sql` `)} end, null)) as organ_id
              from ${levelName(level - 1)} m join relations r on r.id = m.relation_id) p`
}

const withPassThrough = (copies: readonly Copy[]): SQL =>
  copies.length === 0 ? sql`table ruled` : unionAll([sql`table ruled`, copyQuery(copies, sql`select`, sql.raw('ruled'))])

const withUnions = (copies: readonly Copy[]): SQL =>
  copies.length === 0 ? sql`table placed` : unionAll([sql`table placed`, copyQuery(copies, sql`select distinct`, sql.raw('placed'))])

const copyQuery = (copies: readonly Copy[], select: SQL, from: SQL): SQL => sql`
  ${select} m.relation_id, k.organ_id, m.type_id
    from ${from} m
    join unnest(${numbers(copies.map(({ organ }) => organ))}, ${numbers(copies.map(({ source }) => source ?? 0))},
                ${numbers(copies.map(({ type }) => type))}) as k (organ_id, source_id, type_id)
      on k.source_id = m.organ_id and k.type_id = m.type_id`
