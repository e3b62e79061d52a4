import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

type Fixed = { readonly table: string; readonly columns: readonly string[]; readonly when?: string; readonly by?: string }

/**
 * What never changes any more: on some tables from the first moment, on others once the row was used. Columns that are
 * not named tell what becomes of the row: its status, its group, what it was recognised as.
 */
const fixed: readonly Fixed[] = [
  {
    table: 'debit_instructions', when: `old.status <> 'planned'`,
    columns: ['end_to_end_id', 'creditor_id', 'mandate_id', 'debtor_id', 'pledge_id', 'invoice_id', 'instalment', 'amount_cents',
      'collection_date', 'original_collection_date', 'sequence_type', 'description', 'retry_of_id', 'created_at'],
  },
  { table: 'debit_batches', columns: ['message_id', 'creditor_id', 'instruction_count', 'total_cents', 'created_by_id', 'created_at'] },
  { table: 'debit_batch_groups', columns: ['payment_information_id', 'batch_id', 'collection_date', 'sequence_type', 'instruction_count', 'total_cents', 'created_at'] },
  {
    table: 'bank_statements',
    columns: ['title', 'creditor_id', 'iban', 'statement_id', 'opening_date', 'closing_date', 'opening_cents', 'closing_cents', 'is_balanced', 'file_name', 'file_sha256', 'created_at'],
  },
  {
    table: 'bank_transactions',
    columns: ['statement_id', 'line', 'booking_date', 'value_date', 'amount_cents', 'counter_name', 'counter_iban', 'description', 'end_to_end_id',
      'mandate_reference', 'payment_information_id', 'return_reason', 'fingerprint', 'created_at'],
  },
  { table: 'invoices', columns: ['number', 'debtor_id', 'subscription_id', 'invoice_date', 'period_start_date', 'period_end_date', 'total_cents', 'created_at'] },
  { table: 'mandates', columns: ['reference', 'creditor_id', 'debtor_id', 'type', 'iban', 'account_holder', 'signed_on'], by: 'keep_used_mandate' },
  { table: 'creditors', columns: ['creditor_id', 'iban'], by: 'keep_used_creditor' },
]

const row = (side: 'old' | 'new', columns: readonly string[]): string => `row(${columns.map((column) => `${side}.${column}`).join(', ')})`

const triggerFor = ({ table, columns, when, by = 'refuse_change' }: Fixed): string => `
create trigger ${table}_used before update of ${columns.join(', ')} on ${table} for each row
  when (${when ? `${when} and ` : ''}${row('old', columns)} is distinct from ${row('new', columns)}) execute function ${by}();`

/** Tables whose rows are never deleted, beside those that the rules of the house name. */
const kept = ['bank_statements', 'debit_batch_groups', 'job_runs'] as const

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(`
-- A mandate that was collected with is only terminated (R-MAN-1). Whoever puts its instruction into a batch right now is waited for.
create function keep_used_mandate() returns trigger language plpgsql as $$
begin
  perform from debit_instructions where mandate_id = old.id for share;
  if exists (select from debit_instructions where mandate_id = old.id and status not in ('planned', 'cancelled')) then
    raise exception using errcode = '23514', constraint = 'mandates_used', message = 'A mandate that was collected with does not change';
  end if;
  return new;
end $$;

-- The account and the identifier of a creditor stand in the files of its batches.
create function keep_used_creditor() returns trigger language plpgsql as $$
begin
  if exists (select from debit_batches where creditor_id = old.id) then
    raise exception using errcode = '23514', constraint = 'creditors_used', message = 'A creditor with batches keeps its account and identifier';
  end if;
  return new;
end $$;
${fixed.map(triggerFor).join('\n')}
${kept.map((table) => `create trigger ${table}_kept before delete or truncate on ${table} for each statement execute function refuse_change();`).join('\n')}

-- A rule that counted on a day that was evaluated keeps saying what it said on that day (R-RULE-1, R-RULE-2). What is
-- evaluated is a fact, so no clock is needed: from tomorrow is asked by the hook, what was counted is held here.
create function keep_counted_rules() returns trigger language plpgsql as $$
declare last date := (select max(business_date) from job_runs where job = 'evaluateMemberships' and status = 'done');
begin
  if tg_op <> 'INSERT' and old.valid_from <= last and (tg_op = 'DELETE'
      or row(old.organ_id, old.membership_type_id, old.criteria, old.valid_from) is distinct from row(new.organ_id, new.membership_type_id, new.criteria, new.valid_from)
      or (old.valid_to is distinct from new.valid_to and least(old.valid_to, new.valid_to) <= last)) then
    raise exception using errcode = '23514', constraint = 'rule_versions_counted', message = 'A rule that counted stays as it was';
  end if;
  if tg_op <> 'DELETE' and new.valid_from <= last and (tg_op = 'INSERT' or old.valid_from > last) and (
      exists (select from rule_versions v where v.id <> new.id and v.organ_id is not distinct from new.organ_id
                                            and v.membership_type_id is not distinct from new.membership_type_id)
      or exists (select from memberships m where m.organ_id = new.organ_id)) then
    raise exception using errcode = '23514', constraint = 'rule_versions_from_tomorrow', message = 'Another rule counts from a day that was not evaluated yet';
  end if;
  return coalesce(new, old);
end $$;
create trigger rule_versions_counted before insert or update or delete on rule_versions for each row execute function keep_counted_rules();

-- A tree without circles, within one organisation (R-ORG-1); who changes it, changes it alone.
create function keep_organ_tree() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('organ tree', 0));
  if exists (select from organs child where child.parent_id = new.id and child.organisation_id <> new.organisation_id)
     or (tg_op = 'UPDATE' and old.organisation_id <> new.organisation_id and exists (select from memberships where organ_id = new.id)) then
    raise exception using errcode = '23514', constraint = 'organs_organisation_fixed', message = 'An organ in use stays in its organisation';
  end if;
  if exists (select from organs parent where parent.id = new.parent_id and parent.organisation_id <> new.organisation_id) then
    raise exception using errcode = '23514', constraint = 'organs_one_organisation', message = 'The organ above belongs to another organisation';
  end if;
  if exists (with recursive above as (
               select new.parent_id as id
               union select o.parent_id from organs o join above on o.id = above.id where o.parent_id is not null
             ) select from above where id = new.id) then
    raise exception using errcode = '23514', constraint = 'organs_no_circle', message = 'An organ is never under itself';
  end if;
  return null;
end $$;
create constraint trigger organs_tree_added after insert on organs for each row when (new.parent_id is not null) execute function keep_organ_tree();
create constraint trigger organs_tree_changed after update of parent_id, organisation_id on organs for each row
  when (row(old.parent_id, old.organisation_id) is distinct from row(new.parent_id, new.organisation_id)) execute function keep_organ_tree();
`))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw(`
drop function keep_used_mandate, keep_used_creditor, keep_counted_rules, keep_organ_tree cascade;
${fixed.filter(({ by }) => !by).map(({ table }) => `drop trigger ${table}_used on ${table};`).join('\n')}
${kept.map((table) => `drop trigger ${table}_kept on ${table};`).join('\n')}
`))
}
