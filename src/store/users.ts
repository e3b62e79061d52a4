import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from './transaction'

/** Gives the role only when this is the sole user and nobody has a role yet. */
export const giveFirstUserTheAdministratorRole = (tx: Transaction, user: number): Promise<unknown> => tx.execute(sql`
  insert into role_assignments (user_id, role, created_at, updated_at)
  select ${user}, 'administrator', now(), now()
   where not exists (select from role_assignments) and not exists (select from users where id <> ${user})`)
