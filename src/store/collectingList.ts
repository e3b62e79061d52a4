import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import type { Transaction } from './transaction'
import { everyWord } from './wordSearch'

export type CollectionDay = { readonly collectionDate: LocalDate; readonly count: number; readonly totalCents: Cents }

/** What is planned at a creditor up to and including a day, day by day. */
export async function collectionDays(tx: Transaction, creditor: number, until: LocalDate): Promise<readonly CollectionDay[]> {
  const { rows } = await tx.execute<{ date: string; count: string; total: string }>(sql`
    select i.collection_date::text as date, count(*) as count, sum(i.amount_cents) as total
      from debit_instructions i where i.creditor_id = ${creditor} and i.status = 'planned' and i.collection_date <= ${until}
     group by i.collection_date order by i.collection_date`)
  return rows.map((row) => ({ collectionDate: day(row.date), count: Number(row.count), totalCents: cents(Number(row.total)) }))
}

export type CollectingSort = 'date' | 'debtor' | 'amount' | 'description'
export type CollectingQuery = {
  readonly creditor: number
  readonly until: LocalDate
  /** Part of the debtor's name, the description, the mandate reference or the end-to-end id. */
  readonly search?: string | undefined
  readonly source?: 'pledge' | 'invoice' | undefined
  readonly sort: CollectingSort
  readonly isDescending: boolean
  readonly offset: number
  readonly limit: number
}

export type PlannedInstruction = {
  readonly id: number
  readonly debtor: number
  readonly debtorName: string
  readonly description: string
  readonly amountCents: Cents
  readonly collectionDate: LocalDate
  readonly originalCollectionDate: LocalDate
  readonly mandate: number
  readonly mandateStatus: 'active' | 'blocked' | 'terminated'
  readonly pledge: number | null
  readonly invoice: number | null
}

const orders: Readonly<Record<CollectingSort, SQL>> = {
  date: sql`i.collection_date`, debtor: sql`r.sort_name`, amount: sql`i.amount_cents`, description: sql`i.description`,
}

/** A page of what is planned, in the order that was asked, and how many and how much the search finds in all. */
export async function plannedInstructions(tx: Transaction, query: CollectingQuery): Promise<{ readonly rows: readonly PlannedInstruction[]; readonly count: number; readonly totalCents: Cents }> {
  const found = sql`
      from debit_instructions i
      join relations r on r.id = i.debtor_id
      join mandates m on m.id = i.mandate_id
     where i.creditor_id = ${query.creditor} and i.status = 'planned' and i.collection_date <= ${query.until} and ${everyWord(query.search, [sql`r.display_name`, sql`i.description`, sql`m.reference`, sql`i.end_to_end_id`])}
       and ${query.source === 'pledge' ? sql`i.pledge_id is not null` : query.source === 'invoice' ? sql`i.invoice_id is not null` : sql`true`}`
  const direction = sql.raw(query.isDescending ? 'desc' : 'asc')
  const { rows } = await tx.execute<{
    id: number; debtor_id: number; display_name: string; description: string; amount_cents: string; collection_date: string; original_collection_date: string
    mandate_id: number; mandate_status: PlannedInstruction['mandateStatus']; pledge_id: number | null; invoice_id: number | null
  }>(sql`
    select i.id, i.debtor_id, r.display_name, i.description, i.amount_cents, i.collection_date::text, i.original_collection_date::text, i.mandate_id, m.status as mandate_status, i.pledge_id, i.invoice_id
    ${found} order by ${orders[query.sort]} ${direction}, i.collection_date, i.id limit ${query.limit} offset ${query.offset}`)
  const { rows: [sums] } = await tx.execute<{ count: string; total: string }>(sql`select count(*) as count, coalesce(sum(i.amount_cents), 0) as total ${found}`)
  return {
    count: Number(sums?.count), totalCents: cents(Number(sums?.total)),
    rows: rows.map((row) => ({
      id: row.id, debtor: row.debtor_id, debtorName: row.display_name, description: row.description, amountCents: cents(Number(row.amount_cents)),
      collectionDate: day(row.collection_date), originalCollectionDate: day(row.original_collection_date), mandate: row.mandate_id, mandateStatus: row.mandate_status,
      pledge: row.pledge_id, invoice: row.invoice_id,
    })),
  }
}
