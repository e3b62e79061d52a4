import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { InstructionStatus } from '../domain/instructionStatus'
import type { LocalDate } from '../domain/localDate'
import { cents } from '../domain/money'
import type { FailedDebit } from '../domain/planRetries'
import { endToEndId } from '../formats/identifiers'
import { asRows } from './asRows'
import { takeNumbers } from './counters'
import { openOfFailure } from './openFailures'
import type { Transaction } from './transaction'

/** With the creditor of the mandate that its pledge or invoice has by now; of none where that has no mandate. */
export type RetryCandidate = FailedDebit & { readonly creditor: number | null }

/** A retry goes under the mandate that its pledge or invoice has by now: another one may have taken the place of the first. */
const mandateNow = sql`case when p.id is not null then case when p.payment_method = 'directDebit' then p.mandate_id end else v.mandate_id end`

const among = (column: SQL, ids: readonly number[]): SQL => sql`${column} = any(${sql.param(`{${ids.join(',')}}`)}::int[])`

type Row = {
  id: number; status: InstructionStatus; return_reason: string | null; may_retry: boolean | null; asks_iban: boolean | null; has_other_iban: boolean; amount_cents: string
  creditor_id: number | null; is_creditor_active: boolean; invoice_id: number | null; mandate_id: number | null; is_one_off: boolean; is_taken: boolean
  paid_now: FailedDebit['paidNow']; is_retried: boolean; is_booked: boolean; open: string
}

/** Holds the instructions with their invoices and pledges until commit, so that nobody pays, ends or tries them again meanwhile. */
export async function lockFailed(tx: Transaction, ids: readonly number[]): Promise<void> {
  const held = sql`debit_instructions where ${among(sql`id`, ids)}`
  await tx.execute(sql`with held as (select 1 from invoices where id in (select invoice_id from ${held}) order by id for update) select count(*) from held`)
  await tx.execute(sql`with held as (select 1 from pledges where id in (select pledge_id from ${held}) order by id for no key update) select count(*) from held`)
  await tx.execute(sql`with held as (select 1 from ${held} order by id for update) select count(*) from held`)
}

/** The debits with what decides whether they may be tried again, in order of id; those that nobody knows are not among them. */
export async function retryCandidates(tx: Transaction, ids: readonly number[]): Promise<readonly RetryCandidate[]> {
  if (ids.length === 0) return []
  const { rows } = await tx.execute<Row>(sql`
    select i.id, i.status, i.return_reason, reason.may_retry, reason.task = 'askIban' as asks_iban, coalesce(m.iban <> i.debtor_iban, false) as has_other_iban, i.amount_cents,
           m.creditor_id, coalesce(c.is_active, true) as is_creditor_active, i.invoice_id, m.id as mandate_id, coalesce(m.type = 'oneOff', false) as is_one_off,
           coalesce(m.type = 'oneOff' and exists (select from debit_instructions u where u.mandate_id = m.id and u.status not in ('cancelled', 'rejected', 'returned')), false) as is_taken,
           case when debtor.deceased_on is not null or (p.id is not null and debtor.status <> 'active') then 'debtorGone'
                when p.end_date <= i.original_collection_date then 'pledgeEnded'
                when m.id is null then 'transfer' when m.debtor_id <> i.debtor_id or m.debtor_id <> coalesce(p.donor_id, v.debtor_id) then 'otherPayer'
                when m.status = 'active' then 'activeMandate' when m.status = 'blocked' then 'mandateBlocked' else 'mandateEnded' end as paid_now,
           exists (select from debit_instructions r where r.retry_of_id = i.id and r.status <> 'cancelled') as is_retried,
           coalesce(g.status = 'processed', false) as is_booked,
           case when v.id is null then ${openOfFailure}
                else v.open_cents - (select coalesce(sum(live.amount_cents), 0) from debit_instructions live where live.invoice_id = v.id and live.status in ('planned', 'batched', 'submitted')) end as open
      from debit_instructions i
      join relations debtor on debtor.id = i.debtor_id
      left join return_reasons reason on reason.code = i.return_reason
      left join debit_batch_groups g on g.id = i.group_id
      left join invoices v on v.id = i.invoice_id
      left join pledges p on p.id = i.pledge_id
      left join mandates m on m.id = ${mandateNow}
      left join creditors c on c.id = m.creditor_id
     where ${among(sql`i.id`, ids)}
     order by i.id`)
  return rows.map((row) => ({
    id: row.id, status: row.status, reason: row.return_reason, policy: row.may_retry === null ? undefined : { mayRetry: row.may_retry, asksIban: row.asks_iban ?? false }, hasOtherIban: row.has_other_iban,
    amountCents: cents(Number(row.amount_cents)), creditor: row.creditor_id, isCreditorInUse: row.is_creditor_active, invoice: row.invoice_id, mandate: row.mandate_id, isOneOff: row.is_one_off,
    isMandateTaken: row.is_taken, paidNow: row.paid_now, isRetried: row.is_retried, isGroupBooked: row.is_booked, openCents: cents(Number(row.open)),
  }))
}

export type NewRetry = { readonly of: number; readonly collectionDate: LocalDate }
export type InsertedRetry = NewRetry & { readonly id: number }

/** Retries that go in one statement. */
const atOnce = 20_000

/** Plans the same instalments once more, each with an end-to-end id of its own that names the first try. */
export async function insertRetries(tx: Transaction, retries: readonly NewRetry[]): Promise<readonly InsertedRetry[]> {
  if (retries.length === 0) return []
  const first = await takeNumbers(tx, 'end-to-end id', retries.length)
  const numbered = retries.map((retry, index) => ({ ...retry, endToEndId: endToEndId(first + index) }))
  const inserted: InsertedRetry[] = []
  for (let from = 0; from < numbered.length; from += atOnce) inserted.push(...await insertChunk(tx, numbered.slice(from, from + atOnce)))
  return inserted
}

async function insertChunk(tx: Transaction, retries: readonly (NewRetry & { readonly endToEndId: string })[]): Promise<readonly InsertedRetry[]> {
  const { rows } = await tx.execute<InsertedRetry>(sql`
    insert into debit_instructions (end_to_end_id, creditor_id, mandate_id, debtor_id, pledge_id, invoice_id, instalment, amount_cents,
      collection_date, original_collection_date, sequence_type, description, status, retry_of_id, created_at, updated_at)
    select given."endToEndId", m.creditor_id, m.id, m.debtor_id, i.pledge_id, i.invoice_id, i.instalment, i.amount_cents,
           given."collectionDate", i.original_collection_date, case when m.type = 'oneOff' then 'OOFF' else 'RCUR' end, i.description, 'planned', i.id, now(), now()
      from ${asRows(retries, { of: 'int', endToEndId: 'text', collectionDate: 'date' })}
      join debit_instructions i on i.id = given."of"
      left join invoices v on v.id = i.invoice_id
      left join pledges p on p.id = i.pledge_id
      join mandates m on m.id = ${mandateNow}
     order by given."endToEndId"
    returning id, retry_of_id as "of", collection_date::text as "collectionDate"`)
  return rows
}
