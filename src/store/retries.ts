import { sql } from '@payloadcms/db-postgres/drizzle'
import type { InstructionStatus } from '../domain/instructionStatus'
import type { LocalDate } from '../domain/localDate'
import type { Failure } from '../domain/mayRetry'
import { cents, type Cents } from '../domain/money'
import { endToEndId } from '../formats/identifiers'
import { takeNumbers } from './counters'
import type { Transaction } from './transaction'

export type FailedInstruction = Failure & {
  readonly amountCents: Cents
  readonly creditor: number
  /** How its pledge or invoice is paid by now: under a mandate that may be used or not, by transfer, or by somebody else. */
  readonly paidNow: 'activeMandate' | 'mandateNotActive' | 'transfer' | 'otherPayer'
  readonly isRetried: boolean
  /** Whether the bank's total was booked: before that, a refusal can still be undone. */
  readonly isGroupBooked: boolean
  /** What may still be collected for its invoice beside everything that is under way; undefined for a pledge. */
  readonly openCents: Cents | undefined
}

/** A retry goes under the mandate that its pledge or invoice has by now: another one may have taken the place of the first. */
const mandateNow = sql`case when p.id is not null then case when p.payment_method = 'directDebit' then p.mandate_id end else v.mandate_id end`

type FailedRow = {
  status: InstructionStatus; return_reason: string | null; may_retry: boolean | null; asks_iban: boolean | null; has_other_iban: boolean; amount_cents: string; creditor_id: number
  paid_now: FailedInstruction['paidNow']; is_retried: boolean; is_booked: boolean | null; open: string | null
}

/** The instruction with what decides whether it may be tried again; locked, with its invoice, until commit, and read once nobody else holds it. */
export async function lockFailedInstruction(tx: Transaction, id: number): Promise<FailedInstruction | undefined> {
  await tx.execute(sql`select 1 from invoices where id = (select invoice_id from debit_instructions where id = ${id}) for update`)
  await tx.execute(sql`select 1 from debit_instructions where id = ${id} for update`)
  const { rows } = await tx.execute<FailedRow>(sql`
    select i.status, i.return_reason, reason.may_retry, reason.task = 'askIban' as asks_iban, coalesce(m.iban <> i.debtor_iban, false) as has_other_iban, i.amount_cents, i.creditor_id,
           case when m.id is null then 'transfer' when m.debtor_id <> i.debtor_id or m.debtor_id <> coalesce(p.donor_id, v.debtor_id) then 'otherPayer'
                when m.status = 'active' then 'activeMandate' else 'mandateNotActive' end as paid_now,
           exists (select from debit_instructions r where r.retry_of_id = i.id and r.status <> 'cancelled') as is_retried,
           g.status = 'processed' as is_booked,
           v.open_cents - (select coalesce(sum(live.amount_cents), 0) from debit_instructions live
                            where live.invoice_id = v.id and live.status in ('planned', 'batched', 'submitted')) as open
      from debit_instructions i
      left join return_reasons reason on reason.code = i.return_reason
      left join debit_batch_groups g on g.id = i.group_id
      left join invoices v on v.id = i.invoice_id
      left join pledges p on p.id = i.pledge_id
      left join mandates m on m.id = ${mandateNow}
     where i.id = ${id}`)
  return rows.map((row) => ({
    status: row.status, reason: row.return_reason, policy: row.may_retry === null ? undefined : { mayRetry: row.may_retry, asksIban: row.asks_iban ?? false }, hasOtherIban: row.has_other_iban,
    amountCents: cents(Number(row.amount_cents)), creditor: row.creditor_id, paidNow: row.paid_now, isRetried: row.is_retried, isGroupBooked: row.is_booked === true,
    openCents: row.open === null ? undefined : cents(Number(row.open)),
  }))[0]
}

/** Plans the same instalment once more, with an end-to-end id of its own that names the first try; returns its id. */
export async function insertRetry(tx: Transaction, of: number, collectionDate: LocalDate): Promise<number> {
  const reference = endToEndId(await takeNumbers(tx, 'end-to-end id', 1))
  const { rows } = await tx.execute<{ id: number }>(sql`
    insert into debit_instructions (end_to_end_id, creditor_id, mandate_id, debtor_id, pledge_id, invoice_id, instalment, amount_cents,
      collection_date, original_collection_date, sequence_type, description, status, retry_of_id, created_at, updated_at)
    select ${reference}, m.creditor_id, m.id, m.debtor_id, i.pledge_id, i.invoice_id, i.instalment, i.amount_cents,
           ${collectionDate}::date, i.original_collection_date, case when m.type = 'oneOff' then 'OOFF' else 'RCUR' end, i.description, 'planned', i.id, now(), now()
      from debit_instructions i
      left join invoices v on v.id = i.invoice_id
      left join pledges p on p.id = i.pledge_id
      join mandates m on m.id = ${mandateNow}
     where i.id = ${of}
    returning id`)
  return Number(rows[0]?.id)
}
