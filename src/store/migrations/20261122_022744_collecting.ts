import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "pledge_changes" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"pledge_id" integer NOT NULL,
  	"from_date" date NOT NULL,
  	"amount_cents" bigint NOT NULL,
  	"note" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "donor_types" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"position" integer NOT NULL,
  	"title" varchar NOT NULL,
  	"ledger_code" varchar,
  	"list_id" integer NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "invoice_lines" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"invoice_id" integer NOT NULL,
  	"position" integer NOT NULL,
  	"description" varchar NOT NULL,
  	"quantity" integer DEFAULT 1 NOT NULL,
  	"amount_cents" bigint NOT NULL,
  	"vat" varchar NOT NULL,
  	"vat_cents" bigint NOT NULL,
  	"ledger_account" varchar,
  	"cost_centre" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "reminder_steps" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"position" integer NOT NULL,
  	"title" varchar NOT NULL,
  	"after_days" integer DEFAULT 14 NOT NULL,
  	"channel" varchar DEFAULT 'mail' NOT NULL,
  	"subject" varchar NOT NULL,
  	"body" varchar NOT NULL,
  	"is_active" boolean DEFAULT true NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "reminders" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"invoice_id" integer NOT NULL,
  	"step_id" integer NOT NULL,
  	"sent_on" date NOT NULL,
  	"channel" varchar NOT NULL,
  	"open_cents" bigint NOT NULL,
  	"mail_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "mandate_changes" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"mandate_id" integer NOT NULL,
  	"changed_on" date NOT NULL,
  	"former_reference" varchar NOT NULL,
  	"reference" varchar NOT NULL,
  	"former_iban" varchar NOT NULL,
  	"iban" varchar NOT NULL,
  	"former_holder" varchar NOT NULL,
  	"holder" varchar NOT NULL,
  	"changed_by_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "pre_notifications" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"announced_on" date NOT NULL,
  	"debtor_id" integer NOT NULL,
  	"mandate_id" integer NOT NULL,
  	"pledge_id" integer,
  	"invoice_id" integer,
  	"debtor_iban" varchar NOT NULL,
  	"amount_cents" bigint NOT NULL,
  	"first_date" date NOT NULL,
  	"every_months" integer DEFAULT 0 NOT NULL,
  	"channel" varchar NOT NULL,
  	"mail_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "debit_batch_events" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"batch_id" integer NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL,
  	"actor_id" integer,
  	"kind" varchar NOT NULL,
  	"instruction_id" integer,
  	"detail" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "status_reports" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"file_name" varchar NOT NULL,
  	"file_sha256" varchar NOT NULL,
  	"message_id" varchar,
  	"batch_id" integer,
  	"group_status" varchar,
  	"refused_count" integer NOT NULL,
  	"conflict_count" integer NOT NULL,
  	"result" jsonb,
  	"imported_by_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "return_reasons" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"code" varchar NOT NULL,
  	"title" varchar NOT NULL,
  	"points" integer DEFAULT 0 NOT NULL,
  	"may_retry" boolean DEFAULT false NOT NULL,
  	"mandate_effect" varchar DEFAULT 'keep' NOT NULL,
  	"task" varchar DEFAULT 'none' NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "creditors" ALTER COLUMN "delivery_lead_days" DROP DEFAULT;
  ALTER TABLE "creditors" ALTER COLUMN "delivery_lead_days" DROP NOT NULL;
  ALTER TABLE "funds" ADD COLUMN "ledger_account" varchar;
  ALTER TABLE "pledges" ADD COLUMN "end_reason" varchar;
  ALTER TABLE "donations" ADD COLUMN "donor_type_id" integer;
  ALTER TABLE "subscriptions" ADD COLUMN "payer_id" integer;
  ALTER TABLE "subscriptions" ADD COLUMN "notice_date" date;
  ALTER TABLE "subscriptions" ADD COLUMN "end_reason" varchar;
  ALTER TABLE "subscriptions" ADD COLUMN "end_notes" varchar;
  ALTER TABLE "subscriptions" ADD COLUMN "last_invoice_date" date;
  ALTER TABLE "subscriptions" ADD COLUMN "next_invoice_date" date;
  ALTER TABLE "subscriptions" ADD COLUMN "send_method" varchar DEFAULT 'mail' NOT NULL;
  ALTER TABLE "subscriptions" ADD COLUMN "collection_day" integer;
  ALTER TABLE "subscription_types" ADD COLUMN "is_free" boolean DEFAULT false NOT NULL;
  ALTER TABLE "subscription_types" ADD COLUMN "period_start" varchar DEFAULT 'startDate' NOT NULL;
  ALTER TABLE "subscription_types" ADD COLUMN "first_period" varchar DEFAULT 'full';
  ALTER TABLE "subscription_types" ADD COLUMN "vat" varchar DEFAULT 'exempt' NOT NULL;
  ALTER TABLE "subscription_types" ADD COLUMN "ledger_account" varchar;
  ALTER TABLE "subscription_types" ADD COLUMN "cost_centre" varchar;
  ALTER TABLE "subscription_types" ADD COLUMN "notice_months" integer DEFAULT 1 NOT NULL;
  ALTER TABLE "subscription_types" ADD COLUMN "payment_term_days" integer DEFAULT 14 NOT NULL;
  ALTER TABLE "invoices" ADD COLUMN "kind" varchar DEFAULT 'invoice' NOT NULL;
  ALTER TABLE "invoices" ADD COLUMN "credit_of_id" integer;
  ALTER TABLE "invoices" ADD COLUMN "vat_cents" bigint DEFAULT 0 NOT NULL;
  ALTER TABLE "invoices" ADD COLUMN "credited_cents" bigint DEFAULT 0 NOT NULL;
  ALTER TABLE "invoices" ADD COLUMN "send_method" varchar DEFAULT 'none' NOT NULL;
  ALTER TABLE "invoices" ADD COLUMN "sent_on" date;
  ALTER TABLE "invoices" ADD COLUMN "collection_day" integer;
  ALTER TABLE "invoices" ADD COLUMN "reminder_count" integer DEFAULT 0 NOT NULL;
  ALTER TABLE "invoices" ADD COLUMN "last_reminded_on" date;
  ALTER TABLE "mandates" ADD COLUMN "place" varchar;
  ALTER TABLE "mandates" ADD COLUMN "channel" varchar DEFAULT 'paper' NOT NULL;
  ALTER TABLE "mandates" ADD COLUMN "kept_at" varchar;
  ALTER TABLE "mandates" ADD COLUMN "block_reason" varchar;
  ALTER TABLE "mandates" ADD COLUMN "end_reason" varchar;
  ALTER TABLE "mandates" ADD COLUMN "return_points" integer DEFAULT 0 NOT NULL;
  ALTER TABLE "creditors" ADD COLUMN "bank" varchar DEFAULT 'other' NOT NULL;
  ALTER TABLE "creditors" ADD COLUMN "is_active" boolean DEFAULT true NOT NULL;
  ALTER TABLE "creditors" ADD COLUMN "instruction_max_amount_cents" bigint;
  ALTER TABLE "creditors" ADD COLUMN "day_max_count" integer;
  ALTER TABLE "creditors" ADD COLUMN "day_max_amount_cents" bigint;
  ALTER TABLE "creditors" ADD COLUMN "month_max_count" integer;
  ALTER TABLE "creditors" ADD COLUMN "month_max_amount_cents" bigint;
  ALTER TABLE "creditors" ADD COLUMN "cut_off_time" varchar;
  ALTER TABLE "creditors" ADD COLUMN "message_version" varchar;
  ALTER TABLE "creditors" ADD COLUMN "groups_per_file" varchar;
  ALTER TABLE "creditors" ADD COLUMN "file_max_count" integer;
  ALTER TABLE "creditors" ADD COLUMN "original_account" varchar;
  ALTER TABLE "creditors" ADD COLUMN "pre_notification_days" integer DEFAULT 14 NOT NULL;
  ALTER TABLE "creditors" ADD COLUMN "auto_stop_points" integer;
  ALTER TABLE "creditors" ADD COLUMN "auto_stops_pledges" boolean DEFAULT false;
  ALTER TABLE "debit_instructions" ADD COLUMN "cancel_reason" varchar;
  ALTER TABLE "debit_instructions" ADD COLUMN "debtor_iban" varchar;
  ALTER TABLE "debit_instructions" ADD COLUMN "mandate_reference" varchar;
  ALTER TABLE "debit_instructions" ADD COLUMN "former_iban" varchar;
  ALTER TABLE "debit_instructions" ADD COLUMN "former_reference" varchar;
  ALTER TABLE "debit_batches" ADD COLUMN "message_version" varchar DEFAULT 'v08' NOT NULL;
  ALTER TABLE "mails" ADD COLUMN "invoice_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "pledge_changes_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "donor_types_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "invoice_lines_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "reminder_steps_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "reminders_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "mandate_changes_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "pre_notifications_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "debit_batch_events_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "status_reports_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "return_reasons_id" integer;
  ALTER TABLE "pledge_changes" ADD CONSTRAINT "pledge_changes_pledge_id_pledges_id_fk" FOREIGN KEY ("pledge_id") REFERENCES "public"."pledges"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "donor_types" ADD CONSTRAINT "donor_types_list_id_relation_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."relation_lists"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "reminders" ADD CONSTRAINT "reminders_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "reminders" ADD CONSTRAINT "reminders_step_id_reminder_steps_id_fk" FOREIGN KEY ("step_id") REFERENCES "public"."reminder_steps"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "reminders" ADD CONSTRAINT "reminders_mail_id_mails_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mails"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "mandate_changes" ADD CONSTRAINT "mandate_changes_mandate_id_mandates_id_fk" FOREIGN KEY ("mandate_id") REFERENCES "public"."mandates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "mandate_changes" ADD CONSTRAINT "mandate_changes_changed_by_id_users_id_fk" FOREIGN KEY ("changed_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pre_notifications" ADD CONSTRAINT "pre_notifications_debtor_id_relations_id_fk" FOREIGN KEY ("debtor_id") REFERENCES "public"."relations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pre_notifications" ADD CONSTRAINT "pre_notifications_mandate_id_mandates_id_fk" FOREIGN KEY ("mandate_id") REFERENCES "public"."mandates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pre_notifications" ADD CONSTRAINT "pre_notifications_pledge_id_pledges_id_fk" FOREIGN KEY ("pledge_id") REFERENCES "public"."pledges"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pre_notifications" ADD CONSTRAINT "pre_notifications_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pre_notifications" ADD CONSTRAINT "pre_notifications_mail_id_mails_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mails"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "debit_batch_events" ADD CONSTRAINT "debit_batch_events_batch_id_debit_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."debit_batches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "debit_batch_events" ADD CONSTRAINT "debit_batch_events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "debit_batch_events" ADD CONSTRAINT "debit_batch_events_instruction_id_debit_instructions_id_fk" FOREIGN KEY ("instruction_id") REFERENCES "public"."debit_instructions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "status_reports" ADD CONSTRAINT "status_reports_batch_id_debit_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."debit_batches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "status_reports" ADD CONSTRAINT "status_reports_imported_by_id_users_id_fk" FOREIGN KEY ("imported_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "pledge_changes_pledge_idx" ON "pledge_changes" USING btree ("pledge_id");
  CREATE INDEX "pledge_changes_updated_at_idx" ON "pledge_changes" USING btree ("updated_at");
  CREATE INDEX "pledge_changes_created_at_idx" ON "pledge_changes" USING btree ("created_at");
  CREATE UNIQUE INDEX "donor_types_position_idx" ON "donor_types" USING btree ("position");
  CREATE INDEX "donor_types_list_idx" ON "donor_types" USING btree ("list_id");
  CREATE INDEX "donor_types_updated_at_idx" ON "donor_types" USING btree ("updated_at");
  CREATE INDEX "donor_types_created_at_idx" ON "donor_types" USING btree ("created_at");
  CREATE INDEX "invoice_lines_invoice_idx" ON "invoice_lines" USING btree ("invoice_id");
  CREATE INDEX "invoice_lines_updated_at_idx" ON "invoice_lines" USING btree ("updated_at");
  CREATE INDEX "invoice_lines_created_at_idx" ON "invoice_lines" USING btree ("created_at");
  CREATE UNIQUE INDEX "reminder_steps_position_idx" ON "reminder_steps" USING btree ("position");
  CREATE INDEX "reminder_steps_updated_at_idx" ON "reminder_steps" USING btree ("updated_at");
  CREATE INDEX "reminder_steps_created_at_idx" ON "reminder_steps" USING btree ("created_at");
  CREATE INDEX "reminders_invoice_idx" ON "reminders" USING btree ("invoice_id");
  CREATE INDEX "reminders_step_idx" ON "reminders" USING btree ("step_id");
  CREATE INDEX "reminders_mail_idx" ON "reminders" USING btree ("mail_id");
  CREATE INDEX "reminders_updated_at_idx" ON "reminders" USING btree ("updated_at");
  CREATE INDEX "reminders_created_at_idx" ON "reminders" USING btree ("created_at");
  CREATE INDEX "mandate_changes_mandate_idx" ON "mandate_changes" USING btree ("mandate_id");
  CREATE INDEX "mandate_changes_changed_by_idx" ON "mandate_changes" USING btree ("changed_by_id");
  CREATE INDEX "mandate_changes_updated_at_idx" ON "mandate_changes" USING btree ("updated_at");
  CREATE INDEX "mandate_changes_created_at_idx" ON "mandate_changes" USING btree ("created_at");
  CREATE INDEX "pre_notifications_debtor_idx" ON "pre_notifications" USING btree ("debtor_id");
  CREATE INDEX "pre_notifications_mandate_idx" ON "pre_notifications" USING btree ("mandate_id");
  CREATE INDEX "pre_notifications_pledge_idx" ON "pre_notifications" USING btree ("pledge_id");
  CREATE INDEX "pre_notifications_invoice_idx" ON "pre_notifications" USING btree ("invoice_id");
  CREATE INDEX "pre_notifications_mail_idx" ON "pre_notifications" USING btree ("mail_id");
  CREATE INDEX "pre_notifications_updated_at_idx" ON "pre_notifications" USING btree ("updated_at");
  CREATE INDEX "pre_notifications_created_at_idx" ON "pre_notifications" USING btree ("created_at");
  CREATE INDEX "debit_batch_events_batch_idx" ON "debit_batch_events" USING btree ("batch_id");
  CREATE INDEX "debit_batch_events_actor_idx" ON "debit_batch_events" USING btree ("actor_id");
  CREATE INDEX "debit_batch_events_instruction_idx" ON "debit_batch_events" USING btree ("instruction_id");
  CREATE INDEX "debit_batch_events_updated_at_idx" ON "debit_batch_events" USING btree ("updated_at");
  CREATE INDEX "debit_batch_events_created_at_idx" ON "debit_batch_events" USING btree ("created_at");
  CREATE UNIQUE INDEX "status_reports_file_sha256_idx" ON "status_reports" USING btree ("file_sha256");
  CREATE INDEX "status_reports_batch_idx" ON "status_reports" USING btree ("batch_id");
  CREATE INDEX "status_reports_imported_by_idx" ON "status_reports" USING btree ("imported_by_id");
  CREATE INDEX "status_reports_updated_at_idx" ON "status_reports" USING btree ("updated_at");
  CREATE INDEX "status_reports_created_at_idx" ON "status_reports" USING btree ("created_at");
  CREATE UNIQUE INDEX "return_reasons_code_idx" ON "return_reasons" USING btree ("code");
  CREATE INDEX "return_reasons_updated_at_idx" ON "return_reasons" USING btree ("updated_at");
  CREATE INDEX "return_reasons_created_at_idx" ON "return_reasons" USING btree ("created_at");
  ALTER TABLE "donations" ADD CONSTRAINT "donations_donor_type_id_donor_types_id_fk" FOREIGN KEY ("donor_type_id") REFERENCES "public"."donor_types"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_payer_id_relations_id_fk" FOREIGN KEY ("payer_id") REFERENCES "public"."relations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_credit_of_id_invoices_id_fk" FOREIGN KEY ("credit_of_id") REFERENCES "public"."invoices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "mails" ADD CONSTRAINT "mails_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_pledge_changes_fk" FOREIGN KEY ("pledge_changes_id") REFERENCES "public"."pledge_changes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_donor_types_fk" FOREIGN KEY ("donor_types_id") REFERENCES "public"."donor_types"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_invoice_lines_fk" FOREIGN KEY ("invoice_lines_id") REFERENCES "public"."invoice_lines"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_reminder_steps_fk" FOREIGN KEY ("reminder_steps_id") REFERENCES "public"."reminder_steps"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_reminders_fk" FOREIGN KEY ("reminders_id") REFERENCES "public"."reminders"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_mandate_changes_fk" FOREIGN KEY ("mandate_changes_id") REFERENCES "public"."mandate_changes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_pre_notifications_fk" FOREIGN KEY ("pre_notifications_id") REFERENCES "public"."pre_notifications"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_debit_batch_events_fk" FOREIGN KEY ("debit_batch_events_id") REFERENCES "public"."debit_batch_events"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_status_reports_fk" FOREIGN KEY ("status_reports_id") REFERENCES "public"."status_reports"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_return_reasons_fk" FOREIGN KEY ("return_reasons_id") REFERENCES "public"."return_reasons"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "donations_donor_type_idx" ON "donations" USING btree ("donor_type_id");
  CREATE INDEX "subscriptions_payer_idx" ON "subscriptions" USING btree ("payer_id");
  CREATE INDEX "invoices_credit_of_idx" ON "invoices" USING btree ("credit_of_id");
  CREATE INDEX "mails_invoice_idx" ON "mails" USING btree ("invoice_id");
  CREATE INDEX "payload_locked_documents_rels_pledge_changes_id_idx" ON "payload_locked_documents_rels" USING btree ("pledge_changes_id");
  CREATE INDEX "payload_locked_documents_rels_donor_types_id_idx" ON "payload_locked_documents_rels" USING btree ("donor_types_id");
  CREATE INDEX "payload_locked_documents_rels_invoice_lines_id_idx" ON "payload_locked_documents_rels" USING btree ("invoice_lines_id");
  CREATE INDEX "payload_locked_documents_rels_reminder_steps_id_idx" ON "payload_locked_documents_rels" USING btree ("reminder_steps_id");
  CREATE INDEX "payload_locked_documents_rels_reminders_id_idx" ON "payload_locked_documents_rels" USING btree ("reminders_id");
  CREATE INDEX "payload_locked_documents_rels_mandate_changes_id_idx" ON "payload_locked_documents_rels" USING btree ("mandate_changes_id");
  CREATE INDEX "payload_locked_documents_rels_pre_notifications_id_idx" ON "payload_locked_documents_rels" USING btree ("pre_notifications_id");
  CREATE INDEX "payload_locked_documents_rels_debit_batch_events_id_idx" ON "payload_locked_documents_rels" USING btree ("debit_batch_events_id");
  CREATE INDEX "payload_locked_documents_rels_status_reports_id_idx" ON "payload_locked_documents_rels" USING btree ("status_reports_id");
  CREATE INDEX "payload_locked_documents_rels_return_reasons_id_idx" ON "payload_locked_documents_rels" USING btree ("return_reasons_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "pledge_changes" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "donor_types" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "invoice_lines" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "reminder_steps" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "reminders" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "mandate_changes" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "pre_notifications" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "debit_batch_events" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "status_reports" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "return_reasons" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "pledge_changes" CASCADE;
  DROP TABLE "donor_types" CASCADE;
  DROP TABLE "invoice_lines" CASCADE;
  DROP TABLE "reminder_steps" CASCADE;
  DROP TABLE "reminders" CASCADE;
  DROP TABLE "mandate_changes" CASCADE;
  DROP TABLE "pre_notifications" CASCADE;
  DROP TABLE "debit_batch_events" CASCADE;
  DROP TABLE "status_reports" CASCADE;
  DROP TABLE "return_reasons" CASCADE;
  ALTER TABLE "donations" DROP CONSTRAINT "donations_donor_type_id_donor_types_id_fk";
  
  ALTER TABLE "subscriptions" DROP CONSTRAINT "subscriptions_payer_id_relations_id_fk";
  
  ALTER TABLE "invoices" DROP CONSTRAINT "invoices_credit_of_id_invoices_id_fk";
  
  ALTER TABLE "mails" DROP CONSTRAINT "mails_invoice_id_invoices_id_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_pledge_changes_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_donor_types_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_invoice_lines_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_reminder_steps_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_reminders_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_mandate_changes_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_pre_notifications_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_debit_batch_events_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_status_reports_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_return_reasons_fk";
  
  DROP INDEX "donations_donor_type_idx";
  DROP INDEX "subscriptions_payer_idx";
  DROP INDEX "invoices_credit_of_idx";
  DROP INDEX "mails_invoice_idx";
  DROP INDEX "payload_locked_documents_rels_pledge_changes_id_idx";
  DROP INDEX "payload_locked_documents_rels_donor_types_id_idx";
  DROP INDEX "payload_locked_documents_rels_invoice_lines_id_idx";
  DROP INDEX "payload_locked_documents_rels_reminder_steps_id_idx";
  DROP INDEX "payload_locked_documents_rels_reminders_id_idx";
  DROP INDEX "payload_locked_documents_rels_mandate_changes_id_idx";
  DROP INDEX "payload_locked_documents_rels_pre_notifications_id_idx";
  DROP INDEX "payload_locked_documents_rels_debit_batch_events_id_idx";
  DROP INDEX "payload_locked_documents_rels_status_reports_id_idx";
  DROP INDEX "payload_locked_documents_rels_return_reasons_id_idx";
  ALTER TABLE "creditors" ALTER COLUMN "delivery_lead_days" SET DEFAULT 2;
  ALTER TABLE "creditors" ALTER COLUMN "delivery_lead_days" SET NOT NULL;
  ALTER TABLE "funds" DROP COLUMN "ledger_account";
  ALTER TABLE "pledges" DROP COLUMN "end_reason";
  ALTER TABLE "donations" DROP COLUMN "donor_type_id";
  ALTER TABLE "subscriptions" DROP COLUMN "payer_id";
  ALTER TABLE "subscriptions" DROP COLUMN "notice_date";
  ALTER TABLE "subscriptions" DROP COLUMN "end_reason";
  ALTER TABLE "subscriptions" DROP COLUMN "end_notes";
  ALTER TABLE "subscriptions" DROP COLUMN "last_invoice_date";
  ALTER TABLE "subscriptions" DROP COLUMN "next_invoice_date";
  ALTER TABLE "subscriptions" DROP COLUMN "send_method";
  ALTER TABLE "subscriptions" DROP COLUMN "collection_day";
  ALTER TABLE "subscription_types" DROP COLUMN "is_free";
  ALTER TABLE "subscription_types" DROP COLUMN "period_start";
  ALTER TABLE "subscription_types" DROP COLUMN "first_period";
  ALTER TABLE "subscription_types" DROP COLUMN "vat";
  ALTER TABLE "subscription_types" DROP COLUMN "ledger_account";
  ALTER TABLE "subscription_types" DROP COLUMN "cost_centre";
  ALTER TABLE "subscription_types" DROP COLUMN "notice_months";
  ALTER TABLE "subscription_types" DROP COLUMN "payment_term_days";
  ALTER TABLE "invoices" DROP COLUMN "kind";
  ALTER TABLE "invoices" DROP COLUMN "credit_of_id";
  ALTER TABLE "invoices" DROP COLUMN "vat_cents";
  ALTER TABLE "invoices" DROP COLUMN "credited_cents";
  ALTER TABLE "invoices" DROP COLUMN "send_method";
  ALTER TABLE "invoices" DROP COLUMN "sent_on";
  ALTER TABLE "invoices" DROP COLUMN "collection_day";
  ALTER TABLE "invoices" DROP COLUMN "reminder_count";
  ALTER TABLE "invoices" DROP COLUMN "last_reminded_on";
  ALTER TABLE "mandates" DROP COLUMN "place";
  ALTER TABLE "mandates" DROP COLUMN "channel";
  ALTER TABLE "mandates" DROP COLUMN "kept_at";
  ALTER TABLE "mandates" DROP COLUMN "block_reason";
  ALTER TABLE "mandates" DROP COLUMN "end_reason";
  ALTER TABLE "mandates" DROP COLUMN "return_points";
  ALTER TABLE "creditors" DROP COLUMN "bank";
  ALTER TABLE "creditors" DROP COLUMN "is_active";
  ALTER TABLE "creditors" DROP COLUMN "instruction_max_amount_cents";
  ALTER TABLE "creditors" DROP COLUMN "day_max_count";
  ALTER TABLE "creditors" DROP COLUMN "day_max_amount_cents";
  ALTER TABLE "creditors" DROP COLUMN "month_max_count";
  ALTER TABLE "creditors" DROP COLUMN "month_max_amount_cents";
  ALTER TABLE "creditors" DROP COLUMN "cut_off_time";
  ALTER TABLE "creditors" DROP COLUMN "message_version";
  ALTER TABLE "creditors" DROP COLUMN "groups_per_file";
  ALTER TABLE "creditors" DROP COLUMN "file_max_count";
  ALTER TABLE "creditors" DROP COLUMN "original_account";
  ALTER TABLE "creditors" DROP COLUMN "pre_notification_days";
  ALTER TABLE "creditors" DROP COLUMN "auto_stop_points";
  ALTER TABLE "creditors" DROP COLUMN "auto_stops_pledges";
  ALTER TABLE "debit_instructions" DROP COLUMN "cancel_reason";
  ALTER TABLE "debit_instructions" DROP COLUMN "debtor_iban";
  ALTER TABLE "debit_instructions" DROP COLUMN "mandate_reference";
  ALTER TABLE "debit_instructions" DROP COLUMN "former_iban";
  ALTER TABLE "debit_instructions" DROP COLUMN "former_reference";
  ALTER TABLE "debit_batches" DROP COLUMN "message_version";
  ALTER TABLE "mails" DROP COLUMN "invoice_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "pledge_changes_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "donor_types_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "invoice_lines_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "reminder_steps_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "reminders_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "mandate_changes_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "pre_notifications_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "debit_batch_events_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "status_reports_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "return_reasons_id";`)
}
