import { sql } from '@payloadcms/db-postgres/drizzle'
import { releaseFollowing } from './statementHolds'
import type { Transaction } from './transaction'

/** An import, locked until commit; undefined when there is none. */
export async function lockImport(tx: Transaction, id: number): Promise<{ readonly status: 'kept' | 'undone' } | undefined> {
  const { rows } = await tx.execute<{ status: 'kept' | 'undone' }>(sql`select status from bank_imports where id = ${id} for update`)
  return rows[0]
}

const linesOfImport = (id: number) => sql`(select t.* from bank_transactions t join bank_statements s on s.id = t.statement_id where s.import_id = ${id})`

/** The latest file that passed lines over because this one had brought them, by name; undefined when there is none. */
export async function leaningStatement(tx: Transaction, id: number): Promise<string | undefined> {
  const { rows } = await tx.execute<{ file_name: string }>(sql`
    select i.file_name from statement_overlaps o join bank_statements e on e.id = o.earlier_id join bank_statements s on s.id = o.statement_id and not s.is_undone
      join bank_imports i on i.id = s.import_id where e.import_id = ${id} and i.id <> ${id}
    union all
    select i.file_name from ${linesOfImport(id)} t join bank_transactions twin on twin.twin_id = t.id and twin.status = 'duplicate'
      join bank_statements s on s.id = twin.statement_id join bank_imports i on i.id = s.import_id where i.id <> ${id}
    limit 1`)
  return rows[0]?.file_name
}

/** How many of its lines somebody booked by hand. */
export async function manualLinesOfImport(tx: Transaction, id: number): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(sql`
    select count(distinct b.transaction_id)::int as count from bank_bookings b where b.transaction_id in (select id from ${linesOfImport(id)} t) and b.undone_at is null and b.why = 'person'`)
  return rows[0]?.count ?? 0
}

/** How many of the details that it told are beside a line that was booked, or are why a debit was refused. */
export async function usedDetailsOfImport(tx: Transaction, id: number): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from bank_details d
     where d.import_id = ${id} and (exists (select from bank_bookings b where b.transaction_id = d.transaction_id and b.undone_at is null)
        or exists (select from debit_instructions i where i.end_to_end_id = d.end_to_end_id and i.status = 'rejected' and (i.return_reason, i.returned_on) = (d.return_reason, d.booking_date)))`)
  return rows[0]?.count ?? 0
}

/** Its lines that are booked. */
export async function bookedLinesOfImport(tx: Transaction, id: number): Promise<readonly number[]> {
  const { rows } = await tx.execute<{ id: number }>(sql`select id from ${linesOfImport(id)} t where status = 'processed' order by id`)
  return rows.map((row) => row.id)
}

/** Its statements and lines do not count any more, and what looked like one of them is a line like any other. Returns how many lines. */
export async function dropImport(tx: Transaction, id: number, { user, reason }: { readonly user: number | null; readonly reason: string }): Promise<number> {
  await tx.execute(sql`update bank_transactions set twin_id = null, updated_at = now() where status = 'open' and twin_id in (select id from ${linesOfImport(id)} t)`)
  const { rowCount } = await tx.execute(sql`update bank_transactions set status = 'undone', group_id = null, updated_at = now() where id in (select id from ${linesOfImport(id)} t)`)
  await tx.execute(sql`delete from bank_details where import_id = ${id}`)
  await tx.execute(sql`update bank_details d set transaction_id = null, updated_at = now() where transaction_id in (select id from ${linesOfImport(id)} t)`)
  const { rows } = await tx.execute<{ iban: string }>(sql`
    with gone as (update bank_statements set is_undone = true, updated_at = now() where import_id = ${id} returning iban) select distinct iban from gone`)
  await tx.execute(sql`update bank_imports set status = 'undone', undone_by_id = ${user}::int, undone_at = clock_timestamp(), undo_reason = nullif(${reason}, ''), updated_at = now() where id = ${id}`)
  for (const { iban } of rows) await releaseFollowing(tx, iban)
  return rowCount ?? 0
}
