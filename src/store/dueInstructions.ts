import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import type { CollectionKind, SequenceType, Used, UsedLimits } from '../domain/debitBatch'
import { day, type LocalDate } from '../domain/localDate'
import { cents } from '../domain/money'
import { dormantAfterMonths } from '../domain/mandate'
import type { Transaction } from './transaction'

/** What is chosen of what is due: everything, everything but some, or just some. */
export type Selection = { readonly instructions?: readonly number[] | undefined; readonly except?: readonly number[] | undefined }

/** Due, with only those facts that could keep it from being collected; what is usual is left out, as there may be a million. */
export type DueInstruction = CollectionKind & {
  readonly id: number
  readonly amountCents: number
  readonly mandateStatus: 'active' | 'blocked' | 'terminated'
  /** Told when the mandate may be asleep or is not signed by then. */
  readonly signedOn: LocalDate | undefined
  readonly lastUsedOn: LocalDate | undefined
  /** Of the account, where it is not Dutch. */
  readonly country: string | undefined
  readonly hasAddress: boolean
  readonly isUnderCreditor: boolean
}

type Row = {
  id: number; amount_cents: string; collection_date: string; sequence_type: SequenceType; mandate_status: 'blocked' | 'terminated' | null
  signed_on: string | null; last_used: string | null; country: string | null; has_address: boolean | null; is_elsewhere: boolean | null
}

const rowsAtOnce = 20_000

/** The ids as a condition on a column; one parameter however many there are. */
const among = (column: SQL, ids: readonly number[]): SQL => sql`${column} = any(${sql.param(`{${ids.join(',')}}`)}::int[])`

const chosen = ({ instructions, except }: Selection): SQL => sql`
  ${instructions ? among(sql`i.id`, instructions) : sql`true`} and ${except && except.length > 0 ? sql`not ${among(sql`i.id`, except)}` : sql`true`}`

/** How many and how much is planned at a creditor up to and including a day, of what was chosen. */
export async function dueSums(tx: Transaction, { creditor, until, selection }: { readonly creditor: number; readonly until: LocalDate; readonly selection: Selection }): Promise<{ readonly count: number; readonly totalCents: number }> {
  const { rows: [sums] } = await tx.execute<{ count: string; total: string }>(sql`
    select count(*) as count, coalesce(sum(i.amount_cents), 0) as total from debit_instructions i
     where i.creditor_id = ${creditor} and i.status = 'planned' and i.collection_date <= ${until} and ${chosen(selection)}`)
  return { count: Number(sums?.count), totalCents: Number(sums?.total) }
}

/** `earliest` is the day to which late ones move: a mandate has to be awake on that one. */
type Asked = { readonly creditor: number; readonly until: LocalDate; readonly earliest: LocalDate; readonly selection: Selection }

/**
 * Gives everything planned at a creditor for collection up to and including a day, in order of collection date and id,
 * thousands at a time: the whole of it never stands in memory.
 */
export async function eachDueInstruction(tx: Transaction, { creditor, until, earliest, selection }: Asked, visit: (one: DueInstruction) => void): Promise<void> {
  const asleep = sql`m.signed_on + make_interval(months => ${dormantAfterMonths}) < greatest(i.collection_date, ${earliest}::date)`
  await tx.execute(sql`
    declare due_instructions no scroll cursor for
    select i.id, i.amount_cents, i.collection_date::text, i.sequence_type, nullif(m.status, 'active') as mandate_status,
           case when ${asleep} or m.signed_on > i.collection_date then m.signed_on::text end as signed_on,
           case when ${asleep} then (select max(u.collection_date)::text from debit_instructions u
             where u.mandate_id = m.id and u.status in ('submitted', 'collected', 'returned')) end as last_used,
           case when m.iban not like 'NL%' then left(m.iban, 2) end as country,
           case when m.iban not like 'NL%' then (select coalesce(r.address_town, '') <> '' and coalesce(r.address_country, '') <> '' from relations r where r.id = i.debtor_id) end as has_address,
           case when m.creditor_id <> i.creditor_id then true end as is_elsewhere
      from debit_instructions i
      join mandates m on m.id = i.mandate_id
     where i.creditor_id = ${creditor} and i.status = 'planned' and i.collection_date <= ${until} and ${chosen(selection)}
     order by i.collection_date, i.id`)
  for (;;) {
    const { rows } = await tx.execute<Row>(sql`fetch ${sql.raw(String(rowsAtOnce))} from due_instructions`)
    for (const row of rows) visit(toDue(row))
    if (rows.length < rowsAtOnce) break
  }
  await tx.execute(sql`close due_instructions`)
}

const toDue = (row: Row): DueInstruction => ({
  id: row.id, amountCents: Number(row.amount_cents), collectionDate: row.collection_date as LocalDate, sequenceType: row.sequence_type, mandateStatus: row.mandate_status ?? 'active',
  signedOn: row.signed_on === null ? undefined : day(row.signed_on), lastUsedOn: row.last_used === null ? undefined : day(row.last_used),
  country: row.country ?? undefined, hasAddress: row.has_address ?? true, isUnderCreditor: row.is_elsewhere === null,
})

/** What batches that are not cancelled take of each day and month from a day on, at a creditor. */
export async function usedLimits(tx: Transaction, creditor: number, from: LocalDate): Promise<UsedLimits> {
  const { rows } = await tx.execute<{ date: string; count: string; total: string }>(sql`
    select g.collection_date::text as date, sum(g.instruction_count) as count, sum(g.total_cents) as total
      from debit_batch_groups g join debit_batches b on b.id = g.batch_id
     where b.creditor_id = ${creditor} and b.status <> 'cancelled' and g.collection_date >= date_trunc('month', ${from}::date)
     group by g.collection_date`)
  const days = new Map(rows.map((row): [LocalDate, Used] => [day(row.date), { count: Number(row.count), totalCents: cents(Number(row.total)) }]))
  const months = new Map<string, Used>()
  for (const [date, { count, totalCents }] of days) {
    const month = months.get(date.slice(0, 7))
    months.set(date.slice(0, 7), { count: count + (month?.count ?? 0), totalCents: cents(totalCents + (month?.totalCents ?? 0)) })
  }
  return { days, months }
}
