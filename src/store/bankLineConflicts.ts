import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import type { Transaction } from './transaction'

/** Why a line that looks like something of ours is not booked as such (sepa §10–§12). */
export type ConflictKind =
  | 'returnedBefore' | 'refusedBefore' | 'beforeTotal' | 'otherAmount' | 'notAtBank' | 'unknownDebit' | 'collectedByOthers' | 'successCode' | 'paidCancelled' | 'paidTwice'

export type Conflict = {
  readonly kind: ConflictKind
  readonly instruction: number | undefined
  readonly debtorName: string
  readonly amountCents: Cents | undefined
  /** When the debit came back or was refused before. */
  readonly date: LocalDate | undefined
  /** The bank line by which it came back. */
  readonly earlierLine: number | undefined
  readonly batch: number | undefined
}

type Row = { id: number; kind: ConflictKind; instruction: number | null; debtor_name: string | null; amount: string | null; date: string | null; earlier: number | null; batch: number | null }

/** Of open lines that contradict what is known here, what it is. */
export async function conflictsOf(tx: Transaction, lines: readonly number[]): Promise<ReadonlyMap<number, Conflict>> {
  const { rows } = await tx.execute<Row>(sql`
    select * from (
      select t.id, i.id as instruction, r.display_name as debtor_name, i.amount_cents as amount, i.returned_on::text as date, coalesce(i.batch_id, g.batch_id) as batch,
             (select min(b.transaction_id) from bank_bookings b where b.instruction_id = i.id and b.kind = 'return' and b.undone_at is null) as earlier,
             case
               when t.amount_cents > 0 and t.return_reason is not null then 'successCode'
               when t.amount_cents > 0 and g.status = 'cancelled' then 'paidCancelled'
               when t.amount_cents > 0 and g.status = 'processed' then 'paidTwice'
               when t.amount_cents > 0 then null
               when t.transaction_code like 'RDDT%' then 'collectedByOthers'
               when i.status = 'returned' then 'returnedBefore'
               when i.status = 'rejected' then 'refusedBefore'
               when i.status = 'submitted' then 'beforeTotal'
               when i.status = 'collected' and i.amount_cents <> -t.amount_cents then 'otherAmount'
               when i.status in ('planned', 'batched', 'cancelled') then 'notAtBank'
               when i.id is null and (t.return_reason is not null or t.transaction_code like '%UPDD%') then 'unknownDebit'
             end as kind
        from bank_transactions t
        left join debit_instructions i on i.end_to_end_id = t.end_to_end_id and t.amount_cents < 0 left join relations r on r.id = i.debtor_id
        left join debit_batch_groups g on t.amount_cents > 0 and (g.id = t.group_id or (t.group_id is null and g.payment_information_id = t.payment_information_id))
       where t.status = 'open' and t.id = any(${sql.param(lines)}::int[])
    ) looked where kind is not null`)
  return new Map(rows.map((row) => [row.id, {
    kind: row.kind, instruction: row.instruction ?? undefined, debtorName: row.debtor_name ?? '', amountCents: row.amount === null ? undefined : cents(Number(row.amount)),
    date: row.date === null ? undefined : day(row.date), earlierLine: row.earlier ?? undefined, batch: row.batch ?? undefined,
  }]))
}
