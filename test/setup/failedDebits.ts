import type { Payload } from 'payload'
import { day } from '../../src/domain/localDate'
import { handOutBatchFile } from '../../src/operations/handOutBatchFile'
import { reqOn, rowsOf } from './builders'
import { collectingStories, type Planned } from './collectingStories'

export type FailedStories = ReturnType<typeof failedDebits>

/** The day on which everything below is collected. */
export const collectedOn = day('2026-03-02')

/** Debits that were collected and came back, written straight into the tables: what is told of them is tried apart from how a bank says it. */
export function failedDebits(payload: Payload) {
  const stories = collectingStories(payload)
  const rows = <Row extends Readonly<Record<string, unknown>>>(query: string, values: readonly unknown[] = []) => rowsOf<Row>(payload, query, values)

  /** What is planned at the creditor goes to the bank, which books all of it. */
  async function collect(creditor: number): Promise<readonly number[]> {
    for (const { id } of (await stories.batch(creditor, '2026-02-10')).batches) await handOutBatchFile(await reqOn(payload, day('2026-02-10')), id)
    return settle(creditor)
  }

  async function settle(creditor: number): Promise<readonly number[]> {
    const ids = (await rows<{ id: number }>(`
      with collected as (
        update debit_instructions set status = 'collected' where creditor_id = $1 and status = 'submitted' returning *
      ), donated as (
        insert into donations (received_on, donor_id, fund_id, pledge_id, amount_cents, source, instruction_id)
        select c.collection_date, c.debtor_id, p.fund_id, p.id, c.amount_cents, 'directDebit', c.id from collected c join pledges p on p.id = c.pledge_id
      ), paid as (
        insert into payments (received_on, invoice_id, amount_cents, instruction_id) select c.collection_date, c.invoice_id, c.amount_cents, c.id from collected c where c.invoice_id is not null
      )
      select id from collected order by id`, [creditor])).map(({ id }) => id)
    await rows("update debit_batch_groups set status = 'processed' where status = 'open' and batch_id in (select id from debit_batches where creditor_id = $1)", [creditor])
    return ids
  }

  /** They come back for a reason, and so does their money. */
  const sendBack = (ids: readonly number[], reason: string | null, on = '2026-03-05') => rows(`
    with returned as (
      update debit_instructions set status = 'returned', return_reason = $2, returned_on = $3 where id = any($1) returning id
    ), unpaid as (
      insert into payments (received_on, invoice_id, amount_cents, instruction_id, reversal_of_id)
      select $3, invoice_id, -amount_cents, instruction_id, id from payments where instruction_id in (select id from returned) and reversal_of_id is null
    )
    insert into donations (received_on, donor_id, fund_id, pledge_id, amount_cents, source, instruction_id, reversal_of_id)
    select $3, donor_id, fund_id, pledge_id, -amount_cents, source, instruction_id, id from donations where instruction_id in (select id from returned) and reversal_of_id is null`, [ids, reason, on])

  /** A creditor of its own at which these were collected from one donor and came back for a reason. */
  async function returned(amounts: Planned, reason: string | null, on?: string): Promise<{ readonly creditor: number; readonly ids: readonly number[] }> {
    const creditor = await stories.planned(amounts)
    const ids = await collect(creditor)
    await sendBack(ids, reason, on)
    return { creditor, ids }
  }

  /** An invoice that was collected in so many parts, of which all came back. */
  async function returnedInvoice(totalCents: number, parts: number, reason: string, on?: string): Promise<{ readonly creditor: number; readonly invoice: number; readonly debtor: number; readonly ids: readonly number[] }> {
    const { creditor, donor, mandate } = await stories.donorAtOwnCreditor()
    const invoice = await stories.invoice(donor, mandate, totalCents, { parts, dueDate: collectedOn })
    await stories.generate('2026-02-10', '2026-12-31')
    await rows('update debit_instructions set collection_date = $2 where invoice_id = $1', [invoice, collectedOn])
    const ids = await collect(creditor)
    await sendBack(ids, reason, on)
    return { creditor, invoice, debtor: donor, ids }
  }
  return { ...stories, rows, collect, settle, sendBack, returned, returnedInvoice }
}
