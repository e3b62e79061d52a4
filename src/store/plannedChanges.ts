import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../domain/localDate'

export type PlannedKind = 'transfer' | 'end' | 'rule'

/** What is planned for an organ. `id` is the placement or the rule; `words` the organ it goes to, or the rule in words. */
export type PlannedRow = { readonly kind: PlannedKind; readonly id: number | null; readonly date: LocalDate; readonly words: string | null }

/** What is planned after a day for organs, as a query of `(organ_id, kind, id, date, words)`. */
export const plannedChangesAfter = (date: LocalDate): SQL => sql`
  select p.organ_id, 'transfer' as kind, p.id, p.valid_from as date, a.title as words
    from organ_placements p left join organs a on a.id = p.parent_id
   where p.valid_from > ${date}::date and exists (select from organ_placements b where b.organ_id = p.organ_id and b.valid_from < p.valid_from)
  union all select o.id, 'end', null, o.end_date, null from organs o where o.end_date > ${date}::date
  union all select v.organ_id, 'rule', v.id, v.valid_from, v.sentence from rule_versions v where v.organ_id is not null and v.valid_from > ${date}::date`
