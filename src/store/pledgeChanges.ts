import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'

/** The amount of a pledge `p` on a day: that of its latest change up to then, else its own (R-PL-6). */
export const pledgeAmountOn = (date: SQL): SQL => sql`
  coalesce((select c.amount_cents from pledge_changes c where c.pledge_id = p.id and c.from_date <= ${date} order by c.from_date desc limit 1), p.amount_cents)`
