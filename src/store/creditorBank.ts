import { sql } from '@payloadcms/db-postgres/drizzle'
import type { BankProfile } from '../domain/bankProfile'
import { addDays, addMonths, type LocalDate } from '../domain/localDate'
import type { Transaction } from './transaction'

/** Which points of its delivery a creditor has set itself; the others are as usual at its bank. */
export async function ownPointsOf(tx: Transaction, creditor: number): Promise<ReadonlySet<keyof BankProfile>> {
  const { rows: [row] } = await tx.execute<Readonly<Record<keyof BankProfile, unknown>>>(sql`
    select delivery_lead_days as "deliveryLeadDays", cut_off_time as "cutOffTime", message_version as "messageVersion", groups_per_file as "groupsPerFile",
           file_max_count as "fileMaxCount", original_account as "originalAccount" from creditors where id = ${creditor}`)
  return new Set(row ? (Object.keys(row) as (keyof BankProfile)[]).filter((point) => row[point] !== null) : [])
}

/** The batches at a creditor, not cancelled, with something collected in the days from one up to another. */
export async function batchesCollectedIn(tx: Transaction, creditor: number, { from, until }: { readonly from: LocalDate; readonly until: LocalDate }): Promise<readonly number[]> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    select distinct b.id from debit_batches b join debit_batch_groups g on g.batch_id = b.id
     where b.creditor_id = ${creditor} and b.status <> 'cancelled' and g.collection_date >= ${from} and g.collection_date < ${until} order by b.id`)
  return rows.map(({ id }) => id)
}

/** The day itself, and the calendar month that it is in, as spans that end before `until`. */
export const spansOf = (date: LocalDate): { readonly day: { readonly from: LocalDate; readonly until: LocalDate }; readonly month: { readonly from: LocalDate; readonly until: LocalDate } } => {
  const first = `${date.slice(0, 8)}01` as LocalDate
  return { day: { from: date, until: addDays(date, 1) }, month: { from: first, until: addMonths(first, 1) } }
}
