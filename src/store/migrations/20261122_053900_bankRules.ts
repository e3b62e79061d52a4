import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** Columns that are as they were written, whatever becomes of the row. */
const written: Readonly<Record<string, readonly string[]>> = {
  bank_imports: ['file_name', 'file_sha256', 'format', 'line_count', 'new_line_count', 'imported_by_id', 'created_at'],
  bank_statements: ['import_id', 'title', 'creditor_id', 'iban', 'statement_id', 'opening_date', 'closing_date', 'opening_cents', 'closing_cents', 'is_balanced', 'file_name', 'file_sha256', 'created_at'],
  bank_transactions: ['statement_id', 'line', 'booking_date', 'value_date', 'amount_cents', 'counter_name', 'counter_iban', 'description', 'end_to_end_id',
    'mandate_reference', 'payment_information_id', 'message_id', 'bank_reference', 'transaction_code', 'is_reversal', 'return_reason', 'fingerprint', 'created_at'],
  bank_bookings: ['transaction_id', 'kind', 'amount_cents', 'why', 'group_id', 'instruction_id', 'invoice_id', 'pledge_id', 'fund_id', 'donor_id', 'ledger_account_id', 'payout_id',
    'note', 'booked_by_id', 'booked_at', 'created_at'],
  bank_details: ['import_id', 'iban', 'booking_date', 'entry_cents', 'entry_reference', 'amount_cents', 'counter_name', 'counter_iban', 'description', 'end_to_end_id',
    'mandate_reference', 'payment_information_id', 'return_reason', 'fingerprint', 'created_at'],
  online_payouts: ['provider', 'provider_reference', 'amount_cents', 'cost_cents', 'created_at'],
}

const row = (side: 'old' | 'new', columns: readonly string[]): string => `row(${columns.map((column) => `${side}.${column}`).join(', ')})`

const staysWritten = ([table, columns]: [string, readonly string[]]): string => `
drop trigger if exists ${table}_used on ${table};
create trigger ${table}_used before update of ${columns.join(', ')} on ${table} for each row
  when (${row('old', columns)} is distinct from ${row('new', columns)}) execute function refuse_change();`

/** Rows of these are never deleted. */
const kept = ['bank_imports', 'bank_bookings', 'online_payments', 'online_payouts'] as const

/** Relations of a booking that most rows do not have. */
const sparse = ['group_id', 'instruction_id', 'invoice_id', 'pledge_id', 'fund_id', 'donor_id', 'ledger_account_id', 'payout_id', 'booked_by_id', 'undone_by_id'] as const
const indexOf = (column: string): string => `bank_bookings_${column.replace(/_id$/, '')}_idx`

/** Money of one instruction comes once, and goes back exactly as it came; money of a bank line is never more than the line. */
const moneyRules = (table: 'payments' | 'donations', target: 'invoice_id' | 'fund_id'): string => `
-- Statistics say little about what one statement just added: indexes are the way through, however many rows there are.
create function keep_${table}_sound() returns trigger language plpgsql set enable_seqscan = off set enable_bitmapscan = off as $$
begin
  if exists (select from added a where a.reversal_of_id is not null and exists (
       select from ${table} o where o.id = a.reversal_of_id
          and (a.amount_cents <> -o.amount_cents or row(a.${target}, a.instruction_id, a.online_payment_id) is distinct from row(o.${target}, o.instruction_id, o.online_payment_id)))) then
    raise exception using errcode = '23514', constraint = '${table}_reverse_exactly', message = 'A counter entry takes back exactly what it names';
  end if;
  perform from debit_instructions where id in (select instruction_id from added) order by id for no key update;
  if exists (select from (select distinct instruction_id as id from added where instruction_id is not null) a join debit_instructions i on i.id = a.id
              cross join lateral (select sum(m.amount_cents) as net from ${table} m where m.instruction_id = i.id) money where money.net not in (0, i.amount_cents)) then
    raise exception using errcode = '23505', constraint = '${table}_once_an_instruction', message = 'An instruction gives its money once';
  end if;
  if exists (select from (select distinct transaction_id as id from added where transaction_id is not null) a where not exists (select from bank_transactions where id = a.id)) then
    raise exception using errcode = '23503', constraint = '${table}_of_line', message = 'Money comes with a line that is there';
  end if;
  perform from bank_transactions where id in (select transaction_id from added where instruction_id is null) order by id for no key update;
  if exists (select from (select distinct transaction_id as id from added where instruction_id is null and transaction_id is not null) a join bank_transactions t on t.id = a.id
              cross join lateral (select coalesce((select sum(p.amount_cents) from payments p where p.transaction_id = t.id and p.instruction_id is null), 0)
                                       + coalesce((select sum(d.amount_cents) from donations d where d.transaction_id = t.id and d.instruction_id is null), 0) as net,
                                  coalesce((select sum(b.amount_cents) from bank_bookings b where b.transaction_id = t.id and b.undone_at is null and b.kind in ('invoicePayment', 'donation')), 0) as booked) money
              where money.net not between least(t.amount_cents, money.booked, 0) and greatest(t.amount_cents, money.booked, 0)) then
    raise exception using errcode = '23514', constraint = '${table}_within_line', message = 'A bank line gives no more than it brought';
  end if;
  return null;
end $$;
create trigger ${table}_sound after insert on ${table} referencing new table as added for each statement execute function keep_${table}_sound();
drop index ${table}_transaction_idx, ${table}_instruction_idx;
create index ${table}_transaction_idx on ${table} (transaction_id) where instruction_id is null;
create index ${table}_instruction_idx on ${table} (instruction_id) where instruction_id is not null;
create index ${table}_of_totals on ${table} (transaction_id) where instruction_id is not null;
create unique index ${table}_once_online on ${table} (online_payment_id) where reversal_of_id is null;`

