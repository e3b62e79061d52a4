import { sql } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../../domain/localDate'
import type { Transaction } from '../transaction'

/** Puts every organ under the parent that its placements say for the date: transfers whose day has come take effect (R-TRF-2). */
export const standWherePlaced = (tx: Transaction, organisation: number, date: LocalDate): Promise<unknown> => tx.execute(sql`
  update organs o set parent_id = p.parent_id, updated_at = now()
    from organ_placements p
   where o.organisation_id = ${organisation} and p.organ_id = o.id and o.parent_id is distinct from p.parent_id
     and p.valid_from <= ${date}::date and (p.valid_to is null or ${date}::date < p.valid_to)`)
