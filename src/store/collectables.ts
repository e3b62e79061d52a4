import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { cents, type Cents } from '../domain/money'
import type { PledgeFrequency } from '../domain/pledgeSchedule'
import type { Transaction } from './transaction'

type Parties = { readonly creditor: number; readonly mandate: number; readonly debtor: number; readonly mandateType: 'recurring' | 'oneOff' }
type PartiesRow = { creditor_id: number; mandate_id: number; debtor_id: number; mandate_type: 'recurring' | 'oneOff' }

export type CollectablePledge = Parties & {
  readonly id: number
  readonly number: number
  readonly fundTitle: string
  readonly amountCents: Cents
  readonly frequency: PledgeFrequency
  readonly startDate: LocalDate
  readonly endDate?: LocalDate
}

export type CollectableInvoice = Parties & {
  readonly id: number
  readonly number: string
  readonly description: string
  readonly openCents: Cents
  readonly dueDate: LocalDate
  readonly instalmentCount: number
}

const partiesOf = (row: PartiesRow): Parties =>
  ({ creditor: row.creditor_id, mandate: row.mandate_id, debtor: row.debtor_id, mandateType: row.mandate_type })

/** Pledges that are collected by direct debit under a live mandate and began on or before the day. */
export async function pledgesToCollect(tx: Transaction, until: LocalDate): Promise<readonly CollectablePledge[]> {
  const { rows } = await tx.execute<PartiesRow & {
    id: number; number: number; fund_title: string; amount_cents: string; frequency: PledgeFrequency; start_date: string; end_date: string | null
  }>(sql`
    select p.id, p.number, f.title as fund_title, p.amount_cents, p.frequency, p.start_date::text, p.end_date::text,
           m.creditor_id, m.id as mandate_id, m.debtor_id, m.type as mandate_type
      from pledges p
      join funds f on f.id = p.fund_id
      join mandates m on m.id = p.mandate_id and m.status = 'active'
      join relations r on r.id = p.donor_id and r.status = 'active' and r.deceased_on is null
     where p.payment_method = 'directDebit' and p.start_date <= ${until}
     order by p.id`)
  return rows.map((row) => ({
    ...partiesOf(row), id: row.id, number: row.number, fundTitle: row.fund_title, amountCents: cents(Number(row.amount_cents)),
    frequency: row.frequency, startDate: day(row.start_date), ...(row.end_date === null ? {} : { endDate: day(row.end_date) }),
  }))
}

/** Open invoices with a live mandate for which no instruction was ever made. */
export async function invoicesToCollect(tx: Transaction): Promise<readonly CollectableInvoice[]> {
  const { rows } = await tx.execute<PartiesRow & {
    id: number; number: string; description: string; open_cents: string; due_date: string; instalment_count: number
  }>(sql`
    select i.id, i.number, i.description, i.open_cents, i.due_date::text, i.instalment_count,
           m.creditor_id, m.id as mandate_id, m.debtor_id, m.type as mandate_type
      from invoices i
      join mandates m on m.id = i.mandate_id and m.status = 'active'
      join relations r on r.id = i.debtor_id and r.deceased_on is null
     where i.open_cents > 0 and not exists (select from debit_instructions d where d.invoice_id = i.id and d.status <> 'cancelled')
     order by i.id
       for update of i`)
  return rows.map((row) => ({
    ...partiesOf(row), id: row.id, number: row.number, description: row.description, openCents: cents(Number(row.open_cents)),
    dueDate: day(row.due_date), instalmentCount: row.instalment_count,
  }))
}
