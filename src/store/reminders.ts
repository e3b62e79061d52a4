import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { dormantAfterMonths } from '../domain/mandate'
import { cents, type Cents } from '../domain/money'
import { asRows } from './asRows'
import { among } from './invoicesToSend'
import type { Transaction } from './transaction'
import { everyWord } from './wordSearch'

export type ReminderChannel = 'mail' | 'letter'

/** An invoice of which a step of reminding is due. */
export type Remindable = {
  readonly invoice: number
  readonly number: string
  readonly debtor: number
  readonly debtorName: string
  readonly invoiceDate: LocalDate
  readonly dueDate: LocalDate
  readonly openCents: Cents
  readonly step: number
  readonly stepTitle: string
  readonly stepPosition: number
  readonly channel: ReminderChannel
  readonly subject: string
  readonly body: string
  readonly iban: string | undefined
  readonly sender: string
  readonly lastRemindedOn: LocalDate | undefined
  readonly address: string | undefined
  readonly isDebtorGone: boolean
}

type Row = {
  invoice: number; number: string; debtor: number; debtor_name: string | null; invoice_date: string; due_date: string; open_cents: string; step: number; step_title: string; step_position: number
  channel: ReminderChannel; subject: string; body: string; iban: string | null; sender: string | null; last_reminded_on: string | null; address: string | null; is_gone: boolean
}

/** A planned debit `d` that goes to the bank as things are: one under a blocked or dormant mandate `dm` does not (sepa §7). */
export const canGo = sql`dm.status = 'active' and not (dm.signed_on + make_interval(months => ${dormantAfterMonths}) < d.collection_date
  and coalesce((select max(u.collection_date) from debit_instructions u where u.mandate_id = dm.id and u.status in ('submitted', 'collected', 'returned')), dm.signed_on)
      + make_interval(months => ${dormantAfterMonths}) < d.collection_date)`

/*
 * R-REM-1: past due, something open, and no debit planned that can go or under way; one that is to be debited but has no
 * instruction yet waits for that. R-REM-2: the next step after the last that went out, so many days after it or after the due date.
 */
const due = (today: LocalDate): SQL => sql`
  from invoices i
  join relations r on r.id = i.debtor_id
  left join mandates m on m.id = i.mandate_id and m.status = 'active' and m.debtor_id = i.debtor_id
  left join lateral (select s.position from reminders done join reminder_steps s on s.id = done.step_id where done.invoice_id = i.id order by s.position desc limit 1) last on true
  join lateral (select * from reminder_steps s where s.is_active and s.position > coalesce(last.position, 0) order by s.position limit 1) step on true
  left join lateral (select c.name, c.iban from creditors c where c.id = m.creditor_id or (m.creditor_id is null and c.is_active) order by c.id limit 1) sender on true
 where i.kind = 'invoice' and i.open_cents > 0
   and not exists (select from debit_instructions d join mandates dm on dm.id = d.mandate_id
                    where d.invoice_id = i.id and (d.status in ('batched', 'submitted') or (d.status = 'planned' and ${canGo})))
   and not (m.id is not null and not exists (select from debit_instructions d where d.invoice_id = i.id and d.status <> 'cancelled'))
   and i.due_date < ${today} and coalesce(i.last_reminded_on, i.due_date) + step.after_days <= ${today}`

export const reminderSorts = ['due', 'name', 'number', 'amount'] as const
export type ReminderSort = (typeof reminderSorts)[number]
const orders: Readonly<Record<ReminderSort, SQL>> = { due: sql`i.due_date`, name: sql`r.sort_name`, number: sql`i.number`, amount: sql`i.open_cents desc` }

/** Which of them are wanted; without anything all of them. */
export type ReminderWish = { readonly search?: string | undefined; readonly step?: number | undefined }
type Asked = ReminderWish & { readonly invoices?: readonly number[] | undefined; readonly sort?: ReminderSort; readonly offset?: number; readonly limit?: number }

function wished({ search, step }: ReminderWish): SQL {
  return sql`${everyWord(search, [sql`r.display_name`, sql`i.number`])} and ${step === undefined ? sql`true` : sql`step.id = ${step}`}`
}

