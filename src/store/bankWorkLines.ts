import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import type { LineStatus } from './bankLines'
import { reasonInWords } from './returnReasons'
import { isReleased } from './statementHolds'
import type { Transaction } from './transaction'

/** What the bank told of a line, and the file that it came in. */
export type ToldLine = {
  readonly id: number
  readonly bookingDate: LocalDate
  readonly amountCents: Cents
  readonly counterName: string | null
  readonly counterIban: string | null
  readonly description: string | null
  readonly fileName: string
}

/** A payment group of which the line is, or may be, the total. */
export type GroupOfLine = {
  readonly id: number
  readonly batch: number
  readonly messageId: string
  readonly isOpen: boolean
  readonly expectedCents: Cents
  /** What came in for it so far and is not booked, over all its lines. */
  readonly receivedCents: Cents
}

/** A line as somebody works on it. */
export type WorkLine = ToldLine & {
  readonly status: LineStatus
  readonly isHeld: boolean
  readonly statement: number
  readonly account: string
  readonly returnReason: string | null
  readonly group: GroupOfLine | undefined
  readonly twin: ToldLine | undefined
  /** How many waiting groups of its account expect exactly this amount. */
  readonly fittingGroups: number
}

type Told = { id: number; booking_date: string; amount: string | number; counter_name: string | null; counter_iban: string | null; description: string | null; file_name: string }
type Row = Told & {
  status: LineStatus; is_held: boolean; statement_id: number; account: string; return_reason: string | null; twin: Told | null; fitting: number
  group_id: number | null; batch_id: number | null; message_id: string | null; group_is_open: boolean | null; expected: string | null; received: string | null
}

const toTold = (row: Told): ToldLine => ({
  id: row.id, bookingDate: day(row.booking_date), amountCents: cents(Number(row.amount)), counterName: row.counter_name, counterIban: row.counter_iban, description: row.description, fileName: row.file_name,
})

/** These lines, in the order given. */
export async function workLinesOf(tx: Transaction, lines: readonly number[]): Promise<readonly WorkLine[]> {
  const { rows } = await tx.execute<Row>(sql`
    select t.id, t.booking_date::text, t.amount_cents as amount, t.counter_name, t.counter_iban, t.description, s.file_name, t.status, t.statement_id, s.iban as account,
           t.status = 'open' and not ${isReleased} as is_held, ${reasonInWords(sql`t.return_reason`)} as return_reason,
           g.id as group_id, g.batch_id, b.message_id, g.status = 'open' as group_is_open,
           (select sum(i.amount_cents) from debit_instructions i where i.group_id = g.id and i.status <> 'rejected') as expected,
           (select sum(own.amount_cents) from bank_transactions own where own.group_id = g.id and own.status = 'open' and own.twin_id is null and own.amount_cents > 0) as received,
           case when t.status = 'open' and t.group_id is null and t.amount_cents > 0 then (${fittingGroups}) else 0 end as fitting,
           case when o.id is not null then jsonb_build_object('id', o.id, 'booking_date', o.booking_date, 'amount', o.amount_cents, 'counter_name', o.counter_name,
             'counter_iban', o.counter_iban, 'description', o.description, 'file_name', os.file_name) end as twin
      from bank_transactions t join bank_statements s on s.id = t.statement_id
      left join debit_batch_groups g on g.id = t.group_id left join debit_batches b on b.id = g.batch_id
      left join bank_transactions o on o.id = t.twin_id left join bank_statements os on os.id = o.statement_id
     where t.id = any(${sql.param(lines)}::int[])`)
  const byId = new Map(rows.map((row) => [row.id, toWorkLine(row)]))
  return lines.flatMap((line) => byId.get(line) ?? [])
}

const fittingGroups = sql`
  select count(*)::int from debit_batch_groups w join debit_batches wb on wb.id = w.batch_id and wb.status in ('downloaded', 'submitted') and wb.creditor_id = s.creditor_id
   where w.status = 'open' and t.amount_cents = (select sum(i.amount_cents) from debit_instructions i where i.group_id = w.id and i.status <> 'rejected')`

function toWorkLine(row: Row): WorkLine {
  return {
    ...toTold(row), status: row.status, isHeld: row.is_held, statement: row.statement_id, account: row.account, returnReason: row.return_reason, fittingGroups: row.fitting,
    twin: row.twin === null ? undefined : toTold(row.twin),
    group: row.group_id === null ? undefined : {
      id: row.group_id, batch: row.batch_id ?? 0, messageId: row.message_id ?? '', isOpen: row.group_is_open === true, expectedCents: cents(Number(row.expected ?? 0)), receivedCents: cents(Number(row.received ?? 0)),
    },
  }
}
