import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/*
 * One bank line becomes one payment or donation; a statement that waits says why, and who let it go; a mail can fail for
 * good.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(`
create unique index payments_one_a_line on payments (transaction_id) where instruction_id is null and reversal_of_id is null;
create unique index donations_one_a_line on donations (transaction_id) where instruction_id is null and reversal_of_id is null;

-- A statement comes once; one that does not balance makes room for a better file of it, but not for itself.
drop index bank_statements_once;
create unique index bank_statements_once on bank_statements (iban, statement_id, closing_date) where hold <> 'unbalanced';
create unique index bank_statements_file_once on bank_statements (iban, statement_id, closing_date, file_sha256);
alter table bank_statements
  add constraint bank_statements_hold check (hold in ('none', 'unbalanced', 'gap')),
  add constraint bank_statements_confirmed check ((confirmed_at is null) = (confirmed_by_id is null) and (confirmed_at is null or hold <> 'none'));
alter table mails
  drop constraint mails_status,
  add constraint mails_status check (status in ('queued', 'kept', 'sent', 'failed')),
  add constraint mails_problem check ((status = 'failed') = (problem is not null));
`))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw(`
alter table mails drop constraint mails_problem, drop constraint mails_status;
update mails set status = 'kept' where status = 'failed';
alter table mails add constraint mails_status check (status in ('queued', 'kept', 'sent'));
alter table bank_statements drop constraint bank_statements_confirmed, drop constraint bank_statements_hold;
drop index bank_statements_file_once, bank_statements_once;
create unique index bank_statements_once on bank_statements (iban, statement_id, closing_date);
drop index donations_one_a_line, payments_one_a_line;
`))
}
