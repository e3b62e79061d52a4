import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/** The tables whose rows rules ask about: by which column they belong to a relation, and which columns are facts. */
const factTables = [
  { table: 'relations', relation: 'id', facts: ['type', 'status', 'birth_date', 'deceased_on', 'address_postcode', 'address_town', 'address_municipality', 'address_province',
    'address_country', 'preferences_newsletter', 'preferences_email', 'preferences_phone', 'preferences_post', 'custom_fields'] },
  { table: 'subscriptions', relation: 'relation_id', facts: ['type_id', 'start_date', 'end_date'] },
  { table: 'functions', relation: 'holder_id', facts: ['type_id', 'organ_id', 'target_id', 'start_date', 'end_date'] },
  { table: 'donations', relation: 'donor_id', facts: ['received_on', 'amount_cents', 'reversal_of_id'] },
  { table: 'selection_members', relation: 'relation_id', facts: ['selection_id'] },
  { table: 'exception_memberships', relation: 'relation_id', facts: ['organ_id', 'membership_type_id', 'start_date', 'end_date'] },
] as const

const triggersOf = ({ table, relation, facts }: (typeof factTables)[number]): string => {
  const call = `execute function note_fact_changes('${relation}', '${facts.join(',')}')`
  return `
create trigger ${table}_facts_added after insert on ${table} referencing new table as written for each statement ${call};
create trigger ${table}_facts_changed after update on ${table} referencing old table as before new table as written for each statement ${call};
create trigger ${table}_facts_gone after delete on ${table} referencing old table as before for each statement ${call};`
}

