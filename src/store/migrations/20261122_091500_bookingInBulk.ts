import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/**
 * What rows name that come by the hundred thousand, most of them with most of it empty. A foreign key asks for each row and each column, also where
 * there is nothing to ask; this asks once for each statement, and refuses to delete what is named.
 */
const named = {
  payments: { online_payment_id: 'online_payments' },
  donations: { donor_id: 'relations', fund_id: 'funds', pledge_id: 'pledges', donor_type_id: 'donor_types', online_payment_id: 'online_payments' },
  bank_bookings: {
    group_id: 'debit_batch_groups', instruction_id: 'debit_instructions', invoice_id: 'invoices', pledge_id: 'pledges', fund_id: 'funds', donor_id: 'relations', ledger_account_id: 'ledger_accounts',
    payout_id: 'online_payouts', booked_by_id: 'users',
  },
} as const

/** Of these no row is ever deleted. */
const neverDeleted: readonly string[] = ['debit_instructions', 'invoices', 'online_payments', 'online_payouts']

const isThere = ([column, parent]: [string, string], index: number): string => `(filled[${index + 1}] = 0 or ${neverDeleted.includes(parent)
  ? `not exists (select from added a where a.${column} is not null and not exists (select from ${parent} where id = a.${column}))`
  : `(select count(distinct ${column}) from added) = (select count(*) from (select from ${parent} where id in (select ${column} from added) order by id for key share) there)`})`

const asksOnce = ([table, columns]: [string, Readonly<Record<string, string>>]): string => `
alter table ${table} ${Object.entries(columns).map(([column, parent]) => `drop constraint if exists ${table}_${column}_${parent}_id_fk`).join(', ')};
create function keep_${table}_named() returns trigger language plpgsql set enable_seqscan = off set enable_bitmapscan = off as $$
declare filled bigint[];
begin
  select array[${Object.keys(columns).map((column) => `count(${column})`).join(', ')}] into filled from added;
  if not (${Object.entries(columns).map(isThere).join('\n    and ')}) then
    raise exception using errcode = '23503', table = '${table}', constraint = '${table}_named', message = 'insert or update on table "${table}" names what is not there';
  end if;
  return null;
end $$;
create trigger ${table}_named after insert on ${table} referencing new table as added for each statement execute function keep_${table}_named();`

const parents = [...new Set(Object.values(named).flatMap((columns) => Object.values<string>(columns)))].filter((parent) => !neverDeleted.includes(parent))
const namedBy = (parent: string): string => Object.entries(named).flatMap(([table, columns]) =>
  Object.entries(columns).filter(([, of]) => of === parent).flatMap(([column]) => [`'${table}'`, `'${column}'`])).join(', ')
const staysWhileNamed = (parent: string): string => `create trigger ${parent}_named before delete on ${parent} for each row execute function keep_what_is_named(${namedBy(parent)});`

/** What a part of a bank line becomes. */
const bookedAs = { payments: 'invoicePayment', donations: 'donation' } as const

