import { sql, type SQL } from '@payloadcms/db-postgres/drizzle'
import { day } from '../../domain/localDate'
import { donorTypeOn } from '../donorTypes'
import { many } from '../bankImports'
import { followReturns } from '../returnPoints'
import type { Transaction } from '../transaction'

/** Who books; nobody when Kring does so by itself. */
export type Booker = number | null

/**
 * The columns that a part of a bank line is booked from, all of them, for use after `select`: what is not given is null.
 * `why` is how it was recognised.
 */
export const partOf = (given: Readonly<Partial<Record<(typeof columns)[number], SQL>>>): SQL =>
  sql.join(columns.map((column) => sql`${given[column] ?? sql.raw(`null::${kindOf(column)}`)} as ${sql.identifier(column)}`), sql`, `)

const columns = ['transaction_id', 'kind', 'amount_cents', 'why', 'invoice_id', 'pledge_id', 'fund_id', 'donor_id', 'ledger_account_id', 'payout_id', 'instruction_id', 'return_reason', 'note'] as const
const kindOf = (column: (typeof columns)[number]): string => (column === 'amount_cents' ? 'bigint' : column.endsWith('_id') ? 'int' : 'text')

/**
 * Books parts of open lines as payments, donations, returns, payouts or on ledger accounts; the parts of a line add up to it, or the database
 * refuses. One at a time books. A donation says what kind of giver the donor is on the day of the bank. A return reverses with counter entries, counts
 * its points, and may block or end the mandate. Returns the lines that were booked.
 */
export async function bookParts(tx: Transaction, parts: SQL, booker: Booker): Promise<readonly number[]> {
  const { rowCount } = await tx.execute(sql`insert into booking_parts ${parts}`)
  if (!rowCount) return []
  if (rowCount > many) await tx.execute(sql`analyze booking_parts`)
  await tx.execute(sql`
    insert into bank_bookings (transaction_id, kind, amount_cents, why, instruction_id, invoice_id, pledge_id, fund_id, donor_id, ledger_account_id, payout_id, note, booked_by_id, booked_at)
    select transaction_id, kind, amount_cents, why, instruction_id, invoice_id, pledge_id, fund_id, donor_id, ledger_account_id, payout_id, note, ${booker}::int, clock_timestamp()
      from booking_parts order by transaction_id`)
  await bookDonations(tx)
  await tx.execute(sql`
    insert into payments (received_on, invoice_id, amount_cents, transaction_id, created_at, updated_at)
    select t.booking_date, p.invoice_id, p.amount_cents, t.id, now(), now()
      from booking_parts p join bank_transactions t on t.id = p.transaction_id where p.kind = 'invoicePayment' order by t.id`)
  await bookReturned(tx)
  await tx.execute(sql`update online_payouts o set status = 'received', updated_at = now() from booking_parts p where p.payout_id = o.id`)
  const { rows } = await tx.execute<{ id: number }>(sql`with gone as (delete from booking_parts returning transaction_id) select distinct transaction_id as id from gone order by 1`)
  return rows.map(({ id }) => id)
}

async function bookReturned(tx: Transaction): Promise<void> {
  const { rows } = await tx.execute<{ id: number }>(sql`
    with part as materialized (select p.*, t.booking_date from booking_parts p join bank_transactions t on t.id = p.transaction_id where p.kind = 'return'), unpaid as (
      insert into payments (received_on, invoice_id, amount_cents, instruction_id, transaction_id, reversal_of_id, created_at, updated_at)
      select part.booking_date, m.invoice_id, -m.amount_cents, m.instruction_id, part.transaction_id, m.id, now(), now()
        from part join payments m on m.instruction_id = part.instruction_id and m.amount_cents > 0 and not exists (select from payments back where back.reversal_of_id = m.id)
    ), ungiven as (
      insert into donations (received_on, donor_id, fund_id, pledge_id, amount_cents, source, instruction_id, transaction_id, donor_type_id, reversal_of_id, created_at, updated_at)
      select part.booking_date, m.donor_id, m.fund_id, m.pledge_id, -m.amount_cents, m.source, m.instruction_id, part.transaction_id, m.donor_type_id, m.id, now(), now()
        from part join donations m on m.instruction_id = part.instruction_id and m.amount_cents > 0 and not exists (select from donations back where back.reversal_of_id = m.id)
    )
    update debit_instructions i set status = 'returned', return_reason = part.return_reason, returned_on = part.booking_date, updated_at = now()
      from part where part.instruction_id = i.id and i.status = 'collected'
    returning i.id`)
  await followReturns(tx, rows.map(({ id }) => id))
}

/** Day by day: what kind of giver somebody is, is a rule about a day. */
async function bookDonations(tx: Transaction): Promise<void> {
  const { rows } = await tx.execute<{ date: string }>(sql`
    select distinct t.booking_date::text as date from booking_parts p join bank_transactions t on t.id = p.transaction_id where p.kind = 'donation' order by 1`)
  for (const { date } of rows) {
    const donorType = await donorTypeOn(tx, day(date))
    await tx.execute(sql`
      insert into donations (received_on, donor_id, fund_id, pledge_id, amount_cents, source, transaction_id, donor_type_id, created_at, updated_at)
      select t.booking_date, p.donor_id, p.fund_id, p.pledge_id, p.amount_cents, 'bank', t.id, ${donorType(sql`p.donor_id`)}, now(), now()
        from booking_parts p join bank_transactions t on t.id = p.transaction_id and t.booking_date = ${date} where p.kind = 'donation' order by t.id`)
  }
}