/*
 * What the tables of the organ tree, the exceptions, the corrections and the CRM actions hold true, how memberships are
 * kept whole without a check for every row, and what the evaluation remembers: which facts changed, and when it looked.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(`
-- Words.
alter table custom_fields
  add constraint custom_fields_type check (type in ('text', 'number', 'date', 'yesNo')),
  add constraint custom_fields_word check (key ~ '^[a-z][A-Za-z0-9]*$');
alter table relations add constraint relations_custom_fields check (custom_fields is null or jsonb_typeof(custom_fields) = 'object');
alter table selections add constraint selections_mode check (mode in ('static', 'daily'));
alter table organisations add constraint organisations_exception_mode check (exception_mode in ('override', 'additive'));
alter table membership_corrections
  add constraint membership_corrections_kind check (kind in ('added', 'changed', 'removed')),
  add constraint membership_corrections_source check (source in ('manual', 'import')),
  add constraint membership_corrections_said check (reason <> '');
alter table jubilee_types add constraint jubilee_types_years check (years between 1 and 100);
alter table jubilees
  add constraint jubilees_once_a_period unique (jubilee_type_id, membership_id),
  add constraint jubilees_once_a_day unique (jubilee_type_id, relation_id, date);
alter table crm_actions
  add constraint crm_actions_kind check (kind in ('relation', 'functionGroup', 'memberGroup', 'view', 'rights')),
  add constraint crm_actions_function check ((function_type_id is not null) or kind not in ('functionGroup', 'view', 'rights'));
alter table crm_artefacts
  add constraint crm_artefacts_kind check (kind in ('relation', 'functionGroup', 'memberGroup', 'view', 'rights')),
  add constraint crm_artefacts_once unique (organ_id, action_id),
  add constraint crm_artefacts_one_thing check (num_nonnulls(relation_id, list_id, view_id, right_id) = 1 or (archived_on is not null and num_nonnulls(relation_id, list_id, view_id, right_id) = 0));
alter table organ_rights add constraint organ_rights_once unique (organ_id, function_type_id);

-- Who is in a selection.
create table selection_members (
  id serial primary key,
  selection_id integer not null references selections (id) on delete cascade,
  relation_id integer not null references relations (id) on delete restrict,
  constraint selection_members_once unique (selection_id, relation_id)
);
create index selection_members_of_relation on selection_members (relation_id);

-- Under which organ an organ stands: periods that never overlap, written along with the organ itself.
alter table organ_placements
  add constraint organ_placements_period check (valid_to is null or valid_to > valid_from),
  add constraint organ_placements_not_own_parent check (parent_id <> organ_id),
  add constraint organ_placements_no_overlap exclude using gist (organ_id with =, daterange(valid_from, valid_to) with &&) deferrable initially deferred;
insert into organ_placements (organ_id, parent_id, valid_from) select id, parent_id, start_date from organs;

create function place_organs() returns trigger language plpgsql as $$
begin
  insert into organ_placements (organ_id, parent_id, valid_from) select id, parent_id, start_date from written;
  return null;
end $$;
create trigger organs_placed after insert on organs referencing new table as written for each statement execute function place_organs();

create function keep_place_of_organ() returns trigger language plpgsql as $$
declare placements integer := (select count(*) from organ_placements where organ_id = new.id);
begin
  if new.start_date <> old.start_date then
    update organ_placements set valid_from = new.start_date where organ_id = new.id
       and valid_from = (select min(valid_from) from organ_placements where organ_id = new.id);
  end if;
  if new.parent_id is distinct from old.parent_id
     and not exists (select from organ_placements where organ_id = new.id and parent_id is not distinct from new.parent_id) then
    if placements > 1 or exists (select from memberships where organ_id = new.id) then
      raise exception using errcode = '23514', constraint = 'organs_parent_by_transfer', message = 'An organ in use goes elsewhere by a transfer';
    end if;
    update organ_placements set parent_id = new.parent_id where organ_id = new.id;
  end if;
  return null;
end $$;
create trigger organs_place_changed after update of parent_id, start_date on organs for each row
  when (row(old.parent_id, old.start_date) is distinct from row(new.parent_id, new.start_date)) execute function keep_place_of_organ();

-- No circle on any day from the placement on, and one organisation (R-ORG-1, R-ORG-3).
create function keep_placements_sound() returns trigger language plpgsql as $$
declare turn date;
begin
  if new.parent_id is null then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended('organ tree', 0));
  if not exists (select from organs own join organs parent on parent.id = new.parent_id and parent.organisation_id = own.organisation_id where own.id = new.organ_id) then
    raise exception using errcode = '23514', constraint = 'organs_one_organisation', message = 'The organ above belongs to another organisation';
  end if;
  for turn in select distinct valid_from from organ_placements where valid_from > new.valid_from and (new.valid_to is null or valid_from < new.valid_to) union select new.valid_from loop
    if exists (with recursive above as (
                 select new.parent_id as id
                 union select p.parent_id from organ_placements p join above on p.organ_id = above.id
                  where p.parent_id is not null and p.valid_from <= turn and (p.valid_to is null or turn < p.valid_to)
               ) select from above where id = new.organ_id) then
      raise exception using errcode = '23514', constraint = 'organs_no_circle', message = 'An organ is never under itself';
    end if;
  end loop;
  return null;
end $$;
create constraint trigger organ_placements_sound after insert or update on organ_placements deferrable initially deferred
  for each row execute function keep_placements_sound();

-- What was evaluated stays: a transfer, an exception and a period belong to the days on which they counted.
create function last_evaluated() returns date language sql stable as $$
  select max(business_date) from job_runs where job = 'evaluateMemberships' and status = 'done'
$$;
create function keep_counted_placements() returns trigger language plpgsql as $$
declare last date := last_evaluated();
begin
  if tg_op = 'INSERT' then
    if new.valid_from <= last and exists (select from organ_placements where organ_id = new.organ_id and id <> new.id) then
      raise exception using errcode = '23514', constraint = 'organ_placements_from_tomorrow', message = 'A transfer begins on a day that was not evaluated yet';
    end if;
    return new;
  end if;
  if old.valid_from <= last and exists (select from memberships where organ_id = old.organ_id) and (tg_op = 'DELETE'
      or row(old.organ_id, old.parent_id, old.valid_from) is distinct from row(new.organ_id, new.parent_id, new.valid_from)
      or (old.valid_to is distinct from new.valid_to and least(old.valid_to, new.valid_to) <= last)) then
    raise exception using errcode = '23514', constraint = 'organ_placements_counted', message = 'A placement that counted stays as it was';
  end if;
  return coalesce(new, old);
end $$;
create trigger organ_placements_counted before insert or update or delete on organ_placements for each row execute function keep_counted_placements();

alter table exception_memberships
  add constraint exception_memberships_period check (end_date is null or end_date > start_date),
  add constraint exception_memberships_no_overlap exclude using gist (relation_id with =, organ_id with =, membership_type_id with =, daterange(start_date, end_date) with &&);
create function keep_counted_exceptions() returns trigger language plpgsql as $$
declare last date := last_evaluated();
begin
  if tg_op <> 'INSERT' and old.start_date < last and (tg_op = 'DELETE'
      or row(old.relation_id, old.organ_id, old.membership_type_id, old.start_date) is distinct from row(new.relation_id, new.organ_id, new.membership_type_id, new.start_date)
      or (old.end_date is distinct from new.end_date and least(old.end_date, new.end_date) < last)) then
    raise exception using errcode = '23514', constraint = 'exception_memberships_counted', message = 'An exception that counted stays as it was';
  end if;
  if tg_op <> 'DELETE' and new.start_date < last and (tg_op = 'INSERT' or new.start_date <> old.start_date) then
    raise exception using errcode = '23514', constraint = 'exception_memberships_not_before', message = 'An exception begins on a day that is not past';
  end if;
  return coalesce(new, old);
end $$;
create trigger exception_memberships_counted before insert or update or delete on exception_memberships for each row execute function keep_counted_exceptions();

-- An organ stops on a day that is not past, and what has stopped stays so (R-END-5, R-END-6). How an organ with members is
-- divided, and how exceptions that count do so, are rules: on a day that was evaluated they stay as they were.
create function keep_organ_past() returns trigger language plpgsql as $$
declare last date := last_evaluated();
begin
  if old.end_date is distinct from new.end_date and (old.end_date <= last or new.end_date < last) then
    raise exception using errcode = '23514', constraint = 'organs_end_counted', message = 'An organ stops on a day that is not past, and does not begin again';
  end if;
  if old.rule_mode <> new.rule_mode and last is not null and exists (select from memberships where organ_id = new.id)
     and not (old.rule_mode = 'none' and new.rule_mode = 'rules' and not exists (select from rule_versions where organ_id = new.id and valid_from <= last)) then
    raise exception using errcode = '23514', constraint = 'organs_mode_counted', message = 'The division of an organ with members is changed by a rule';
  end if;
  return new;
end $$;
create trigger organs_past before update of end_date, rule_mode on organs for each row
  when (row(old.end_date, old.rule_mode) is distinct from row(new.end_date, new.rule_mode)) execute function keep_organ_past();
create function keep_exception_mode() returns trigger language plpgsql as $$
declare last date := last_evaluated();
begin
  if exists (select from exception_memberships e join organs o on o.id = e.organ_id
              where o.organisation_id = new.id and e.start_date <= last and (e.end_date is null or e.end_date > last)) then
    raise exception using errcode = '23514', constraint = 'organisations_exception_mode_counted', message = 'How exceptions count stays as it is while they do';
  end if;
  return new;
end $$;
create trigger organisations_exception_mode_kept before update of exception_mode on organisations for each row
  when (old.exception_mode is distinct from new.exception_mode) execute function keep_exception_mode();

-- A type and an organ stay in their organisation once something there counts on them, and a rule stays with what it is a rule of.
create function keep_type_in_place() returns trigger language plpgsql as $$
begin
  if exists (select from rule_versions where membership_type_id = new.id) or exists (select from exception_memberships where membership_type_id = new.id)
     or exists (select from memberships where membership_type_id = new.id) or exists (select from membership_mutations where membership_type_id = new.id)
     or exists (select from membership_corrections where membership_type_id = new.id) then
    raise exception using errcode = '23514', constraint = 'membership_types_fixed', message = 'A membership type in use stays in its organisation';
  end if;
  return new;
end $$;
create trigger membership_types_in_place before update of organisation_id on membership_types for each row
  when (old.organisation_id <> new.organisation_id) execute function keep_type_in_place();
create function keep_organ_in_place() returns trigger language plpgsql as $$
begin
  if exists (select from exception_memberships where organ_id = new.id) or exists (select from rule_versions where organ_id = new.id and membership_type_id is not null)
     or (select count(*) from organ_placements where organ_id = new.id) > 1 then
    raise exception using errcode = '23514', constraint = 'organs_organisation_fixed', message = 'An organ in use stays in its organisation';
  end if;
  return new;
end $$;
create trigger organs_in_place before update of organisation_id on organs for each row
  when (old.organisation_id <> new.organisation_id) execute function keep_organ_in_place();
create function keep_rule_scope() returns trigger language plpgsql as $$
begin
  raise exception using errcode = '23514', constraint = 'rule_versions_scope_fixed', message = 'A rule stays with its organ and its type';
end $$;
create trigger rule_versions_scope before update of organ_id, membership_type_id on rule_versions for each row
  when (row(old.organ_id, old.membership_type_id) is distinct from row(new.organ_id, new.membership_type_id)) execute function keep_rule_scope();

-- A period ends when it ends. Only a correction, which is written down, reaches further back than the day being evaluated.
alter table memberships add constraint memberships_counted_from check (counted_from_date <= start_date);
create function keep_derived_periods() returns trigger language plpgsql as $$
begin
  if current_setting('kring.correcting', true) is distinct from 'on'
     or row(old.relation_id, old.organisation_id, old.organ_id, old.membership_type_id) is distinct from row(new.relation_id, new.organisation_id, new.organ_id, new.membership_type_id) then
    raise exception using errcode = '23514', constraint = 'memberships_derived', message = 'A period follows from the rules and is changed by a correction only';
  end if;
  return coalesce(new, old);
end $$;
create trigger memberships_period_kept before update of relation_id, organisation_id, organ_id, membership_type_id, start_date, counted_from_date on memberships for each row
  when (row(old.relation_id, old.organisation_id, old.organ_id, old.membership_type_id, old.start_date, old.counted_from_date)
        is distinct from row(new.relation_id, new.organisation_id, new.organ_id, new.membership_type_id, new.start_date, new.counted_from_date))
  execute function keep_derived_periods();
create trigger memberships_end_kept before update of end_date on memberships for each row
  when (old.end_date is distinct from new.end_date and old.end_date is not null and new.end_date is not null) execute function keep_derived_periods();
create function keep_past_periods() returns trigger language plpgsql as $$
begin
  if current_setting('kring.correcting', true) is distinct from 'on' and old.start_date < last_evaluated() then
    raise exception using errcode = '23514', constraint = 'memberships_derived', message = 'A period that lasted is removed by a correction only';
  end if;
  return old;
end $$;
create trigger memberships_past_kept before delete on memberships for each row execute function keep_past_periods();
create trigger membership_corrections_append_only before update or delete or truncate on membership_corrections for each statement execute function refuse_change();

alter table membership_mutations
  drop constraint membership_mutations_once,
  drop constraint membership_mutations_kind,
  add constraint membership_mutations_kind check (kind in ('joined', 'left', 'corrected'));
create unique index membership_mutations_once on membership_mutations (membership_id, kind) where kind <> 'corrected';

-- One index for the members of an organ, present and past, where there were two.
drop index memberships_organ_idx, memberships_of_organ;
create index memberships_of_organ on memberships (organ_id, end_date, relation_id);

-- Memberships and mutations are written by the million. That what they point to exists is asked once for all rows of a
-- statement instead of nine times for each, and what they point to cannot be deleted meanwhile or afterwards.
alter table memberships
  drop constraint memberships_relation_id_relations_id_fk, drop constraint memberships_organisation_id_organisations_id_fk,
  drop constraint memberships_organ_id_organs_id_fk, drop constraint memberships_membership_type_id_membership_types_id_fk;
alter table membership_mutations
  drop constraint membership_mutations_relation_id_relations_id_fk, drop constraint membership_mutations_organisation_id_organisations_id_fk,
  drop constraint membership_mutations_organ_id_organs_id_fk, drop constraint membership_mutations_membership_type_id_membership_types_id_fk,
  drop constraint membership_mutations_membership_id_memberships_id_fk;
-- Few rows are looked up one by one, many by one join.
create function keep_members_known() returns trigger language plpgsql as $$
declare is_unknown boolean;
begin
  if (select count(*) from (select from written limit 50001) few) > 50000
    then is_unknown := (select count(*) from written w left join relations r on r.id = w.relation_id where r.id is null) > 0;
    else is_unknown := exists (select from written w where (select r.id from relations r where r.id = w.relation_id) is null);
  end if;
  if is_unknown or exists (select from (select distinct organisation_id, organ_id, membership_type_id from written) w
                 where not exists (select from membership_types t where t.id = w.membership_type_id and t.organisation_id = w.organisation_id)
                    or (w.organ_id is not null and not exists (select from organs o where o.id = w.organ_id and o.organisation_id = w.organisation_id))) then
    raise exception using errcode = '23503', constraint = tg_table_name || '_known', message = 'A membership of a relation, organ or type that does not exist';
  end if;
  return null;
end $$;
create trigger memberships_known_when_added after insert on memberships referencing new table as written for each statement execute function keep_members_known();
create trigger membership_mutations_known after insert on membership_mutations referencing new table as written for each statement execute function keep_members_known();
create function keep_what_has_members() returns trigger language plpgsql as $$
declare used boolean;
begin
  lock table memberships, membership_mutations in share row exclusive mode;
  execute format('select exists (select from memberships where %1$I = $1) or exists (select from membership_mutations where %1$I = $1)', tg_argv[0]) into used using old.id;
  if used then
    raise exception using errcode = '23503', constraint = 'memberships_use_it', message = format('%s %s has or had memberships', tg_table_name, old.id);
  end if;
  return old;
end $$;
create trigger relations_with_members_stay before delete on relations for each row execute function keep_what_has_members('relation_id');
create trigger organs_with_members_stay before delete on organs for each row execute function keep_what_has_members('organ_id');
create trigger membership_types_with_members_stay before delete on membership_types for each row execute function keep_what_has_members('membership_type_id');
create trigger organisations_with_members_stay before delete on organisations for each row execute function keep_what_has_members('organisation_id');

-- The closed periods of whoever got an open one are looked up one by one: both are few beside all periods, which a join would read.
create or replace function keep_periods_apart() returns trigger language plpgsql as $$
begin
  if exists (select from memberships where end_date is not null order by relation_id, membership_type_id, end_date limit 1) and exists (
      select from written w where w.end_date is null and (
        select m.id from memberships m
         where m.relation_id = w.relation_id and m.membership_type_id = w.membership_type_id and m.end_date > w.start_date
           and m.organisation_id = w.organisation_id and m.organ_id is not distinct from w.organ_id limit 1) is not null) then
    raise exception using errcode = '23P01', constraint = 'memberships_no_overlap', message = 'Two membership periods overlap';
  end if;
  return null;
end $$;

-- What the evaluation remembers: whose facts changed since it looked, what they were before, and when it looked for which day.
create table fact_changes (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  source text not null,
  row_id integer not null,
  relation_id integer not null,
  before jsonb
);
create index fact_changes_of_relation on fact_changes (relation_id, source, row_id, id);
create table dirty_relations (relation_id integer not null);
create table evaluated_days (
  organisation_id integer not null references organisations (id) on delete cascade,
  date date not null,
  at timestamptz not null,
  division text not null,
  open integer not null,
  primary key (organisation_id, date)
);

create function note_fact_changes() returns trigger language plpgsql as $$
declare
  relation text := tg_argv[0];
  facts text := (select string_agg(format('%1$L, b.%1$I', fact), ', ') from unnest(string_to_array(tg_argv[1], ',')) fact);
  is_changed text := (select format('row(%s) is distinct from row(%s)', string_agg(format('b.%I', fact), ', '), string_agg(format('w.%I', fact), ', '))
                        from unnest(string_to_array(tg_argv[1] || ',' || relation, ',')) fact);
  changed text := case tg_op
    when 'INSERT' then format('select w.id, w.%1$I as relation_id, null::jsonb as before from written w', relation)
    when 'DELETE' then format('select b.id, b.%1$I as relation_id, jsonb_build_object(%2$s) as before from before b', relation, facts)
    else format('select b.id, b.%1$I as relation_id, jsonb_build_object(%2$s) as before from before b join written w using (id) where %3$s
                 union all select w.id, w.%1$I, null from before b join written w using (id) where w.%1$I is distinct from b.%1$I', relation, facts, is_changed) end;
begin
  execute format('with changed as (%s), noted as (
      insert into fact_changes (at, source, row_id, relation_id, before)
      select clock_timestamp(), %L, id, relation_id, before from changed where relation_id is not null
    ) insert into dirty_relations select distinct relation_id from changed where relation_id is not null', changed, tg_table_name);
  return null;
end $$;
${factTables.map(triggersOf).join('\n')}
-- A corrected period is a fact for rules that ask about memberships elsewhere.
create function note_corrected_relations() returns trigger language plpgsql as $$
begin
  insert into dirty_relations select distinct relation_id from written;
  return null;
end $$;
create trigger membership_corrections_facts after insert on membership_corrections referencing new table as written for each statement execute function note_corrected_relations();
create index relations_by_birth on relations (birth_date);
create index relations_deceased on relations (deceased_on) where deceased_on is not null;
create index subscriptions_by_start on subscriptions (start_date);
create index subscriptions_by_end on subscriptions (end_date) where end_date is not null;
create index donations_of_donor on donations (donor_id, received_on);
create index donations_by_day on donations (received_on);
create index donations_reversals on donations (reversal_of_id) where reversal_of_id is not null;

-- Whoever was given a view or a right at an organ through a function represents it as well.
create or replace function organs_represented_by(person integer, today date) returns table (organ_id integer, sees_fund boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.organ_id, bool_or((t.is_representative and coalesce(t.sees_fund, false)) or coalesce(g.sees_fund, false))
    from functions f
    join function_types t on t.id = f.type_id
    join relations r on r.id = f.holder_id and r.status = 'active'
    left join organ_rights g on g.organ_id = f.organ_id and g.function_type_id = f.type_id
   where f.holder_id = person and f.organ_id is not null and f.start_date <= today and (f.end_date is null or today < f.end_date)
     and (t.is_representative or g.id is not null or exists (select from crm_views v where v.organ_id = f.organ_id and v.function_type_id = f.type_id))
   group by f.organ_id
$$;

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

/** Foreign keys that were given up are not taken up again: the triggers that keep them are removed with their functions. */
export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw(`
drop function place_organs, keep_place_of_organ, keep_placements_sound, keep_counted_placements, keep_counted_exceptions, keep_type_in_place, keep_organ_in_place, keep_rule_scope, keep_derived_periods, keep_past_periods,
  keep_members_known, keep_what_has_members, keep_organ_past, keep_exception_mode, note_fact_changes, note_corrected_relations cascade;
drop function last_evaluated;
drop table evaluated_days, dirty_relations, fact_changes, selection_members;
`))
}
