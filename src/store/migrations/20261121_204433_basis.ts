import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "relations_emails" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"email" varchar NOT NULL
  );
  
  CREATE TABLE "relations_phones" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"phone" varchar NOT NULL
  );
  
  CREATE TABLE "relations_bank_accounts" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"iban" varchar NOT NULL,
  	"holder" varchar
  );
  
  CREATE TABLE "relations_other_addresses" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"street" varchar,
  	"house_number" varchar,
  	"house_number_addition" varchar,
  	"postcode" varchar,
  	"town" varchar,
  	"municipality" varchar,
  	"province" varchar,
  	"country" varchar DEFAULT 'NL'
  );
  
  CREATE TABLE "relations" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"type" varchar DEFAULT 'person' NOT NULL,
  	"status" varchar DEFAULT 'active' NOT NULL,
  	"number" integer,
  	"display_name" varchar,
  	"sort_name" varchar,
  	"search_text" varchar,
  	"initials" varchar,
  	"first_name" varchar,
  	"name_prefix" varchar,
  	"last_name" varchar,
  	"birth_date" date,
  	"deceased_on" date,
  	"organisation_name" varchar,
  	"coc_number" varchar,
  	"vat_number" varchar,
  	"vat_liable" boolean DEFAULT false,
  	"address_street" varchar,
  	"address_house_number" varchar,
  	"address_house_number_addition" varchar,
  	"address_postcode" varchar,
  	"address_town" varchar,
  	"address_municipality" varchar,
  	"address_province" varchar,
  	"address_country" varchar DEFAULT 'NL',
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "functions" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"holder_id" integer NOT NULL,
  	"type_id" integer NOT NULL,
  	"organ_id" integer,
  	"target_id" integer,
  	"start_date" date NOT NULL,
  	"end_date" date,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "function_types" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"is_representative" boolean DEFAULT false,
  	"sees_fund" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "organisations" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"my_department_label" varchar DEFAULT 'Mijn Afdeling' NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "organs" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"code" varchar,
  	"organisation_id" integer NOT NULL,
  	"parent_id" integer,
  	"start_date" date NOT NULL,
  	"end_date" date,
  	"rule_mode" varchar DEFAULT 'none' NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "membership_types" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"organisation_id" integer NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "rule_versions" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"membership_type_id" integer,
  	"organ_id" integer,
  	"sentence" varchar,
  	"criteria" jsonb NOT NULL,
  	"valid_from" date NOT NULL,
  	"valid_to" date,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "memberships" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"relation_id" integer NOT NULL,
  	"organisation_id" integer NOT NULL,
  	"organ_id" integer,
  	"membership_type_id" integer NOT NULL,
  	"start_date" date NOT NULL,
  	"end_date" date,
  	"start_reason" varchar NOT NULL,
  	"end_reason" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "membership_mutations" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"date" date NOT NULL,
  	"kind" varchar NOT NULL,
  	"relation_id" integer NOT NULL,
  	"organisation_id" integer NOT NULL,
  	"organ_id" integer,
  	"membership_type_id" integer NOT NULL,
  	"membership_id" integer NOT NULL,
  	"reason" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "members" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"organ_id" integer NOT NULL,
  	"name" varchar NOT NULL,
  	"sort_name" varchar NOT NULL,
  	"town" varchar,
  	"membership_type" varchar NOT NULL,
  	"start_date" date NOT NULL
  );
  
  CREATE TABLE "member_mutations" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"organ_id" integer NOT NULL,
  	"date" date NOT NULL,
  	"kind" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"membership_type" varchar NOT NULL,
  	"reason" varchar NOT NULL
  );
  
  CREATE TABLE "organ_donations" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"organ_id" integer NOT NULL,
  	"received_on" date NOT NULL,
  	"donor_name" varchar,
  	"amount_cents" bigint NOT NULL
  );
  
  CREATE TABLE "organ_pledges" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"organ_id" integer NOT NULL,
  	"donor_name" varchar,
  	"amount_cents" bigint NOT NULL,
  	"frequency" varchar NOT NULL,
  	"start_date" date NOT NULL,
  	"end_date" date
  );
  
  CREATE TABLE "funds" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"code" varchar NOT NULL,
  	"organ_id" integer,
  	"bank_match_lines" varchar,
  	"is_active" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "pledges" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"number" integer,
  	"donor_id" integer NOT NULL,
  	"fund_id" integer NOT NULL,
  	"amount_cents" bigint NOT NULL,
  	"frequency" varchar DEFAULT 'monthly' NOT NULL,
  	"start_date" date NOT NULL,
  	"end_date" date,
  	"payment_method" varchar DEFAULT 'directDebit' NOT NULL,
  	"mandate_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "donations" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"received_on" date NOT NULL,
  	"donor_id" integer,
  	"fund_id" integer NOT NULL,
  	"pledge_id" integer,
  	"amount_cents" bigint NOT NULL,
  	"source" varchar NOT NULL,
  	"instruction_id" integer,
  	"transaction_id" integer,
  	"reversal_of_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "subscriptions" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"relation_id" integer NOT NULL,
  	"type_id" integer NOT NULL,
  	"start_date" date NOT NULL,
  	"end_date" date,
  	"invoiced_until_date" date,
  	"payment_method" varchar DEFAULT 'transfer' NOT NULL,
  	"mandate_id" integer,
  	"instalment_count" integer DEFAULT 1,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "subscription_types" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"price_cents" bigint NOT NULL,
  	"period" varchar DEFAULT 'year' NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "invoices" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"number" varchar NOT NULL,
  	"debtor_id" integer NOT NULL,
  	"subscription_id" integer,
  	"description" varchar NOT NULL,
  	"invoice_date" date NOT NULL,
  	"due_date" date NOT NULL,
  	"period_start_date" date,
  	"period_end_date" date,
  	"total_cents" bigint NOT NULL,
  	"open_cents" bigint NOT NULL,
  	"status" varchar NOT NULL,
  	"mandate_id" integer,
  	"instalment_count" integer DEFAULT 1 NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payments" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"received_on" date NOT NULL,
  	"invoice_id" integer NOT NULL,
  	"amount_cents" bigint NOT NULL,
  	"instruction_id" integer,
  	"transaction_id" integer,
  	"reversal_of_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "mandates" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"reference" varchar NOT NULL,
  	"creditor_id" integer NOT NULL,
  	"debtor_id" integer NOT NULL,
  	"type" varchar DEFAULT 'recurring' NOT NULL,
  	"iban" varchar NOT NULL,
  	"account_holder" varchar NOT NULL,
  	"signed_on" date NOT NULL,
  	"status" varchar DEFAULT 'active' NOT NULL,
  	"ended_on" date,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "creditors" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"creditor_id" varchar NOT NULL,
  	"iban" varchar NOT NULL,
  	"bic" varchar,
  	"delivery_lead_days" integer DEFAULT 2 NOT NULL,
  	"batch_max_count" integer,
  	"batch_max_amount_cents" bigint,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "debit_instructions" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"end_to_end_id" varchar NOT NULL,
  	"creditor_id" integer NOT NULL,
  	"mandate_id" integer NOT NULL,
  	"debtor_id" integer NOT NULL,
  	"pledge_id" integer,
  	"invoice_id" integer,
  	"instalment" integer NOT NULL,
  	"amount_cents" bigint NOT NULL,
  	"collection_date" date NOT NULL,
  	"original_collection_date" date NOT NULL,
  	"sequence_type" varchar NOT NULL,
  	"description" varchar NOT NULL,
  	"status" varchar NOT NULL,
  	"batch_id" integer,
  	"group_id" integer,
  	"return_reason" varchar,
  	"returned_on" date,
  	"retry_of_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "debit_batches" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"message_id" varchar NOT NULL,
  	"creditor_id" integer NOT NULL,
  	"instruction_count" integer NOT NULL,
  	"total_cents" bigint NOT NULL,
  	"status" varchar NOT NULL,
  	"file_sha256" varchar,
  	"idempotency_key" varchar,
  	"created_by_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "debit_batch_groups" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"payment_information_id" varchar NOT NULL,
  	"batch_id" integer NOT NULL,
  	"collection_date" date NOT NULL,
  	"sequence_type" varchar NOT NULL,
  	"instruction_count" integer NOT NULL,
  	"total_cents" bigint NOT NULL,
  	"status" varchar DEFAULT 'open' NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "bank_statements" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"creditor_id" integer NOT NULL,
  	"iban" varchar NOT NULL,
  	"statement_id" varchar NOT NULL,
  	"opening_date" date NOT NULL,
  	"closing_date" date NOT NULL,
  	"opening_cents" bigint NOT NULL,
  	"closing_cents" bigint NOT NULL,
  	"is_balanced" boolean DEFAULT false NOT NULL,
  	"file_name" varchar NOT NULL,
  	"file_sha256" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "bank_transactions" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"statement_id" integer NOT NULL,
  	"line" integer NOT NULL,
  	"booking_date" date NOT NULL,
  	"value_date" date NOT NULL,
  	"amount_cents" bigint NOT NULL,
  	"counter_name" varchar,
  	"counter_iban" varchar,
  	"description" varchar,
  	"end_to_end_id" varchar,
  	"mandate_reference" varchar,
  	"payment_information_id" varchar,
  	"return_reason" varchar,
  	"status" varchar NOT NULL,
  	"kind" varchar,
  	"group_id" integer,
  	"fingerprint" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "users_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" integer NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "users" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"relation_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"reset_password_requested_at" timestamp(3) with time zone,
  	"login_attempts" numeric DEFAULT 0,
  	"lock_until" timestamp(3) with time zone
  );
  
  CREATE TABLE "role_assignments" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"user_id" integer NOT NULL,
  	"role" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "audit_log" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL,
  	"actor_id" integer,
  	"subject" varchar NOT NULL,
  	"subject_id" integer NOT NULL,
  	"action" varchar NOT NULL,
  	"changes" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "job_runs" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"job" varchar NOT NULL,
  	"business_date" date NOT NULL,
  	"status" varchar NOT NULL,
  	"started_at" timestamp(3) with time zone NOT NULL,
  	"finished_at" timestamp(3) with time zone,
  	"result" jsonb,
  	"message" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "mails" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"recipient" varchar NOT NULL,
  	"subject" varchar NOT NULL,
  	"body" varchar NOT NULL,
  	"status" varchar NOT NULL,
  	"sent_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_kv" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"global_slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"relations_id" integer,
  	"functions_id" integer,
  	"function_types_id" integer,
  	"organisations_id" integer,
  	"organs_id" integer,
  	"membership_types_id" integer,
  	"rule_versions_id" integer,
  	"memberships_id" integer,
  	"membership_mutations_id" integer,
  	"funds_id" integer,
  	"pledges_id" integer,
  	"donations_id" integer,
  	"subscriptions_id" integer,
  	"subscription_types_id" integer,
  	"invoices_id" integer,
  	"payments_id" integer,
  	"mandates_id" integer,
  	"creditors_id" integer,
  	"debit_instructions_id" integer,
  	"debit_batches_id" integer,
  	"debit_batch_groups_id" integer,
  	"bank_statements_id" integer,
  	"bank_transactions_id" integer,
  	"users_id" integer,
  	"role_assignments_id" integer,
  	"audit_log_id" integer,
  	"job_runs_id" integer,
  	"mails_id" integer
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" integer NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" integer
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "relations_emails" ADD CONSTRAINT "relations_emails_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."relations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "relations_phones" ADD CONSTRAINT "relations_phones_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."relations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "relations_bank_accounts" ADD CONSTRAINT "relations_bank_accounts_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."relations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "relations_other_addresses" ADD CONSTRAINT "relations_other_addresses_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."relations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "functions" ADD CONSTRAINT "functions_holder_id_relations_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."relations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "functions" ADD CONSTRAINT "functions_type_id_function_types_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."function_types"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "functions" ADD CONSTRAINT "functions_organ_id_organs_id_fk" FOREIGN KEY ("organ_id") REFERENCES "public"."organs"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "functions" ADD CONSTRAINT "functions_target_id_relations_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."relations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "organs" ADD CONSTRAINT "organs_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "organs" ADD CONSTRAINT "organs_parent_id_organs_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."organs"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "membership_types" ADD CONSTRAINT "membership_types_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "rule_versions" ADD CONSTRAINT "rule_versions_membership_type_id_membership_types_id_fk" FOREIGN KEY ("membership_type_id") REFERENCES "public"."membership_types"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "rule_versions" ADD CONSTRAINT "rule_versions_organ_id_organs_id_fk" FOREIGN KEY ("organ_id") REFERENCES "public"."organs"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "memberships" ADD CONSTRAINT "memberships_relation_id_relations_id_fk" FOREIGN KEY ("relation_id") REFERENCES "public"."relations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organ_id_organs_id_fk" FOREIGN KEY ("organ_id") REFERENCES "public"."organs"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "memberships" ADD CONSTRAINT "memberships_membership_type_id_membership_types_id_fk" FOREIGN KEY ("membership_type_id") REFERENCES "public"."membership_types"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "membership_mutations" ADD CONSTRAINT "membership_mutations_relation_id_relations_id_fk" FOREIGN KEY ("relation_id") REFERENCES "public"."relations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "membership_mutations" ADD CONSTRAINT "membership_mutations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "membership_mutations" ADD CONSTRAINT "membership_mutations_organ_id_organs_id_fk" FOREIGN KEY ("organ_id") REFERENCES "public"."organs"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "membership_mutations" ADD CONSTRAINT "membership_mutations_membership_type_id_membership_types_id_fk" FOREIGN KEY ("membership_type_id") REFERENCES "public"."membership_types"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "membership_mutations" ADD CONSTRAINT "membership_mutations_membership_id_memberships_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."memberships"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "funds" ADD CONSTRAINT "funds_organ_id_organs_id_fk" FOREIGN KEY ("organ_id") REFERENCES "public"."organs"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pledges" ADD CONSTRAINT "pledges_donor_id_relations_id_fk" FOREIGN KEY ("donor_id") REFERENCES "public"."relations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pledges" ADD CONSTRAINT "pledges_fund_id_funds_id_fk" FOREIGN KEY ("fund_id") REFERENCES "public"."funds"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "pledges" ADD CONSTRAINT "pledges_mandate_id_mandates_id_fk" FOREIGN KEY ("mandate_id") REFERENCES "public"."mandates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "donations" ADD CONSTRAINT "donations_donor_id_relations_id_fk" FOREIGN KEY ("donor_id") REFERENCES "public"."relations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "donations" ADD CONSTRAINT "donations_fund_id_funds_id_fk" FOREIGN KEY ("fund_id") REFERENCES "public"."funds"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "donations" ADD CONSTRAINT "donations_pledge_id_pledges_id_fk" FOREIGN KEY ("pledge_id") REFERENCES "public"."pledges"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "donations" ADD CONSTRAINT "donations_instruction_id_debit_instructions_id_fk" FOREIGN KEY ("instruction_id") REFERENCES "public"."debit_instructions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "donations" ADD CONSTRAINT "donations_transaction_id_bank_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."bank_transactions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "donations" ADD CONSTRAINT "donations_reversal_of_id_donations_id_fk" FOREIGN KEY ("reversal_of_id") REFERENCES "public"."donations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_relation_id_relations_id_fk" FOREIGN KEY ("relation_id") REFERENCES "public"."relations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_type_id_subscription_types_id_fk" FOREIGN KEY ("type_id") REFERENCES "public"."subscription_types"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_mandate_id_mandates_id_fk" FOREIGN KEY ("mandate_id") REFERENCES "public"."mandates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_debtor_id_relations_id_fk" FOREIGN KEY ("debtor_id") REFERENCES "public"."relations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_subscription_id_subscriptions_id_fk" FOREIGN KEY ("subscription_id") REFERENCES "public"."subscriptions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "invoices" ADD CONSTRAINT "invoices_mandate_id_mandates_id_fk" FOREIGN KEY ("mandate_id") REFERENCES "public"."mandates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payments" ADD CONSTRAINT "payments_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payments" ADD CONSTRAINT "payments_instruction_id_debit_instructions_id_fk" FOREIGN KEY ("instruction_id") REFERENCES "public"."debit_instructions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payments" ADD CONSTRAINT "payments_transaction_id_bank_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."bank_transactions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payments" ADD CONSTRAINT "payments_reversal_of_id_payments_id_fk" FOREIGN KEY ("reversal_of_id") REFERENCES "public"."payments"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "mandates" ADD CONSTRAINT "mandates_creditor_id_creditors_id_fk" FOREIGN KEY ("creditor_id") REFERENCES "public"."creditors"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "mandates" ADD CONSTRAINT "mandates_debtor_id_relations_id_fk" FOREIGN KEY ("debtor_id") REFERENCES "public"."relations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "debit_instructions" ADD CONSTRAINT "debit_instructions_creditor_id_creditors_id_fk" FOREIGN KEY ("creditor_id") REFERENCES "public"."creditors"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "debit_instructions" ADD CONSTRAINT "debit_instructions_mandate_id_mandates_id_fk" FOREIGN KEY ("mandate_id") REFERENCES "public"."mandates"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "debit_instructions" ADD CONSTRAINT "debit_instructions_debtor_id_relations_id_fk" FOREIGN KEY ("debtor_id") REFERENCES "public"."relations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "debit_instructions" ADD CONSTRAINT "debit_instructions_pledge_id_pledges_id_fk" FOREIGN KEY ("pledge_id") REFERENCES "public"."pledges"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "debit_instructions" ADD CONSTRAINT "debit_instructions_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "debit_instructions" ADD CONSTRAINT "debit_instructions_batch_id_debit_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."debit_batches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "debit_instructions" ADD CONSTRAINT "debit_instructions_group_id_debit_batch_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."debit_batch_groups"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "debit_instructions" ADD CONSTRAINT "debit_instructions_retry_of_id_debit_instructions_id_fk" FOREIGN KEY ("retry_of_id") REFERENCES "public"."debit_instructions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "debit_batches" ADD CONSTRAINT "debit_batches_creditor_id_creditors_id_fk" FOREIGN KEY ("creditor_id") REFERENCES "public"."creditors"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "debit_batches" ADD CONSTRAINT "debit_batches_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "debit_batch_groups" ADD CONSTRAINT "debit_batch_groups_batch_id_debit_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."debit_batches"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bank_statements" ADD CONSTRAINT "bank_statements_creditor_id_creditors_id_fk" FOREIGN KEY ("creditor_id") REFERENCES "public"."creditors"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bank_transactions" ADD CONSTRAINT "bank_transactions_statement_id_bank_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."bank_statements"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "bank_transactions" ADD CONSTRAINT "bank_transactions_group_id_debit_batch_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."debit_batch_groups"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "users_sessions" ADD CONSTRAINT "users_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users" ADD CONSTRAINT "users_relation_id_relations_id_fk" FOREIGN KEY ("relation_id") REFERENCES "public"."relations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "role_assignments" ADD CONSTRAINT "role_assignments_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_locked_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_relations_fk" FOREIGN KEY ("relations_id") REFERENCES "public"."relations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_functions_fk" FOREIGN KEY ("functions_id") REFERENCES "public"."functions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_function_types_fk" FOREIGN KEY ("function_types_id") REFERENCES "public"."function_types"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_organisations_fk" FOREIGN KEY ("organisations_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_organs_fk" FOREIGN KEY ("organs_id") REFERENCES "public"."organs"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_membership_types_fk" FOREIGN KEY ("membership_types_id") REFERENCES "public"."membership_types"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_rule_versions_fk" FOREIGN KEY ("rule_versions_id") REFERENCES "public"."rule_versions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_memberships_fk" FOREIGN KEY ("memberships_id") REFERENCES "public"."memberships"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_membership_mutations_fk" FOREIGN KEY ("membership_mutations_id") REFERENCES "public"."membership_mutations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_funds_fk" FOREIGN KEY ("funds_id") REFERENCES "public"."funds"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_pledges_fk" FOREIGN KEY ("pledges_id") REFERENCES "public"."pledges"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_donations_fk" FOREIGN KEY ("donations_id") REFERENCES "public"."donations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_subscriptions_fk" FOREIGN KEY ("subscriptions_id") REFERENCES "public"."subscriptions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_subscription_types_fk" FOREIGN KEY ("subscription_types_id") REFERENCES "public"."subscription_types"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_invoices_fk" FOREIGN KEY ("invoices_id") REFERENCES "public"."invoices"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_payments_fk" FOREIGN KEY ("payments_id") REFERENCES "public"."payments"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_mandates_fk" FOREIGN KEY ("mandates_id") REFERENCES "public"."mandates"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_creditors_fk" FOREIGN KEY ("creditors_id") REFERENCES "public"."creditors"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_debit_instructions_fk" FOREIGN KEY ("debit_instructions_id") REFERENCES "public"."debit_instructions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_debit_batches_fk" FOREIGN KEY ("debit_batches_id") REFERENCES "public"."debit_batches"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_debit_batch_groups_fk" FOREIGN KEY ("debit_batch_groups_id") REFERENCES "public"."debit_batch_groups"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_bank_statements_fk" FOREIGN KEY ("bank_statements_id") REFERENCES "public"."bank_statements"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_bank_transactions_fk" FOREIGN KEY ("bank_transactions_id") REFERENCES "public"."bank_transactions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_role_assignments_fk" FOREIGN KEY ("role_assignments_id") REFERENCES "public"."role_assignments"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_audit_log_fk" FOREIGN KEY ("audit_log_id") REFERENCES "public"."audit_log"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_job_runs_fk" FOREIGN KEY ("job_runs_id") REFERENCES "public"."job_runs"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_mails_fk" FOREIGN KEY ("mails_id") REFERENCES "public"."mails"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "relations_emails_order_idx" ON "relations_emails" USING btree ("_order");
  CREATE INDEX "relations_emails_parent_id_idx" ON "relations_emails" USING btree ("_parent_id");
  CREATE INDEX "relations_phones_order_idx" ON "relations_phones" USING btree ("_order");
  CREATE INDEX "relations_phones_parent_id_idx" ON "relations_phones" USING btree ("_parent_id");
  CREATE INDEX "relations_bank_accounts_order_idx" ON "relations_bank_accounts" USING btree ("_order");
  CREATE INDEX "relations_bank_accounts_parent_id_idx" ON "relations_bank_accounts" USING btree ("_parent_id");
  CREATE INDEX "relations_other_addresses_order_idx" ON "relations_other_addresses" USING btree ("_order");
  CREATE INDEX "relations_other_addresses_parent_id_idx" ON "relations_other_addresses" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "relations_number_idx" ON "relations" USING btree ("number");
  CREATE INDEX "relations_display_name_idx" ON "relations" USING btree ("display_name");
  CREATE INDEX "relations_sort_name_idx" ON "relations" USING btree ("sort_name");
  CREATE INDEX "relations_updated_at_idx" ON "relations" USING btree ("updated_at");
  CREATE INDEX "relations_created_at_idx" ON "relations" USING btree ("created_at");
  CREATE INDEX "functions_holder_idx" ON "functions" USING btree ("holder_id");
  CREATE INDEX "functions_type_idx" ON "functions" USING btree ("type_id");
  CREATE INDEX "functions_organ_idx" ON "functions" USING btree ("organ_id");
  CREATE INDEX "functions_target_idx" ON "functions" USING btree ("target_id");
  CREATE INDEX "functions_updated_at_idx" ON "functions" USING btree ("updated_at");
  CREATE INDEX "functions_created_at_idx" ON "functions" USING btree ("created_at");
  CREATE UNIQUE INDEX "function_types_title_idx" ON "function_types" USING btree ("title");
  CREATE INDEX "function_types_updated_at_idx" ON "function_types" USING btree ("updated_at");
  CREATE INDEX "function_types_created_at_idx" ON "function_types" USING btree ("created_at");
  CREATE UNIQUE INDEX "organisations_title_idx" ON "organisations" USING btree ("title");
  CREATE INDEX "organisations_updated_at_idx" ON "organisations" USING btree ("updated_at");
  CREATE INDEX "organisations_created_at_idx" ON "organisations" USING btree ("created_at");
  CREATE INDEX "organs_organisation_idx" ON "organs" USING btree ("organisation_id");
  CREATE INDEX "organs_parent_idx" ON "organs" USING btree ("parent_id");
  CREATE INDEX "organs_updated_at_idx" ON "organs" USING btree ("updated_at");
  CREATE INDEX "organs_created_at_idx" ON "organs" USING btree ("created_at");
  CREATE INDEX "membership_types_organisation_idx" ON "membership_types" USING btree ("organisation_id");
  CREATE INDEX "membership_types_updated_at_idx" ON "membership_types" USING btree ("updated_at");
  CREATE INDEX "membership_types_created_at_idx" ON "membership_types" USING btree ("created_at");
  CREATE INDEX "rule_versions_membership_type_idx" ON "rule_versions" USING btree ("membership_type_id");
  CREATE INDEX "rule_versions_organ_idx" ON "rule_versions" USING btree ("organ_id");
  CREATE INDEX "rule_versions_updated_at_idx" ON "rule_versions" USING btree ("updated_at");
  CREATE INDEX "rule_versions_created_at_idx" ON "rule_versions" USING btree ("created_at");
  CREATE INDEX "memberships_relation_idx" ON "memberships" USING btree ("relation_id");
  CREATE INDEX "memberships_organisation_idx" ON "memberships" USING btree ("organisation_id");
  CREATE INDEX "memberships_organ_idx" ON "memberships" USING btree ("organ_id");
  CREATE INDEX "memberships_membership_type_idx" ON "memberships" USING btree ("membership_type_id");
  CREATE INDEX "memberships_updated_at_idx" ON "memberships" USING btree ("updated_at");
  CREATE INDEX "memberships_created_at_idx" ON "memberships" USING btree ("created_at");
  CREATE INDEX "membership_mutations_date_idx" ON "membership_mutations" USING btree ("date");
  CREATE INDEX "membership_mutations_relation_idx" ON "membership_mutations" USING btree ("relation_id");
  CREATE INDEX "membership_mutations_organisation_idx" ON "membership_mutations" USING btree ("organisation_id");
  CREATE INDEX "membership_mutations_organ_idx" ON "membership_mutations" USING btree ("organ_id");
  CREATE INDEX "membership_mutations_membership_type_idx" ON "membership_mutations" USING btree ("membership_type_id");
  CREATE INDEX "membership_mutations_membership_idx" ON "membership_mutations" USING btree ("membership_id");
  CREATE INDEX "membership_mutations_updated_at_idx" ON "membership_mutations" USING btree ("updated_at");
  CREATE INDEX "membership_mutations_created_at_idx" ON "membership_mutations" USING btree ("created_at");
  CREATE UNIQUE INDEX "funds_code_idx" ON "funds" USING btree ("code");
  CREATE UNIQUE INDEX "funds_organ_idx" ON "funds" USING btree ("organ_id");
  CREATE INDEX "funds_updated_at_idx" ON "funds" USING btree ("updated_at");
  CREATE INDEX "funds_created_at_idx" ON "funds" USING btree ("created_at");
  CREATE UNIQUE INDEX "pledges_number_idx" ON "pledges" USING btree ("number");
  CREATE INDEX "pledges_donor_idx" ON "pledges" USING btree ("donor_id");
  CREATE INDEX "pledges_fund_idx" ON "pledges" USING btree ("fund_id");
  CREATE INDEX "pledges_mandate_idx" ON "pledges" USING btree ("mandate_id");
  CREATE INDEX "pledges_updated_at_idx" ON "pledges" USING btree ("updated_at");
  CREATE INDEX "pledges_created_at_idx" ON "pledges" USING btree ("created_at");
  CREATE INDEX "donations_received_on_idx" ON "donations" USING btree ("received_on");
  CREATE INDEX "donations_donor_idx" ON "donations" USING btree ("donor_id");
  CREATE INDEX "donations_fund_idx" ON "donations" USING btree ("fund_id");
  CREATE INDEX "donations_pledge_idx" ON "donations" USING btree ("pledge_id");
  CREATE INDEX "donations_instruction_idx" ON "donations" USING btree ("instruction_id");
  CREATE INDEX "donations_transaction_idx" ON "donations" USING btree ("transaction_id");
  CREATE UNIQUE INDEX "donations_reversal_of_idx" ON "donations" USING btree ("reversal_of_id");
  CREATE INDEX "donations_updated_at_idx" ON "donations" USING btree ("updated_at");
  CREATE INDEX "donations_created_at_idx" ON "donations" USING btree ("created_at");
  CREATE INDEX "subscriptions_relation_idx" ON "subscriptions" USING btree ("relation_id");
  CREATE INDEX "subscriptions_type_idx" ON "subscriptions" USING btree ("type_id");
  CREATE INDEX "subscriptions_mandate_idx" ON "subscriptions" USING btree ("mandate_id");
  CREATE INDEX "subscriptions_updated_at_idx" ON "subscriptions" USING btree ("updated_at");
  CREATE INDEX "subscriptions_created_at_idx" ON "subscriptions" USING btree ("created_at");
  CREATE UNIQUE INDEX "subscription_types_title_idx" ON "subscription_types" USING btree ("title");
  CREATE INDEX "subscription_types_updated_at_idx" ON "subscription_types" USING btree ("updated_at");
  CREATE INDEX "subscription_types_created_at_idx" ON "subscription_types" USING btree ("created_at");
  CREATE UNIQUE INDEX "invoices_number_idx" ON "invoices" USING btree ("number");
  CREATE INDEX "invoices_debtor_idx" ON "invoices" USING btree ("debtor_id");
  CREATE INDEX "invoices_subscription_idx" ON "invoices" USING btree ("subscription_id");
  CREATE INDEX "invoices_mandate_idx" ON "invoices" USING btree ("mandate_id");
  CREATE INDEX "invoices_updated_at_idx" ON "invoices" USING btree ("updated_at");
  CREATE INDEX "invoices_created_at_idx" ON "invoices" USING btree ("created_at");
  CREATE INDEX "payments_invoice_idx" ON "payments" USING btree ("invoice_id");
  CREATE INDEX "payments_instruction_idx" ON "payments" USING btree ("instruction_id");
  CREATE INDEX "payments_transaction_idx" ON "payments" USING btree ("transaction_id");
  CREATE UNIQUE INDEX "payments_reversal_of_idx" ON "payments" USING btree ("reversal_of_id");
  CREATE INDEX "payments_updated_at_idx" ON "payments" USING btree ("updated_at");
  CREATE INDEX "payments_created_at_idx" ON "payments" USING btree ("created_at");
  CREATE INDEX "mandates_creditor_idx" ON "mandates" USING btree ("creditor_id");
  CREATE INDEX "mandates_debtor_idx" ON "mandates" USING btree ("debtor_id");
  CREATE INDEX "mandates_updated_at_idx" ON "mandates" USING btree ("updated_at");
  CREATE INDEX "mandates_created_at_idx" ON "mandates" USING btree ("created_at");
  CREATE UNIQUE INDEX "creditors_iban_idx" ON "creditors" USING btree ("iban");
  CREATE INDEX "creditors_updated_at_idx" ON "creditors" USING btree ("updated_at");
  CREATE INDEX "creditors_created_at_idx" ON "creditors" USING btree ("created_at");
  CREATE UNIQUE INDEX "debit_instructions_end_to_end_id_idx" ON "debit_instructions" USING btree ("end_to_end_id");
  CREATE INDEX "debit_instructions_creditor_idx" ON "debit_instructions" USING btree ("creditor_id");
  CREATE INDEX "debit_instructions_mandate_idx" ON "debit_instructions" USING btree ("mandate_id");
  CREATE INDEX "debit_instructions_debtor_idx" ON "debit_instructions" USING btree ("debtor_id");
  CREATE INDEX "debit_instructions_pledge_idx" ON "debit_instructions" USING btree ("pledge_id");
  CREATE INDEX "debit_instructions_invoice_idx" ON "debit_instructions" USING btree ("invoice_id");
  CREATE INDEX "debit_instructions_status_idx" ON "debit_instructions" USING btree ("status");
  CREATE INDEX "debit_instructions_batch_idx" ON "debit_instructions" USING btree ("batch_id");
  CREATE INDEX "debit_instructions_group_idx" ON "debit_instructions" USING btree ("group_id");
  CREATE UNIQUE INDEX "debit_instructions_retry_of_idx" ON "debit_instructions" USING btree ("retry_of_id");
  CREATE INDEX "debit_instructions_updated_at_idx" ON "debit_instructions" USING btree ("updated_at");
  CREATE INDEX "debit_instructions_created_at_idx" ON "debit_instructions" USING btree ("created_at");
  CREATE UNIQUE INDEX "debit_batches_message_id_idx" ON "debit_batches" USING btree ("message_id");
  CREATE INDEX "debit_batches_creditor_idx" ON "debit_batches" USING btree ("creditor_id");
  CREATE INDEX "debit_batches_created_by_idx" ON "debit_batches" USING btree ("created_by_id");
  CREATE INDEX "debit_batches_updated_at_idx" ON "debit_batches" USING btree ("updated_at");
  CREATE INDEX "debit_batches_created_at_idx" ON "debit_batches" USING btree ("created_at");
  CREATE UNIQUE INDEX "debit_batch_groups_payment_information_id_idx" ON "debit_batch_groups" USING btree ("payment_information_id");
  CREATE INDEX "debit_batch_groups_batch_idx" ON "debit_batch_groups" USING btree ("batch_id");
  CREATE INDEX "debit_batch_groups_updated_at_idx" ON "debit_batch_groups" USING btree ("updated_at");
  CREATE INDEX "debit_batch_groups_created_at_idx" ON "debit_batch_groups" USING btree ("created_at");
  CREATE INDEX "bank_statements_creditor_idx" ON "bank_statements" USING btree ("creditor_id");
  CREATE INDEX "bank_statements_updated_at_idx" ON "bank_statements" USING btree ("updated_at");
  CREATE INDEX "bank_statements_created_at_idx" ON "bank_statements" USING btree ("created_at");
  CREATE INDEX "bank_transactions_statement_idx" ON "bank_transactions" USING btree ("statement_id");
  CREATE INDEX "bank_transactions_end_to_end_id_idx" ON "bank_transactions" USING btree ("end_to_end_id");
  CREATE INDEX "bank_transactions_payment_information_id_idx" ON "bank_transactions" USING btree ("payment_information_id");
  CREATE INDEX "bank_transactions_status_idx" ON "bank_transactions" USING btree ("status");
  CREATE INDEX "bank_transactions_group_idx" ON "bank_transactions" USING btree ("group_id");
  CREATE UNIQUE INDEX "bank_transactions_fingerprint_idx" ON "bank_transactions" USING btree ("fingerprint");
  CREATE INDEX "bank_transactions_updated_at_idx" ON "bank_transactions" USING btree ("updated_at");
  CREATE INDEX "bank_transactions_created_at_idx" ON "bank_transactions" USING btree ("created_at");
  CREATE INDEX "users_sessions_order_idx" ON "users_sessions" USING btree ("_order");
  CREATE INDEX "users_sessions_parent_id_idx" ON "users_sessions" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "users_relation_idx" ON "users" USING btree ("relation_id");
  CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at");
  CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at");
  CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree ("email");
  CREATE INDEX "role_assignments_user_idx" ON "role_assignments" USING btree ("user_id");
  CREATE INDEX "role_assignments_updated_at_idx" ON "role_assignments" USING btree ("updated_at");
  CREATE INDEX "role_assignments_created_at_idx" ON "role_assignments" USING btree ("created_at");
  CREATE INDEX "audit_log_at_idx" ON "audit_log" USING btree ("at");
  CREATE INDEX "audit_log_actor_idx" ON "audit_log" USING btree ("actor_id");
  CREATE INDEX "audit_log_updated_at_idx" ON "audit_log" USING btree ("updated_at");
  CREATE INDEX "audit_log_created_at_idx" ON "audit_log" USING btree ("created_at");
  CREATE INDEX "job_runs_updated_at_idx" ON "job_runs" USING btree ("updated_at");
  CREATE INDEX "job_runs_created_at_idx" ON "job_runs" USING btree ("created_at");
  CREATE INDEX "mails_updated_at_idx" ON "mails" USING btree ("updated_at");
  CREATE INDEX "mails_created_at_idx" ON "mails" USING btree ("created_at");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_locked_documents_global_slug_idx" ON "payload_locked_documents" USING btree ("global_slug");
  CREATE INDEX "payload_locked_documents_updated_at_idx" ON "payload_locked_documents" USING btree ("updated_at");
  CREATE INDEX "payload_locked_documents_created_at_idx" ON "payload_locked_documents" USING btree ("created_at");
  CREATE INDEX "payload_locked_documents_rels_order_idx" ON "payload_locked_documents_rels" USING btree ("order");
  CREATE INDEX "payload_locked_documents_rels_parent_idx" ON "payload_locked_documents_rels" USING btree ("parent_id");
  CREATE INDEX "payload_locked_documents_rels_path_idx" ON "payload_locked_documents_rels" USING btree ("path");
  CREATE INDEX "payload_locked_documents_rels_relations_id_idx" ON "payload_locked_documents_rels" USING btree ("relations_id");
  CREATE INDEX "payload_locked_documents_rels_functions_id_idx" ON "payload_locked_documents_rels" USING btree ("functions_id");
  CREATE INDEX "payload_locked_documents_rels_function_types_id_idx" ON "payload_locked_documents_rels" USING btree ("function_types_id");
  CREATE INDEX "payload_locked_documents_rels_organisations_id_idx" ON "payload_locked_documents_rels" USING btree ("organisations_id");
  CREATE INDEX "payload_locked_documents_rels_organs_id_idx" ON "payload_locked_documents_rels" USING btree ("organs_id");
  CREATE INDEX "payload_locked_documents_rels_membership_types_id_idx" ON "payload_locked_documents_rels" USING btree ("membership_types_id");
  CREATE INDEX "payload_locked_documents_rels_rule_versions_id_idx" ON "payload_locked_documents_rels" USING btree ("rule_versions_id");
  CREATE INDEX "payload_locked_documents_rels_memberships_id_idx" ON "payload_locked_documents_rels" USING btree ("memberships_id");
  CREATE INDEX "payload_locked_documents_rels_membership_mutations_id_idx" ON "payload_locked_documents_rels" USING btree ("membership_mutations_id");
  CREATE INDEX "payload_locked_documents_rels_funds_id_idx" ON "payload_locked_documents_rels" USING btree ("funds_id");
  CREATE INDEX "payload_locked_documents_rels_pledges_id_idx" ON "payload_locked_documents_rels" USING btree ("pledges_id");
  CREATE INDEX "payload_locked_documents_rels_donations_id_idx" ON "payload_locked_documents_rels" USING btree ("donations_id");
  CREATE INDEX "payload_locked_documents_rels_subscriptions_id_idx" ON "payload_locked_documents_rels" USING btree ("subscriptions_id");
  CREATE INDEX "payload_locked_documents_rels_subscription_types_id_idx" ON "payload_locked_documents_rels" USING btree ("subscription_types_id");
  CREATE INDEX "payload_locked_documents_rels_invoices_id_idx" ON "payload_locked_documents_rels" USING btree ("invoices_id");
  CREATE INDEX "payload_locked_documents_rels_payments_id_idx" ON "payload_locked_documents_rels" USING btree ("payments_id");
  CREATE INDEX "payload_locked_documents_rels_mandates_id_idx" ON "payload_locked_documents_rels" USING btree ("mandates_id");
  CREATE INDEX "payload_locked_documents_rels_creditors_id_idx" ON "payload_locked_documents_rels" USING btree ("creditors_id");
  CREATE INDEX "payload_locked_documents_rels_debit_instructions_id_idx" ON "payload_locked_documents_rels" USING btree ("debit_instructions_id");
  CREATE INDEX "payload_locked_documents_rels_debit_batches_id_idx" ON "payload_locked_documents_rels" USING btree ("debit_batches_id");
  CREATE INDEX "payload_locked_documents_rels_debit_batch_groups_id_idx" ON "payload_locked_documents_rels" USING btree ("debit_batch_groups_id");
  CREATE INDEX "payload_locked_documents_rels_bank_statements_id_idx" ON "payload_locked_documents_rels" USING btree ("bank_statements_id");
  CREATE INDEX "payload_locked_documents_rels_bank_transactions_id_idx" ON "payload_locked_documents_rels" USING btree ("bank_transactions_id");
  CREATE INDEX "payload_locked_documents_rels_users_id_idx" ON "payload_locked_documents_rels" USING btree ("users_id");
  CREATE INDEX "payload_locked_documents_rels_role_assignments_id_idx" ON "payload_locked_documents_rels" USING btree ("role_assignments_id");
  CREATE INDEX "payload_locked_documents_rels_audit_log_id_idx" ON "payload_locked_documents_rels" USING btree ("audit_log_id");
  CREATE INDEX "payload_locked_documents_rels_job_runs_id_idx" ON "payload_locked_documents_rels" USING btree ("job_runs_id");
  CREATE INDEX "payload_locked_documents_rels_mails_id_idx" ON "payload_locked_documents_rels" USING btree ("mails_id");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "relations_emails" CASCADE;
  DROP TABLE "relations_phones" CASCADE;
  DROP TABLE "relations_bank_accounts" CASCADE;
  DROP TABLE "relations_other_addresses" CASCADE;
  DROP TABLE "relations" CASCADE;
  DROP TABLE "functions" CASCADE;
  DROP TABLE "function_types" CASCADE;
  DROP TABLE "organisations" CASCADE;
  DROP TABLE "organs" CASCADE;
  DROP TABLE "membership_types" CASCADE;
  DROP TABLE "rule_versions" CASCADE;
  DROP TABLE "memberships" CASCADE;
  DROP TABLE "membership_mutations" CASCADE;
  DROP TABLE "members" CASCADE;
  DROP TABLE "member_mutations" CASCADE;
  DROP TABLE "organ_donations" CASCADE;
  DROP TABLE "organ_pledges" CASCADE;
  DROP TABLE "funds" CASCADE;
  DROP TABLE "pledges" CASCADE;
  DROP TABLE "donations" CASCADE;
  DROP TABLE "subscriptions" CASCADE;
  DROP TABLE "subscription_types" CASCADE;
  DROP TABLE "invoices" CASCADE;
  DROP TABLE "payments" CASCADE;
  DROP TABLE "mandates" CASCADE;
  DROP TABLE "creditors" CASCADE;
  DROP TABLE "debit_instructions" CASCADE;
  DROP TABLE "debit_batches" CASCADE;
  DROP TABLE "debit_batch_groups" CASCADE;
  DROP TABLE "bank_statements" CASCADE;
  DROP TABLE "bank_transactions" CASCADE;
  DROP TABLE "users_sessions" CASCADE;
  DROP TABLE "users" CASCADE;
  DROP TABLE "role_assignments" CASCADE;
  DROP TABLE "audit_log" CASCADE;
  DROP TABLE "job_runs" CASCADE;
  DROP TABLE "mails" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_locked_documents" CASCADE;
  DROP TABLE "payload_locked_documents_rels" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;`)
}
