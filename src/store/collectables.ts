import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import type { PledgeChange } from '../domain/pledgeAmount'
import type { PledgeFrequency } from '../domain/pledgeSchedule'
import type { Transaction } from './transaction'

type Parties = { readonly creditor: number; readonly mandate: number; readonly debtor: number; readonly mandateType: 'recurring' | 'oneOff' }
type PartiesRow = { creditor_id: number; mandate_id: number; debtor_id: number; mandate_type: 'recurring' | 'oneOff' }

export type CollectablePledge = Parties & {
  readonly id: number
  readonly number: number
  readonly fundTitle: string
  readonly amountCents: Cents
  readonly changes: readonly PledgeChange[]
  readonly frequency: PledgeFrequency
  readonly startDate: LocalDate
  readonly endDate?: LocalDate
}

export type CollectableInvoice = Parties & {
  readonly id: number
  readonly number: string
  readonly description: string
  /** What no instruction collects yet. */
  readonly uncollectedCents: Cents
  readonly dueDate: LocalDate
  readonly instalmentCount: number
  readonly collectionDay: number | undefined
  /** Instalments that have an instruction already, whatever became of it. */
  readonly planned: readonly number[]
  /** The days of those that are still to come or under way. */
  readonly takenDates: readonly LocalDate[]
}

const partiesOf = (row: PartiesRow): Parties =>
  ({ creditor: row.creditor_id, mandate: row.mandate_id, debtor: row.debtor_id, mandateType: row.mandate_type })

/** Pledges that are collected by direct debit under a live mandate and began on or before the day. */
export async function pledgesToCollect(tx: Transaction, until: LocalDate): Promise<readonly CollectablePledge[]> {
  const { rows } = await tx.execute<PartiesRow & {
    id: number; number: number; fund_title: string; amount_cents: string; changes: PledgeChange[]; frequency: PledgeFrequency; start_date: string; end_date: string | null
  }>(sql`
    select p.id, p.number, f.title as fund_title, p.amount_cents, p.frequency, p.start_date::text, p.end_date::text,
           m.creditor_id, m.id as mandate_id, m.debtor_id, m.type as mandate_type,
           (select coalesce(jsonb_agg(jsonb_build_object('fromDate', c.from_date, 'amountCents', c.amount_cents)), '[]') from pledge_changes c where c.pledge_id = p.id) as changes
      from pledges p
      join funds f on f.id = p.fund_id
      join mandates m on m.id = p.mandate_id and m.status = 'active' and m.debtor_id = p.donor_id
      join relations r on r.id = p.donor_id and r.status = 'active' and r.deceased_on is null
     where p.payment_method = 'directDebit' and p.start_date <= ${until}
     order by p.id`)
  return rows.map((row) => ({
    ...partiesOf(row), id: row.id, number: row.number, fundTitle: row.fund_title, amountCents: cents(Number(row.amount_cents)), changes: row.changes,
    frequency: row.frequency, startDate: day(row.start_date), ...(row.end_date === null ? {} : { endDate: day(row.end_date) }),
  }))
}

/**
 * Open invoices with a live mandate of which a part is not under way yet: nothing was planned so far, or what was planned
 * was called off. What came back waits for a person to try it again.
 */
export async function invoicesToCollect(tx: Transaction): Promise<readonly CollectableInvoice[]> {
  const { rows } = await tx.execute<PartiesRow & {
    id: number; number: string; description: string; uncollected: string; due_date: string; instalment_count: number; collection_day: number | null; planned: number[]; taken_dates: LocalDate[]
  }>(sql`
    select i.id, i.number, i.description, i.open_cents - under_way.total as uncollected, i.due_date::text, i.instalment_count, i.collection_day, under_way.planned, under_way.taken_dates,
           m.creditor_id, m.id as mandate_id, m.debtor_id, m.type as mandate_type
      from invoices i
      join mandates m on m.id = i.mandate_id and m.status = 'active' and m.debtor_id = i.debtor_id
      join relations r on r.id = i.debtor_id and r.deceased_on is null
     cross join lateral (
       select coalesce(array_agg(d.instalment) filter (where d.retry_of_id is null), '{}') as planned,
              coalesce(array_agg(d.original_collection_date::text) filter (where d.status in ('planned', 'batched', 'submitted')), '{}') as taken_dates,
              coalesce(sum(d.amount_cents) filter (where d.status in ('planned', 'batched', 'submitted')
                or (d.status in ('rejected', 'returned') and not exists (select from debit_instructions again where again.retry_of_id = d.id and again.status <> 'cancelled'))), 0) as total
         from debit_instructions d where d.invoice_id = i.id and d.status <> 'cancelled'
     ) under_way
     where i.open_cents > 0 and i.open_cents > under_way.total
     order by i.id
       for update of i`)
  return rows.map((row) => ({
    ...partiesOf(row), id: row.id, number: row.number, description: row.description, uncollectedCents: cents(Number(row.uncollected)),
    dueDate: day(row.due_date), instalmentCount: row.instalment_count, collectionDay: row.collection_day ?? undefined, planned: row.planned, takenDates: row.taken_dates,
  }))
}
