import { sql } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../domain/localDate'
import { asRows } from './asRows'
import type { Transaction } from './transaction'

export type StoredReport = { readonly batch: number | null; readonly isWhole: boolean; readonly refused: number; readonly conflicts: number }

/** A report that was read before, by the hash of its file. */
export async function reportBySha256(tx: Transaction, sha256: string): Promise<StoredReport | undefined> {
  const { rows } = await tx.execute<{ batch_id: number | null; is_whole: boolean | null; refused_count: number; conflict_count: number }>(
    sql`select batch_id, (result->>'isWhole')::boolean as is_whole, refused_count, conflict_count from status_reports where file_sha256 = ${sha256}`)
  return rows.map((row) => ({ batch: row.batch_id, isWhole: row.is_whole ?? false, refused: row.refused_count, conflicts: row.conflict_count }))[0]
}

/** Whether an earlier report said of the file, or of a group in it, that the bank collects it. */
export async function isAcceptedBefore(tx: Transaction, batch: number, accepting: readonly string[]): Promise<boolean> {
  const words = sql`any(${sql.param(accepting)}::text[])`
  const { rows } = await tx.execute(sql`
    select 1 as accepted from status_reports r where r.batch_id = ${batch}
       and (r.group_status = ${words} or exists (select from jsonb_array_elements(r.result->'groups') g where g->>'status' = ${words})) limit 1`)
  return rows.length > 0
}

/** The batch that a report is about: by the id of its message, else by that of one of its groups. */
export async function batchOfReport(tx: Transaction, messageId: string | undefined, paymentInformationIds: readonly string[]): Promise<number | undefined> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    select b.id from debit_batches b where b.message_id = ${messageId ?? null}
    union select g.batch_id from debit_batch_groups g where g.payment_information_id = any(${sql.param(paymentInformationIds)}::text[]) order by 1 limit 1`)
  return rows[0]?.id
}

export type RefusedLine = { readonly id: number; readonly endToEndId: string; readonly status: string }

/** Marks instructions of a batch as refused that are at the bank; says of each that was named how it stood. What was refused before stays as it was. */
export async function refuseAtBank(tx: Transaction, batch: number, refused: readonly { readonly endToEndId: string; readonly reason: string | undefined }[], on: LocalDate): Promise<readonly RefusedLine[]> {
  const { rows } = await tx.execute<{ id: number; end_to_end_id: string; status: string }>(sql`
    with named as (
      select i.id, i.end_to_end_id, i.status, given.reason from debit_instructions i
        join debit_batch_groups g on g.id = i.group_id and g.batch_id = ${batch}
        join ${asRows(refused.map(({ endToEndId, reason }) => ({ endToEndId, reason: reason ?? null })), { endToEndId: 'text', reason: 'text' })} on given."endToEndId" = i.end_to_end_id
    ), rejected as (
      update debit_instructions i set status = 'rejected', return_reason = n.reason, returned_on = ${on}, updated_at = now()
        from named n where n.id = i.id and i.status = 'submitted'
    )
    select id, end_to_end_id, status from named order by id`)
  return rows.map((row) => ({ id: row.id, endToEndId: row.end_to_end_id, status: row.status }))
}

/** The end-to-end ids of groups of a batch, with the reason that the bank gave for each group. */
export async function instructionsOfGroups(tx: Transaction, batch: number, groups: readonly { readonly paymentInformationId: string; readonly reason: string | undefined }[]): Promise<readonly { readonly endToEndId: string; readonly reason: string | undefined }[]> {
  if (groups.length === 0) return []
  const { rows } = await tx.execute<{ end_to_end_id: string; reason: string | null }>(sql`
    select i.end_to_end_id, given.reason from debit_instructions i
      join debit_batch_groups g on g.id = i.group_id and g.batch_id = ${batch}
      join ${asRows(groups.map(({ paymentInformationId, reason }) => ({ paymentInformationId, reason: reason ?? null })), { paymentInformationId: 'text', reason: 'text' })} on given."paymentInformationId" = g.payment_information_id`)
  return rows.map((row) => ({ endToEndId: row.end_to_end_id, reason: row.reason ?? undefined }))
}

type NewReport = {
  readonly fileName: string; readonly sha256: string; readonly messageId: string; readonly batch: number; readonly groupStatus: string | undefined
  readonly refused: number; readonly conflicts: number; readonly result: object; readonly user: number | null
}

/** Writes down a report that was read; the database keeps it as it is, once. */
export const insertReport = (tx: Transaction, report: NewReport): Promise<unknown> => tx.execute(sql`
  insert into status_reports (file_name, file_sha256, message_id, batch_id, group_status, refused_count, conflict_count, result, imported_by_id, created_at, updated_at)
  values (${report.fileName}, ${report.sha256}, ${report.messageId}, ${report.batch}, ${report.groupStatus ?? null}, ${report.refused}, ${report.conflicts},
          ${JSON.stringify(report.result)}::jsonb, ${report.user}, now(), now())`)
