import { sql } from '@payloadcms/db-postgres/drizzle'
import { asRows } from './asRows'
import type { Transaction } from './transaction'

export type Mail = { readonly id: number; readonly recipient: string; readonly subject: string; readonly body: string; /** The invoice that goes with it. */ readonly invoice?: number | null }

/** Writes a mail down for sending and returns its id. */
export async function insertMail(tx: Transaction, mail: Omit<Mail, 'id'>): Promise<number> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    insert into mails (recipient, subject, body, status, created_at, updated_at)
    values (${mail.recipient}, ${mail.subject}, ${mail.body}, 'queued', now(), now()) returning id`)
  return Number(rows[0]?.id)
}

/** Writes many mails down at once; the ids come in the order of the mails. */
export async function insertMails(tx: Transaction, mails: readonly Omit<Mail, 'id'>[]): Promise<readonly number[]> {
  if (mails.length === 0) return []
  const placed = mails.map((mail, place) => ({ ...mail, place }))
  const { rows } = await tx.execute<{ id: number }>(sql`
    insert into mails (recipient, subject, body, invoice_id, status, created_at, updated_at)
    select recipient, subject, body, invoice, 'queued', now(), now()
      from ${asRows(placed, { recipient: 'text', subject: 'text', body: 'text', invoice: 'int', place: 'int' })} order by place
    returning id`)
  return rows.map(({ id }) => id).toSorted((left, right) => left - right)
}

/** A mail that still has to go, locked; undefined when it went already. */
export async function lockQueuedMail(tx: Transaction, id: number): Promise<Mail | undefined> {
  const { rows } = await tx.execute<{ id: number; recipient: string; subject: string; body: string; invoice: number | null }>(
    sql`select id, recipient, subject, body, invoice_id as invoice from mails where id = ${id} and status = 'queued' for update`)
  return rows[0]
}

/** The mail will not be sent any more: what the mail server said the last time. One that went meanwhile stays as it is. */
export const failMail = (tx: Transaction, id: number, problem: string): Promise<unknown> => tx.execute(sql`
  update mails set status = 'failed', problem = ${problem}, updated_at = now() where id = ${id} and status = 'queued'`)

/** Sent by the mail server, or kept because there is none. */
export const closeMail = (tx: Transaction, id: number, status: 'sent' | 'kept'): Promise<unknown> => tx.execute(sql`
  update mails set status = ${status}, sent_at = case when ${status} = 'sent' then clock_timestamp() end, updated_at = now() where id = ${id}`)
