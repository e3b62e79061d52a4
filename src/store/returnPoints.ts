import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { day } from '../domain/localDate'
import { insertAuditEntries } from './auditLog'
import { endMandates, endPledgesUnder } from './mandateEnds'
import type { Transaction } from './transaction'

/** Why a mandate, and the pledge on it, ended by itself; staff find donors by it (R-PL-5). */
export const endedByPoints = { mandate: 'Stornopunten', pledge: 'Storno' } as const

/**
 * Counts the points of these mandates anew: what came back since the latest debit that stayed collected, as `returnPoints` in the domain has it. Worked
 * out anew each time, because a debit is collected first and may still come back: that it settled was then no success.
 */
const countPoints = (tx: Transaction, mandates: SQL): Promise<unknown> => tx.execute(sql`
  with counted_anew as materialized (${mandates}), settled as (
    select i.mandate_id, max(i.collection_date) as last from debit_instructions i join counted_anew c on c.id = i.mandate_id where i.status = 'collected' group by i.mandate_id
  ), counted as (
    select i.mandate_id, sum(r.points) as points
      from debit_instructions i join counted_anew c on c.id = i.mandate_id join return_reasons r on r.code = i.return_reason left join settled s on s.mandate_id = i.mandate_id
     where i.status = 'returned' and i.returned_on >= coalesce(s.last, '-infinity') group by i.mandate_id
  )
  update mandates m set return_points = coalesce(n.points, 0), updated_at = now()
    from counted_anew c left join counted n on n.mandate_id = c.id where m.id = c.id and m.return_points <> coalesce(n.points, 0)`)

/** Counts the points of these mandates anew. */
export const setReturnPoints = (tx: Transaction, mandates: readonly number[]): Promise<unknown> =>
  countPoints(tx, sql`select distinct id from unnest(${sql.param(mandates)}::int[]) as given(id)`)

/** The total of a group was booked: who paid begins anew. */
export const forgetReturnPoints = (tx: Transaction, group: number): Promise<unknown> => countPoints(tx, sql`
  select m.id from mandates m where m.return_points > 0 and m.id in (select mandate_id from debit_instructions where group_id = ${group} and status = 'collected')`)

/**
 * Counts the points of what came back, and does what its reasons say. A mandate that reaches the number at which its creditor stops, or of
 * which a reason says so, ends on the day of the bank line, with what was planned under it and, where the creditor says so, with the pledges
 * that it was for (R-MAN-6, A29, sepa §12.1). Another reason blocks it until a person looked at it.
 */
export async function followReturns(tx: Transaction, instructions: readonly number[]): Promise<void> {
  if (instructions.length === 0) return
  const returned = sql`(select mandate_id, max(returned_on) as last from debit_instructions where id = any(${sql.param(instructions)}::int[]) group by mandate_id)`
  await countPoints(tx, sql`select distinct mandate_id as id from debit_instructions where id = any(${sql.param(instructions)}::int[])`)
  const { rows } = await tx.execute<{ id: number; last: string; why: string; stops_pledges: boolean }>(sql`
    select m.id, came.last::text, coalesce(c.auto_stops_pledges, false) as stops_pledges,
           case when m.return_points >= c.auto_stop_points then ${endedByPoints.mandate} else effect.title end as why
      from ${returned} came join mandates m on m.id = came.mandate_id join creditors c on c.id = m.creditor_id
      left join ${effectOn(instructions, 'terminate')} effect on effect.mandate_id = m.id
     where m.status <> 'terminated' and (m.return_points >= c.auto_stop_points or effect.title is not null) order by m.id`)
  const ends = rows.map(({ id, last, why, stops_pledges }) => ({ mandate: id, endedOn: day(last), why, stopsPledges: stops_pledges }))
  await endMandates(tx, ends.map(({ mandate, endedOn, why }) => ({ mandate, endedOn, reason: why })), null)
  await endPledgesUnder(tx, ends.filter(({ stopsPledges }) => stopsPledges).map(({ mandate, endedOn }) => ({ mandate, endedOn, reason: endedByPoints.pledge })), null)
  await blockMandates(tx, instructions)
}

/** The title of the latest reason with this effect among what came back under each mandate. A wrong account that was replaced since then no longer counts. */
const effectOn = (instructions: readonly number[], effect: 'block' | 'terminate'): SQL => sql`(
  select distinct on (i.mandate_id) i.mandate_id, reason.title
    from debit_instructions i
    join return_reasons reason on reason.code = i.return_reason and reason.mandate_effect = ${effect}
    join mandates now on now.id = i.mandate_id
   where i.id = any(${sql.param(instructions)}::int[]) and i.status = 'returned' and not (reason.task = 'askIban' and now.iban is distinct from i.debtor_iban)
   order by i.mandate_id, i.returned_on desc, i.id desc)`

async function blockMandates(tx: Transaction, instructions: readonly number[]): Promise<void> {
  const { rows } = await tx.execute<{ id: number; why: string }>(sql`
    update mandates m set status = 'blocked', block_reason = effect.title, updated_at = now()
      from ${effectOn(instructions, 'block')} effect where effect.mandate_id = m.id and m.status = 'active'
    returning m.id, m.block_reason as why`)
  await insertAuditEntries(tx, null, rows.map(({ id, why }) => ({ subject: 'mandates', subjectId: id, action: 'update', changes: { status: { from: 'active', to: 'blocked' }, blockReason: why } })))
}
