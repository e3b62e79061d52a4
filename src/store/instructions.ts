import { sql } from '@payloadcms/db-postgres/drizzle'
import type { SequenceType } from '../domain/debitBatch'
import type { LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import { endToEndId } from '../formats/identifiers'
import { asRows } from './asRows'
import { insertAuditEntries } from './auditLog'
import { takeNumbers } from './counters'
import { lockByName, type Transaction } from './transaction'
import { whatItHangsOn, whyStale } from './whyStale'

export type NewInstruction = {
  readonly creditor: number
  readonly mandate: number
  readonly debtor: number
  readonly sequenceType: SequenceType
  readonly pledge: number | null
  readonly invoice: number | null
  readonly instalment: number
  readonly amountCents: Cents
  readonly collectionDate: LocalDate
  readonly originalCollectionDate: LocalDate
  readonly description: string
}

/** Instructions that go in one statement: a year ahead of a hundred thousand pledges is more than one parameter holds well. */
const atOnce = 20_000

/** Adds the instructions whose instalment has none yet, and tells how many those were. */
export async function insertInstructions(tx: Transaction, instructions: readonly NewInstruction[]): Promise<number> {
  let added = 0
  for (let from = 0; from < instructions.length; from += atOnce) added += await insertChunk(tx, instructions.slice(from, from + atOnce))
  return added
}

async function insertChunk(tx: Transaction, instructions: readonly NewInstruction[]): Promise<number> {
  const first = await takeNumbers(tx, 'end-to-end id', instructions.length)
  const numbered = instructions.map((instruction, index) => ({ ...instruction, endToEndId: endToEndId(first + index) }))
  const { rows: [counted] } = await tx.execute<{ added: number }>(sql`
    with inserted as (
      insert into debit_instructions (end_to_end_id, creditor_id, mandate_id, debtor_id, pledge_id, invoice_id, instalment, amount_cents,
        collection_date, original_collection_date, sequence_type, description, status, created_at, updated_at)
      select "endToEndId", creditor, mandate, debtor, pledge, invoice, instalment, "amountCents",
             "collectionDate", "originalCollectionDate", "sequenceType", description, 'planned', now(), now()
        from ${asRows(numbered, {
          endToEndId: 'text', creditor: 'int', mandate: 'int', debtor: 'int', pledge: 'int', invoice: 'int', instalment: 'int',
          amountCents: 'bigint', collectionDate: 'date', originalCollectionDate: 'date', sequenceType: 'text', description: 'text' })}
      on conflict do nothing
      returning 1
    )
    select count(*)::int as added from inserted`)
  return counted?.added ?? 0
}

/** What is open of an invoice beyond everything that is under way for it, when all its instalments have an instruction. */
export type Shortage = { readonly invoice: number; readonly amountCents: Cents }

/** Adds what is short to the last planned instalment: an invoice that was partly paid, and then was not after all. Retries keep their amount. */
export async function raiseLastPlanned(tx: Transaction, shortages: readonly Shortage[], actor: number | null): Promise<void> {
  if (shortages.length === 0) return
  const { rows } = await tx.execute<{ id: number; amount_cents: string; added: string }>(sql`
    update debit_instructions i set amount_cents = i.amount_cents + given."amountCents", updated_at = now()
      from ${asRows(shortages, { invoice: 'int', amountCents: 'bigint' })}
     where i.id = (select last.id from debit_instructions last where last.invoice_id = given.invoice and last.status = 'planned' and last.retry_of_id is null
                    order by last.instalment desc limit 1)
    returning i.id, i.amount_cents, given."amountCents" as added`)
  await insertAuditEntries(tx, actor, rows.map(({ id, amount_cents, added }) => changeOf(id, { amountCents: { from: Number(amount_cents) - Number(added), to: Number(amount_cents) } })))
}

const changeOf = (id: number, changes: Readonly<Record<string, unknown>>) => ({ subject: 'debit-instructions', subjectId: id, action: 'update' as const, changes })

/** Whoever makes, changes or cancels planned instructions does so alone. */
export const lockInstructions = (tx: Transaction): Promise<unknown> => lockByName(tx, 'instructions')

export type Cancelled = { readonly id: number; readonly amountCents: Cents; readonly creditor: number; readonly invoice: number | null; readonly collectionDate: LocalDate }
export type Stale = { readonly cancelled: readonly Cancelled[]; /** With the amounts that went off. */ readonly reduced: readonly Cancelled[] }
type CancelledRow = { id: number; amount_cents: string; creditor_id: number; invoice_id: number | null; collection_date: LocalDate; reason: string | null }

/**
 * Cancels planned instructions that may not go out any more, each with its reason: the debtor died or was archived, the
 * mandate ended or was replaced, the pledge ended or changed, or the invoice was paid or credited meanwhile; of an
 * invoice that is still partly open the last instalments go first, and one of them may be reduced (R-INS-3, R-INV-2). A
 * retry keeps the amount and the day of its first try. Returns what was cancelled, and by how much others were reduced;
 * each is written in the audit log, in the name of nobody where Kring does it by itself.
 */
export async function cancelStaleInstructions(tx: Transaction, actor: number | null = null): Promise<Stale> {
  const ended = await cancelEnded(tx, actor)
  const { cancelled, reduced } = await cancelBeyondOpen(tx, actor)
  return { cancelled: [...ended, ...cancelled], reduced }
}

async function cancelEnded(tx: Transaction, actor: number | null): Promise<readonly Cancelled[]> {
  const { rows } = await tx.execute<CancelledRow>(sql`
    update debit_instructions i set status = 'cancelled', cancel_reason = stale.reason, updated_at = now()
      from (select i.id, ${whyStale} as reason from debit_instructions i ${whatItHangsOn} where i.status = 'planned') stale
     where stale.id = i.id and stale.reason is not null
    returning i.id, i.amount_cents, i.creditor_id, i.invoice_id, i.collection_date::text, stale.reason`)
  await insertAuditEntries(tx, actor, rows.map(cancelChange))
  return rows.map(toCancelled)
}

/** What is under way for an invoice never exceeds what it still has open; what is at the bank already stays. */
async function cancelBeyondOpen(tx: Transaction, actor: number | null): Promise<Stale> {
  const { rows } = await tx.execute<CancelledRow & { status: string; was: string }>(sql`
    with exceeding as (
      select v.id, sum(i.amount_cents) - greatest(v.open_cents, 0) as excess
        from debit_instructions i join invoices v on v.id = i.invoice_id
       where i.status in ('planned', 'batched', 'submitted')
       group by v.id having sum(i.amount_cents) > greatest(v.open_cents, 0)
    ), from_the_end as (
      select i.id, i.amount_cents, e.excess, sum(i.amount_cents) over (partition by i.invoice_id order by i.instalment desc, i.id desc) as up_to_here
        from debit_instructions i join exceeding e on e.id = i.invoice_id where i.status = 'planned'
    )
    update debit_instructions i
       set status = case when up_to_here <= excess then 'cancelled' else i.status end,
           cancel_reason = case when up_to_here <= excess then 'invoicePaid' end,
           amount_cents = case when up_to_here <= excess then i.amount_cents else up_to_here - excess end,
           updated_at = now()
      from from_the_end f
     where f.id = i.id and f.up_to_here - f.amount_cents < f.excess
    returning i.id, i.amount_cents, i.status, i.creditor_id, i.invoice_id, i.collection_date::text, i.cancel_reason as reason, f.amount_cents as was`)
  await insertAuditEntries(tx, actor, rows.map((row) => (row.status === 'cancelled' ? cancelChange(row) : changeOf(row.id, { amountCents: { from: Number(row.was), to: Number(row.amount_cents) } }))))
  return {
    cancelled: rows.filter(({ status }) => status === 'cancelled').map(toCancelled),
    reduced: rows.filter(({ status }) => status !== 'cancelled').map((row) => ({ ...toCancelled(row), amountCents: cents(Number(row.was) - Number(row.amount_cents)) })),
  }
}

const cancelChange = ({ id, reason }: CancelledRow) => changeOf(id, { status: { from: 'planned', to: 'cancelled' }, cancelReason: reason })

const toCancelled = (row: CancelledRow): Cancelled => ({ id: row.id, amountCents: cents(Number(row.amount_cents)), creditor: row.creditor_id, invoice: row.invoice_id, collectionDate: row.collection_date })

/** Puts planned instructions on a day that is not before the one they have; returns those that moved, with the day they came from. */
export async function moveCollectionDates(tx: Transaction, ids: readonly number[], date: LocalDate): Promise<readonly { readonly id: number; readonly from: LocalDate }[]> {
  const { rows } = await tx.execute<{ id: number; from: LocalDate }>(sql`
    update debit_instructions i set collection_date = ${date}, updated_at = now()
      from (select id, collection_date::text as was from debit_instructions
             where id = any(${sql.param(`{${ids.join(',')}}`)}::int[]) and status = 'planned' and collection_date <= ${date}) before
     where i.id = before.id
    returning i.id, before.was as from`)
  return rows
}
