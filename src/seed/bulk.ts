import { sql } from '@payloadcms/db-postgres/drizzle'
import type { LocalDate } from '../domain/localDate'
import type { PledgeFrequency } from '../domain/pledgeSchedule'
import { asRows } from '../store/asRows'
import { takeNumbers } from '../store/counters'
import type { Transaction } from '../store/transaction'

export type NewMandate = { readonly creditor: number; readonly debtor: number; readonly iban: string; readonly accountHolder: string; readonly signedOn: LocalDate }

export type NewSubscription = {
  readonly relation: number
  readonly type: number
  readonly startDate: LocalDate
  readonly endDate: LocalDate | null
  readonly invoicedUntilDate: LocalDate
  readonly instalmentCount: number
  readonly isDebited: boolean
}

export type NewPledge = { readonly donor: number; readonly fund: number; readonly amountCents: number; readonly frequency: PledgeFrequency; readonly startDate: LocalDate }

/** Adds running mandates for recurring debits, one statement however many. */
export async function insertMandates(tx: Transaction, mandates: readonly NewMandate[]): Promise<void> {
  const first = await takeNumbers(tx, 'mandate', mandates.length)
  await tx.execute(sql`
    insert into mandates (reference, creditor_id, debtor_id, type, iban, account_holder, signed_on, status, created_at, updated_at)
    select 'M-' || lpad(number::text, greatest(6, length(number::text)), '0'), creditor, debtor, 'recurring', iban, "accountHolder", "signedOn", 'active', now(), now()
      from ${asRows(mandates.map((mandate, index) => ({ ...mandate, number: first + index })), {
        number: 'int', creditor: 'int', debtor: 'int', iban: 'text', accountHolder: 'text', signedOn: 'date' })}
     order by number`)
}

/** Adds subscriptions; those that are debited take the mandate of their relation. */
export const insertSubscriptions = (tx: Transaction, subscriptions: readonly NewSubscription[]): Promise<unknown> => tx.execute(sql`
  insert into subscriptions (relation_id, type_id, start_date, end_date, invoiced_until_date, payment_method, mandate_id, instalment_count, created_at, updated_at)
  select relation, given.type, "startDate", "endDate", "invoicedUntilDate", case when m.id is null then 'transfer' else 'directDebit' end, m.id, "instalmentCount", now(), now()
    from ${asRows(subscriptions, {
      relation: 'int', type: 'int', startDate: 'date', endDate: 'date', invoicedUntilDate: 'date', instalmentCount: 'int', isDebited: 'boolean' })}
    left join mandates m on "isDebited" and m.debtor_id = relation
   order by given.relation`)

/** Adds pledges that are debited under the mandate of their donor. */
export async function insertPledges(tx: Transaction, pledges: readonly NewPledge[]): Promise<void> {
  const first = await takeNumbers(tx, 'pledge', pledges.length)
  await tx.execute(sql`
    insert into pledges (number, donor_id, fund_id, amount_cents, frequency, start_date, payment_method, mandate_id, created_at, updated_at)
    select given.number, donor, fund, "amountCents", frequency, "startDate", 'directDebit', m.id, now(), now()
      from ${asRows(pledges.map((pledge, index) => ({ ...pledge, number: first + index })), {
        number: 'int', donor: 'int', fund: 'int', amountCents: 'bigint', frequency: 'text', startDate: 'date' })}
      join mandates m on m.debtor_id = donor
     order by given.number`)
}
