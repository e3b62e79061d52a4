import { sql } from '@payloadcms/db-postgres/drizzle'
import type { BatchGroup, PlannedBatch, SequenceType } from '../domain/debitBatch'
import { day, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import { messageId, paymentInformationId } from '../formats/identifiers'
import { asRows } from './asRows'
import type { DueInstruction } from './instructions'
import type { Transaction } from './transaction'

export type BatchSummary = { readonly id: number; readonly messageId: string; readonly instructionCount: number; readonly totalCents: Cents }

type NewBatch = {
  readonly creditor: number
  readonly batch: PlannedBatch<DueInstruction>
  readonly today: LocalDate
  readonly now: Date
  readonly random: Uint8Array
  readonly user: number | null
}

/** Adds a batch with its groups and puts its instructions into them. The checks of the database hold the counts and sums. */
export async function insertBatch(tx: Transaction, { creditor, batch, today, now, random, user }: NewBatch): Promise<BatchSummary> {
  const id = messageId(today, random)
  const { rows: [row] } = await tx.execute<{ id: number }>(sql`
    insert into debit_batches (message_id, creditor_id, instruction_count, total_cents, status, created_by_id, created_at, updated_at)
    values (${id}, ${creditor}, ${batch.count}, ${batch.totalCents}, 'created', ${user}, ${now.toISOString()}, now())
    returning id`)
  const batchId = Number(row?.id)
  for (const [index, group] of batch.groups.entries()) await insertGroup(tx, batchId, paymentInformationId(id, index + 1), group)
  return { id: batchId, messageId: id, instructionCount: batch.count, totalCents: batch.totalCents }
}

const insertGroup = (tx: Transaction, batch: number, pmtInfId: string, group: BatchGroup<DueInstruction>): Promise<unknown> => tx.execute(sql`
  with added as (
    insert into debit_batch_groups (payment_information_id, batch_id, collection_date, sequence_type, instruction_count, total_cents, status, created_at, updated_at)
    values (${pmtInfId}, ${batch}, ${group.collectionDate}, ${group.sequenceType}, ${group.instructions.length}, ${group.totalCents}, 'open', now(), now())
    returning id
  )
  update debit_instructions i set status = 'batched', batch_id = ${batch}, group_id = added.id, updated_at = now()
    from added, ${asRows(group.instructions.map(({ id }) => ({ id })), { id: 'int' })}
   where i.id = given.id and i.status = 'planned'`)

export type FileLine = {
  readonly paymentInformationId: string
  readonly collectionDate: LocalDate
  readonly sequenceType: SequenceType
  readonly endToEndId: string
  readonly amountCents: Cents
  readonly mandateReference: string
  readonly mandateSignedOn: LocalDate
  readonly debtorName: string
  readonly debtorIban: string
  readonly description: string
  readonly street: string | undefined
  readonly houseNumber: string | undefined
  readonly postcode: string | undefined
  readonly town: string | undefined
  readonly country: string | undefined
}

type FileRow = {
  payment_information_id: string; collection_date: string; sequence_type: SequenceType; end_to_end_id: string; amount_cents: string
  reference: string; signed_on: string; account_holder: string; iban: string; description: string
  street: string | null; house_number: string | null; postcode: string | null; town: string | null; country: string | null
}

/** What the file of a batch says, in the order of its groups and instructions. */
export async function linesOfBatch(tx: Transaction, batch: number): Promise<readonly FileLine[]> {
  const { rows } = await tx.execute<FileRow>(sql`
    select g.payment_information_id, g.collection_date::text, g.sequence_type, i.end_to_end_id, i.amount_cents, m.reference, m.signed_on::text,
           m.account_holder, m.iban, i.description, r.address_street as street, r.address_house_number as house_number,
           r.address_postcode as postcode, r.address_town as town, r.address_country as country
      from debit_instructions i
      join debit_batch_groups g on g.id = i.group_id
      join mandates m on m.id = i.mandate_id
      join relations r on r.id = i.debtor_id
     where i.batch_id = ${batch}
     order by g.id, i.collection_date, i.id`)
  return rows.map((row) => ({
    paymentInformationId: row.payment_information_id, collectionDate: day(row.collection_date), sequenceType: row.sequence_type,
    endToEndId: row.end_to_end_id, amountCents: cents(Number(row.amount_cents)), mandateReference: row.reference,
    mandateSignedOn: day(row.signed_on), debtorName: row.account_holder, debtorIban: row.iban, description: row.description,
    street: row.street ?? undefined, houseNumber: row.house_number ?? undefined, postcode: row.postcode ?? undefined,
    town: row.town ?? undefined, country: row.country ?? undefined,
  }))
}
