import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../../domain/localDate'
import { compileRule } from '../../rules/compileRule'
import type { Plan } from './placements'

/** Everyone who meets the rule of a type, with extra columns over the relation `r`. Archived and deceased relations are nobody's member. */
export const baseMembers = (base: Plan['base'], columns: SQL, date: LocalDate): SQL => unionAll(base.map(({ type, rule }) => sql`
  select r.id as relation_id, 0 as organ_id, ${type}::int as type_id${columns}
    from relations r
   where r.status = 'active' and (r.deceased_on is null or r.deceased_on > ${date}::date)
     and ${compileRule(rule, { relationAlias: 'r', date })}`))

export const unionAll = (queries: readonly SQL[]): SQL => sql.join([...queries], sql` union all `)
