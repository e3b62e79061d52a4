import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from './transaction'

/** The organisation of an organ or, without one, of a membership type; undefined where it does not exist or they differ. */
export async function organisationOf(tx: Transaction, { organ, type }: { readonly organ: number | null; readonly type: number | null }): Promise<number | undefined> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    select a.id from organisations a
     where (${organ}::int is null or exists (select from organs where id = ${organ}::int and organisation_id = a.id))
       and (${type}::int is null or exists (select from membership_types where id = ${type}::int and organisation_id = a.id))
       and num_nonnulls(${organ}::int, ${type}::int) > 0`)
  return rows[0]?.id
}
