import { sql } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../domain/localDate'
import type { Transaction } from './transaction'

/** An organ that somebody represents, and whether its fund may be seen. */
export type RepresentedOrgan = { readonly organId: number; readonly seesFund: boolean }

/** The roles that a user was given. */
export async function rolesOfUser(tx: Transaction, user: number): Promise<readonly string[]> {
  const { rows } = await tx.execute<{ role: string }>(sql`select role from role_assignments where user_id = ${user} order by role`)
  return rows.map((row) => row.role)
}

/** The organs at which a relation holds a representing function on the day. Reads the view behind the second wall. */
export async function representedOrgans(tx: Transaction, person: number, today: LocalDate): Promise<readonly RepresentedOrgan[]> {
  const { rows } = await tx.execute<{ organ_id: number; sees_fund: boolean }>(
    sql`select organ_id, sees_fund from organs_represented_by(${person}, ${today})`)
  return rows.map((row) => ({ organId: row.organ_id, seesFund: row.sees_fund }))
}