/** Money of one instruction comes once, and goes back exactly as it came; money of a bank line is never more than what the line is booked as. */
const moneyRules = (table: 'payments' | 'donations', target: 'invoice_id' | 'fund_id'): string => `
-- Statistics say little about what one statement just added: indexes are the way through, however many rows there are.
create or replace function keep_${table}_sound() returns trigger language plpgsql set enable_seqscan = off set enable_bitmapscan = off as $$
declare known bigint;
begin
  if exists (select from added a where a.reversal_of_id is not null and not exists (
       select from ${table} o where o.id = a.reversal_of_id and a.amount_cents = -o.amount_cents
          and row(a.${target}, a.instruction_id, a.online_payment_id) is not distinct from row(o.${target}, o.instruction_id, o.online_payment_id))) then
    raise exception using errcode = '23514', constraint = '${table}_reverse_exactly', message = 'A counter entry takes back exactly what it names';
  end if;
  perform from debit_instructions where id in (select instruction_id from added) order by id for no key update;
  get diagnostics known = row_count;
  if known <> (select count(distinct instruction_id) from added) then
    raise exception using errcode = '23503', constraint = '${table}_of_instruction', message = 'insert or update on table "${table}" names an instruction that is not there';
  end if;
  if exists (select from (select distinct instruction_id as id from added where instruction_id is not null) a join debit_instructions i on i.id = a.id
              cross join lateral (select sum(m.amount_cents) as net from ${table} m where m.instruction_id = i.id offset 0) money where money.net not in (0, i.amount_cents)) then
    raise exception using errcode = '23505', constraint = '${table}_once_an_instruction', message = 'An instruction gives its money once';
  end if;
  if exists (select from (select distinct transaction_id as id from added where instruction_id is not null and transaction_id is not null) a where not exists (select from bank_transactions where id = a.id)) then
    raise exception using errcode = '23503', constraint = '${table}_of_line', message = 'insert or update on table "${table}" names a line that is not there';
  end if;
  -- One at a time books lines; whoever does has this lock already.
  if exists (select from added where instruction_id is null and transaction_id is not null) then perform pg_advisory_xact_lock(hashtextextended('bank import', 0)); end if;
  if exists (select from (select distinct transaction_id as id from added where instruction_id is null and transaction_id is not null) a
              cross join lateral (select sum(m.amount_cents) as net from ${table} m where m.transaction_id = a.id and m.instruction_id is null offset 0) money
              cross join lateral (select coalesce(sum(b.amount_cents), 0) as cents from bank_bookings b
                                   where b.transaction_id = a.id and b.undone_at is null and b.kind = '${bookedAs[table]}' offset 0) booked
              where money.net not between least(booked.cents, 0) and greatest(booked.cents, 0)) then
    raise exception using errcode = '23514', constraint = '${table}_within_line', message = 'A bank line gives no more than it is booked as';
  end if;
  return null;
end $$;`

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(`
-- A hundred thousand rows come at once, and most of them have none of this: an index over what is not there costs as much as one over what is, and
-- one that another begins with brings nothing.
drop index donations_by_day, donations_donor_idx, donations_fund_idx, donations_reversals, invoices_subscription_idx, invoices_once_a_period,
  bank_transactions_of_day, bank_transactions_end_to_end_id_idx;
create index bank_transactions_back on bank_transactions (end_to_end_id) where status = 'open' and amount_cents < 0;
create unique index invoices_once_a_period on invoices (subscription_id, period_start_date) where subscription_id is not null;
${(['payments', 'donations'] as const).map((table) => `
drop index ${table}_reversal_of_idx, ${table}_online_payment_idx, ${table}_once_online, ${table}_transaction_idx, ${table}_of_totals;
create index ${table}_transaction_idx on ${table} (transaction_id) where transaction_id is not null;
create unique index ${table}_reversal_of_idx on ${table} (reversal_of_id) where reversal_of_id is not null;
create index ${table}_online_payment_idx on ${table} (online_payment_id) where online_payment_id is not null;
create unique index ${table}_once_online on ${table} (online_payment_id) where reversal_of_id is null and online_payment_id is not null;`).join('')}
${['donor_type', 'pledge'].map((name) => `drop index donations_${name}_idx;\ncreate index donations_${name}_idx on donations (${name}_id) where ${name}_id is not null;`).join('\n')}

-- What is named is there, and stays.
${Object.entries(named).map(asksOnce).join('\n')}
create function keep_what_is_named() returns trigger language plpgsql as $$
declare is_named boolean;
begin
  for place in 0 .. tg_nargs - 1 by 2 loop
    execute format('select exists (select from %I where %I = $1)', tg_argv[place], tg_argv[place + 1]) into is_named using old.id;
    if is_named then
      raise exception using errcode = '23001', table = tg_argv[place], constraint = format('%s_named', tg_argv[place]), message = format('%s names it', tg_argv[place]);
    end if;
  end loop;
  return old;
end $$;
${parents.map(staysWhileNamed).join('\n')}
-- Invoices, debits and money are never deleted.
alter table payments drop constraint payments_invoice_id_invoices_id_fk, drop constraint payments_instruction_id_debit_instructions_id_fk, drop constraint payments_reversal_of_id_payments_id_fk;
alter table donations drop constraint donations_instruction_id_debit_instructions_id_fk, drop constraint donations_reversal_of_id_donations_id_fk;

-- The parts of a line add up to it and go its way; a return is all of its debit, a payout all of what was paid out with its costs (I10).
create or replace function settle_bank_lines() returns trigger language plpgsql set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare settled bigint;
begin
  if exists (select from added a where a.kind = 'return' and not exists (select from debit_instructions i where i.id = a.instruction_id and i.amount_cents = -a.amount_cents)) then
    raise exception using errcode = '23514', constraint = 'bank_bookings_whole_return', message = 'What comes back is all of a debit';
  end if;
  if exists (select from added a join online_payouts o on o.id = a.payout_id where o.amount_cents + o.cost_cents <> a.amount_cents) then
    raise exception using errcode = '23514', constraint = 'bank_bookings_whole_payout', message = 'A payout is all that was paid out, with its costs';
  end if;
  -- In the order of the lines, so that two who book wait for each other and nobody for both.
  update bank_transactions t set status = 'processed', kind = b.kind, updated_at = now()
    from (select transaction_id, sum(amount_cents)::bigint as booked, case when min(kind) = max(kind) then min(kind) when bool_or(kind = 'payout') then 'payout' else 'several' end as kind,
                 coalesce(min(sign(amount_cents)) filter (where kind in ('invoicePayment', 'donation')), sign(sum(amount_cents))) as lowest,
                 coalesce(max(sign(amount_cents)) filter (where kind in ('invoicePayment', 'donation')), sign(sum(amount_cents))) as highest
            from added where undone_at is null group by transaction_id order by transaction_id) b
   where t.id = b.transaction_id and t.status = 'open' and t.amount_cents = b.booked and sign(t.amount_cents) = b.lowest and b.lowest = b.highest;
  get diagnostics settled = row_count;
  if settled <> (select count(distinct transaction_id) from added where undone_at is null) then
    raise exception using errcode = '23514', constraint = 'bank_lines_add_up', message = 'A line is booked once, as a whole, and gifts and payments go its way';
  end if;
  return null;
end $$;

-- What is open goes down with what comes in, however many at once.
create or replace function settle_invoices() returns trigger language plpgsql set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare settled bigint;
begin
  update invoices i
     set open_cents = i.open_cents - p.paid,
         status = case when i.open_cents - p.paid <= 0 then case when i.credited_cents >= i.total_cents then 'credited' else 'paid' end
                       when i.open_cents - p.paid < i.total_cents then 'partiallyPaid' else 'open' end,
         updated_at = now()
    from (select invoice_id, sum(amount_cents)::bigint as paid from added group by invoice_id order by invoice_id) p
   where i.id = p.invoice_id;
  get diagnostics settled = row_count;
  if settled <> (select count(distinct invoice_id) from added) then
    raise exception using errcode = '23503', constraint = 'payments_of_invoice', message = 'insert or update on table "payments" names an invoice that is not there';
  end if;
  return null;
end $$;
create function refuse_settling_by_hand() returns trigger language plpgsql as $$
begin
  raise exception using errcode = '23514', constraint = 'invoices_follow_money', message = 'What an invoice has open follows from payments and credit notes';
end $$;
create trigger invoices_follow before update of open_cents, credited_cents, status on invoices for each row
  when (pg_trigger_depth() = 0 and row(old.open_cents, old.credited_cents, old.status) is distinct from row(new.open_cents, new.credited_cents, new.status)) execute function refuse_settling_by_hand();
${moneyRules('payments', 'invoice_id')}
${moneyRules('donations', 'fund_id')}

-- More lines pass through than an int can count.
alter table incoming_lines alter column position type bigint;
`))
}

/** As with the tables that these are about. */
export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw("do $$ begin raise exception 'The checks of bookings have no way back; restore a copy of the database'; end $$"))
}
