import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import type { Transaction } from './transaction'

export type InvoiceToSend = {
  readonly id: number
  readonly kind: 'invoice' | 'credit'
  readonly number: string
  readonly sendMethod: 'mail' | 'post'
  readonly debtor: number
  readonly debtorName: string
  readonly description: string
  readonly totalCents: Cents
  readonly dueDate: LocalDate
  readonly isDebit: boolean
  readonly sender: string
  readonly address: string | undefined
  /** The debtor died or was archived: nobody is written to. */
  readonly isGone: boolean
}

type Row = {
  id: number; kind: 'invoice' | 'credit'; number: string; send_method: 'mail' | 'post'; debtor: number; debtor_name: string | null; description: string; total_cents: string; due_date: string
  is_debit: boolean; sender: string | null; address: string | null; is_gone: boolean
}

/** The ids as a condition, or everything without them. */
export const among = (column: SQL, ids: readonly number[] | undefined): SQL => (ids === undefined ? sql`true` : sql`${column} = any(${sql.param(ids)}::int[])`)

/** What was not sent yet, in order of their ids from one id on; for sending, locked until commit. */
export async function invoicesToSend(tx: Transaction, { invoices, after, limit, isLocked }: { readonly invoices?: readonly number[] | undefined; readonly after: number; readonly limit: number; readonly isLocked: boolean }): Promise<readonly InvoiceToSend[]> {
  const { rows } = await tx.execute<Row>(sql`
    select i.id, i.kind, i.number, i.send_method, r.id as debtor, r.display_name as debtor_name, i.description, i.total_cents, i.due_date::text, m.id is not null as is_debit,
           (r.status <> 'active' or r.deceased_on is not null) as is_gone,
           coalesce((select c.name from creditors c where c.id = m.creditor_id or (m.creditor_id is null and c.is_active) order by c.id limit 1), (select title from organisations order by id limit 1)) as sender,
           (select e.email from relations_emails e where e._parent_id = r.id order by e._order limit 1) as address
      from invoices i
      join relations r on r.id = i.debtor_id
      left join mandates m on m.id = i.mandate_id and m.status = 'active'
     where i.sent_on is null and i.send_method <> 'none' and i.id > ${after} and ${among(sql`i.id`, invoices)}
     order by i.id limit ${limit} ${isLocked ? sql`for no key update of i` : sql``}`)
  return rows.map((row) => ({
    id: row.id, kind: row.kind, number: row.number, sendMethod: row.send_method, debtor: row.debtor, debtorName: row.debtor_name ?? '', description: row.description, totalCents: cents(Number(row.total_cents)),
    dueDate: day(row.due_date), isDebit: row.is_debit, sender: row.sender ?? '', address: row.address ?? undefined, isGone: row.is_gone,
  }))
}

/** The invoices are on their way since the day; those that were already stay as they are. Returns which. */
export async function markSent(tx: Transaction, invoices: readonly number[], on: LocalDate): Promise<readonly number[]> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    update invoices set sent_on = ${on}, updated_at = now() where id = any(${sql.param(invoices)}::int[]) and sent_on is null returning id`)
  return rows.map(({ id }) => id)
}

export type SendingCounts = { readonly toMail: number; readonly toPrint: number; readonly withoutAddress: number; readonly gone: number }

/** How much waits to be sent, and what cannot be. */
export async function sendingCounts(tx: Transaction): Promise<SendingCounts> {
  const { rows: [row] } = await tx.execute<Record<'mail' | 'print' | 'without' | 'gone', string>>(sql`
    select count(*) filter (where not is_gone and send_method = 'mail' and has_mail) as mail, count(*) filter (where not is_gone and send_method = 'post') as print,
           count(*) filter (where not is_gone and send_method = 'mail' and not has_mail) as without, count(*) filter (where is_gone) as gone
      from (select i.send_method, (r.status <> 'active' or r.deceased_on is not null) as is_gone, exists (select from relations_emails e where e._parent_id = r.id) as has_mail
              from invoices i join relations r on r.id = i.debtor_id where i.sent_on is null and i.send_method <> 'none') waiting`)
  return { toMail: Number(row?.mail), toPrint: Number(row?.print), withoutAddress: Number(row?.without), gone: Number(row?.gone) }
}

/** The first invoices that wait for the post. */
export async function postToPrint(tx: Transaction, limit: number): Promise<readonly number[]> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    select i.id from invoices i join relations r on r.id = i.debtor_id and r.status = 'active' and r.deceased_on is null
     where i.sent_on is null and i.send_method = 'post' order by i.id limit ${limit}`)
  return rows.map(({ id }) => id)
}
