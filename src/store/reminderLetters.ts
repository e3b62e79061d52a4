import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import { addressColumns, addressLines, senderOf } from './invoicePapers'
import type { Transaction } from './transaction'

export type LetterFacts = {
  readonly sender: string; readonly senderIban: string | undefined; readonly debtorName: string; readonly debtorNumber: number | undefined; readonly address: readonly string[]
  readonly sentOn: LocalDate; readonly subject: string; readonly body: string; readonly number: string; readonly invoiceDate: LocalDate; readonly dueDate: LocalDate; readonly openCents: Cents
}

type LetterRow = Parameters<typeof addressLines>[0] & {
  sender: string | null; sender_iban: string | null; debtor_name: string | null; debtor_number: number | null; sent_on: string; subject: string; body: string; number: string; invoice_date: string; due_date: string; open_cents: string
}

/** Reminders that are letters, with what was open when they were made. */
export async function letterFacts(tx: Transaction, reminders: readonly number[]): Promise<readonly LetterFacts[]> {
  const { rows } = await tx.execute<LetterRow>(sql`
    select ${addressColumns}, n.sent_on::text, n.open_cents, s.subject, s.body, i.number, i.invoice_date::text, i.due_date::text
      from reminders n
      join reminder_steps s on s.id = n.step_id
      join invoices i on i.id = n.invoice_id
      join relations r on r.id = i.debtor_id
      left join mandates m on m.id = i.mandate_id
      ${senderOf}
     where n.id = any(${sql.param(reminders)}::int[]) and n.channel = 'letter'
     order by n.id`)
  return rows.map((row) => ({
    sender: row.sender ?? '', senderIban: row.sender_iban ?? undefined, debtorName: row.debtor_name ?? '', debtorNumber: row.debtor_number ?? undefined, address: addressLines(row), sentOn: day(row.sent_on),
    subject: row.subject, body: row.body, number: row.number, invoiceDate: day(row.invoice_date), dueDate: day(row.due_date), openCents: cents(Number(row.open_cents)),
  }))
}
