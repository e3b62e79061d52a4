import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import type { Transaction } from './transaction'

export type OrganRow = { readonly id: number; readonly title: string; readonly organisation: number; readonly startDate: LocalDate }

/** An organ by its id. */
export async function organById(tx: Transaction, id: number): Promise<OrganRow | undefined> {
  const { rows } = await tx.execute<{ id: number; title: string; organisation_id: number; start_date: string }>(
    sql`select id, title, organisation_id, start_date::text from organs where id = ${id}`)
  return rows.map((row) => ({ id: row.id, title: row.title, organisation: row.organisation_id, startDate: day(row.start_date) }))[0]
}

/** Whether the organ would become its own ancestor under the parent. */
export async function wouldMakeCycle(tx: Transaction, organ: number, parent: number): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    with recursive above as (
      select id, parent_id from organs where id = ${parent}
      union select o.id, o.parent_id from organs o join above on o.id = above.parent_id
    ) select 1 from above where id = ${organ}`)
  return rows.length > 0
}
