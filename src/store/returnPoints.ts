import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { day } from '../domain/localDate'
import { endMandates, endPledgesUnder } from './mandateEnds'
import type { Transaction } from './transaction'

/** Why a mandate, and the pledge on it, ended by itself; staff find donors by it (R-PL-5). */
export const endedByPoints = { mandate: 'Stornopunten', pledge: 'Storno' } as const

/**
 * The points of mandate `m`: what came back since the latest debit that stayed collected, as `returnPoints` in the domain has it. Worked
 * out anew each time, because a debit is collected first and may still come back: that it settled was then no success.
 */
const pointsOfMandate: SQL = sql`coalesce((
  select sum(r.points) from debit_instructions i join return_reasons r on r.code = i.return_reason
   where i.mandate_id = m.id and i.status = 'returned'
     and i.returned_on >= coalesce((select max(s.collection_date) from debit_instructions s where s.mandate_id = m.id and s.status = 'collected'), '-infinity')), 0)`

/** The total of a group was booked: who paid begins anew. */
export const forgetReturnPoints = (tx: Transaction, group: number): Promise<unknown> => tx.execute(sql`
  update mandates m set return_points = ${pointsOfMandate}, updated_at = now()
   where m.return_points > 0 and m.id in (select mandate_id from debit_instructions where group_id = ${group} and status = 'collected')`)

/**
 * Counts the points of what came back. A mandate that reaches the number at which its creditor stops ends on the day of the bank
 * line, with what was planned under it and, where the creditor says so, with the pledges that it was for (R-MAN-6, A29).
 */
export async function countReturnPoints(tx: Transaction, instructions: readonly number[]): Promise<void> {
  if (instructions.length === 0) return
  const returned = sql`(select mandate_id, max(returned_on) as last from debit_instructions where id = any(${sql.param(instructions)}::int[]) group by mandate_id)`
  await tx.execute(sql`update mandates m set return_points = ${pointsOfMandate}, updated_at = now() where m.id in (select mandate_id from ${returned} came)`)
  const { rows } = await tx.execute<{ id: number; last: string; stops_pledges: boolean }>(sql`
    select m.id, came.last::text, coalesce(c.auto_stops_pledges, false) as stops_pledges
      from ${returned} came join mandates m on m.id = came.mandate_id join creditors c on c.id = m.creditor_id
     where m.status <> 'terminated' and m.return_points >= c.auto_stop_points order by m.id`)
  const ends = rows.map(({ id, last, stops_pledges }) => ({ mandate: id, endedOn: day(last), stopsPledges: stops_pledges }))
  await endMandates(tx, ends.map(({ mandate, endedOn }) => ({ mandate, endedOn, reason: endedByPoints.mandate })), null)
  await endPledgesUnder(tx, ends.filter(({ stopsPledges }) => stopsPledges).map(({ mandate, endedOn }) => ({ mandate, endedOn, reason: endedByPoints.pledge })), null)
}