/** Which step of which invoice is due on the day, the longest overdue first unless told otherwise. */
export async function remindable(tx: Transaction, today: LocalDate, { invoices, sort = 'due', offset = 0, limit, ...wish }: Asked = {}): Promise<readonly Remindable[]> {
  const { rows } = await tx.execute<Row>(sql`
    select i.id as invoice, i.number, r.id as debtor, r.display_name as debtor_name, i.invoice_date::text, i.due_date::text, i.open_cents, step.id as step, step.title as step_title, step.position as step_position,
           step.channel, step.subject, step.body, sender.iban, coalesce(sender.name, (select title from organisations order by id limit 1)) as sender, i.last_reminded_on::text,
           (select e.email from relations_emails e where e._parent_id = r.id order by e._order limit 1) as address, (r.status <> 'active' or r.deceased_on is not null) as is_gone
    ${due(today)} and ${among(sql`i.id`, invoices)} and ${wished(wish)}
     order by ${orders[sort]}, i.due_date, i.number offset ${offset} limit ${limit ?? null}::int`)
  return rows.map((row) => ({
    invoice: row.invoice, number: row.number, debtor: row.debtor, debtorName: row.debtor_name ?? '', invoiceDate: day(row.invoice_date), dueDate: day(row.due_date), openCents: cents(Number(row.open_cents)),
    step: row.step, stepTitle: row.step_title, stepPosition: row.step_position, channel: row.channel, subject: row.subject, body: row.body, iban: row.iban ?? undefined, sender: row.sender ?? '',
    lastRemindedOn: row.last_reminded_on === null ? undefined : day(row.last_reminded_on), address: row.address ?? undefined, isDebtorGone: row.is_gone,
  }))
}

export type ReminderCounts = {
  readonly count: number
  readonly totalCents: Cents
  /** How many of them are wanted. */
  readonly found: number
  readonly steps: readonly { readonly id: number; readonly title: string }[]
}

/** How many are due on the day, for how much, at which steps, and how many of those are wanted. */
export async function countRemindable(tx: Transaction, today: LocalDate, wish: ReminderWish): Promise<ReminderCounts> {
  const { rows } = await tx.execute<{ id: number; title: string; count: string; total: string; found: string }>(sql`
    select step.id, step.title, count(*) as count, sum(i.open_cents) as total, count(*) filter (where ${wished(wish)}) as found
    ${due(today)} group by step.id, step.title, step.position order by step.position`)
  const sum = (of: 'count' | 'total' | 'found'): number => rows.reduce((all, row) => all + Number(row[of]), 0)
  return { count: sum('count'), totalCents: cents(sum('total')), found: sum('found'), steps: rows.map(({ id, title }) => ({ id, title })) }
}

/** Whether somebody was reminded with the step. */
export async function isStepUsed(tx: Transaction, step: number): Promise<boolean> {
  const { rows } = await tx.execute(sql`select 1 from reminders where step_id = ${step} limit 1`)
  return rows.length > 0
}

/** Holds the invoices until commit, so that what is read of them next stays so. */
export const lockInvoices = (tx: Transaction, invoices: readonly number[]): Promise<unknown> => tx.execute(sql`
  select 1 from invoices where id = any(${sql.param(invoices)}::int[]) order by id for no key update`)

/** How many are past due with a mandate under which no debit was ever made: nobody asks for those as yet. */
export async function countAwaitingDebit(tx: Transaction, today: LocalDate): Promise<number> {
  const { rows } = await tx.execute<{ count: string }>(sql`
    select count(*) as count from invoices i join mandates m on m.id = i.mandate_id and m.status = 'active' and m.debtor_id = i.debtor_id
     where i.kind = 'invoice' and i.open_cents > 0 and i.due_date < ${today}
       and not exists (select from debit_instructions d where d.invoice_id = i.id and d.status <> 'cancelled')`)
  return Number(rows[0]?.count)
}

export type NewReminder = { readonly invoice: number; readonly step: number; readonly channel: ReminderChannel; readonly openCents: Cents; readonly mail: number | null }

/** Writes down what was asked again on the day, and counts it on the invoices. Each step once: the database holds it. Returns the ids in order of the invoices given. */
export async function insertReminders(tx: Transaction, reminders: readonly NewReminder[], on: LocalDate): Promise<readonly number[]> {
  if (reminders.length === 0) return []
  const { rows } = await tx.execute<{ id: number }>(sql`
    with given as materialized (
      select * from ${asRows(reminders.map((reminder, place) => ({ ...reminder, place })), { invoice: 'int', step: 'int', channel: 'text', openCents: 'bigint', mail: 'int', place: 'int' })}
    ), inserted as (
      insert into reminders (invoice_id, step_id, sent_on, channel, open_cents, mail_id, created_at, updated_at)
      select invoice, step, ${on}::date, channel, "openCents", mail, now(), now() from given order by place
      returning id
    ), counted as (
      update invoices i set reminder_count = i.reminder_count + 1, last_reminded_on = ${on}::date, updated_at = now() from given where i.id = given.invoice
    )
    select id from inserted order by id`)
  return rows.map(({ id }) => id)
}

/** Whether there is any step to remind with. */
export async function hasActiveSteps(tx: Transaction): Promise<boolean> {
  const { rows } = await tx.execute<{ has_steps: boolean }>(sql`select exists (select from reminder_steps where is_active) as has_steps`)
  return rows[0]?.has_steps ?? false
}
