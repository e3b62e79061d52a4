import { sql } from '@payloadcms/db-postgres/drizzle'
import type { SequenceType } from '../domain/debitBatch'
import { day, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import { frequencyMonths } from '../domain/pledgeSchedule'
import { endToEndId } from '../formats/identifiers'
import { asRows } from './asRows'
import { takeNumbers } from './counters'
import type { Transaction } from './transaction'

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

export type DueInstruction = {
  readonly id: number
  readonly amountCents: Cents
  readonly collectionDate: LocalDate
  readonly sequenceType: SequenceType
  readonly mandateSignedOn: LocalDate
  readonly mandateLastUsedOn: LocalDate | undefined
  readonly debtorIban: string
  /** Whether the debtor has a town and a country, which banks outside the EEA ask for. */
  readonly hasAddress: boolean
}

/** Adds the instructions whose instalment has none yet, and tells how many those were. */
export async function insertInstructions(tx: Transaction, instructions: readonly NewInstruction[]): Promise<number> {
  if (instructions.length === 0) return 0
  const first = await takeNumbers(tx, 'end-to-end id', instructions.length)
  const numbered = instructions.map((instruction, index) => ({ ...instruction, endToEndId: endToEndId(first + index) }))
  const { rows } = await tx.execute(sql`
    insert into debit_instructions (end_to_end_id, creditor_id, mandate_id, debtor_id, pledge_id, invoice_id, instalment, amount_cents,
      collection_date, original_collection_date, sequence_type, description, status, created_at, updated_at)
    select "endToEndId", creditor, mandate, debtor, pledge, invoice, instalment, "amountCents",
           "collectionDate", "originalCollectionDate", "sequenceType", description, 'planned', now(), now()
      from ${asRows(numbered, {
        endToEndId: 'text', creditor: 'int', mandate: 'int', debtor: 'int', pledge: 'int', invoice: 'int', instalment: 'int',
        amountCents: 'bigint', collectionDate: 'date', originalCollectionDate: 'date', sequenceType: 'text', description: 'text' })}
    on conflict do nothing
    returning 1 as added`)
  return rows.length
}

const everyMonths = sql`case p.frequency ${sql.join(Object.entries(frequencyMonths).map(([frequency, months]) => sql`when ${frequency} then ${months}::int`), sql` `)} end`

/**
 * Cancels planned instructions that may not go out any more: the debtor died or was archived, the pledge ended or
 * changed, the mandate was terminated, or more would be collected than the invoice still has open. A retry keeps the
 * amount and the day of its first try. Returns what was cancelled.
 */
export async function cancelStaleInstructions(tx: Transaction): Promise<readonly { readonly id: number; readonly amountCents: Cents }[]> {
  const { rows } = await tx.execute<{ id: number; amount_cents: string }>(sql`
    update debit_instructions i set status = 'cancelled', updated_at = now()
      from debit_instructions planned
      join mandates m on m.id = planned.mandate_id
      left join pledges p on p.id = planned.pledge_id
      join relations debtor on debtor.id = planned.debtor_id
      left join invoices v on v.id = planned.invoice_id
     where planned.id = i.id and i.status = 'planned'
       and (m.status <> 'active' or debtor.deceased_on is not null
         or p.end_date <= planned.original_collection_date
         or (p.id is not null and (p.payment_method <> 'directDebit' or p.mandate_id is distinct from planned.mandate_id or debtor.status <> 'active'))
         or (p.id is not null and planned.retry_of_id is null
                               and (p.amount_cents <> planned.amount_cents or (p.frequency = 'once' and planned.instalment > 1)
                                   or planned.original_collection_date <> (p.start_date + make_interval(months => (planned.instalment - 1) * ${everyMonths}))::date))
         or v.open_cents < (select sum(live.amount_cents) from debit_instructions live
                             where live.invoice_id = v.id and live.status in ('planned', 'batched', 'submitted')))
    returning i.id, i.amount_cents`)
  return rows.map((row) => ({ id: row.id, amountCents: cents(Number(row.amount_cents)) }))
}

/** Locks what is planned until commit, so that two people pressing the button cannot take the same instruction. */
export async function lockDueInstructions(tx: Transaction, creditor: number, until: LocalDate): Promise<readonly DueInstruction[]> {
  const { rows } = await tx.execute<{
    id: number; amount_cents: string; collection_date: string; sequence_type: SequenceType; signed_on: string; last_used: string | null; iban: string; has_address: boolean
  }>(sql`
    select i.id, i.amount_cents, i.collection_date::text, i.sequence_type, m.signed_on::text, m.iban,
           coalesce(r.address_town, '') <> '' and coalesce(r.address_country, '') <> '' as has_address,
           (select max(u.collection_date)::text from debit_instructions u
             where u.mandate_id = m.id and u.status in ('submitted', 'collected', 'returned')) as last_used
      from debit_instructions i
      join mandates m on m.id = i.mandate_id and m.status = 'active'
      join relations r on r.id = i.debtor_id
     where i.creditor_id = ${creditor} and i.status = 'planned' and i.collection_date <= ${until}
     order by i.collection_date, i.id
       for update of i`)
  return rows.map((row) => ({
    id: row.id, amountCents: cents(Number(row.amount_cents)), collectionDate: day(row.collection_date), sequenceType: row.sequence_type,
    mandateSignedOn: day(row.signed_on), mandateLastUsedOn: row.last_used === null ? undefined : day(row.last_used),
    debtorIban: row.iban, hasAddress: row.has_address,
  }))
}

/** Writes the days on which instructions will really be collected; the original day stays beside it. */
export const shiftCollectionDates = (tx: Transaction, instructions: readonly { readonly id: number; readonly collectionDate: LocalDate }[]): Promise<unknown> =>
  tx.execute(sql`
    update debit_instructions i set collection_date = given."collectionDate", updated_at = now()
      from ${asRows(instructions.map(({ id, collectionDate }) => ({ id, collectionDate })), { id: 'int', collectionDate: 'date' })}
     where i.id = given.id and i.collection_date <> given."collectionDate"`)
