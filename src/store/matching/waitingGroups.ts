import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../../domain/localDate'
import { cents, type Cents } from '../../domain/money'
import type { Transaction } from '../transaction'
import { expectedByGroup } from './totals'

/** A payment group that is at the bank and of which the total did not come yet. */
export type WaitingGroup = {
  readonly id: number
  readonly batch: number
  readonly messageId: string
  readonly paymentInformationId: string
  readonly collectionDate: LocalDate
  readonly expectedCents: Cents
}

const mostGroups = 20

/** Groups that the line may be the total of, those of exactly its amount first and then the nearest in time. */
export async function waitingGroups(tx: Transaction, line: { readonly id: number; readonly amountCents: Cents }): Promise<readonly WaitingGroup[]> {
  const { rows } = await tx.execute<{ id: number; batch: number; message_id: string; payment_information_id: string; collection_date: string; expected: string }>(sql`
    select g.id, b.id as batch, b.message_id, g.payment_information_id, g.collection_date::text, e.expected_cents as expected
      from bank_transactions t join bank_statements s on s.id = t.statement_id
      join debit_batches b on b.creditor_id = s.creditor_id and b.status in ('downloaded', 'submitted') join debit_batch_groups g on g.batch_id = b.id and g.status = 'open' and g.id is distinct from t.group_id
      join (${expectedByGroup}) e on e.id = g.id
     where t.id = ${line.id}
     order by e.expected_cents <> t.amount_cents, abs(g.collection_date - t.booking_date), g.id limit ${mostGroups}`)
  return rows.map((row) => ({
    id: row.id, batch: row.batch, messageId: row.message_id, paymentInformationId: row.payment_information_id, collectionDate: day(row.collection_date), expectedCents: cents(Number(row.expected)),
  }))
}
