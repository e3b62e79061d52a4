import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

/*
 * Columns: a statement that waits for confirmation and who confirmed it, why a mail could not be sent; the idempotency of
 * batches has a table of its own, and an instruction whose retry was cancelled may be retried again.
 */
export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(`
alter table bank_statements
  add column hold varchar default 'none' not null,
  add column confirmed_by_id integer constraint bank_statements_confirmed_by_id_users_id_fk references users (id) on delete restrict,
  add column confirmed_at timestamp(3) with time zone;
create index bank_statements_confirmed_by_idx on bank_statements (confirmed_by_id);
alter table mails add column problem varchar;
drop index debit_instructions_retry_of_idx;
create index debit_instructions_retry_of_idx on debit_instructions (retry_of_id);
alter table debit_batches drop column idempotency_key;
`))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql.raw(`
alter table debit_batches add column idempotency_key varchar;
drop index debit_instructions_retry_of_idx;
create unique index debit_instructions_retry_of_idx on debit_instructions (retry_of_id);
alter table mails drop column problem;
alter table bank_statements drop column confirmed_at, drop column confirmed_by_id, drop column hold;
`))
}
