import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import type { Hold } from './statementHolds'
import type { Transaction } from './transaction'

/** A file of the bank that was read: who did so and when, what was in it, and whether it was undone and why. */
export type ImportHead = {
  readonly fileName: string
  readonly format: 'camt053' | 'camt054' | 'mt940'
  readonly lines: number
  readonly newLines: number
  readonly importedBy: string | null
  readonly importedAt: string
  readonly isUndone: boolean
  readonly undoneBy: string | null
  readonly undoneAt: string | null
  readonly undoReason: string | null
  readonly details: number
  readonly detailsPlaced: number
  readonly sha256: string
}

/** The file; undefined when there is none. */
export async function importHead(tx: Transaction, id: number): Promise<ImportHead | undefined> {
  const { rows } = await tx.execute<ImportHead>(sql`
    select f.file_name as "fileName", f.format, f.line_count::int as lines, f.new_line_count::int as "newLines", coalesce(who.name, who.email) as "importedBy", f.created_at::text as "importedAt",
           f.status = 'undone' as "isUndone", coalesce(undoer.name, undoer.email) as "undoneBy", f.undone_at::text as "undoneAt", f.undo_reason as "undoReason",
           (select count(*)::int from bank_details d where d.import_id = f.id) as details, (select count(*)::int from bank_details d where d.import_id = f.id and d.transaction_id is not null) as "detailsPlaced",
           f.file_sha256 as sha256
      from bank_imports f left join users who on who.id = f.imported_by_id left join users undoer on undoer.id = f.undone_by_id where f.id = ${id}`)
  return rows[0]
}

export type StatementOfImport = {
  readonly id: number
  readonly title: string
  readonly from: LocalDate
  readonly until: LocalDate
  readonly lines: number
  readonly openLines: number
  readonly hold: Hold
  readonly isConfirmed: boolean
}

/** The statements that the file brought, with how many lines they have and how many of those are open. */
export async function statementsOfImport(tx: Transaction, id: number): Promise<readonly StatementOfImport[]> {
  const { rows } = await tx.execute<{ id: number; title: string; opening_date: string; closing_date: string; lines: number; open_lines: number; hold: Hold; is_confirmed: boolean }>(sql`
    select s.id, s.title, s.opening_date::text, s.closing_date::text, s.hold, s.confirmed_at is not null as is_confirmed, count(t.id)::int as lines, count(t.id) filter (where t.status = 'open')::int as open_lines
      from bank_statements s left join bank_transactions t on t.statement_id = s.id where s.import_id = ${id} group by s.id order by s.iban, s.closing_date, s.id`)
  return rows.map((row) => ({
    id: row.id, title: row.title, from: day(row.opening_date), until: day(row.closing_date), lines: row.lines, openLines: row.open_lines, hold: row.hold, isConfirmed: row.is_confirmed,
  }))
}
