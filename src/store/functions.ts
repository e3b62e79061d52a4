import { sql } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../domain/localDate'
import { insertAuditEntries } from './auditLog'
import type { Transaction } from './transaction'

/** Ends every running function of a relation, and at it, on the day; one that would begin later never does. */
export async function endFunctionsOf(tx: Transaction, relation: number, on: LocalDate, actor: number | null): Promise<void> {
  const { rows } = await tx.execute<{ id: number; end_date: string }>(sql`
    update functions set end_date = greatest(start_date, ${on}::date), updated_at = now()
     where (holder_id = ${relation} or target_id = ${relation}) and (end_date is null or end_date > greatest(start_date, ${on}::date))
    returning id, end_date::text`)
  await insertAuditEntries(tx, actor, rows.map(({ id, end_date }) => ({ subject: 'functions', subjectId: id, action: 'update', changes: { endDate: end_date } })))
}

/** Ends every running function at an organ on the day; one that would begin later never does. Returns how many. */
export async function endFunctionsAt(tx: Transaction, organ: number, on: LocalDate, actor: number | null): Promise<number> {
  const { rows } = await tx.execute<{ id: number; end_date: string }>(sql`
    update functions set end_date = greatest(start_date, ${on}::date), updated_at = now()
     where organ_id = ${organ} and (end_date is null or end_date > greatest(start_date, ${on}::date))
    returning id, end_date::text`)
  await insertAuditEntries(tx, actor, rows.map(({ id, end_date }) => ({ subject: 'functions', subjectId: id, action: 'update', changes: { endDate: end_date } })))
  return rows.length
}