/** What is booked of an online payment is what was paid, for what it was paid; back goes only what was refunded. */
const onlineMoney = (table: 'payments' | 'donations', isElsewhere: string): string => `
create function keep_online_${table}() returns trigger language plpgsql as $$
begin
  if exists (select from added a join online_payments o on o.id = a.online_payment_id
              where o.status <> 'refunded' and (o.status <> 'paid' or a.reversal_of_id is not null) or abs(a.amount_cents) <> o.amount_cents or ${isElsewhere}) then
    raise exception using errcode = '23514', constraint = '${table}_as_paid_online', message = 'An online payment is booked as it was paid';
  end if;
  return null;
end $$;
create trigger ${table}_online after insert on ${table} referencing new table as added for each statement execute function keep_online_${table}();`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(`
-- What was read before is the content of a file that was read before.
insert into bank_imports (file_name, file_sha256, format, line_count, new_line_count, status, created_at, updated_at)
  select min(s.file_name), s.file_sha256, 'camt053', count(t.id), count(t.id), 'kept', min(s.created_at), now()
    from bank_statements s left join bank_transactions t on t.statement_id = s.id group by s.file_sha256 order by min(s.id);
update bank_statements s set import_id = i.id from bank_imports i where i.file_sha256 = s.file_sha256;
alter table bank_statements alter column import_id set not null;
alter table bank_imports
  add constraint bank_imports_format check (format in ('camt053', 'camt054', 'mt940')),
  add constraint bank_imports_status check (status in ('kept', 'undone') and (status = 'undone') = (undone_at is not null) and line_count >= new_line_count and new_line_count >= 0);
create unique index bank_imports_once on bank_imports (file_sha256) where status = 'kept';
drop index bank_statements_once, bank_statements_file_once;
create unique index bank_statements_once on bank_statements (iban, statement_id, closing_date) where hold <> 'unbalanced' and not is_undone;

-- Which earlier statement brought lines that a later one has as well: the later one leans on it.
create table statement_overlaps (
  statement_id integer not null references bank_statements (id), earlier_id integer not null references bank_statements (id), line_count integer not null,
  primary key (statement_id, earlier_id)
);
create index statement_overlaps_earlier on statement_overlaps (earlier_id);

alter table bank_transactions
  drop constraint bank_transactions_status, drop constraint bank_transactions_kind,
  add constraint bank_transactions_status check (status in ('open', 'processed', 'duplicate', 'undone')),
  add constraint bank_transactions_kind check ((status = 'processed') = (kind is not null)
    and (kind is null or kind in ('batchTotal', 'return', 'invoicePayment', 'donation', 'payout', 'ledger', 'several')));
drop index bank_transactions_fingerprint_idx;
create unique index bank_transactions_fingerprint_idx on bank_transactions (fingerprint) where status <> 'undone';
drop index bank_details_fingerprint_idx;
create unique index bank_details_fingerprint_idx on bank_details (fingerprint);

-- A hundred thousand lines come in at once and all of them change when they are booked: an index that nothing asks for costs more than the booking.
drop index bank_transactions_status_idx, bank_transactions_statement_idx, bank_transactions_bank_reference_idx, bank_transactions_updated_at_idx, bank_transactions_created_at_idx,
  payments_updated_at_idx, payments_created_at_idx, donations_updated_at_idx, donations_created_at_idx, invoices_updated_at_idx, invoices_created_at_idx;
${['group', 'twin', 'end_to_end_id', 'payment_information_id'].map((name) => {
  const column = name === 'group' || name === 'twin' ? `${name}_id` : name
  return `drop index bank_transactions_${name}_idx;\ncreate index bank_transactions_${name}_idx on bank_transactions (${column}) where ${column} is not null;`
}).join('\n')}
drop index invoices_credit_of_idx, invoices_mandate_idx, invoices_subscription_idx;
create index invoices_credit_of_idx on invoices (credit_of_id) where credit_of_id is not null;
create index invoices_mandate_idx on invoices (mandate_id) where mandate_id is not null;
create index invoices_subscription_idx on invoices (subscription_id) where subscription_id is not null;
create index invoices_of_open_amount on invoices (open_cents) where open_cents > 0;
create index bank_transactions_of_day on bank_transactions (booking_date, amount_cents);

-- Where one import at a time puts what it reads and books, until it is kept: nothing here outlives its transaction.
create unlogged table incoming_lines (
  position int generated always as identity, statement int not null, booking_date date not null, value_date date not null, amount_cents bigint not null, counter_name text, counter_iban text,
  description text, end_to_end_id text, mandate_reference text, payment_information_id text, message_id text, bank_reference text, transaction_code text, is_reversal boolean, return_reason text,
  entry_reference text, entry_cents bigint, fingerprint text, is_new boolean, twin_id int
);
create unlogged table booking_parts (
  transaction_id int not null, kind text not null, amount_cents bigint not null, why text not null, invoice_id int, pledge_id int, fund_id int, donor_id int, ledger_account_id int, payout_id int,
  instruction_id int, return_reason text, note text
);

-- Bookings: the parts of a line add up to it, and what becomes of the line follows from them, so nobody sets it by hand (I10).
${sparse.map((column) => `drop index ${indexOf(column)};\ncreate index ${indexOf(column)} on bank_bookings (${column}) where ${column} is not null;`).join('\n')}
drop index bank_bookings_updated_at_idx, bank_bookings_created_at_idx;
insert into bank_bookings (transaction_id, kind, amount_cents, why, group_id, instruction_id, invoice_id, pledge_id, fund_id, donor_id, booked_at)
  select t.id, t.kind, t.amount_cents,
         case t.kind when 'return' then 'endToEndId' when 'invoicePayment' then 'invoiceNumber' when 'donation' then 'fundText'
           else case when t.payment_information_id is null then 'amountAndDate' else 'paymentInformationId' end end,
         case when t.kind = 'batchTotal' then t.group_id end,
         case when t.kind = 'return' then coalesce(p.instruction_id, d.instruction_id) end,
         case when t.kind = 'invoicePayment' then p.invoice_id end,
         case when t.kind = 'donation' then d.pledge_id end, case when t.kind = 'donation' then d.fund_id end, case when t.kind = 'donation' then d.donor_id end, t.updated_at
    from bank_transactions t
    left join lateral (select * from payments where transaction_id = t.id order by id limit 1) p on true
    left join lateral (select * from donations where transaction_id = t.id order by id limit 1) d on true
   where t.status = 'processed' order by t.id;
alter table bank_bookings
  add constraint bank_bookings_kind check (amount_cents <> 0 and case kind
    when 'batchTotal' then group_id is not null and amount_cents > 0 and num_nonnulls(instruction_id, invoice_id, pledge_id, fund_id, donor_id, ledger_account_id, payout_id) = 0
    when 'return' then instruction_id is not null and amount_cents < 0 and num_nonnulls(group_id, invoice_id, pledge_id, fund_id, donor_id, ledger_account_id, payout_id) = 0
    when 'invoicePayment' then invoice_id is not null and num_nonnulls(group_id, instruction_id, pledge_id, fund_id, donor_id, ledger_account_id, payout_id) = 0
    when 'donation' then fund_id is not null and num_nonnulls(group_id, instruction_id, invoice_id, ledger_account_id, payout_id) = 0
    when 'payout' then payout_id is not null and num_nonnulls(group_id, instruction_id, invoice_id, pledge_id, fund_id, donor_id, ledger_account_id) = 0
    when 'ledger' then ledger_account_id is not null and num_nonnulls(group_id, instruction_id, invoice_id, pledge_id, fund_id, donor_id, payout_id) = 0
    else false end),
  add constraint bank_bookings_why check (why in ('paymentInformationId', 'messageId', 'amountAndDate', 'endToEndId', 'mandateAndAmount', 'invoiceNumber', 'paymentReference', 'fundText', 'payoutReference', 'person')),
  add constraint bank_bookings_undone check (undone_by_id is null or undone_at is not null);
create unique index bank_bookings_one_return on bank_bookings (instruction_id) where kind = 'return' and undone_at is null;
create unique index bank_bookings_one_payout on bank_bookings (payout_id) where payout_id is not null and undone_at is null;
create function settle_bank_lines() returns trigger language plpgsql set enable_seqscan = off set enable_bitmapscan = off as $$
declare settled bigint;
begin
  if exists (select from added a where a.invoice_id is not null and not exists (select from invoices where id = a.invoice_id))
     or exists (select from added a where a.instruction_id is not null and not exists (select from debit_instructions where id = a.instruction_id)) then
    raise exception using errcode = '23503', constraint = 'bank_bookings_targets', message = 'A booking is of something that is there';
  end if;
  perform from bank_transactions where id in (select transaction_id from added) order by id for no key update;
  update bank_transactions t set status = 'processed', kind = b.kind, updated_at = now()
    from (select transaction_id, sum(amount_cents) as booked, case when min(kind) = max(kind) then min(kind) when bool_or(kind = 'payout') then 'payout' else 'several' end as kind
            from added where undone_at is null group by transaction_id) b
   where t.id = b.transaction_id and t.status = 'open' and t.amount_cents = b.booked;
  get diagnostics settled = row_count;
  if settled <> (select count(distinct transaction_id) from added where undone_at is null) then
    raise exception using errcode = '23514', constraint = 'bank_lines_add_up', message = 'A line is booked once, and as a whole';
  end if;
  return null;
end $$;
create trigger bank_bookings_settle after insert on bank_bookings referencing new table as added for each statement execute function settle_bank_lines();
create function open_bank_lines() returns trigger language plpgsql as $$
begin
  if exists (select from changed c join before b on b.id = c.id where b.undone_at is not null and c.undone_at is distinct from b.undone_at) then
    raise exception using errcode = '23514', constraint = 'bank_bookings_stay_undone', message = 'What was undone stays so; book the line again';
  end if;
  if exists (select from bank_bookings where transaction_id in (select transaction_id from changed where undone_at is not null) and undone_at is null) then
    raise exception using errcode = '23514', constraint = 'bank_lines_add_up', message = 'A line is opened again as a whole';
  end if;
  update bank_transactions set status = 'open', kind = null, updated_at = now()
   where status = 'processed' and id in (select transaction_id from changed where undone_at is not null);
  return null;
end $$;
create trigger bank_bookings_reopen after update on bank_bookings referencing old table as before new table as changed for each statement execute function open_bank_lines();
create function refuse_status_by_hand() returns trigger language plpgsql as $$
begin
  raise exception using errcode = '23514', constraint = 'bank_lines_follow_bookings', message = 'Whether a line is processed follows from its bookings';
end $$;
create trigger bank_transactions_follow before update of status, kind on bank_transactions for each row
  when (pg_trigger_depth() = 0 and (old.status = 'processed' or new.status = 'processed') and row(old.status, old.kind) is distinct from row(new.status, new.kind)) execute function refuse_status_by_hand();

-- Lines, statements, invoices and debits are never deleted, and a hundred thousand are booked at once: that they are there is checked for each
-- statement instead of for each row.
alter table bank_transactions drop constraint bank_transactions_statement_id_bank_statements_id_fk;
alter table bank_bookings drop constraint bank_bookings_transaction_id_bank_transactions_id_fk, drop constraint bank_bookings_invoice_id_invoices_id_fk, drop constraint bank_bookings_instruction_id_debit_instructions_id_fk;
alter table payments drop constraint payments_transaction_id_bank_transactions_id_fk;
alter table donations drop constraint donations_transaction_id_bank_transactions_id_fk;
create function keep_lines_in_statements() returns trigger language plpgsql as $$
begin
  if exists (select from (select distinct statement_id from added) a where not exists (select from bank_statements where id = a.statement_id)) then
    raise exception using errcode = '23503', constraint = 'bank_transactions_of_statement', message = 'A line is of a statement that is there';
  end if;
  return null;
end $$;
create trigger bank_transactions_of_statement after insert on bank_transactions referencing new table as added for each statement execute function keep_lines_in_statements();

-- Money: payments and donations are never more than what brought them.
drop index payments_one_a_line, donations_one_a_line, payments_once_an_instruction, donations_once_an_instruction;
alter table payments drop constraint payments_sign,
  add constraint payments_sign check (amount_cents <> 0 and (amount_cents > 0 or reversal_of_id is not null or (instruction_id is null and online_payment_id is null)));
alter table donations drop constraint donations_sign, drop constraint donations_source,
  add constraint donations_source check (source in ('directDebit', 'bank', 'online')),
  add constraint donations_sign check (amount_cents <> 0 and (amount_cents > 0 or reversal_of_id is not null or (instruction_id is null and online_payment_id is null)));
-- As it was, whatever the statistics say of what one statement added.
create or replace function settle_invoices() returns trigger language plpgsql set enable_seqscan = off set enable_bitmapscan = off as $$
begin
  perform from invoices where id in (select invoice_id from added) order by id for no key update;
  update invoices i
     set open_cents = i.total_cents - i.credited_cents - p.paid,
         status = case when i.total_cents - i.credited_cents - p.paid <= 0 then case when i.credited_cents >= i.total_cents then 'credited' else 'paid' end
                       when i.credited_cents + p.paid > 0 then 'partiallyPaid' else 'open' end,
         updated_at = now()
    from (select a.id, money.paid from (select distinct invoice_id as id from added) a
           cross join lateral (select sum(m.amount_cents) as paid from payments m where m.invoice_id = a.id) money) p
   where i.id = p.id;
  return null;
end $$;
${moneyRules('payments', 'invoice_id')}
${moneyRules('donations', 'fund_id')}

-- What was booked can be undone while nothing was built on it: the debits are at the bank again, or collected again.
create or replace function keep_instruction_life_line() returns trigger language plpgsql as $$
begin
  if (old.status, new.status) in (('rejected', 'submitted'), ('returned', 'collected')) and exists (select from debit_instructions where retry_of_id = new.id and status <> 'cancelled') then
    raise exception using errcode = '23514', constraint = 'instructions_retried', message = 'What failed is not undone once the instruction was tried again';
  end if;
  if new.status = 'planned' and not exists (select from debit_batches where id = old.batch_id and status = 'cancelled') then
    raise exception using errcode = '23514', constraint = 'instructions_life_line', message = 'An instruction is free again only when its batch is cancelled';
  end if;
  if ((old.status, new.status) = ('collected', 'submitted') and exists (select from bank_bookings where group_id = new.group_id and undone_at is null))
     or ((old.status, new.status) = ('returned', 'collected') and exists (select from bank_bookings where instruction_id = new.id and kind = 'return' and undone_at is null)) then
    raise exception using errcode = '23514', constraint = 'instructions_life_line', message = 'What the bank booked is undone first';
  end if;
  if (old.status, new.status) not in (
    ('planned', 'batched'), ('planned', 'cancelled'), ('batched', 'planned'), ('submitted', 'planned'), ('rejected', 'planned'), ('batched', 'submitted'),
    ('submitted', 'collected'), ('submitted', 'rejected'), ('rejected', 'submitted'), ('collected', 'returned'), ('collected', 'submitted'), ('returned', 'collected')) then
    raise exception using errcode = '23514', constraint = 'instructions_life_line',
      message = format('An instruction never goes from %s to %s', old.status, new.status);
  end if;
  return new;
end $$;
create or replace function keep_group_life_line() returns trigger language plpgsql as $$
begin
  if (old.status, new.status) not in (('open', 'processed'), ('open', 'cancelled'), ('processed', 'open'))
     or (new.status = 'open' and (exists (select from bank_bookings where group_id = new.id and undone_at is null)
       or exists (select from debit_instructions where group_id = new.id and status in ('collected', 'returned')))) then
    raise exception using errcode = '23514', constraint = 'groups_life_line', message = format('A group never goes from %s to %s', old.status, new.status);
  end if;
  return new;
end $$;
alter table debit_batch_events drop constraint batch_events_kind,
  add constraint batch_events_kind check (kind in ('made', 'downloaded', 'submitted', 'submissionUndone', 'refused', 'refusalUndone', 'reported', 'processed', 'totalUndone', 'cancelled'));

-- Online payments: once at a provider, for one thing, and their status only goes on.
alter table online_payments
  add constraint online_payments_amount check (amount_cents > 0),
  add constraint online_payments_target check (num_nonnulls(invoice_id, pledge_id, fund_id) <= 1),
  add constraint online_payments_status check (status in ('open', 'paid', 'failed', 'expired', 'cancelled', 'refunded')
    and (status in ('paid', 'refunded')) = (paid_on is not null) and (status = 'refunded') = (refunded_on is not null)),
  add constraint online_payments_method check (method in ('ideal', 'card', 'bancontact', 'other'));
create unique index online_payments_once on online_payments (provider, provider_reference);
alter table online_payouts
  add constraint online_payouts_costs check (cost_cents >= 0),
  add constraint online_payouts_status check (status in ('open', 'received'));
create unique index online_payouts_once on online_payouts (provider, provider_reference);
create function keep_online_life_line() returns trigger language plpgsql as $$
begin
  if row(old.provider, old.provider_reference, old.amount_cents) is distinct from row(new.provider, new.provider_reference, new.amount_cents)
     or array_position(array['open', 'expired', 'failed', 'cancelled', 'paid', 'refunded'], new.status::text) < array_position(array['open', 'expired', 'failed', 'cancelled', 'paid', 'refunded'], old.status::text)
     or (old.paid_on is not null and new.paid_on is distinct from old.paid_on) or (old.refunded_on is not null and new.refunded_on is distinct from old.refunded_on)
     or (num_nonnulls(old.invoice_id, old.pledge_id, old.fund_id) = 1 and row(old.invoice_id, old.pledge_id, old.fund_id) is distinct from row(new.invoice_id, new.pledge_id, new.fund_id)
       and exists (select from payments where online_payment_id = new.id union all select from donations where online_payment_id = new.id)) then
    raise exception using errcode = '23514', constraint = 'online_payments_life_line', message = format('An online payment never goes from %s to %s', old.status, new.status);
  end if;
  return new;
end $$;
create trigger online_payments_life_line before update on online_payments for each row execute function keep_online_life_line();
${onlineMoney('payments', 'a.invoice_id is distinct from o.invoice_id')}
${onlineMoney('donations', 'case when o.pledge_id is null then a.fund_id is distinct from o.fund_id else a.pledge_id is distinct from o.pledge_id end')}

alter table follow_ups
  add constraint follow_ups_channel check (channel in ('call', 'mail', 'letter')),
  add constraint follow_ups_target check (num_nonnulls(invoice_id, pledge_id) = 1),
  add constraint follow_ups_again check (next_date > on_date);

${Object.entries(written).map(staysWritten).join('\n')}
${kept.map((table) => `create trigger ${table}_kept before delete or truncate on ${table} for each statement execute function refuse_change();`).join('\n')}

-- Deleting what is referred to is refused rather than leaving a hole.
do $$
declare reference record;
begin
  for reference in
    select c.conname, c.conrelid::regclass as child, c.confrelid::regclass as parent,
           (select string_agg(quote_ident(a.attname), ', ') from unnest(c.conkey) k join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k) as columns
      from pg_constraint c
     where c.contype = 'f' and c.confdeltype = 'n' and c.connamespace = current_schema()::regnamespace
       and c.conrelid::regclass::text not like 'payload\\_%'
  loop
    execute format('alter table %s drop constraint %I, add constraint %I foreign key (%s) references %s on delete restrict',
      reference.child, reference.conname, reference.conname, reference.columns, reference.parent);
  end loop;
end $$;
`))
}

/** What was split, undone and paid online by then has no place in the former tables: there is no way back but a copy of the database. */
export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw("do $$ begin raise exception 'The tables of the bank have no way back; restore a copy of the database'; end $$"))
}
