import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { insertAuditEntries } from '../auditLog'
import { insertBatchEvents } from '../batchEvents'
import { endedByPoints, setReturnPoints } from '../returnPoints'
import type { Transaction } from '../transaction'
import type { Booker } from './bookParts'

/** Why what was booked cannot be undone, and how often: something was built on it. */
export type InTheWay = { readonly reason: 'returned' | 'retried' | 'mandateEnded' | 'refunded'; readonly count: number }

const idsParam = (ids: readonly number[]): SQL => sql`${sql.param(ids)}::int[]`

/** The lines that go along when these are undone: a total in two lines is undone as a whole. */
export async function withTheirTotals(tx: Transaction, lines: readonly number[]): Promise<readonly number[]> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    select distinct other.transaction_id as id from bank_bookings b
      join bank_bookings other on other.transaction_id = b.transaction_id or (other.group_id = b.group_id and other.kind = 'batchTotal')
     where b.transaction_id = any(${idsParam(lines)}) and b.undone_at is null and other.undone_at is null order by 1`)
  return rows.map(({ id }) => id)
}

/**
 * What was built on the bookings of these lines and is not undone with them: debits of a total that came back since, returns that were tried
 * again, and mandates that ended because of a return.
 */
export async function inTheWayOf(tx: Transaction, lines: readonly number[]): Promise<readonly InTheWay[]> {
  const { rows } = await tx.execute<InTheWay>(sql`
    with undone as (select * from bank_bookings where transaction_id = any(${idsParam(lines)}) and undone_at is null),
    back as (select instruction_id from undone where kind = 'return')
    select reason, count(*)::int as count from (
      select 'returned' as reason, i.id from debit_instructions i where i.group_id in (select group_id from undone) and i.status = 'returned' and i.id not in (select instruction_id from back)
      union all
      select 'retried', i.id from debit_instructions i where i.id in (select instruction_id from back) and exists (select from debit_instructions again where again.retry_of_id = i.id and again.status <> 'cancelled')
      union all
      select 'mandateEnded', m.id from mandates m join debit_instructions i on i.mandate_id = m.id
       where i.id in (select instruction_id from back) and m.status = 'terminated' and m.ended_on >= i.returned_on and (m.end_reason = ${endedByPoints.mandate} or m.end_reason in (select title from return_reasons))
      union all
      select 'refunded', p.id from undone b join online_payments p on p.payout_id = b.payout_id and p.status = 'refunded'
    ) built group by reason order by reason`)
  return rows
}

/**
 * Takes back all that these lines were booked as, with counter entries on the same days, so that the books are as if they had never been
 * booked: debits are at the bank again or collected again, invoices open, a mandate that was blocked for it free. The lines are open again. Whoever calls
 * asked `inTheWayOf` first; the database holds the rest.
 */
export async function undoBookings(tx: Transaction, lines: readonly number[], booker: Booker): Promise<void> {
  await tx.execute(sql`drop table if exists undoing`)
  await tx.execute(sql`
    create temporary table undoing on commit drop as
      select b.*, g.batch_id from bank_bookings b left join debit_batch_groups g on g.id = b.group_id where b.transaction_id = any(${idsParam(lines)}) and b.undone_at is null`)
  await tx.execute(sql`update bank_bookings set undone_at = clock_timestamp(), undone_by_id = ${booker}::int, updated_at = now() where id in (select id from undoing)`)
  await tx.execute(sql`update online_payouts set status = 'open', updated_at = now() where id in (select payout_id from undoing)`)
  await takeBackPayments(tx)
  await takeBackDonations(tx)
  await reopenReturns(tx, booker)
  await reopenTotals(tx, booker)
}

type Money = 'payments' | 'donations'

/** Money that was not taken back: of the returns first, then of the totals, then of the lines themselves. */
const liveMoney = (table: Money, which: SQL): SQL => sql`
  (select m.* from ${sql.identifier(table)} m where ${which} and not exists (select from ${sql.identifier(table)} back where back.reversal_of_id = m.id)) live`
const ofReturns = sql`m.instruction_id in (select instruction_id from undoing where kind = 'return') and m.amount_cents < 0`
const ofTotals = sql`m.amount_cents > 0 and m.instruction_id in (select i.id from debit_instructions i join undoing u on u.group_id = i.group_id and u.kind = 'batchTotal')`
const ofLines = sql`m.instruction_id is null and m.reversal_of_id is null and m.transaction_id in (select transaction_id from undoing where kind in ('invoicePayment', 'donation'))`

/** What a counter entry has of the one that it takes back. That of a total is of the day and the line of the total, also where the debit came back since and that was undone. */
const asBooked = (table: Money, which: SQL, column: 'received_on' | 'transaction_id'): SQL => (which === ofTotals
  ? sql`(select first.${sql.identifier(column)} from ${sql.identifier(table)} first where first.instruction_id = live.instruction_id and first.reversal_of_id is null order by first.id desc limit 1)`
  : sql`live.${sql.identifier(column)}`)

async function takeBackPayments(tx: Transaction): Promise<void> {
  for (const which of [ofReturns, ofTotals, ofLines]) await tx.execute(sql`
    insert into payments (received_on, invoice_id, amount_cents, instruction_id, transaction_id, reversal_of_id, created_at, updated_at)
    select ${asBooked('payments', which, 'received_on')}, invoice_id, -amount_cents, instruction_id, ${asBooked('payments', which, 'transaction_id')}, id, now(), now()
      from ${liveMoney('payments', which)} order by id`)
}

async function takeBackDonations(tx: Transaction): Promise<void> {
  for (const which of [ofReturns, ofTotals, ofLines]) await tx.execute(sql`
    insert into donations (received_on, donor_id, fund_id, pledge_id, amount_cents, source, instruction_id, transaction_id, donor_type_id, reversal_of_id, created_at, updated_at)
    select ${asBooked('donations', which, 'received_on')}, donor_id, fund_id, pledge_id, -amount_cents, source, instruction_id, ${asBooked('donations', which, 'transaction_id')}, donor_type_id, id, now(), now()
      from ${liveMoney('donations', which)} order by id`)
}

/** What came back is collected again; a mandate that was blocked for it is free, unless another return blocks it as well. */
async function reopenReturns(tx: Transaction, booker: Booker): Promise<void> {
  const { rows: freed } = await tx.execute<{ id: number }>(sql`
    update mandates m set status = 'active', block_reason = null, updated_at = now()
      from undoing u join debit_instructions i on i.id = u.instruction_id and u.kind = 'return'
      join return_reasons r on r.code = i.return_reason and r.mandate_effect = 'block'
     where m.id = i.mandate_id and m.status = 'blocked' and m.block_reason in (select title from return_reasons)
       and not exists (select from debit_instructions other join return_reasons blocks on blocks.code = other.return_reason and blocks.mandate_effect = 'block'
                        where other.mandate_id = m.id and other.status = 'returned' and other.id not in (select instruction_id from undoing where kind = 'return'))
    returning m.id`)
  await insertAuditEntries(tx, booker, freed.map(({ id }) => ({ subject: 'mandates', subjectId: id, action: 'update', changes: { status: { from: 'blocked', to: 'active' } } })))
  const { rows } = await tx.execute<{ mandate_id: number }>(sql`
    update debit_instructions set status = 'collected', return_reason = null, returned_on = null, updated_at = now()
     where id in (select instruction_id from undoing where kind = 'return') and status = 'returned' returning mandate_id`)
  await setReturnPoints(tx, rows.map(({ mandate_id }) => mandate_id))
}

/** What was collected is at the bank again, and its batch waits for the total. */
async function reopenTotals(tx: Transaction, booker: Booker): Promise<void> {
  const { rows } = await tx.execute<{ mandate_id: number }>(sql`
    update debit_instructions set status = 'submitted', updated_at = now()
     where group_id in (select group_id from undoing where kind = 'batchTotal') and status = 'collected' returning mandate_id`)
  await tx.execute(sql`update debit_batch_groups set status = 'open', updated_at = now() where id in (select group_id from undoing where kind = 'batchTotal') and status = 'processed'`)
  const { rows: batches } = await tx.execute<{ batch_id: number }>(sql`select distinct batch_id from undoing where kind = 'batchTotal' order by 1`)
  await tx.execute(sql`update debit_batches set status = 'submitted', updated_at = now() where id in (select batch_id from undoing where kind = 'batchTotal') and status = 'processed'`)
  await insertBatchEvents(tx, booker, batches.map(({ batch_id }) => ({ batch: batch_id, kind: 'totalUndone' })))
  await setReturnPoints(tx, rows.map(({ mandate_id }) => mandate_id))
}
