import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import type { LineStatus } from './bankLines'
import { reasonInWords } from './returnReasons'
import type { Hold } from './statementHolds'
import type { Transaction } from './transaction'
import { wordsOrAmount } from './wordsOrAmount'

export type StatementLine = {
  readonly id: number
  readonly bookingDate: LocalDate
  readonly amountCents: Cents
  readonly counterName: string | null
  readonly description: string | null
  readonly returnReason: string | null
  readonly status: LineStatus
  readonly kind: 'batchTotal' | 'return' | 'invoicePayment' | 'donation' | 'payout' | 'ledger' | 'several' | null
  readonly batch: number | null
  readonly batchMessageId: string | null
  readonly expectedCents: Cents | undefined
  readonly invoice: number | null
  readonly invoiceNumber: string | null
  readonly donation: number | null
}

export type StatementHead = {
  readonly title: string
  readonly openingCents: Cents
  readonly closingCents: Cents
  readonly fileName: string
  readonly import: number
  readonly isUndone: boolean
  readonly hold: Hold
  /** Who let its lines be booked though it did not add up, and when. */
  readonly confirmedBy: string | null
  readonly confirmedOn: LocalDate | null
}

/** The statement itself. */
export async function statementHead(tx: Transaction, id: number): Promise<StatementHead | undefined> {
  const { rows } = await tx.execute<{ title: string; opening_cents: string; closing_cents: string; file_name: string; import_id: number; is_undone: boolean; hold: Hold; name: string | null; confirmed_on: string | null }>(sql`
    select s.title, s.opening_cents, s.closing_cents, s.file_name, s.import_id, s.is_undone, s.hold, u.name, (s.confirmed_at at time zone 'Europe/Amsterdam')::date::text as confirmed_on
      from bank_statements s left join users u on u.id = s.confirmed_by_id where s.id = ${id}`)
  return rows.map((row) => ({
    title: row.title, openingCents: cents(Number(row.opening_cents)), closingCents: cents(Number(row.closing_cents)), fileName: row.file_name, import: row.import_id, isUndone: row.is_undone,
    hold: row.hold, confirmedBy: row.name, confirmedOn: row.confirmed_on === null ? null : day(row.confirmed_on),
  }))[0]
}

export type LinesAsked = { readonly search?: string | undefined; readonly status?: string | undefined; readonly page: number }
export const statementPageSize = 50

/** How many lines it has of each status. */
export async function statementCounts(tx: Transaction, id: number): Promise<Readonly<Record<LineStatus, number>>> {
  const { rows } = await tx.execute<{ status: LineStatus; count: number }>(sql`select status, count(*)::int as count from bank_transactions where statement_id = ${id} group by status`)
  return { open: 0, processed: 0, duplicate: 0, undone: 0, ...Object.fromEntries(rows.map(({ status, count }) => [status, count])) }
}

/** A page of its lines, open ones first, each with what it became, and how many are found. */
export async function statementLines(tx: Transaction, id: number, { search, status, page }: LinesAsked): Promise<{ readonly count: number; readonly rows: readonly StatementLine[] }> {
  const found = sql`from bank_transactions t where t.statement_id = ${id} and (${status ?? ''} = '' or t.status = ${status ?? ''})
    and ${wordsOrAmount(search, [sql`t.counter_name`, sql`t.counter_iban`, sql`t.description`, sql`t.end_to_end_id`], sql`t.amount_cents`)}`
  const { rows: [counted] } = await tx.execute<{ count: number }>(sql`select count(*)::int as count ${found}`)
  const { rows } = await tx.execute<{
    id: number; booking_date: string; amount_cents: string; counter_name: string | null; description: string | null; return_reason: string | null
    status: StatementLine['status']; kind: StatementLine['kind']; batch_id: number | null; message_id: string | null; expected: string | null
    invoice_id: number | null; invoice_number: string | null; donation_id: number | null
  }>(sql`
    select t.id, t.booking_date::text, t.amount_cents, t.counter_name, t.description, ${reasonInWords(sql`t.return_reason`)} as return_reason, t.status, t.kind,
           b.id as batch_id, b.message_id,
           (select sum(i.amount_cents) from debit_instructions i where i.group_id = t.group_id and i.status <> 'rejected') as expected,
           paid.invoice_id, paid.number as invoice_number, given.donation_id
      from (select t.* ${found} order by t.status <> 'open', t.status, t.line limit ${statementPageSize} offset ${(page - 1) * statementPageSize}) t
      left join debit_batch_groups g on g.id = t.group_id
      left join debit_batches b on b.id = g.batch_id
      left join lateral (select p.invoice_id, v.number from payments p join invoices v on v.id = p.invoice_id
                          where p.transaction_id = t.id and t.kind <> 'batchTotal' order by p.id limit 1) paid on true
      left join lateral (select min(d.id) as donation_id from donations d where d.transaction_id = t.id and t.kind <> 'batchTotal') given on true
     order by t.status <> 'open', t.status, t.line`)
  return {
    count: counted?.count ?? 0,
    rows: rows.map((row) => ({
      id: row.id, bookingDate: day(row.booking_date), amountCents: cents(Number(row.amount_cents)), counterName: row.counter_name, description: row.description,
      returnReason: row.return_reason, status: row.status, kind: row.kind, batch: row.batch_id, batchMessageId: row.message_id,
      expectedCents: row.expected === null ? undefined : cents(Number(row.expected)), invoice: row.invoice_id, invoiceNumber: row.invoice_number, donation: row.donation_id,
    })),
  }
}
