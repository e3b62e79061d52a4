import { sql } from '@payloadcms/db-postgres/drizzle'
import type { InstructionStatus } from '../domain/instructionStatus'
import { day, type LocalDate } from '../domain/localDate'
import type { MandateFacts } from '../domain/mandateLife'
import { cents, type Cents } from '../domain/money'
import type { Transaction } from './transaction'

/** A mandate with what decides its state, and how much hangs on it. */
export type MandateHead = MandateFacts & {
  readonly reference: string
  readonly iban: string
  readonly accountHolder: string
  readonly debtor: number
  readonly debtorName: string
  readonly creditorTitle: string
  readonly blockReason: string | null
  readonly endedOn: LocalDate | undefined
  readonly endReason: string | null
  readonly returnPoints: number
  /** At how many points it ends by itself. */
  readonly autoStopPoints: number | null
  /** Whether anything was ever given to the bank under it. */
  readonly isUsed: boolean
  readonly planned: number
  readonly underWay: number
  readonly pledges: number
}

type HeadRow = {
  reference: string; iban: string; account_holder: string; debtor_id: number; debtor_name: string; creditor_title: string; status: MandateFacts['status']; type: MandateFacts['type']
  signed_on: string; block_reason: string | null; ended_on: string | null; end_reason: string | null; return_points: number; auto_stop_points: number | null
  last_due: string | null; has_collected: boolean; is_used: boolean; planned: number; under_way: number; pledges: number
}

/** The mandate as it is today; undefined where there is none. */
export async function mandateHead(tx: Transaction, id: number, today: LocalDate): Promise<MandateHead | undefined> {
  const { rows } = await tx.execute<HeadRow>(sql`
    select m.reference, m.iban, m.account_holder, m.debtor_id, r.display_name as debtor_name, c.title as creditor_title, m.status, m.type, m.signed_on::text,
           m.block_reason, m.ended_on::text, m.end_reason, m.return_points::int, c.auto_stop_points::int, debits.*,
           (select count(*)::int from pledges p where p.mandate_id = m.id and p.payment_method = 'directDebit' and (p.end_date is null or p.end_date > ${today})) as pledges
      from mandates m
      join relations r on r.id = m.debtor_id
      join creditors c on c.id = m.creditor_id
      cross join lateral (
        select max(i.collection_date) filter (where i.status in ('submitted', 'collected', 'returned'))::text as last_due,
               coalesce(bool_or(i.status = 'collected'), false) as has_collected, coalesce(bool_or(i.status not in ('planned', 'cancelled')), false) as is_used,
               count(*) filter (where i.status = 'planned')::int as planned, count(*) filter (where i.status in ('batched', 'submitted'))::int as under_way
          from debit_instructions i where i.mandate_id = m.id) debits
     where m.id = ${id}`)
  return rows.map((row): MandateHead => ({
    reference: row.reference, iban: row.iban, accountHolder: row.account_holder, debtor: row.debtor_id, debtorName: row.debtor_name, creditorTitle: row.creditor_title,
    status: row.status, type: row.type, signedOn: day(row.signed_on), blockReason: row.block_reason, endedOn: row.ended_on === null ? undefined : day(row.ended_on),
    endReason: row.end_reason, returnPoints: row.return_points, autoStopPoints: row.auto_stop_points, lastDueDate: row.last_due === null ? undefined : day(row.last_due),
    hasCollected: row.has_collected, isUsed: row.is_used, planned: row.planned, underWay: row.under_way, pledges: row.pledges,
  }))[0]
}

/** A debit under a mandate, as it stands in its life line. */
export type MandateDebit = {
  readonly id: number
  readonly date: LocalDate
  readonly amountCents: Cents
  readonly description: string
  readonly status: InstructionStatus
  readonly reason: string | null
  /** What its reason means, where the table of return reasons has it. */
  readonly reasonTitle: string | null
  readonly returnedOn: LocalDate | null
  readonly tellsOfChange: boolean
}

/** The latest debits of a mandate. */
export async function debitsOfMandate(tx: Transaction, mandate: number): Promise<readonly MandateDebit[]> {
  const { rows } = await tx.execute<{ id: number; date: string; amount: string; description: string; status: InstructionStatus; reason: string | null; title: string | null; returned: string | null; tells: boolean }>(sql`
    select i.id, i.collection_date::text as date, i.amount_cents as amount, i.description, i.status, i.return_reason as reason, r.title, i.returned_on::text as returned,
           num_nonnulls(i.former_iban, i.former_reference) > 0 as tells
      from debit_instructions i left join return_reasons r on r.code = i.return_reason
     where i.mandate_id = ${mandate} order by i.collection_date desc, i.id desc limit 200`)
  return rows.map((row) => ({
    id: row.id, date: day(row.date), amountCents: cents(Number(row.amount)), description: row.description, status: row.status, reason: row.reason, reasonTitle: row.title,
    returnedOn: row.returned === null ? null : day(row.returned), tellsOfChange: row.tells,
  }))
}

/** What was changed of a mandate that was collected with. */
export type ChangeOfMandate = { readonly id: number; readonly on: LocalDate; readonly by: string | null; readonly was: readonly string[]; readonly is: readonly string[] }

/** The changes of a mandate, newest first; `was` and `is` hold only what differs. */
export async function changesOfMandate(tx: Transaction, mandate: number): Promise<readonly ChangeOfMandate[]> {
  const { rows } = await tx.execute<{ id: number; on: string; by: string | null; was: (string | null)[]; is: (string | null)[] }>(sql`
    select c.id, c.changed_on::text as "on", u.name as by,
           array[nullif(c.former_iban, c.iban), nullif(c.former_reference, c.reference), nullif(c.former_holder, c.holder)] as was,
           array[nullif(c.iban, c.former_iban), nullif(c.reference, c.former_reference), nullif(c.holder, c.former_holder)] as "is"
      from mandate_changes c left join users u on u.id = c.changed_by_id where c.mandate_id = ${mandate} order by c.id desc`)
  const told = (values: readonly (string | null)[]): readonly string[] => values.filter((value) => value !== null)
  return rows.map(({ id, on, by, was, is }) => ({ id, on: day(on), by, was: told(was), is: told(is) }))
}
