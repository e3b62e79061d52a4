import { sql } from '@payloadcms/db-postgres/drizzle'
import { day } from '../domain/localDate'
import type { Transaction } from '../store/transaction'

export const creditor = 1
export const today = day('2026-11-02')
export const until = day('2026-12-31')

/** An association that collects `size` debits in a month: six in ten of pledges, the others of invoices, on ten days. */
export async function loadCollection(tx: Transaction, size: number): Promise<void> {
  await tx.execute(sql`begin`)
  await tx.execute(sql`set local session_replication_role = replica`)
  await tx.execute(sql`
    insert into creditors (id, title, name, creditor_id, iban, bank, delivery_lead_days, cut_off_time, batch_max_count, batch_max_amount_cents, month_max_amount_cents, instruction_max_amount_cents)
    values (${creditor}, 'Hoofdrekening', 'Vereniging De Kring', 'NL69ZZZ123456780000', 'NL91ABNA0417164300', 'other', 2, '12:00', 10000, 50000000, 100000000000, 100000)`)
  await tx.execute(sql`insert into funds (id, title, code) values (1, 'Algemeen', 'ALG')`)
  await tx.execute(sql`
    insert into relations (id, type, status, number, last_name, display_name, sort_name)
    select n, 'person', 'active', n, 'Lid ' || n, 'J. van der Lid ' || n, 'Lid ' || n from generate_series(1, ${size}::int) n`)
  await tx.execute(sql`
    insert into mandates (id, reference, creditor_id, debtor_id, type, iban, account_holder, signed_on, status)
    select n, 'M-' || lpad(n::text, 8, '0'), ${creditor}, n, 'recurring', (array['NL91ABNA0417164300', 'NL20INGB0001234567', 'NL44RABO0123456789'])[1 + n % 3], 'J. van der Lid ' || n, '2025-05-17', 'active'
      from generate_series(1, ${size}::int) n`)
  const amountCents = sql`(case when n % 4 = 0 then 1000 else 500 + n * 37 % 9500 end)`
  const date = sql`(${today}::date + 14 + n % 10)`
  await tx.execute(sql`
    insert into pledges (id, number, donor_id, fund_id, mandate_id, amount_cents, frequency, start_date, payment_method)
    select n, n, n, 1, n, ${amountCents}, 'monthly', ${date}, 'directDebit' from generate_series(1, ${size}::int) n where n % 10 < 6`)
  await tx.execute(sql`
    insert into invoices (id, number, debtor_id, description, invoice_date, due_date, total_cents, vat_cents, credited_cents, open_cents, status, mandate_id)
    select n, '2026-' || lpad(n::text, 7, '0'), n, 'Contributie 2026', ${today}::date, ${date}, ${amountCents}, 0, 0, ${amountCents}, 'open', n from generate_series(1, ${size}::int) n where n % 10 >= 6`)
  await tx.execute(sql`
    insert into debit_instructions (end_to_end_id, creditor_id, mandate_id, debtor_id, pledge_id, invoice_id, instalment, amount_cents, collection_date, original_collection_date, sequence_type, description, status)
    select 'C' || lpad(n::text, 12, '0'), ${creditor}, n, n, case when n % 10 < 6 then n end, case when n % 10 >= 6 then n end, 1, ${amountCents}, ${date}, ${date}, 'RCUR',
           case when n % 10 < 6 then 'Algemeen toezegging ' || n else 'Factuur 2026-' || lpad(n::text, 7, '0') || ' Contributie 2026' end, 'planned'
      from generate_series(1, ${size}::int) n`)
  await tx.execute(sql`commit`)
  await tx.execute(sql`vacuum analyze`)
}
