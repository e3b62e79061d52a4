import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import type { LineStatus } from './bankLines'
import { reasonInWords } from './returnReasons'
import type { Hold } from './statementHolds'
import type { Transaction } from './transaction'

/** Everything that the bank told of a line, with the statement and the file that it came in. */
export type BankLineHead = {
  readonly status: LineStatus
  readonly bookingDate: LocalDate
  readonly valueDate: LocalDate
  readonly amountCents: Cents
  readonly isByHand: boolean
  readonly statement: { readonly id: number; readonly title: string; readonly hold: Hold; readonly isUndone: boolean }
  readonly file: { readonly id: number; readonly name: string; readonly format: 'camt053' | 'camt054' | 'mt940' }
  /** What the bank told, by the name of the field; what it did not tell is not there. */
  readonly told: readonly { readonly name: ToldName; readonly value: string }[]
}

export const toldNames = [
  'counterName', 'counterIban', 'description', 'returnReason', 'endToEndId', 'mandateReference', 'paymentInformationId', 'messageId', 'bankReference', 'transactionCode',
] as const
export type ToldName = (typeof toldNames)[number]

type HeadRow = {
  status: LineStatus; booking_date: string; value_date: string; amount_cents: string; is_by_hand: boolean; statement_id: number; title: string; hold: Hold; is_undone: boolean
  file_id: number; file_name: string; format: 'camt053' | 'camt054' | 'mt940'; told: Record<ToldName, string | null>
}

/** The line; undefined when there is none. */
export async function bankLineHead(tx: Transaction, id: number): Promise<BankLineHead | undefined> {
  const { rows } = await tx.execute<HeadRow>(sql`
    select t.status, t.booking_date::text, t.value_date::text, t.amount_cents, t.is_by_hand, s.id as statement_id, s.title, s.hold, s.is_undone, f.id as file_id, f.file_name, f.format,
           jsonb_build_object('counterName', t.counter_name, 'counterIban', t.counter_iban, 'description', t.description, 'returnReason', ${reasonInWords(sql`t.return_reason`)}, 'endToEndId', t.end_to_end_id,
             'mandateReference', t.mandate_reference, 'paymentInformationId', t.payment_information_id, 'messageId', t.message_id, 'bankReference', t.bank_reference, 'transactionCode', t.transaction_code) as told
      from bank_transactions t join bank_statements s on s.id = t.statement_id join bank_imports f on f.id = s.import_id where t.id = ${id}`)
  return rows.map((row) => ({
    status: row.status, bookingDate: day(row.booking_date), valueDate: day(row.value_date), amountCents: cents(Number(row.amount_cents)), isByHand: row.is_by_hand,
    statement: { id: row.statement_id, title: row.title, hold: row.hold, isUndone: row.is_undone }, file: { id: row.file_id, name: row.file_name, format: row.format },
    told: toldNames.flatMap((name) => { const value = row.told[name]; return value ? [{ name, value }] : [] }),
  }))[0]
}

/** Money that came of a line: a payment of an invoice or a donation, or what takes one back. */
export type MoneyOfLine = {
  readonly collection: 'payments' | 'donations'
  readonly id: number
  readonly date: LocalDate
  readonly amountCents: Cents
  readonly isReversal: boolean
  readonly instruction: number | undefined
  readonly name: string
  readonly about: string
}

const mostMoney = 100

/** The payments and donations of a line in order of time, the first of them, and how many there are: of a total there may be thousands. */
export async function moneyOfLine(tx: Transaction, id: number): Promise<{ readonly count: number; readonly rows: readonly MoneyOfLine[] }> {
  const money = sql`
    select 'payments' as collection, p.id, p.received_on, p.amount_cents, p.reversal_of_id is not null as is_reversal, p.instruction_id, r.display_name as name, v.number as about
      from payments p join invoices v on v.id = p.invoice_id join relations r on r.id = v.debtor_id where p.transaction_id = ${id}
    union all
    select 'donations', d.id, d.received_on, d.amount_cents, d.reversal_of_id is not null, d.instruction_id, r.display_name, f.title
      from donations d join funds f on f.id = d.fund_id left join relations r on r.id = d.donor_id where d.transaction_id = ${id}`
  const { rows } = await tx.execute<{ collection: MoneyOfLine['collection']; id: number; received_on: string; amount_cents: string; is_reversal: boolean; instruction_id: number | null; name: string | null; about: string; count: number }>(sql`
    select collection, id, received_on::text, amount_cents, is_reversal, instruction_id, name, about, count(*) over ()::int as count from (${money}) money order by is_reversal, collection, id limit ${mostMoney}`)
  return {
    count: rows[0]?.count ?? 0,
    rows: rows.map((row) => ({
      collection: row.collection, id: row.id, date: day(row.received_on), amountCents: cents(Number(row.amount_cents)), isReversal: row.is_reversal, instruction: row.instruction_id ?? undefined, name: row.name ?? '', about: row.about,
    })),
  }
}

export type DetailOfLine = { readonly id: number; readonly amountCents: Cents; readonly counterName: string | null; readonly endToEndId: string | null; readonly instruction: number | undefined; readonly returnReason: string | null; readonly description: string | null }

/** What a notification (camt.054) told about the inside of a line. */
export async function detailsOfLine(tx: Transaction, id: number): Promise<readonly DetailOfLine[]> {
  const { rows } = await tx.execute<{ id: number; amount_cents: string; counter_name: string | null; end_to_end_id: string | null; instruction: number | null; return_reason: string | null; description: string | null }>(sql`
    select d.id, d.amount_cents, d.counter_name, d.end_to_end_id, i.id as instruction, ${reasonInWords(sql`d.return_reason`)} as return_reason, d.description
      from bank_details d left join debit_instructions i on i.end_to_end_id = d.end_to_end_id where d.transaction_id = ${id} order by d.id limit ${mostMoney}`)
  return rows.map((row) => ({
    id: row.id, amountCents: cents(Number(row.amount_cents)), counterName: row.counter_name, endToEndId: row.end_to_end_id, instruction: row.instruction ?? undefined, returnReason: row.return_reason, description: row.description,
  }))
}

/** Lines of other files that are the same as this one, or may be: the one that it looks like, and those that look like it. */
export async function twinsOfLine(tx: Transaction, id: number): Promise<readonly { readonly id: number; readonly fileName: string; readonly status: LineStatus }[]> {
  const { rows } = await tx.execute<{ id: number; file_name: string; status: LineStatus }>(sql`
    select o.id, s.file_name, o.status from bank_transactions o join bank_statements s on s.id = o.statement_id
     where o.twin_id = ${id} or o.id = (select twin_id from bank_transactions where id = ${id}) order by o.id`)
  return rows.map((row) => ({ id: row.id, fileName: row.file_name, status: row.status }))
}
