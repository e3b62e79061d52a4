import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { groupBy } from '../../domain/groupBy'
import type { LocalDate } from '../../domain/localDate'
import { compileRule } from '../../rules/compileRule'
import type { Lookup } from '../../rules/field'
import { numbers, texts } from './parameters'
import type { Copy, Level, LookupPlacement, Placement, Plan } from './placements'

/** The shapes of all lookups, each carried along as a column, so that the levels need not visit the relations again. */
type Keys = ReadonlyMap<string, { readonly column: SQL; readonly lookup: Lookup }>

/**
 * Who should be a member of what on the date, as the body of a `with` clause that ends in `desired (relation_id,
 * organ_id, type_id)`; organ 0 stands for the organisation itself. Rows are unique. It only reads.
 *
 * First everyone who meets a type's rule, then level by level down the tree: each level chooses from the members of
 * the level above only. Organs that ask for values of one field (towns, provinces, postcode areas) are answered
 * together by one join with a table of those values; the others by their own condition.
 */
export function desiredMemberships(plan: Plan, date: LocalDate): SQL {
  const keys = keysOf(plan)
  const levels = plan.levels.map((level, index) => sql`${levelName(index + 1)} as materialized (${levelQuery(level, index, keys, date)})`)
  const found = [baseName, ...plan.levels.map((_, index) => levelName(index + 1))]
  return sql.join([
    sql`${baseName} as materialized (${baseQuery(plan, keys, date)})`,
    ...levels,
    sql`ruled as (${unionAll(found.map((name) => sql`select relation_id, organ_id, type_id from ${name}`))})`,
    sql`placed as (${withPassThrough(plan.passThrough)})`,
    sql`desired as (${withUnions(plan.unions)})`,
  ], sql`, `)
}

const baseName = sql.raw('level_0')
const levelName = (level: number): SQL => sql.raw(`level_${level}`)
const unionAll = (queries: readonly SQL[]): SQL => sql.join([...queries], sql` union all `)

function keysOf({ levels }: Plan): Keys {
  const lookups = levels.flatMap((level) => level.lookups.map(({ lookup }) => lookup))
  const shapes = new Map(lookups.map((lookup) => [lookup.shape, lookup]))
  return new Map([...shapes].map(([shape, lookup], index) => [shape, { column: sql.raw(`key_${index}`), lookup }]))
}

const carried = (keys: Keys, alias: string): SQL =>
  sql.join([...keys.values()].map(({ column }) => sql`, ${sql.raw(alias)}.${column}`))

/** Archived and deceased relations are nobody's member, whatever a rule says. */
function baseQuery({ base }: Plan, keys: Keys, date: LocalDate): SQL {
  const columns = sql.join([...keys.values()].map(({ column, lookup }) => sql`, ${lookup.key('r')}::text as ${column}`))
  if (base.length === 0) return sql`select 0 as relation_id, 0 as organ_id, 0 as type_id where false`
  return unionAll(base.map(({ type, rule }) => sql`
    select r.id as relation_id, 0 as organ_id, ${type}::int as type_id${columns}
      from relations r
     where r.status = 'active' and (r.deceased_on is null or r.deceased_on > ${date}::date)
       and ${compileRule(rule, { relationAlias: 'r', date })}`))
}

function levelQuery(level: Level, above: number, keys: Keys, date: LocalDate): SQL {
  const source = levelName(above)
  const byShape = groupBy(level.lookups, ({ lookup }) => lookup.shape)
  return unionAll([
    ...[...byShape].map(([shape, placements]) => lookupQuery(placements, shape, source, keys)),
    ...(level.conditions.length > 0 ? [conditionQuery(level.conditions, source, keys, date)] : []),
  ])
}

function lookupQuery(placements: readonly LookupPlacement[], shape: string, source: SQL, keys: Keys): SQL {
  const rows = placements.flatMap((placement) => placement.lookup.values.map((value) => ({ ...placement, value })))
  return sql`
    select m.relation_id, k.organ_id, m.type_id${carried(keys, 'm')}
      from ${source} m
      join unnest(${texts(rows.map(({ value }) => value))}, ${numbers(rows.map(({ organ }) => organ))},
                  ${numbers(rows.map(({ scope }) => scope ?? 0))}, ${numbers(rows.map(({ type }) => type))})
           as k (value, organ_id, scope_id, type_id)
        on k.value = m.${keys.get(shape)?.column} and k.scope_id = m.organ_id and k.type_id = m.type_id`
}

/** Asks each member only what the organs below its own organ ask of its type. */
function conditionQuery(placements: readonly Placement[], source: SQL, keys: Keys, date: LocalDate): SQL {
  const byScope = groupBy(placements, ({ scope, type }) => `${scope ?? 0}/${type}`)
  const branches = [...byScope.values()].map((asked) => {
    const tests = asked.map(({ organ, rule }) => sql`case when ${compileRule(rule, { relationAlias: 'r', date })} then ${organ}::int end`)
    const [first] = asked
    return sql`when m.organ_id = ${first?.scope ?? 0} and m.type_id = ${first?.type} then array[${sql.join(tests, sql`, `)}]`
  })
  return sql`
    select p.relation_id, p.organ_id, p.type_id${carried(keys, 'p')}
      from (select m.relation_id, m.type_id${carried(keys, 'm')},
                   unnest(case ${sql.join(branches, sql` `)} end) as organ_id
              from ${source} m join relations r on r.id = m.relation_id) p
     where p.organ_id is not null`
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
