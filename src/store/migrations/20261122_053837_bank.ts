import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "bank_imports" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"file_name" varchar NOT NULL,
  	"file_sha256" varchar NOT NULL,
  	"format" varchar NOT NULL,
  	"line_count" integer NOT NULL,
  	"new_line_count" integer NOT NULL,
  	"status" varchar NOT NULL,
  	"imported_by_id" integer,
  	"undone_by_id" integer,
  	"undone_at" timestamp(3) with time zone,
  	"undo_reason" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "bank_bookings" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"transaction_id" integer NOT NULL,
  	"kind" varchar NOT NULL,
  	"amount_cents" bigint NOT NULL,
  	"why" varchar NOT NULL,
  	"group_id" integer,
  	"instruction_id" integer,
  	"invoice_id" integer,
  	"pledge_id" integer,
  	"fund_id" integer,
  	"donor_id" integer,
  	"ledger_account_id" integer,
  	"payout_id" integer,
  	"note" varchar,
  	"booked_by_id" integer,
  	"booked_at" timestamp(3) with time zone NOT NULL,
  	"undone_by_id" integer,
  	"undone_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "bank_details" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"import_id" integer NOT NULL,
  	"iban" varchar NOT NULL,
  	"booking_date" date NOT NULL,
  	"entry_cents" bigint NOT NULL,
  	"entry_reference" varchar,
  	"amount_cents" bigint NOT NULL,
  	"counter_name" varchar,
  	"counter_iban" varchar,
  	"description" varchar,
  	"end_to_end_id" varchar,
  	"mandate_reference" varchar,
  	"payment_information_id" varchar,
  	"return_reason" varchar,
  	"transaction_id" integer,
  	"fingerprint" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "ledger_accounts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"code" varchar NOT NULL,
  	"title" varchar NOT NULL,
  	"is_active" boolean DEFAULT true NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "online_payments" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"provider" varchar NOT NULL,
  	"provider_reference" varchar NOT NULL,
  	"method" varchar NOT NULL,
  	"amount_cents" bigint NOT NULL,
  	"status" varchar NOT NULL,
  	"paid_on" date,
  	"refunded_on" date,
  	"payer_id" integer,
  	"description" varchar,
  	"invoice_id" integer,
  	"pledge_id" integer,
  	"fund_id" integer,
  	"payout_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "online_payouts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"provider" varchar NOT NULL,
  	"provider_reference" varchar NOT NULL,
  	"amount_cents" bigint NOT NULL,
  	"cost_cents" bigint NOT NULL,
  	"status" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "follow_ups" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"on_date" date NOT NULL,
  	"relation_id" integer NOT NULL,
  	"invoice_id" integer,
  	"pledge_id" integer,
  	"channel" varchar NOT NULL,
  	"note" varchar,
  	"next_date" date,
  	"noted_by_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  DROP INDEX "bank_transactions_fingerprint_idx";
  ALTER TABLE "donations" ADD COLUMN "online_payment_id" integer;
  ALTER TABLE "payments" ADD COLUMN "online_payment_id" integer;
  ALTER TABLE "creditors" ADD COLUMN "charges_account_id" integer;
  ALTER TABLE "bank_statements" ADD COLUMN "import_id" integer;
  ALTER TABLE "bank_statements" ADD COLUMN "is_undone" boolean DEFAULT false NOT NULL;
  ALTER TABLE "bank_transactions" ADD COLUMN "message_id" varchar;
  ALTER TABLE "bank_transactions" ADD COLUMN "bank_reference" varchar;
  ALTER TABLE "bank_transactions" ADD COLUMN "transaction_code" varchar;
  ALTER TABLE "bank_transactions" ADD COLUMN "twin_id" integer;
  ALTER TABLE "bank_transactions" ADD COLUMN "is_reversal" boolean DEFAULT false NOT NULL;
  ALTER TABLE "bank_transactions" ADD COLUMN "is_by_hand" boolean DEFAULT false NOT NULL;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "bank_imports_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "bank_bookings_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "bank_details_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "ledger_accounts_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "online_payments_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "online_payouts_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "follow_ups_id" integer;
  ALTER TABLE "bank_imports" ADD CONSTRAINT "bank_imports_imported_by_id_users_id_fk" FOREIGN KEY ("imported_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bank_imports" ADD CONSTRAINT "bank_imports_undone_by_id_users_id_fk" FOREIGN KEY ("undone_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bank_bookings" ADD CONSTRAINT "bank_bookings_transaction_id_bank_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."bank_transactions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bank_bookings" ADD CONSTRAINT "bank_bookings_group_id_debit_batch_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."debit_batch_groups"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bank_bookings" ADD CONSTRAINT "bank_bookings_instruction_id_debit_instructions_id_fk" FOREIGN KEY ("instruction_id") REFERENCES "public"."debit_instructions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bank_bookings" ADD CONSTRAINT "bank_bookings_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bank_bookings" ADD CONSTRAINT "bank_bookings_pledge_id_pledges_id_fk" FOREIGN KEY ("pledge_id") REFERENCES "public"."pledges"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bank_bookings" ADD CONSTRAINT "bank_bookings_fund_id_funds_id_fk" FOREIGN KEY ("fund_id") REFERENCES "public"."funds"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bank_bookings" ADD CONSTRAINT "bank_bookings_donor_id_relations_id_fk" FOREIGN KEY ("donor_id") REFERENCES "public"."relations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bank_bookings" ADD CONSTRAINT "bank_bookings_ledger_account_id_ledger_accounts_id_fk" FOREIGN KEY ("ledger_account_id") REFERENCES "public"."ledger_accounts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bank_bookings" ADD CONSTRAINT "bank_bookings_payout_id_online_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."online_payouts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bank_bookings" ADD CONSTRAINT "bank_bookings_booked_by_id_users_id_fk" FOREIGN KEY ("booked_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bank_bookings" ADD CONSTRAINT "bank_bookings_undone_by_id_users_id_fk" FOREIGN KEY ("undone_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bank_details" ADD CONSTRAINT "bank_details_import_id_bank_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."bank_imports"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bank_details" ADD CONSTRAINT "bank_details_transaction_id_bank_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."bank_transactions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "online_payments" ADD CONSTRAINT "online_payments_payer_id_relations_id_fk" FOREIGN KEY ("payer_id") REFERENCES "public"."relations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "online_payments" ADD CONSTRAINT "online_payments_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "online_payments" ADD CONSTRAINT "online_payments_pledge_id_pledges_id_fk" FOREIGN KEY ("pledge_id") REFERENCES "public"."pledges"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "online_payments" ADD CONSTRAINT "online_payments_fund_id_funds_id_fk" FOREIGN KEY ("fund_id") REFERENCES "public"."funds"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "online_payments" ADD CONSTRAINT "online_payments_payout_id_online_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."online_payouts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_relation_id_relations_id_fk" FOREIGN KEY ("relation_id") REFERENCES "public"."relations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_pledge_id_pledges_id_fk" FOREIGN KEY ("pledge_id") REFERENCES "public"."pledges"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "follow_ups" ADD CONSTRAINT "follow_ups_noted_by_id_users_id_fk" FOREIGN KEY ("noted_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "bank_imports_file_sha256_idx" ON "bank_imports" USING btree ("file_sha256");
  CREATE INDEX "bank_imports_status_idx" ON "bank_imports" USING btree ("status");
  CREATE INDEX "bank_imports_imported_by_idx" ON "bank_imports" USING btree ("imported_by_id");
  CREATE INDEX "bank_imports_undone_by_idx" ON "bank_imports" USING btree ("undone_by_id");
  CREATE INDEX "bank_imports_updated_at_idx" ON "bank_imports" USING btree ("updated_at");
  CREATE INDEX "bank_imports_created_at_idx" ON "bank_imports" USING btree ("created_at");
  CREATE INDEX "bank_bookings_transaction_idx" ON "bank_bookings" USING btree ("transaction_id");
  CREATE INDEX "bank_bookings_group_idx" ON "bank_bookings" USING btree ("group_id");
  CREATE INDEX "bank_bookings_instruction_idx" ON "bank_bookings" USING btree ("instruction_id");
  CREATE INDEX "bank_bookings_invoice_idx" ON "bank_bookings" USING btree ("invoice_id");
  CREATE INDEX "bank_bookings_pledge_idx" ON "bank_bookings" USING btree ("pledge_id");
  CREATE INDEX "bank_bookings_fund_idx" ON "bank_bookings" USING btree ("fund_id");
  CREATE INDEX "bank_bookings_donor_idx" ON "bank_bookings" USING btree ("donor_id");
  CREATE INDEX "bank_bookings_ledger_account_idx" ON "bank_bookings" USING btree ("ledger_account_id");
  CREATE INDEX "bank_bookings_payout_idx" ON "bank_bookings" USING btree ("payout_id");
  CREATE INDEX "bank_bookings_booked_by_idx" ON "bank_bookings" USING btree ("booked_by_id");
  CREATE INDEX "bank_bookings_undone_by_idx" ON "bank_bookings" USING btree ("undone_by_id");
  CREATE INDEX "bank_bookings_updated_at_idx" ON "bank_bookings" USING btree ("updated_at");
  CREATE INDEX "bank_bookings_created_at_idx" ON "bank_bookings" USING btree ("created_at");
  CREATE INDEX "bank_details_import_idx" ON "bank_details" USING btree ("import_id");
  CREATE INDEX "bank_details_end_to_end_id_idx" ON "bank_details" USING btree ("end_to_end_id");
  CREATE INDEX "bank_details_payment_information_id_idx" ON "bank_details" USING btree ("payment_information_id");
  CREATE INDEX "bank_details_transaction_idx" ON "bank_details" USING btree ("transaction_id");
  CREATE INDEX "bank_details_fingerprint_idx" ON "bank_details" USING btree ("fingerprint");
  CREATE INDEX "bank_details_updated_at_idx" ON "bank_details" USING btree ("updated_at");
  CREATE INDEX "bank_details_created_at_idx" ON "bank_details" USING btree ("created_at");
  CREATE UNIQUE INDEX "ledger_accounts_code_idx" ON "ledger_accounts" USING btree ("code");
  CREATE INDEX "ledger_accounts_updated_at_idx" ON "ledger_accounts" USING btree ("updated_at");
  CREATE INDEX "ledger_accounts_created_at_idx" ON "ledger_accounts" USING btree ("created_at");
  CREATE INDEX "online_payments_status_idx" ON "online_payments" USING btree ("status");
  CREATE INDEX "online_payments_payer_idx" ON "online_payments" USING btree ("payer_id");
  CREATE INDEX "online_payments_invoice_idx" ON "online_payments" USING btree ("invoice_id");
  CREATE INDEX "online_payments_pledge_idx" ON "online_payments" USING btree ("pledge_id");
  CREATE INDEX "online_payments_fund_idx" ON "online_payments" USING btree ("fund_id");
  CREATE INDEX "online_payments_payout_idx" ON "online_payments" USING btree ("payout_id");
  CREATE INDEX "online_payments_updated_at_idx" ON "online_payments" USING btree ("updated_at");
  CREATE INDEX "online_payments_created_at_idx" ON "online_payments" USING btree ("created_at");
  CREATE INDEX "online_payouts_status_idx" ON "online_payouts" USING btree ("status");
  CREATE INDEX "online_payouts_updated_at_idx" ON "online_payouts" USING btree ("updated_at");
  CREATE INDEX "online_payouts_created_at_idx" ON "online_payouts" USING btree ("created_at");
  CREATE INDEX "follow_ups_relation_idx" ON "follow_ups" USING btree ("relation_id");
  CREATE INDEX "follow_ups_invoice_idx" ON "follow_ups" USING btree ("invoice_id");
  CREATE INDEX "follow_ups_pledge_idx" ON "follow_ups" USING btree ("pledge_id");
  CREATE INDEX "follow_ups_noted_by_idx" ON "follow_ups" USING btree ("noted_by_id");
  CREATE INDEX "follow_ups_updated_at_idx" ON "follow_ups" USING btree ("updated_at");
  CREATE INDEX "follow_ups_created_at_idx" ON "follow_ups" USING btree ("created_at");
  ALTER TABLE "donations" ADD CONSTRAINT "donations_online_payment_id_online_payments_id_fk" FOREIGN KEY ("online_payment_id") REFERENCES "public"."online_payments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payments" ADD CONSTRAINT "payments_online_payment_id_online_payments_id_fk" FOREIGN KEY ("online_payment_id") REFERENCES "public"."online_payments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "creditors" ADD CONSTRAINT "creditors_charges_account_id_ledger_accounts_id_fk" FOREIGN KEY ("charges_account_id") REFERENCES "public"."ledger_accounts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bank_statements" ADD CONSTRAINT "bank_statements_import_id_bank_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."bank_imports"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bank_transactions" ADD CONSTRAINT "bank_transactions_twin_id_bank_transactions_id_fk" FOREIGN KEY ("twin_id") REFERENCES "public"."bank_transactions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_bank_imports_fk" FOREIGN KEY ("bank_imports_id") REFERENCES "public"."bank_imports"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_bank_bookings_fk" FOREIGN KEY ("bank_bookings_id") REFERENCES "public"."bank_bookings"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_bank_details_fk" FOREIGN KEY ("bank_details_id") REFERENCES "public"."bank_details"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_ledger_accounts_fk" FOREIGN KEY ("ledger_accounts_id") REFERENCES "public"."ledger_accounts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_online_payments_fk" FOREIGN KEY ("online_payments_id") REFERENCES "public"."online_payments"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_online_payouts_fk" FOREIGN KEY ("online_payouts_id") REFERENCES "public"."online_payouts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_follow_ups_fk" FOREIGN KEY ("follow_ups_id") REFERENCES "public"."follow_ups"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "donations_online_payment_idx" ON "donations" USING btree ("online_payment_id");
  CREATE INDEX "payments_online_payment_idx" ON "payments" USING btree ("online_payment_id");
  CREATE INDEX "creditors_charges_account_idx" ON "creditors" USING btree ("charges_account_id");
  CREATE INDEX "bank_statements_import_idx" ON "bank_statements" USING btree ("import_id");
  CREATE INDEX "bank_transactions_bank_reference_idx" ON "bank_transactions" USING btree ("bank_reference");
  CREATE INDEX "bank_transactions_twin_idx" ON "bank_transactions" USING btree ("twin_id");
  CREATE INDEX "payload_locked_documents_rels_bank_imports_id_idx" ON "payload_locked_documents_rels" USING btree ("bank_imports_id");
  CREATE INDEX "payload_locked_documents_rels_bank_bookings_id_idx" ON "payload_locked_documents_rels" USING btree ("bank_bookings_id");
  CREATE INDEX "payload_locked_documents_rels_bank_details_id_idx" ON "payload_locked_documents_rels" USING btree ("bank_details_id");
  CREATE INDEX "payload_locked_documents_rels_ledger_accounts_id_idx" ON "payload_locked_documents_rels" USING btree ("ledger_accounts_id");
  CREATE INDEX "payload_locked_documents_rels_online_payments_id_idx" ON "payload_locked_documents_rels" USING btree ("online_payments_id");
  CREATE INDEX "payload_locked_documents_rels_online_payouts_id_idx" ON "payload_locked_documents_rels" USING btree ("online_payouts_id");
  CREATE INDEX "payload_locked_documents_rels_follow_ups_id_idx" ON "payload_locked_documents_rels" USING btree ("follow_ups_id");
  CREATE INDEX "bank_transactions_fingerprint_idx" ON "bank_transactions" USING btree ("fingerprint");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "bank_imports" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "bank_bookings" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "bank_details" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "ledger_accounts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "online_payments" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "online_payouts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "follow_ups" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "bank_imports" CASCADE;
  DROP TABLE "bank_bookings" CASCADE;
  DROP TABLE "bank_details" CASCADE;
  DROP TABLE "ledger_accounts" CASCADE;
  DROP TABLE "online_payments" CASCADE;
  DROP TABLE "online_payouts" CASCADE;
  DROP TABLE "follow_ups" CASCADE;
  ALTER TABLE "donations" DROP CONSTRAINT "donations_online_payment_id_online_payments_id_fk";
  
  ALTER TABLE "payments" DROP CONSTRAINT "payments_online_payment_id_online_payments_id_fk";
  
  ALTER TABLE "creditors" DROP CONSTRAINT "creditors_charges_account_id_ledger_accounts_id_fk";
  
  ALTER TABLE "bank_statements" DROP CONSTRAINT "bank_statements_import_id_bank_imports_id_fk";
  
  ALTER TABLE "bank_transactions" DROP CONSTRAINT "bank_transactions_twin_id_bank_transactions_id_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_bank_imports_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_bank_bookings_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_bank_details_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_ledger_accounts_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_online_payments_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_online_payouts_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_follow_ups_fk";
  
  DROP INDEX "donations_online_payment_idx";
  DROP INDEX "payments_online_payment_idx";
  DROP INDEX "creditors_charges_account_idx";
  DROP INDEX "bank_statements_import_idx";
  DROP INDEX "bank_transactions_bank_reference_idx";
  DROP INDEX "bank_transactions_twin_idx";
  DROP INDEX "payload_locked_documents_rels_bank_imports_id_idx";
  DROP INDEX "payload_locked_documents_rels_bank_bookings_id_idx";
  DROP INDEX "payload_locked_documents_rels_bank_details_id_idx";
  DROP INDEX "payload_locked_documents_rels_ledger_accounts_id_idx";
  DROP INDEX "payload_locked_documents_rels_online_payments_id_idx";
  DROP INDEX "payload_locked_documents_rels_online_payouts_id_idx";
  DROP INDEX "payload_locked_documents_rels_follow_ups_id_idx";
  DROP INDEX "bank_transactions_fingerprint_idx";
  CREATE UNIQUE INDEX "bank_transactions_fingerprint_idx" ON "bank_transactions" USING btree ("fingerprint");
  ALTER TABLE "donations" DROP COLUMN "online_payment_id";
  ALTER TABLE "payments" DROP COLUMN "online_payment_id";
  ALTER TABLE "creditors" DROP COLUMN "charges_account_id";
  ALTER TABLE "bank_statements" DROP COLUMN "import_id";
  ALTER TABLE "bank_statements" DROP COLUMN "is_undone";
  ALTER TABLE "bank_transactions" DROP COLUMN "message_id";
  ALTER TABLE "bank_transactions" DROP COLUMN "bank_reference";
  ALTER TABLE "bank_transactions" DROP COLUMN "transaction_code";
  ALTER TABLE "bank_transactions" DROP COLUMN "twin_id";
  ALTER TABLE "bank_transactions" DROP COLUMN "is_reversal";
  ALTER TABLE "bank_transactions" DROP COLUMN "is_by_hand";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "bank_imports_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "bank_bookings_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "bank_details_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "ledger_accounts_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "online_payments_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "online_payouts_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "follow_ups_id";`)
}
