import { sql } from '@payloadcms/db-postgres/drizzle'
import type { Transaction } from './transaction'

export type StoredFile = { readonly messageId: string; readonly gzip: Buffer; readonly sha256: string }

/** Keeps the file of a batch for good: the database refuses to change or delete it. */
export const insertBatchFile = (tx: Transaction, batch: number, file: { readonly gzip: Buffer; readonly sha256: string }): Promise<unknown> => tx.execute(sql`
  with kept as (insert into debit_batch_files (batch_id, gzip, sha256) values (${batch}, ${file.gzip}, ${file.sha256}))
  update debit_batches set file_sha256 = ${file.sha256} where id = ${batch}`)

/** The file of a batch as it was made. */
export async function batchFile(tx: Transaction, batch: number): Promise<StoredFile | undefined> {
  const { rows } = await tx.execute<{ message_id: string; gzip: Buffer; sha256: string }>(sql`
    select b.message_id, f.gzip, f.sha256 from debit_batch_files f join debit_batches b on b.id = f.batch_id where f.batch_id = ${batch}`)
  return rows.map((row) => ({ messageId: row.message_id, gzip: row.gzip, sha256: row.sha256 }))[0]
}
