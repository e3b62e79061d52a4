import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { MessageVersion } from '../domain/bankProfile'
import type { CollectionKind, PlannedFile } from '../domain/debitBatch'
import { idRanges, type IdRange } from '../domain/idRanges'
import type { LocalDate } from '../domain/localDate'
import type { Cents } from '../domain/money'
import { messageId, paymentInformationId } from '../formats/identifiers'
import type { Transaction } from './transaction'

export type BatchSummary = { readonly id: number; readonly messageId: string; readonly instructionCount: number; readonly totalCents: Cents; readonly groupCount: number }
export type GroupRow = CollectionKind & { readonly id: number; readonly paymentInformationId: string; readonly count: number; readonly totalCents: Cents }

/** What does not go on its own day, by that day. */
export type MovedFrom = { readonly from: LocalDate; readonly ids: readonly IdRange[] }

type NewBatch = {
  readonly creditor: number
  readonly messageVersion: MessageVersion
  readonly file: PlannedFile
  /** The instruction of each row of the plan. */
  readonly ids: Int32Array
  readonly today: LocalDate
  readonly now: Date
  readonly random: Uint8Array
  readonly user: number | null
}

/** Few enough that the database looks each up by its key instead of reading all there are. */
const idsAtOnce = 5_000

/**
 * Adds a batch with its groups and puts its instructions into them, where account and reference of the mandate freeze.
 * The checks of the database hold the counts, sums and limits. Returns the batch with the groups that its file is written
 * of, and what goes on another day than it was planned on.
 */
export async function insertBatch(tx: Transaction, batch: NewBatch, placed: (count: number) => void): Promise<{ readonly summary: BatchSummary; readonly groups: readonly GroupRow[]; readonly moved: readonly MovedFrom[] }> {
  const { creditor, messageVersion, file, today, now, user } = batch
  const message = messageId(today, batch.random)
  const { rows: [row] } = await tx.execute<{ id: number }>(sql`
    insert into debit_batches (message_id, creditor_id, instruction_count, total_cents, status, message_version, created_by_id, created_at, updated_at)
    values (${message}, ${creditor}, ${file.count}, ${file.totalCents}, 'created', ${messageVersion}, ${user}, ${now.toISOString()}, now())
    returning id`)
  const id = Number(row?.id)
  const groups: GroupRow[] = []
  const moved: Moved[] = []
  for (const [index, { rows, ...group }] of file.groups.entries()) {
    const inserted = await insertGroup(tx, id, { ...group, paymentInformationId: paymentInformationId(message, index + 1), count: rows.length })
    groups.push(inserted)
    for (let from = 0; from < rows.length; from += idsAtOnce) {
      const part = rows.subarray(from, from + idsAtOnce)
      moved.push(...await freeze(tx, Array.from(part, (place) => batch.ids[place] ?? 0), { batch: id, group: inserted.id, collectionDate: group.collectionDate }))
      placed(part.length)
    }
  }
  return { summary: { id, messageId: message, instructionCount: file.count, totalCents: file.totalCents, groupCount: groups.length }, groups, moved: byFormerDay(moved) }
}

async function insertGroup(tx: Transaction, batch: number, group: Omit<GroupRow, 'id'>): Promise<GroupRow> {
  const { rows: [row] } = await tx.execute<{ id: number }>(sql`
    insert into debit_batch_groups (payment_information_id, batch_id, collection_date, sequence_type, instruction_count, total_cents, status, created_at, updated_at)
    values (${group.paymentInformationId}, ${batch}, ${group.collectionDate}, ${group.sequenceType}, ${group.count}, ${group.totalCents}, 'open', now(), now())
    returning id`)
  return { ...group, id: Number(row?.id) }
}

/**
 * The account and reference that a debtor's bank knows: those of the latest collection that it booked, or that is on its
 * way without telling of a change. What differs from them is told along, until a collection that told it was booked
 * (sepa §7.1). Only mandates that ever changed are looked into.
 */
const known: SQL = sql`
  left join lateral (
    select k.debtor_iban, k.mandate_reference from debit_instructions k
     where k.mandate_id = m.id and m.id in (select mandate_id from mandate_changes)
       and (k.status in ('collected', 'returned') or (k.status in ('batched', 'submitted') and k.former_iban is null and k.former_reference is null))
     order by k.collection_date desc, k.id desc limit 1
  ) known on true`

