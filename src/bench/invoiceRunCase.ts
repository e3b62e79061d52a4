import { sql } from '@payloadcms/db-postgres/drizzle'
import { day } from '../domain/localDate'
import { invoiceAll } from '../operations/invoiceSubscriptions'
import { transactionOver } from '../store/clientTransaction'
import type { Transaction } from '../store/transaction'
import { measure, timed, type Measurement } from './measure'
import { undone } from './night'
import { onScratchDatabase } from './scratchServer'

const today = day('2026-01-15')

/** The invoice run of `size` subscriptions with a year to pay; beside it, the same invoices and lines by one statement that knows them by heart. */
export const invoiceRunCase = (size: number, runs: number): Promise<Measurement> => onScratchDatabase(async (client) => {
  const tx = transactionOver(client)
  await loadSubscriptions(tx, size)
  const round = (work: () => Promise<unknown>) => undone(tx, async () => {
    const taken = await timed(async () => {
      await work()
      await tx.execute(sql`set constraints all immediate`)
    })
    await expectInvoices(tx, size)
    return taken
  })
  return measure('invoiceRun', { size, runs, contest: {
    ours: () => round(() => invoiceAll(tx, { today, actor: null, report: () => undefined })),
    bare: () => round(() => bareRun(tx)),
  } })
})

async function loadSubscriptions(tx: Transaction, size: number): Promise<void> {
  await tx.execute(sql`insert into subscription_types (id, title, price_cents, vat) values (1, 'Lid', 3000, 'high')`)
  await tx.execute(sql`
    insert into relations (id, type, status, number, last_name, display_name, sort_name)
    select n, 'person', 'active', n, 'Lid ' || n, 'Lid ' || n, 'Lid ' || n from generate_series(1, ${size}::int) n`)
  await tx.execute(sql`
    insert into relations_emails (_order, _parent_id, id, email) select 1, id, 'mail' || id, 'lid' || id || '@kring.example' from relations`)
  await tx.execute(sql`insert into subscriptions (relation_id, type_id, start_date) select id, 1, ${today}::date from relations order by id`)
  await tx.execute(sql`vacuum analyze`)
}

const bareRun = (tx: Transaction): Promise<unknown> => tx.execute(sql`
  with added as (
    insert into invoices (number, kind, subscription_id, debtor_id, instalment_count, send_method, description, invoice_date, due_date, period_start_date, period_end_date,
                          total_cents, vat_cents, credited_cents, open_cents, status)
    select '2026-' || lpad((row_number() over (order by id))::text, 6, '0'), 'invoice', id, relation_id, 1, 'mail', 'Lid', ${today}::date, ${today}::date + 14, ${today}::date, ${today}::date + 365,
           3000, 521, 0, 3000, 'open'
      from subscriptions order by id
    returning id
  ), lines as (
    insert into invoice_lines (invoice_id, position, description, quantity, amount_cents, vat, vat_cents) select id, 1, 'Lid', 1, 3000, 'high', 521 from added order by id
  )
  update subscriptions set invoiced_until_date = ${today}::date + 365, last_invoice_date = ${today}::date`)

async function expectInvoices(tx: Transaction, size: number): Promise<void> {
  const { rows: [found] } = await tx.execute<{ invoices: string; lines: string; left: string }>(sql`
    select (select count(*) from invoices) as invoices, (select count(*) from invoice_lines where vat_cents = 521) as lines,
           (select count(*) from subscriptions where next_invoice_date <= ${today}) as left`)
  if (Number(found?.invoices) !== size || Number(found?.lines) !== size || found?.left !== '0') throw new Error(`The run of ${size} made ${JSON.stringify(found)}`)
}
