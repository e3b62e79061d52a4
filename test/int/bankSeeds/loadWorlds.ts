import type pg from 'pg'
import { testIban } from '../../setup/builders'
import { announced, type WorldPlan } from './worldPlan'

/** Puts associations into an empty database, in a few statements for all of them, with a treasurer and an account for costs. */
export async function loadWorlds(client: pg.Client, plans: readonly WorldPlan[]): Promise<void> {
  const insert = (query: string, rows: readonly Readonly<Record<string, unknown>>[]) => client.query(query, [JSON.stringify(rows)])
  await client.query("insert into users (id, name, email, updated_at, created_at) values (1, 'Penningmeester', 'penningmeester@kring.example', now(), now())")
  await client.query("insert into ledger_accounts (id, code, title) values (1, '4900', 'Bankkosten')")
  await insert(`
    insert into creditors (id, title, name, creditor_id, iban, bank, delivery_lead_days, groups_per_file)
    select place, 'Rekening ' || place, 'Kring ' || place, 'NL51ZZZ405365330000', iban, 'other', 2, groups from jsonb_to_recordset($1) as given(place int, iban text, groups text)`,
  plans.map(({ place, iban, groupsPerFile }) => ({ place, iban, groups: groupsPerFile })))
  await insert(`
    insert into funds (id, title, code, bank_match_lines) select place, 'Bomen ' || place, 'BOM' || place, 'bomen ' || place || 'b' from jsonb_to_recordset($1) as given(place int)`, plans.map(({ place }) => ({ place })))
  const debits = plans.flatMap(({ place, debits }) => debits.map((debit, index) => ({ ...debit, place, id: place * 100 + index, iban: testIban(place * 100 + index), number: `2026-${String(place * 100 + index).padStart(6, '0')}` })))
  const transfers = plans.flatMap(({ place, transfers }) => transfers.map(({ number, amountCents }, index) => ({ id: place * 100 + 50 + index, number, amountCents })))
  await insert(`
    insert into relations (id, type, status, number, last_name, display_name, sort_name)
    select id, 'person', 'active', id, 'Lid ' || id, 'J. van Lid ' || id, 'Lid ' || id from jsonb_to_recordset($1) as given(id int)`, [...debits, ...transfers])
  await insert(`
    insert into mandates (id, reference, creditor_id, debtor_id, type, iban, account_holder, signed_on, status)
    select id, 'M-' || id, place, id, 'recurring', iban, 'J. van Lid ' || id, '2025-05-17', 'active' from jsonb_to_recordset($1) as given(id int, place int, iban text)`, debits)
  await insert(`
    insert into pledges (id, number, donor_id, fund_id, mandate_id, amount_cents, frequency, start_date, payment_method)
    select id, id, id, place, id, "amountCents", 'once', date, 'directDebit' from jsonb_to_recordset($1) as given(id int, place int, "amountCents" bigint, date date)`, debits.filter(({ kind }) => kind === 'pledge'))
  const invoices = [...debits.filter(({ kind }) => kind === 'invoice').map((one) => ({ ...one, mandate: one.id })), ...transfers.map((one) => ({ ...one, mandate: null, parts: 1, date: announced }))]
  await insert(`
    with added as (
      insert into invoices (id, kind, number, debtor_id, mandate_id, instalment_count, send_method, description, invoice_date, due_date, total_cents, vat_cents, credited_cents, open_cents, status)
      select id, 'invoice', number, id, mandate, parts, 'none', 'Contributie', '2026-01-01', date, "amountCents", 0, 0, "amountCents", 'open'
        from jsonb_to_recordset($1) as given(id int, number text, mandate int, parts int, date date, "amountCents" bigint) returning id, total_cents
    )
    insert into invoice_lines (invoice_id, position, description, quantity, amount_cents, vat, vat_cents) select id, 1, 'Contributie', 1, total_cents, 'exempt', 0 from added`, invoices)
}
