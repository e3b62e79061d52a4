import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/*
 * The second wall around representatives. Projections hold only the columns that they may see and only the rows of the
 * organs of the person in `kring.person` on the day in `kring.today`. The role `kring_representative` owns nothing and
 * may read nothing else. Of mutations they see thirteen months, and who died left as who was archived. The tables that
 * the generated schema made for these collections give way to the views.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(`
do $$ begin
  if not exists (select from pg_roles where rolname = 'kring_representative') then create role kring_representative nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin execute format('grant kring_representative to %I', current_user); end $$;

drop table members, member_mutations, organ_donations, organ_pledges;

create function organs_represented_by(person integer, today date) returns table (organ_id integer, sees_fund boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select f.organ_id, bool_or(coalesce(t.sees_fund, false))
    from functions f
    join function_types t on t.id = f.type_id and t.is_representative
    join relations r on r.id = f.holder_id and r.status = 'active'
   where f.holder_id = person and f.organ_id is not null and f.start_date <= today and (f.end_date is null or today < f.end_date)
   group by f.organ_id
$$;

revoke execute on function organs_represented_by from public;

create function own_represented_organs() returns table (organ_id integer, sees_fund boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select organ_id, sees_fund
    from organs_represented_by(nullif(current_setting('kring.person', true), '')::integer, nullif(current_setting('kring.today', true), '')::date)
$$;

create view represented with (security_barrier) as select organ_id, sees_fund from own_represented_organs();

create view own_organs with (security_barrier) as
  select o.id, o.title, s.my_department_label as label, own.sees_fund
    from represented own join organs o on o.id = own.organ_id join organisations s on s.id = o.organisation_id;

create view members with (security_barrier) as
  select m.id, m.organ_id, r.display_name as name, r.sort_name, r.address_town as town, t.title as membership_type, m.start_date
    from memberships m
    join relations r on r.id = m.relation_id
    join membership_types t on t.id = m.membership_type_id
   where m.end_date is null and m.organ_id in (select organ_id from represented);

create view member_mutations with (security_barrier) as
  select u.id, u.organ_id, u.date, u.kind, r.display_name as name, t.title as membership_type,
         case u.reason when 'deceased' then 'relation_archived' else u.reason end as reason
    from membership_mutations u
    join relations r on r.id = u.relation_id
    join membership_types t on t.id = u.membership_type_id
   where u.organ_id in (select organ_id from represented)
     and u.date >= nullif(current_setting('kring.today', true), '')::date - interval '13 months';

create view own_membership_periods with (security_barrier) as
  select m.organ_id, m.relation_id, m.start_date, m.end_date
    from memberships m where m.organ_id in (select organ_id from represented);

create view own_funds with (security_barrier) as
  select f.id, f.organ_id, f.title from funds f where f.organ_id in (select organ_id from represented where sees_fund);

create view organ_donations with (security_barrier) as
  select d.id, f.organ_id, d.received_on, r.display_name as donor_name, d.amount_cents
    from donations d join own_funds f on f.id = d.fund_id left join relations r on r.id = d.donor_id;

create view organ_pledges with (security_barrier) as
  select p.id, f.organ_id, r.display_name as donor_name, p.amount_cents, p.frequency, p.start_date, p.end_date
    from pledges p join own_funds f on f.id = p.fund_id join relations r on r.id = p.donor_id;

revoke all on all tables in schema public from kring_representative;
grant usage on schema public to kring_representative;
grant select on own_organs, members, member_mutations, own_membership_periods, own_funds, organ_donations, organ_pledges to kring_representative;
`))
}

/** The role stays: other databases of the same server may use it. */
export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw(`
drop view organ_pledges, organ_donations, own_funds, own_membership_periods, member_mutations, members, own_organs, represented;
drop function own_represented_organs, organs_represented_by;
`))
}
