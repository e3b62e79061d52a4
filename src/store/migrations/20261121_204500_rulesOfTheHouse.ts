import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/*
 * What the tables themselves hold true, beside what the generated schema says: words, amounts, periods, identities,
 * what is never changed, and what is never deleted while it is used.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(`
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

-- Tables that no screen edits.
create table counters (series text primary key, last bigint not null check (last >= 0));
create table kring_settings (key text primary key, value jsonb not null);
create table worker_heartbeats (name text primary key, beat_at timestamptz not null);
create table debit_batch_files (
  batch_id integer primary key references debit_batches (id) on delete restrict,
  gzip bytea not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$')
);
create table idempotent_commands (
  key text primary key check (length(key) between 8 and 64),
  command text not null,
  answer jsonb not null,
  answered_at timestamptz not null default now()
);
create table recent_relations (
  user_id integer not null references users (id) on delete cascade,
  relation_id integer not null references relations (id) on delete cascade,
  viewed_at timestamptz not null,
  primary key (user_id, relation_id)
);
create sequence relation_numbers start 1001;

-- Relations.
create index relations_search on relations using gin (search_text gin_trgm_ops);
create index relations_by_town on relations (address_town);
alter table relations
  alter column number set not null,
  add constraint relations_type check (type in ('person', 'organisation')),
  add constraint relations_status check (status in ('active', 'archived')),
  add constraint relations_named check (coalesce(last_name, organisation_name, '') <> '');
create function keep_relation_type() returns trigger language plpgsql as $$
begin
  raise exception using errcode = '23514', constraint = 'relations_type_fixed', message = 'The type of a relation never changes';
end $$;
create trigger relations_type_fixed before update of type on relations
  for each row when (old.type is distinct from new.type) execute function keep_relation_type();
alter table functions
  add constraint functions_one_target check (num_nonnulls(organ_id, target_id) = 1),
  add constraint functions_period check (end_date is null or end_date >= start_date);
create index functions_of_holder on functions (holder_id, organ_id);

-- Organisation, organs, rules.
alter table organs
  add constraint organs_rule_mode check (rule_mode in ('rules', 'none', 'passThrough')),
  add constraint organs_period check (end_date is null or end_date > start_date),
  add constraint organs_not_own_parent check (parent_id <> id);
alter table rule_versions
  add constraint rule_versions_scope check (num_nonnulls(organ_id, membership_type_id) >= 1),
  add constraint rule_versions_period check (valid_to is null or valid_to > valid_from),
  add constraint rule_versions_one_a_day exclude using gist (
    (coalesce(organ_id, 0)) with =, (coalesce(membership_type_id, 0)) with =, daterange(valid_from, valid_to) with &&);

-- Memberships: half-open periods that never overlap, one open at most (I14, R-DAY-4). Open periods are kept apart by a
-- unique index, closed ones by an exclusion, an open from a closed one by a trigger: an exclusion over all of them would
-- make the first fill of a large association take minutes.
alter table memberships
  add constraint memberships_period check (end_date is null or end_date > start_date),
  add constraint memberships_end_has_reason check ((end_date is null) = (end_reason is null)),
  add constraint memberships_no_overlap exclude using gist (
    relation_id with =, membership_type_id with =, (coalesce(organ_id, 0)) with =, daterange(start_date, end_date) with &&) where (end_date is not null);
create unique index memberships_one_open on memberships (relation_id, membership_type_id, organisation_id, coalesce(organ_id, 0)) where end_date is null;
create index memberships_closed on memberships (relation_id, membership_type_id, end_date) where end_date is not null;
create function keep_periods_apart() returns trigger language plpgsql as $$
begin
  if exists (select from written w
               join memberships m on m.relation_id = w.relation_id and m.membership_type_id = w.membership_type_id
                and m.organisation_id = w.organisation_id and m.organ_id is not distinct from w.organ_id
              where w.end_date is null and m.end_date is not null and m.end_date > w.start_date) then
    raise exception using errcode = '23P01', constraint = 'memberships_no_overlap', message = 'Two membership periods overlap';
  end if;
  return null;
end $$;
create trigger memberships_apart_when_added after insert on memberships referencing new table as written
  for each statement execute function keep_periods_apart();
create trigger memberships_apart_when_changed after update on memberships referencing new table as written
  for each statement execute function keep_periods_apart();
create index memberships_of_organ on memberships (organ_id, relation_id) where end_date is null;
alter table membership_mutations
  add constraint membership_mutations_kind check (kind in ('joined', 'left')),
  add constraint membership_mutations_once unique (membership_id, kind);
create index membership_mutations_of_organ on membership_mutations (organ_id, date desc);

-- Every index costs on every line that the evaluation writes. These are generated, but one value fills most of them,
-- nobody looks anything up by them, or an index above begins with the same column.
drop index memberships_organisation_idx, memberships_membership_type_idx, memberships_updated_at_idx, memberships_created_at_idx,
  membership_mutations_organisation_idx, membership_mutations_organ_idx, membership_mutations_membership_type_idx,
  membership_mutations_membership_idx, membership_mutations_updated_at_idx, membership_mutations_created_at_idx;

-- Fundraising.
alter table pledges
  alter column number set not null,
  add constraint pledges_amount check (amount_cents between 1 and 99999999999),
  add constraint pledges_frequency check (frequency in ('once', 'monthly', 'quarterly', 'halfYearly', 'yearly')),
  add constraint pledges_method check (payment_method in ('directDebit', 'transfer')),
  add constraint pledges_mandate check (payment_method <> 'directDebit' or mandate_id is not null),
  add constraint pledges_period check (end_date is null or end_date > start_date);
alter table donations
  add constraint donations_source check (source in ('directDebit', 'bank')),
  add constraint donations_sign check (case when reversal_of_id is null then amount_cents > 0 else amount_cents < 0 end);
create unique index donations_once_an_instruction on donations (instruction_id) where reversal_of_id is null;
create index donations_of_fund on donations (fund_id, received_on desc);

-- Subscriptions and invoices.
alter table subscription_types
  add constraint subscription_types_price check (price_cents between 1 and 99999999999),
  add constraint subscription_types_period check (period in ('month', 'quarter', 'year'));
alter table subscriptions
  add constraint subscriptions_method check (payment_method in ('directDebit', 'transfer')),
  add constraint subscriptions_mandate check (payment_method <> 'directDebit' or mandate_id is not null),
  add constraint subscriptions_instalments check (instalment_count between 1 and 60),
  add constraint subscriptions_lasts check (end_date is null or end_date > start_date);
create index subscriptions_active on subscriptions (type_id, relation_id, start_date, end_date);
alter table invoices
  add constraint invoices_amounts check (total_cents > 0 and open_cents <= total_cents),
  add constraint invoices_status check (status = case when open_cents <= 0 then 'paid' when open_cents < total_cents then 'partiallyPaid' else 'open' end);
create unique index invoices_once_a_period on invoices (subscription_id, period_start_date);
alter table payments add constraint payments_sign check (case when reversal_of_id is null then amount_cents > 0 else amount_cents < 0 end);
create unique index payments_once_an_instruction on payments (instruction_id) where reversal_of_id is null;

-- The open amount and the status of an invoice follow from its payments (I6, R-INV-1). The invoices are locked before they
-- are summed. A payment being added already holds the key of its invoice, so the lock leaves keys alone.
create function settle_invoices() returns trigger language plpgsql as $$
begin
  perform 1 from invoices where id in (select invoice_id from added) order by id for no key update;
  update invoices i
     set open_cents = i.total_cents - p.paid,
         status = case when i.total_cents - p.paid <= 0 then 'paid' when p.paid > 0 then 'partiallyPaid' else 'open' end,
         updated_at = now()
    from (select invoice_id, sum(amount_cents) as paid from payments
           where invoice_id in (select invoice_id from added) group by invoice_id) p
   where i.id = p.invoice_id;
  return null;
end $$;
create trigger payments_settle after insert on payments referencing new table as added
  for each statement execute function settle_invoices();

-- Direct debit.
alter table creditors
  add constraint creditors_lead check (delivery_lead_days between 1 and 10),
  add constraint creditors_limits check (coalesce(batch_max_count, 1) > 0 and coalesce(batch_max_amount_cents, 1) > 0);
alter table mandates
  add constraint mandates_type check (type in ('recurring', 'oneOff')),
  add constraint mandates_status check (status in ('active', 'terminated')),
  add constraint mandates_end check ((status = 'terminated') = (ended_on is not null)),
  add constraint mandates_reference check (reference ~ '^[A-Za-z0-9?:().,''+ -]([A-Za-z0-9/?:().,''+ -]{0,33}[A-Za-z0-9?:().,''+ -])?$' and reference !~ '//');
create unique index mandates_one_reference on mandates (creditor_id, upper(reference));
alter table debit_instructions
  add constraint instructions_source check (num_nonnulls(pledge_id, invoice_id) = 1),
  add constraint instructions_amount check (amount_cents between 1 and 99999999999),
  add constraint instructions_sequence check (sequence_type in ('RCUR', 'OOFF')),
  add constraint instructions_status check (status in ('planned', 'batched', 'submitted', 'collected', 'rejected', 'returned', 'cancelled')),
  add constraint instructions_in_batch check ((status in ('planned', 'cancelled')) = (batch_id is null) and (batch_id is null) = (group_id is null)),
  add constraint instructions_end_to_end check (end_to_end_id ~ '^[A-Za-z0-9-]{1,35}$');
create unique index instructions_one_per_instalment on debit_instructions (coalesce(pledge_id, 0), coalesce(invoice_id, 0), instalment)
  where status <> 'cancelled' and retry_of_id is null;
create unique index instructions_one_retry on debit_instructions (retry_of_id) where status <> 'cancelled';
create unique index instructions_one_off_once on debit_instructions (mandate_id) where sequence_type = 'OOFF' and status not in ('cancelled', 'rejected', 'returned');
create index instructions_planned on debit_instructions (creditor_id, collection_date, id) where status = 'planned';
alter table debit_batches
  add constraint batches_status check (status in ('created', 'submitted', 'processed')),
  add constraint batches_sums check (instruction_count > 0 and total_cents > 0),
  add constraint batches_message_id check (length(message_id) <= 35);
alter table debit_batch_groups
  add constraint groups_status check (status in ('open', 'processed')),
  add constraint groups_sums check (instruction_count > 0 and total_cents > 0),
  add constraint groups_id check (length(payment_information_id) <= 35);

-- An instruction moves along its life line only (I8).
create function keep_instruction_life_line() returns trigger language plpgsql as $$
begin
  if (old.status, new.status) = ('rejected', 'submitted') and exists (select from debit_instructions where retry_of_id = new.id and status <> 'cancelled') then
    raise exception using errcode = '23514', constraint = 'instructions_retried', message = 'A refusal is not undone once the instruction was tried again';
  end if;
  if (old.status, new.status) not in (
    ('planned', 'batched'), ('planned', 'cancelled'), ('batched', 'planned'), ('batched', 'submitted'),
    ('submitted', 'collected'), ('submitted', 'rejected'), ('rejected', 'submitted'), ('collected', 'returned')) then
    raise exception using errcode = '23514', constraint = 'instructions_life_line',
      message = format('An instruction never goes from %s to %s', old.status, new.status);
  end if;
  return new;
end $$;
create trigger instructions_life_line before update of status on debit_instructions
  for each row when (old.status is distinct from new.status) execute function keep_instruction_life_line();

-- A group counts and sums to what is in it, and so does a batch (I1); checked when the transaction commits.
create function keep_batch_sums() returns trigger language plpgsql as $$
declare wrong text;
begin
  select g.payment_information_id into wrong
    from debit_batch_groups g
   where g.batch_id = new.id
     and (g.instruction_count, g.total_cents) <>
         (select count(*)::int, coalesce(sum(i.amount_cents), 0)::bigint from debit_instructions i where i.group_id = g.id);
  if wrong is not null or (new.instruction_count, new.total_cents) <>
     (select coalesce(sum(g.instruction_count), 0)::int, coalesce(sum(g.total_cents), 0)::bigint from debit_batch_groups g where g.batch_id = new.id) then
    raise exception using errcode = '23514', constraint = 'batches_add_up', message = format('Batch %s does not add up', new.message_id);
  end if;
  return null;
end $$;
create constraint trigger batches_add_up after insert on debit_batches deferrable initially deferred
  for each row execute function keep_batch_sums();

-- The bank.
create unique index bank_statements_once on bank_statements (iban, statement_id, closing_date);
alter table bank_transactions
  add constraint bank_transactions_status check (status in ('open', 'processed')),
  add constraint bank_transactions_kind check ((status = 'processed') = (kind is not null)
    and (kind is null or kind in ('batchTotal', 'return', 'invoicePayment', 'donation'))),
  add constraint bank_transactions_line unique (statement_id, line);
create index bank_transactions_open on bank_transactions (booking_date) where status = 'open';

-- Platform.
alter table role_assignments
  add constraint role_assignments_role check (role in ('administrator', 'membership', 'finance', 'fundraising')),
  add constraint role_assignments_once unique (user_id, role);
alter table job_runs
  add constraint job_runs_status check (status in ('running', 'done', 'failed')),
  add constraint job_runs_once unique (job, business_date);
alter table audit_log add constraint audit_log_action check (action in ('create', 'update', 'delete'));
create index audit_log_of_subject on audit_log (subject, subject_id, at desc);
alter table mails add constraint mails_status check (status in ('queued', 'kept', 'sent'));

-- What is written once and for all.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception using errcode = '23514', constraint = 'append_only', message = format('Rows of %s are never changed or deleted', tg_table_name);
end $$;
create trigger audit_log_append_only before update or delete or truncate on audit_log for each statement execute function refuse_change();
create trigger debit_batch_files_append_only before update or delete or truncate on debit_batch_files for each statement execute function refuse_change();
create trigger payments_append_only before update or delete or truncate on payments for each statement execute function refuse_change();
create trigger donations_append_only before update or delete or truncate on donations for each statement execute function refuse_change();
create trigger invoices_stay before delete or truncate on invoices for each statement execute function refuse_change();
create trigger debit_instructions_stay before delete or truncate on debit_instructions for each statement execute function refuse_change();
create trigger debit_batches_stay before delete or truncate on debit_batches for each statement execute function refuse_change();
create trigger bank_transactions_stay before delete or truncate on bank_transactions for each statement execute function refuse_change();

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

/** There is no way back from the first schema but an empty database. */
export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw(`
drop table recent_relations, idempotent_commands, debit_batch_files, worker_heartbeats, kring_settings, counters;
drop sequence relation_numbers;
drop function keep_relation_type, keep_periods_apart, settle_invoices, keep_instruction_life_line, keep_batch_sums, refuse_change cascade;
`))
}
