import { sql } from '@payloadcms/db-postgres/drizzle'
import { DomainError } from '../../domain/domainError'
import { cents, euroAmount } from '../../domain/money'
import { donorTypeOn } from '../donorTypes'
import { forgetReturnPoints } from '../returnPoints'
import type { Transaction } from '../transaction'
import { closeGroup } from './closeGroups'
import type { ReceivedGroup } from './totals'

/**
 * Books the total of a group: every instruction that the bank did not drop is collected, pledges give donations,
 * invoices get payments. Who paid has no return points any more. Throws TOTAL_DIFFERS, undoing all, when that does not add up to what came in (R-COL-2).
 */
export async function processGroup(tx: Transaction, { group, receivedOn, isGross }: ReceivedGroup): Promise<void> {
  if (isGross) await takeAsPaid(tx, group)
  const donorType = await donorTypeOn(tx, receivedOn)
  const { rows: [sums] } = await tx.execute<{ booked: string; received: string }>(sql`
    with line as (
      insert into bank_bookings (transaction_id, kind, amount_cents, why, group_id, booked_at)
      select t.id, 'batchTotal', t.amount_cents,
             case when t.payment_information_id = g.payment_information_id or position(g.payment_information_id in t.description) > 0 then 'paymentInformationId'
                  when t.message_id = b.message_id or position(b.message_id in t.description) > 0 then 'messageId' else 'amountAndDate' end, g.id, clock_timestamp()
        from bank_transactions t join debit_batch_groups g on g.id = t.group_id join debit_batches b on b.id = g.batch_id
       where t.group_id = ${group} and t.status = 'open' and t.twin_id is null and t.amount_cents > 0
      returning transaction_id as id, amount_cents
    ), collected as (
      update debit_instructions set status = 'collected', updated_at = now()
       where group_id = ${group} and status = 'submitted' returning id, pledge_id, invoice_id, debtor_id, amount_cents
    ), donated as (
      insert into donations (received_on, donor_id, fund_id, pledge_id, amount_cents, source, instruction_id, transaction_id, donor_type_id, created_at, updated_at)
      select ${receivedOn}::date, c.debtor_id, p.fund_id, p.id, c.amount_cents, 'directDebit', c.id, (select min(id) from line), ${donorType(sql`c.debtor_id`)}, now(), now()
        from collected c join pledges p on p.id = c.pledge_id order by c.id
      returning amount_cents
    ), paid as (
      insert into payments (received_on, invoice_id, amount_cents, instruction_id, transaction_id, created_at, updated_at)
      select ${receivedOn}::date, c.invoice_id, c.amount_cents, c.id, (select min(id) from line), now(), now()
        from collected c where c.invoice_id is not null order by c.id
      returning amount_cents
    )
    select (select coalesce(sum(amount_cents), 0) from donated) + (select coalesce(sum(amount_cents), 0) from paid) as booked,
           (select coalesce(sum(amount_cents), 0) from line) as received`)
  const [booked, received] = [cents(Number(sums?.booked)), cents(Number(sums?.received))]
  if (booked !== received) throw new DomainError('TOTAL_DIFFERS', { booked: euroAmount(booked), received: euroAmount(received) })
  await forgetReturnPoints(tx, group)
  await closeGroup(tx, group)
}

/** The bank paid what it had dropped after all, or takes it back in a line of its own: that line then returns it. */
const takeAsPaid = (tx: Transaction, group: number): Promise<unknown> => tx.execute(sql`
  update debit_instructions set status = 'submitted', return_reason = null, returned_on = null, updated_at = now() where group_id = ${group} and status = 'rejected'`)
