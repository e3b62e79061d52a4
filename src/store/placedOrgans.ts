import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../domain/localDate'
import { isPlacedOn } from './organPlacements'

/**
 * The parts of a recursive `with` clause of which the last is `tree (id, parent_id, level)`: the organs of the
 * organisation that exist on the day with everything above them, from the top (0, which is the organisation) or from
 * the organ given downwards. The start itself has level 0.
 */
export const treeOn = (organisation: number, date: LocalDate, from: number | undefined): SQL => sql`
  placed as (
    select o.id, coalesce(p.parent_id, 0) as parent_id from organs o join organ_placements p on p.organ_id = o.id and ${isPlacedOn('p', date)}
     where o.organisation_id = ${organisation} and o.start_date <= ${date}::date and (o.end_date is null or ${date}::date < o.end_date)
  ), tree as (
    select ${from ?? 0}::int as id, null::int as parent_id, 0 as level
    union all select placed.id, placed.parent_id, tree.level + 1 from placed join tree on placed.parent_id = tree.id
  )`
