import { sql } from '@payloadcms/db-postgres/drizzle'
import { day, type LocalDate } from '../domain/localDate'
import { asRows } from './asRows'
import { insertAuditEntries } from './auditLog'
import type { Transaction } from './transaction'

/** A mandate that ends, from which day and why. */
export type MandateEnd = { readonly mandate: number; readonly endedOn: LocalDate; readonly reason: string }

const given = (ends: readonly MandateEnd[]) => asRows(ends, { mandate: 'int', endedOn: 'date', reason: 'text' })

/**
 * Ends mandates; the day of signature and everything else stays what it was. What is planned under them is cancelled.
 * Returns how many instructions that were. Set based, with an audit entry for each.
 */
export async function endMandates(tx: Transaction, ends: readonly MandateEnd[], actor: number | null): Promise<number> {
  if (ends.length === 0) return 0
  const { rows: ended } = await tx.execute<{ id: number; was: string; on: string; reason: string }>(sql`
    update mandates m set status = 'terminated', ended_on = given."endedOn", end_reason = nullif(given.reason, ''), block_reason = null, updated_at = now()
      from ${given(ends)} join mandates before on before.id = given.mandate
     where m.id = given.mandate and m.status <> 'terminated'
    returning m.id, before.status as was, m.ended_on::text as "on", given.reason`)
  const { rows: cancelled } = await tx.execute<{ id: number }>(sql`
    update debit_instructions i set status = 'cancelled', cancel_reason = 'mandateEnded', updated_at = now()
      from ${given(ends)} where i.mandate_id = given.mandate and i.status = 'planned'
    returning i.id`)
  await insertAuditEntries(tx, actor, [
    ...ended.map(({ id, was, on, reason }) => ({ subject: 'mandates', subjectId: id, action: 'update' as const, changes: { status: { from: was, to: 'terminated' }, endedOn: on, ...(reason && { endReason: reason }) } })),
    ...cancelled.map(({ id }) => ({ subject: 'debit-instructions', subjectId: id, action: 'update' as const, changes: { status: { from: 'planned', to: 'cancelled' }, cancelReason: 'mandateEnded' } })),
  ])
  return cancelled.length
}

/** Ends the pledges that are collected under these mandates, from the same day or the day after they began. Returns how many (R-PL-5). */
export async function endPledgesUnder(tx: Transaction, ends: readonly MandateEnd[], actor: number | null): Promise<number> {
  if (ends.length === 0) return 0
  const { rows } = await tx.execute<{ id: number; was: string | null; is: string; reason: string }>(sql`
    update pledges p set end_date = greatest(given."endedOn", p.start_date + 1), end_reason = given.reason, updated_at = now()
      from ${given(ends)} join pledges before on before.mandate_id = given.mandate
     where p.id = before.id and p.payment_method = 'directDebit' and (p.end_date is null or p.end_date > greatest(given."endedOn", p.start_date + 1))
    returning p.id, before.end_date::text as was, p.end_date::text as "is", p.end_reason as reason`)
  await insertAuditEntries(tx, actor, rows.map(({ id, was, is, reason }) => ({
    subject: 'pledges', subjectId: id, action: 'update', changes: { endDate: { from: was === null ? null : day(was), to: day(is) }, endReason: reason },
  })))
  return rows.length
}

/** Debits under a mandate that cannot be called back by ending it: made ready for the bank, or there already. */
export type UnderWay = { readonly batched: number; readonly submitted: number }

/** How many debits of the mandate are under way. */
export async function underWay(tx: Transaction, mandate: number): Promise<UnderWay> {
  const { rows: [row] } = await tx.execute<UnderWay>(sql`
    select count(*) filter (where status = 'batched')::int as batched, count(*) filter (where status = 'submitted')::int as submitted
      from debit_instructions where mandate_id = ${mandate} and status in ('batched', 'submitted')`)
  return row ?? { batched: 0, submitted: 0 }
}
