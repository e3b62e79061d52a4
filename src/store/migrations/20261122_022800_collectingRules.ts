import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'
import { returnReasonDefaults } from '../returnReasonDefaults'

/** A literal of SQL. */
const quoted = (value: string | number | boolean): string => (typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value))
const rowsOf = (rows: readonly (readonly (string | number | boolean)[])[]): string => rows.map((row) => `(${row.map(quoted).join(', ')}, now(), now())`).join(',\n  ')

/*
 * What the tables of collecting hold true: words, sums, limits of the bank, what is frozen when it goes out, and what is
 * never changed.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(`
-- Long work tells how far it is outside its own transaction; after a crash there is nothing to keep.
create unlogged table command_progress (
  key text primary key check (length(key) between 8 and 64),
  phase text not null,
  done bigint not null check (done >= 0),
  total bigint not null check (total >= 0),
  at timestamptz not null default now()
);

-- Creditors.
alter table creditors
  add constraint creditors_bank check (bank in ('ing', 'rabobank', 'abnAmro', 'other')),
  add constraint creditors_cut_off check (cut_off_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  add constraint creditors_delivery check (message_version in ('v08', 'v02') and groups_per_file in ('several', 'one') and original_account in ('withheld', 'told')
    and file_max_count between 1 and 200000),
  add constraint creditors_more_limits check (least(instruction_max_amount_cents, day_max_count, day_max_amount_cents, month_max_count, month_max_amount_cents) > 0),
  add constraint creditors_limits_fit check (
    instruction_max_amount_cents <= least(batch_max_amount_cents, day_max_amount_cents, month_max_amount_cents)
    and batch_max_amount_cents <= least(day_max_amount_cents, month_max_amount_cents) and day_max_amount_cents <= month_max_amount_cents
    and batch_max_count <= least(day_max_count, month_max_count) and day_max_count <= month_max_count),
  add constraint creditors_notice check (pre_notification_days between 1 and 60),
  add constraint creditors_auto_stop check (auto_stop_points between 1 and 100);
-- Nothing tells a debtor's bank of another name of the creditor, so that one stays as well.
drop trigger creditors_used on creditors;
create trigger creditors_used before update of creditor_id, iban, name on creditors for each row
  when (row(old.creditor_id, old.iban, old.name) is distinct from row(new.creditor_id, new.iban, new.name)) execute function keep_used_creditor();

-- Mandates and what changed in them.
alter table mandates
  drop constraint mandates_status,
  add constraint mandates_status check (status in ('active', 'blocked', 'terminated')),
  add constraint mandates_channel check (channel in ('paper', 'online', 'eMandate')),
  add constraint mandates_points check (return_points >= 0);
alter table mandate_changes add constraint mandate_changes_something check ((former_reference, former_iban, former_holder) <> (reference, iban, holder));
create trigger mandate_changes_append_only before update or delete or truncate on mandate_changes for each statement execute function refuse_change();

-- A mandate that ended stays ended, from the day that it did (R-MAN-1).
create function keep_ended_mandate() returns trigger language plpgsql as $$
begin
  raise exception using errcode = '23514', constraint = 'mandates_stay_ended', message = 'A mandate that ended stays ended';
end $$;
create trigger mandates_stay_ended before update of status, ended_on on mandates for each row
  when (old.status = 'terminated' and row(old.status, old.ended_on) is distinct from row(new.status, new.ended_on)) execute function keep_ended_mandate();

-- Whoever changes the account, the holder or the reference of a mandate that was collected with writes down what it was (sepa §7.1).
create or replace function keep_used_mandate() returns trigger language plpgsql as $$
begin
  perform from debit_instructions where mandate_id = old.id for share;
  if exists (select from debit_instructions where mandate_id = old.id and status not in ('planned', 'cancelled'))
     and (row(old.creditor_id, old.debtor_id, old.type, old.signed_on) is distinct from row(new.creditor_id, new.debtor_id, new.type, new.signed_on)
       or not exists (select from mandate_changes c
                       where c.id = (select max(id) from mandate_changes where mandate_id = old.id)
                         and (c.former_reference, c.former_iban, c.former_holder) = (old.reference, old.iban, old.account_holder)
                         and (c.reference, c.iban, c.holder) = (new.reference, new.iban, new.account_holder))) then
    raise exception using errcode = '23514', constraint = 'mandates_used', message = 'A mandate that was collected with does not change';
  end if;
  return new;
end $$;

-- Subscription types and subscriptions.
alter table subscription_types
  drop constraint subscription_types_price,
  add constraint subscription_types_price check (price_cents between 0 and 99999999999 and (is_free or price_cents > 0)),
  add constraint subscription_types_words check (period_start in ('startDate', 'calendar') and first_period in ('full', 'months', 'days', 'free') and vat in ('exempt', 'zero', 'low', 'high')),
  add constraint subscription_types_terms check (notice_months between 0 and 12 and payment_term_days between 0 and 90);
alter table subscriptions
  add constraint subscriptions_collection_day check (collection_day between 1 and 31),
  add constraint subscriptions_send_method check (send_method in ('mail', 'post', 'none')),
  add constraint subscriptions_notice check (notice_date is null or end_date is not null);
create function keep_next_invoice_date() returns trigger language plpgsql as $$
declare next date := coalesce(new.invoiced_until_date, new.start_date);
begin
  new.next_invoice_date := case when (new.end_date is null or next < new.end_date)
    and not (select is_free from subscription_types where id = new.type_id) then next end;
  return new;
end $$;
create trigger subscriptions_next_invoice before insert or update on subscriptions for each row execute function keep_next_invoice_date();
create function renew_next_invoice_dates() returns trigger language plpgsql as $$
begin
  update subscriptions set updated_at = now() where type_id = new.id;
  return null;
end $$;
create trigger subscription_types_free after update of is_free on subscription_types for each row when (old.is_free <> new.is_free) execute function renew_next_invoice_dates();
update subscriptions s set last_invoice_date = (select max(invoice_date) from invoices i where i.subscription_id = s.id);
create index subscriptions_to_invoice on subscriptions (next_invoice_date) where next_invoice_date is not null;

-- Invoices and credit notes: what is open follows from payments and credit notes (I6, R-INV-1, R-INV-2).
update invoices set sent_on = invoice_date;
alter table invoices
  alter column vat_cents drop default, alter column credited_cents drop default,
  drop constraint invoices_amounts, drop constraint invoices_status,
  add constraint invoices_kind check (case kind
    when 'invoice' then total_cents > 0 and vat_cents >= 0 and open_cents <= total_cents and credited_cents between 0 and total_cents and credit_of_id is null
    when 'credit' then total_cents < 0 and vat_cents <= 0 and open_cents = 0 and credited_cents = 0 and credit_of_id is not null
    else false end),
  add constraint invoices_status check (status = case
    when kind = 'credit' then 'credited' when open_cents <= 0 and credited_cents >= total_cents then 'credited' when open_cents <= 0 then 'paid'
    when open_cents < total_cents then 'partiallyPaid' else 'open' end),
  add constraint invoices_sending check (send_method in ('mail', 'post', 'none')),
  add constraint invoices_spread check (instalment_count between 1 and 60 and collection_day between 1 and 31),
  add constraint invoices_reminders check (reminder_count >= 0 and (reminder_count = 0) = (last_reminded_on is null));
drop trigger invoices_used on invoices;
create trigger invoices_used before update of number, kind, credit_of_id, debtor_id, subscription_id, invoice_date, period_start_date, period_end_date, total_cents, vat_cents, created_at on invoices for each row
  when (row(old.number, old.kind, old.credit_of_id, old.debtor_id, old.subscription_id, old.invoice_date, old.period_start_date, old.period_end_date, old.total_cents, old.vat_cents, old.created_at)
    is distinct from row(new.number, new.kind, new.credit_of_id, new.debtor_id, new.subscription_id, new.invoice_date, new.period_start_date, new.period_end_date, new.total_cents, new.vat_cents, new.created_at))
  execute function refuse_change();
create index invoices_open on invoices (due_date, id) where open_cents > 0;
create index invoices_not_sent on invoices (id) where sent_on is null and send_method <> 'none';

create or replace function settle_invoices() returns trigger language plpgsql as $$
begin
  perform 1 from invoices where id in (select invoice_id from added) order by id for no key update;
  update invoices i
     set open_cents = i.total_cents - i.credited_cents - p.paid,
         status = case when i.total_cents - i.credited_cents - p.paid <= 0 then case when i.credited_cents >= i.total_cents then 'credited' else 'paid' end
                       when i.credited_cents + p.paid > 0 then 'partiallyPaid' else 'open' end,
         updated_at = now()
    from (select invoice_id, sum(amount_cents) as paid from payments
           where invoice_id in (select invoice_id from added) group by invoice_id) p
   where i.id = p.invoice_id;
  return null;
end $$;
create function settle_credited_invoices() returns trigger language plpgsql as $$
begin
  perform 1 from invoices where id in (select credit_of_id from added) order by id for no key update;
  update invoices i
     set credited_cents = i.credited_cents + c.credited,
         open_cents = i.open_cents - c.credited,
         status = case when i.open_cents - c.credited <= 0 then case when i.credited_cents + c.credited >= i.total_cents then 'credited' else 'paid' end else 'partiallyPaid' end,
         updated_at = now()
    from (select credit_of_id, -sum(total_cents) as credited from added where kind = 'credit' group by credit_of_id) c
   where i.id = c.credit_of_id;
  return null;
end $$;
create trigger invoices_credited after insert on invoices referencing new table as added for each statement execute function settle_credited_invoices();

insert into invoice_lines (invoice_id, position, description, quantity, amount_cents, vat, vat_cents, updated_at, created_at)
  select id, 1, description, 1, total_cents, 'exempt', 0, now(), created_at from invoices order by id;
alter table invoice_lines
  add constraint invoice_lines_once unique (invoice_id, position),
  add constraint invoice_lines_vat check (vat in ('exempt', 'zero', 'low', 'high') and abs(vat_cents) <= abs(amount_cents) and sign(vat_cents) in (0, sign(amount_cents))),
  add constraint invoice_lines_quantity check (quantity > 0);
drop index invoice_lines_invoice_idx, invoice_lines_created_at_idx, invoice_lines_updated_at_idx;
create trigger invoice_lines_append_only before update or delete or truncate on invoice_lines for each statement execute function refuse_change();
create function keep_invoice_lines() returns trigger language plpgsql as $$
begin
  if (new.total_cents, new.vat_cents) <> (select coalesce(sum(amount_cents), 0), coalesce(sum(vat_cents), 0) from invoice_lines where invoice_id = new.id) then
    raise exception using errcode = '23514', constraint = 'invoices_add_up', message = format('Invoice %s does not add up', new.number);
  end if;
  return null;
end $$;
create constraint trigger invoices_add_up after insert on invoices deferrable initially deferred for each row execute function keep_invoice_lines();

-- What stood on an invoice when it was sent: names, addresses, accounts and days go on, a paper that went out does not.
create table invoice_papers (
  invoice_id integer primary key references invoices (id) on delete restrict,
  facts jsonb not null
);
create trigger invoice_papers_append_only before update or delete or truncate on invoice_papers for each statement execute function refuse_change();

-- Reminders: each step once, in order (R-REM-2).
alter table reminder_steps
  add constraint reminder_steps_channel check (channel in ('mail', 'letter')),
  add constraint reminder_steps_days check (after_days between 1 and 365);
alter table reminders
  add constraint reminders_once unique (invoice_id, step_id),
  add constraint reminders_channel check (channel in ('mail', 'letter')),
  add constraint reminders_open check (open_cents > 0);
create trigger reminders_append_only before update or delete or truncate on reminders for each statement execute function refuse_change();

-- What debtors were told.
alter table pre_notifications
  add constraint pre_notifications_source check (num_nonnulls(pledge_id, invoice_id) = 1),
  add constraint pre_notifications_amount check (amount_cents > 0 and every_months between 0 and 12),
  add constraint pre_notifications_channel check (channel in ('mail', 'letter', 'invoice'));
create trigger pre_notifications_append_only before update or delete or truncate on pre_notifications for each statement execute function refuse_change();

-- Pledges.
alter table pledge_changes
  add constraint pledge_changes_once unique (pledge_id, from_date),
  add constraint pledge_changes_amount check (amount_cents between 1 and 99999999999);

-- Instructions: what goes to the bank is frozen when they go into a batch, and goes free again only with a cancelled one.
update debit_instructions i set debtor_iban = m.iban, mandate_reference = m.reference from mandates m where m.id = i.mandate_id and i.batch_id is not null;
alter table debit_instructions
  add constraint instructions_frozen check ((batch_id is null) = (debtor_iban is null) and (batch_id is null) = (mandate_reference is null)
    and (batch_id is not null or num_nonnulls(former_iban, former_reference) = 0)),
  add constraint instructions_cancelled check (cancel_reason is null or (status = 'cancelled'
    and cancel_reason in ('mandateEnded', 'debtorGone', 'pledgeEnded', 'pledgeChanged', 'invoicePaid', 'mandateChanged')));
drop trigger debit_instructions_used on debit_instructions;
create trigger debit_instructions_used before update on debit_instructions for each row
  when (old.status <> 'planned' and new.status <> 'planned' and
    row(old.end_to_end_id, old.creditor_id, old.mandate_id, old.debtor_id, old.pledge_id, old.invoice_id, old.instalment, old.amount_cents, old.collection_date, old.original_collection_date,
      old.sequence_type, old.description, old.retry_of_id, old.debtor_iban, old.mandate_reference, old.former_iban, old.former_reference, old.batch_id, old.group_id, old.created_at)
    is distinct from row(new.end_to_end_id, new.creditor_id, new.mandate_id, new.debtor_id, new.pledge_id, new.invoice_id, new.instalment, new.amount_cents, new.collection_date, new.original_collection_date,
      new.sequence_type, new.description, new.retry_of_id, new.debtor_iban, new.mandate_reference, new.former_iban, new.former_reference, new.batch_id, new.group_id, new.created_at))
  execute function refuse_change();
create or replace function keep_instruction_life_line() returns trigger language plpgsql as $$
begin
  if (old.status, new.status) = ('rejected', 'submitted') and exists (select from debit_instructions where retry_of_id = new.id and status <> 'cancelled') then
    raise exception using errcode = '23514', constraint = 'instructions_retried', message = 'A refusal is not undone once the instruction was tried again';
  end if;
  if new.status = 'planned' and not exists (select from debit_batches where id = old.batch_id and status = 'cancelled') then
    raise exception using errcode = '23514', constraint = 'instructions_life_line', message = 'An instruction is free again only when its batch is cancelled';
  end if;
  if (old.status, new.status) not in (
    ('planned', 'batched'), ('planned', 'cancelled'), ('batched', 'planned'), ('submitted', 'planned'), ('rejected', 'planned'), ('batched', 'submitted'),
    ('submitted', 'collected'), ('submitted', 'rejected'), ('rejected', 'submitted'), ('collected', 'returned')) then
    raise exception using errcode = '23514', constraint = 'instructions_life_line',
      message = format('An instruction never goes from %s to %s', old.status, new.status);
  end if;
  return new;
end $$;
drop trigger instructions_life_line on debit_instructions;
create trigger instructions_life_line before update of status on debit_instructions for each row
  when (old.status is distinct from new.status
    and (old.status, new.status) not in (('planned', 'batched'), ('batched', 'submitted'), ('submitted', 'collected'))) execute function keep_instruction_life_line();

-- Batches and their groups are never deleted, and a million instructions go into them at once: that they are there, and
-- that the group is one of the batch, is checked for each statement instead of twice for each row. So is that nothing is
-- put into a batch after it was made: then it would hold more than it says.
alter table debit_instructions drop constraint debit_instructions_batch_id_debit_batches_id_fk, drop constraint debit_instructions_group_id_debit_batch_groups_id_fk;
create function keep_instructions_in_groups() returns trigger language plpgsql as $$
begin
  if exists (select from (select distinct batch_id, group_id from written where batch_id is not null) w
              where not exists (select from debit_batch_groups g where (g.id, g.batch_id) = (w.group_id, w.batch_id))) then
    raise exception using errcode = '23503', constraint = 'instructions_group_of_batch', message = 'An instruction is in a group of its batch';
  end if;
  if exists (select from (select distinct group_id from written where group_id is not null) w join debit_batch_groups g on g.id = w.group_id
              where (g.instruction_count, g.total_cents) < (select count(*), coalesce(sum(i.amount_cents), 0) from debit_instructions i where i.group_id = g.id)
                 or g.total_cents < (select coalesce(sum(i.amount_cents), 0) from debit_instructions i where i.group_id = g.id)) then
    raise exception using errcode = '23514', constraint = 'batches_add_up', message = 'Nothing is added to a batch that was made';
  end if;
  return null;
end $$;
create trigger instructions_group_of_batch_added after insert on debit_instructions referencing new table as written for each statement execute function keep_instructions_in_groups();
create trigger instructions_group_of_batch_changed after update on debit_instructions referencing new table as written for each statement execute function keep_instructions_in_groups();

-- Every index costs on every instruction that goes into a batch. These are generated, but nobody looks anything up by
-- them, or they hold what is empty in most rows.
drop index debit_instructions_updated_at_idx, debit_instructions_created_at_idx, debit_instructions_creditor_idx, debit_instructions_status_idx,
  debit_instructions_retry_of_idx, debit_instructions_batch_idx, debit_instructions_group_idx, debit_instructions_pledge_idx, debit_instructions_invoice_idx,
  instructions_one_retry, instructions_one_per_instalment;
create index instructions_of_group on debit_instructions (group_id) where group_id is not null;
create index instructions_of_pledge on debit_instructions (pledge_id) where pledge_id is not null;
create index instructions_of_invoice on debit_instructions (invoice_id) where invoice_id is not null;
create index instructions_failed on debit_instructions (status, returned_on) where status in ('rejected', 'returned');
create unique index instructions_one_retry on debit_instructions (retry_of_id) where retry_of_id is not null and status <> 'cancelled';
create unique index instructions_one_per_pledge_instalment on debit_instructions (pledge_id, instalment) where pledge_id is not null and status <> 'cancelled' and retry_of_id is null;
create unique index instructions_one_per_invoice_instalment on debit_instructions (invoice_id, instalment) where invoice_id is not null and status <> 'cancelled' and retry_of_id is null;

-- Batches.
alter table debit_batches
  drop constraint batches_status,
  add constraint batches_status check (status in ('created', 'downloaded', 'submitted', 'processed', 'cancelled')),
  add constraint batches_version check (message_version in ('v08', 'v02'));
alter table debit_batch_groups
  drop constraint groups_status,
  add constraint groups_status check (status in ('open', 'processed', 'cancelled'));
drop trigger debit_batches_used on debit_batches;
create trigger debit_batches_used before update of message_id, creditor_id, instruction_count, total_cents, message_version, created_by_id, created_at on debit_batches for each row
  when (row(old.message_id, old.creditor_id, old.instruction_count, old.total_cents, old.message_version, old.created_by_id, old.created_at)
    is distinct from row(new.message_id, new.creditor_id, new.instruction_count, new.total_cents, new.message_version, new.created_by_id, new.created_at)) execute function refuse_change();
create function keep_batch_life_line() returns trigger language plpgsql as $$
begin
  if (old.status, new.status) not in (
    ('created', 'downloaded'), ('created', 'submitted'), ('downloaded', 'submitted'), ('submitted', 'downloaded'), ('downloaded', 'processed'), ('submitted', 'processed'),
    ('created', 'cancelled'), ('downloaded', 'cancelled'), ('submitted', 'cancelled'), ('processed', 'submitted'))
     or (old.status = 'processed' and not exists (select from debit_batch_groups where batch_id = new.id and status = 'open'))
     or (new.status = 'cancelled' and exists (select from debit_batch_groups where batch_id = new.id and status = 'processed')) then
    raise exception using errcode = '23514', constraint = 'batches_life_line', message = format('A batch never goes from %s to %s', old.status, new.status);
  end if;
  return new;
end $$;
create trigger batches_life_line before update of status on debit_batches for each row when (old.status is distinct from new.status) execute function keep_batch_life_line();

-- A group is open again only when the bank paid nothing for it: it was closed because all in it was refused.
create function keep_group_life_line() returns trigger language plpgsql as $$
begin
  if (old.status, new.status) not in (('open', 'processed'), ('open', 'cancelled'), ('processed', 'open'))
     or (new.status = 'open' and (exists (select from bank_transactions where group_id = new.id and status = 'processed')
       or exists (select from debit_instructions where group_id = new.id and status <> 'rejected'))) then
    raise exception using errcode = '23514', constraint = 'groups_life_line', message = format('A group never goes from %s to %s', old.status, new.status);
  end if;
  return new;
end $$;
create trigger groups_life_line before update of status on debit_batch_groups for each row when (old.status is distinct from new.status) execute function keep_group_life_line();
alter table debit_batch_events add constraint batch_events_kind check (kind in ('made', 'downloaded', 'submitted', 'submissionUndone', 'refused', 'refusalUndone', 'reported', 'processed', 'cancelled'));
create trigger debit_batch_events_append_only before update or delete or truncate on debit_batch_events for each statement execute function refuse_change();
create trigger status_reports_append_only before update or delete or truncate on status_reports for each statement execute function refuse_change();
insert into debit_batch_events (batch_id, at, actor_id, kind, updated_at, created_at)
  select id, created_at, created_by_id, 'made', now(), now() from debit_batches order by id;

-- What the contract with the bank allows (I8): what is batched is within it, whoever did it. Cancelled batches do not count.
create function keep_bank_limits() returns trigger language plpgsql as $$
declare
  c creditors;
  day_count bigint; day_cents bigint; month_count bigint; month_cents bigint;
begin
  select cr.* into c from debit_batches b join creditors cr on cr.id = b.creditor_id where b.id = new.batch_id;
  if new.instruction_count > c.batch_max_count or new.total_cents > c.batch_max_amount_cents then
    raise exception using errcode = '23514', constraint = 'groups_within_batch_limit', message = format('Group %s exceeds the limits of a batch', new.payment_information_id);
  end if;
  if exists (select from debit_instructions where group_id = new.id and amount_cents > c.instruction_max_amount_cents) then
    raise exception using errcode = '23514', constraint = 'groups_within_instruction_limit', message = format('Group %s holds an instruction above its limit', new.payment_information_id);
  end if;
  if num_nonnulls(c.day_max_count, c.day_max_amount_cents, c.month_max_count, c.month_max_amount_cents) > 0 then
    select coalesce(sum(g.instruction_count) filter (where g.collection_date = new.collection_date), 0), coalesce(sum(g.total_cents) filter (where g.collection_date = new.collection_date), 0),
           coalesce(sum(g.instruction_count), 0), coalesce(sum(g.total_cents), 0)
      into day_count, day_cents, month_count, month_cents
      from debit_batch_groups g join debit_batches b on b.id = g.batch_id
     where b.creditor_id = c.id and b.status <> 'cancelled' and date_trunc('month', g.collection_date) = date_trunc('month', new.collection_date);
    if day_count > c.day_max_count or day_cents > c.day_max_amount_cents then
      raise exception using errcode = '23514', constraint = 'groups_within_day_limit', message = format('Group %s exceeds the limits of its day', new.payment_information_id);
    end if;
    if month_count > c.month_max_count or month_cents > c.month_max_amount_cents then
      raise exception using errcode = '23514', constraint = 'groups_within_month_limit', message = format('Group %s exceeds the limits of its month', new.payment_information_id);
    end if;
  end if;
  return null;
end $$;
create constraint trigger groups_within_limits after insert on debit_batch_groups deferrable initially deferred for each row execute function keep_bank_limits();

-- What was used keeps what it was used for: the instalments of a pledge are numbered from its first day, periods of a
-- subscription from its start, and what a debtor was reminded with is what it says.
create function keep_collected_pledge() returns trigger language plpgsql as $$
begin
  if exists (select from debit_instructions where pledge_id = old.id and status not in ('planned', 'cancelled')) then
    raise exception using errcode = '23514', constraint = 'pledges_collected', message = 'A pledge that was collected for keeps its donor and its days';
  end if;
  return new;
end $$;
create trigger pledges_collected before update of donor_id, frequency, start_date on pledges for each row
  when (row(old.donor_id, old.frequency, old.start_date) is distinct from row(new.donor_id, new.frequency, new.start_date)) execute function keep_collected_pledge();
create function keep_invoiced_subscription() returns trigger language plpgsql as $$
begin
  raise exception using errcode = '23514', constraint = 'subscriptions_invoiced', message = 'A subscription that was invoiced keeps its holder, type and start';
end $$;
create trigger subscriptions_invoiced before update of relation_id, type_id, start_date on subscriptions for each row
  when (old.invoiced_until_date is not null and row(old.relation_id, old.type_id, old.start_date) is distinct from row(new.relation_id, new.type_id, new.start_date)) execute function keep_invoiced_subscription();
create function keep_used_reminder_step() returns trigger language plpgsql as $$
begin
  if exists (select from reminders where step_id = old.id) then
    raise exception using errcode = '23514', constraint = 'reminder_steps_used', message = 'A reminder that went out keeps its words';
  end if;
  return new;
end $$;
create trigger reminder_steps_used before update of subject, body on reminder_steps for each row
  when (row(old.subject, old.body) is distinct from row(new.subject, new.body)) execute function keep_used_reminder_step();

-- Reasons of returns with what follows from them, and the usual reminders: staff change both.
alter table return_reasons
  add constraint return_reasons_code check (code ~ '^[A-Z0-9]{4}$'),
  add constraint return_reasons_words check (mandate_effect in ('keep', 'block', 'terminate') and task in ('none', 'askIban', 'contact', 'remind', 'internal', 'newMandate', 'stopMailings')),
  add constraint return_reasons_points check (points between 0 and 100);
insert into return_reasons (code, title, points, may_retry, mandate_effect, task, updated_at, created_at) values
  ${rowsOf(returnReasonDefaults)};
insert into reminder_steps (position, title, after_days, channel, subject, body, is_active, updated_at, created_at) values
  (1, 'Herinnering', 7, 'mail', 'Herinnering: factuur {nummer}', E'Beste {naam},\\n\\nOp {vervaldatum} verviel factuur {nummer} van {factuurdatum}. Daarvan staat nog {openstaand} open.\\nWilt u dit bedrag overmaken op {iban} onder vermelding van {nummer}? Is de betaling al onderweg, dan kunt u dit bericht overslaan.', true, now(), now()),
  (2, 'Tweede herinnering', 14, 'mail', 'Tweede herinnering: factuur {nummer}', E'Beste {naam},\\n\\nVan factuur {nummer} staat nog steeds {openstaand} open. Wilt u dit binnen een week overmaken op {iban} onder vermelding van {nummer}?\\nKunt u het bedrag niet in één keer betalen, laat het ons weten: dan zoeken we samen een oplossing.', true, now(), now());

-- What the forecast of a fund is made of (domain §5.5): its running pledges of living donors with their amounts, the
-- instalments that do not simply come on their day, and what came in, with the day for which it was due. A transfer that
-- names no pledge is for the one that its donor pays by transfer.
create view fund_pledges as
  select p.id, p.fund_id, p.number, p.donor_id, r.display_name as donor_name, p.amount_cents, p.frequency, p.start_date, p.end_date,
         (select coalesce(jsonb_agg(jsonb_build_object('fromDate', c.from_date, 'amountCents', c.amount_cents)), '[]') from pledge_changes c where c.pledge_id = p.id) as changes,
         p.payment_method <> 'directDebit' or coalesce(m.status <> 'terminated', false) as is_collectable
    from pledges p
    join relations r on r.id = p.donor_id and r.status = 'active' and r.deceased_on is null
    left join mandates m on m.id = p.mandate_id;
create view fund_instalments as
  select distinct on (i.pledge_id, i.instalment) p.fund_id, i.pledge_id, i.instalment,
         case when i.status in ('planned', 'batched', 'submitted') then 'retried' when i.status = 'cancelled' then 'cancelled' else 'failed' end as fate,
         i.collection_date, i.amount_cents
    from debit_instructions i
    join pledges p on p.id = i.pledge_id
   where (i.retry_of_id is not null and i.status in ('planned', 'batched', 'submitted'))
      or ((i.status in ('rejected', 'returned') or (i.status = 'cancelled' and i.cancel_reason is null))
        and not exists (select from debit_instructions live where live.pledge_id = i.pledge_id and live.instalment = i.instalment and live.status in ('planned', 'batched', 'submitted', 'collected')))
   order by i.pledge_id, i.instalment, i.status in ('planned', 'batched', 'submitted') desc, i.status = 'cancelled', i.id desc;
create view fund_receipts as
  select d.fund_id, d.received_on, d.amount_cents, coalesce(i.original_collection_date, d.received_on) as due_date,
         coalesce(d.pledge_id, (select min(p.id) from pledges p where p.donor_id = d.donor_id and p.fund_id = d.fund_id and p.payment_method = 'transfer' having count(*) = 1)) as pledge_id
    from donations d
    left join debit_instructions i on i.id = d.instruction_id;

-- The same for representatives, of the funds that they see and without who the donor is in the CRM. What they see of a pledge is what it asks today.
create view own_fund_pledges with (security_barrier) as
  select p.id, p.fund_id, p.number, p.donor_name, p.amount_cents, p.frequency, p.start_date, p.end_date, p.changes, p.is_collectable
    from fund_pledges p join own_funds f on f.id = p.fund_id;
create view own_fund_instalments with (security_barrier) as select i.* from fund_instalments i join own_funds f on f.id = i.fund_id;
create view own_fund_receipts with (security_barrier) as select r.* from fund_receipts r join own_funds f on f.id = r.fund_id;
create or replace view organ_pledges with (security_barrier) as
  select p.id, f.organ_id, r.display_name as donor_name,
         coalesce((select c.amount_cents from pledge_changes c where c.pledge_id = p.id and c.from_date <= nullif(current_setting('kring.today', true), '')::date
                    order by c.from_date desc limit 1), p.amount_cents) as amount_cents,
         p.frequency, p.start_date, p.end_date
    from pledges p join own_funds f on f.id = p.fund_id join relations r on r.id = p.donor_id;
grant select on own_fund_pledges, own_fund_instalments, own_fund_receipts to kring_representative;

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

/** What was batched, credited and told by then cannot be put back into the former tables: there is no way back but a copy of the database. */
export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw("do $$ begin raise exception 'The tables of collecting have no way back; restore a copy of the database'; end $$"))
}