type Moved = { readonly id: number; readonly from: LocalDate }

async function freeze(tx: Transaction, ids: readonly number[], { batch, group, collectionDate }: { batch: number; group: number; collectionDate: LocalDate }): Promise<readonly Moved[]> {
  const given = sql`unnest(${sql.param(`{${ids.join(',')}}`)}::int[]) as given(id)`
  const { rows: moved } = await tx.execute<Moved>(sql`
    select i.id, i.collection_date::text as "from" from ${given} join debit_instructions i on i.id = given.id where i.collection_date <> ${collectionDate}`)
  await tx.execute(sql`
    update debit_instructions i
       set status = 'batched', batch_id = ${batch}, group_id = ${group}, collection_date = ${collectionDate}, debtor_iban = m.iban, mandate_reference = m.reference,
           former_iban = nullif(known.debtor_iban, m.iban), former_reference = nullif(known.mandate_reference, m.reference), updated_at = now()
      from ${given}, mandates m
      ${known}
     where i.id = given.id and i.status = 'planned' and m.id = i.mandate_id and m.status = 'active'`)
  return moved
}

const byFormerDay = (moved: readonly Moved[]): readonly MovedFrom[] =>
  [...Map.groupBy(moved, ({ from }) => from)].map(([from, members]) => ({ from, ids: idRanges(members.map(({ id }) => id).toSorted((a, b) => a - b)) }))

export type FileLine = {
  readonly id: number
  readonly endToEndId: string
  readonly amountCents: Cents
  readonly mandateReference: string
  readonly mandateSignedOn: LocalDate
  readonly debtor: number
  readonly debtorName: string
  readonly debtorIban: string
  readonly formerIban: string | undefined
  readonly formerReference: string | undefined
  readonly description: string
}

type FileRow = {
  id: number; end_to_end_id: string; amount_cents: string; mandate_reference: string; signed_on: string; debtor_id: number; account_holder: string; debtor_iban: string
  former_iban: string | null; former_reference: string | null; description: string
}

const linesAtOnce = 5_000

/** What the file says of a group, in order of its instructions, thousands at a time. */
export async function* linesOfGroup(tx: Transaction, group: number): AsyncGenerator<readonly FileLine[]> {
  for (let after = 0; ;) {
    const { rows } = await tx.execute<FileRow>(sql`
      select i.id, i.end_to_end_id, i.amount_cents, i.mandate_reference, m.signed_on::text, i.debtor_id, m.account_holder, i.debtor_iban, i.former_iban, i.former_reference, i.description
        from debit_instructions i
        join mandates m on m.id = i.mandate_id
       where i.group_id = ${group} and i.id > ${after}
       order by i.id limit ${linesAtOnce}`)
    if (rows.length > 0) yield rows.map(toLine)
    if (rows.length < linesAtOnce) return
    after = rows.at(-1)?.id ?? 0
  }
}

const toLine = (row: FileRow): FileLine => ({
  id: row.id, endToEndId: row.end_to_end_id, amountCents: Number(row.amount_cents) as Cents, mandateReference: row.mandate_reference, mandateSignedOn: row.signed_on as LocalDate,
  debtor: row.debtor_id, debtorName: row.account_holder, debtorIban: row.debtor_iban, formerIban: row.former_iban ?? undefined, formerReference: row.former_reference ?? undefined,
  description: row.description,
})

export type DebtorAddress = { readonly street: string | undefined; readonly houseNumber: string | undefined; readonly postcode: string | undefined; readonly town: string; readonly country: string }

/** The addresses of debtors that have one, by relation. */
export async function addressesOf(tx: Transaction, debtors: readonly number[]): Promise<ReadonlyMap<number, DebtorAddress>> {
  const { rows } = await tx.execute<{ id: number; street: string | null; house_number: string | null; postcode: string | null; town: string; country: string }>(sql`
    select id, address_street as street, address_house_number as house_number, address_postcode as postcode, address_town as town, address_country as country
      from relations where id = any(${sql.param(`{${debtors.join(',')}}`)}::int[]) and coalesce(address_town, '') <> '' and coalesce(address_country, '') <> ''`)
  return new Map(rows.map((row) => [row.id, { street: row.street ?? undefined, houseNumber: row.house_number ?? undefined, postcode: row.postcode ?? undefined, town: row.town, country: row.country }]))
}
