import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../../domain/localDate'
import { compileRule } from '../../rules/compileRule'
import type { Plan } from './placements'
import { isIn, type Population } from './population'
import { unionAll } from './unionAll'

/** The day that is asked about, and whose memberships. */
export type Asked = { readonly date: LocalDate; readonly population: Population }

/** Everyone who meets the rule of a type, with extra columns over the relation `r`. Archived and deceased relations are nobody's member. */
export const baseMembers = (base: Plan['base'], columns: SQL, { date, population }: Asked): SQL => unionAll(base.map(({ type, rule }) => sql`
  select r.id as relation_id, 0 as organ_id, ${type}::int as type_id${columns}
    from relations r
   where r.status = 'active' and (r.deceased_on is null or r.deceased_on > ${date}::date) and ${isIn(population, sql`r.id`)}
     and ${compileRule(rule, { relationAlias: 'r', date })}`))
