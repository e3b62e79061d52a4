import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-postgres'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "relation_lists" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"sentence" varchar,
  	"criteria" jsonb NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "selections" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"list_id" integer NOT NULL,
  	"mode" varchar DEFAULT 'static' NOT NULL,
  	"member_count" integer,
  	"computed_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "custom_fields" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"key" varchar NOT NULL,
  	"type" varchar DEFAULT 'text' NOT NULL,
  	"options" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "crm_views" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"organ_id" integer NOT NULL,
  	"list_id" integer NOT NULL,
  	"function_type_id" integer NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "organ_placements" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"organ_id" integer NOT NULL,
  	"parent_id" integer,
  	"valid_from" date NOT NULL,
  	"valid_to" date,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "exception_memberships" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"relation_id" integer NOT NULL,
  	"organ_id" integer NOT NULL,
  	"membership_type_id" integer NOT NULL,
  	"start_date" date NOT NULL,
  	"end_date" date,
  	"reason" varchar NOT NULL,
  	"created_by_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "membership_corrections" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"relation_id" integer NOT NULL,
  	"organisation_id" integer NOT NULL,
  	"organ_id" integer,
  	"membership_type_id" integer NOT NULL,
  	"membership_id" integer NOT NULL,
  	"kind" varchar NOT NULL,
  	"source" varchar NOT NULL,
  	"previous_start_date" date,
  	"previous_end_date" date,
  	"previous_counted_from_date" date,
  	"start_date" date,
  	"end_date" date,
  	"counted_from_date" date,
  	"reason" varchar NOT NULL,
  	"corrected_by_id" integer,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "jubilees" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"date" date NOT NULL,
  	"relation_id" integer NOT NULL,
  	"jubilee_type_id" integer NOT NULL,
  	"membership_id" integer NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "jubilee_types" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"membership_type_id" integer NOT NULL,
  	"years" integer NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "crm_actions" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"organisation_id" integer NOT NULL,
  	"kind" varchar NOT NULL,
  	"title" varchar DEFAULT '{orgaan}' NOT NULL,
  	"function_type_id" integer,
  	"sees_fund" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "crm_artefacts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"organ_id" integer NOT NULL,
  	"action_id" integer NOT NULL,
  	"kind" varchar NOT NULL,
  	"title" varchar NOT NULL,
  	"relation_id" integer,
  	"list_id" integer,
  	"view_id" integer,
  	"right_id" integer,
  	"archived_on" date,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "organ_rights" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"organ_id" integer NOT NULL,
  	"function_type_id" integer NOT NULL,
  	"sees_fund" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "relations" ADD COLUMN "preferences_newsletter" boolean DEFAULT false;
  ALTER TABLE "relations" ADD COLUMN "preferences_email" boolean DEFAULT false;
  ALTER TABLE "relations" ADD COLUMN "preferences_phone" boolean DEFAULT false;
  ALTER TABLE "relations" ADD COLUMN "preferences_post" boolean DEFAULT false;
  ALTER TABLE "relations" ADD COLUMN "custom_fields" jsonb;
  ALTER TABLE "organisations" ADD COLUMN "exception_mode" varchar DEFAULT 'override' NOT NULL;
  ALTER TABLE "organisations" ADD COLUMN "may_transfer_branches" boolean DEFAULT false;
  ALTER TABLE "memberships" ADD COLUMN "counted_from_date" date;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "relation_lists_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "selections_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "custom_fields_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "crm_views_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "organ_placements_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "exception_memberships_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "membership_corrections_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "jubilees_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "jubilee_types_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "crm_actions_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "crm_artefacts_id" integer;
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "organ_rights_id" integer;
  ALTER TABLE "selections" ADD CONSTRAINT "selections_list_id_relation_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."relation_lists"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "crm_views" ADD CONSTRAINT "crm_views_organ_id_organs_id_fk" FOREIGN KEY ("organ_id") REFERENCES "public"."organs"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "crm_views" ADD CONSTRAINT "crm_views_list_id_relation_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."relation_lists"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "crm_views" ADD CONSTRAINT "crm_views_function_type_id_function_types_id_fk" FOREIGN KEY ("function_type_id") REFERENCES "public"."function_types"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "organ_placements" ADD CONSTRAINT "organ_placements_organ_id_organs_id_fk" FOREIGN KEY ("organ_id") REFERENCES "public"."organs"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "organ_placements" ADD CONSTRAINT "organ_placements_parent_id_organs_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."organs"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "exception_memberships" ADD CONSTRAINT "exception_memberships_relation_id_relations_id_fk" FOREIGN KEY ("relation_id") REFERENCES "public"."relations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "exception_memberships" ADD CONSTRAINT "exception_memberships_organ_id_organs_id_fk" FOREIGN KEY ("organ_id") REFERENCES "public"."organs"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "exception_memberships" ADD CONSTRAINT "exception_memberships_membership_type_id_membership_types_id_fk" FOREIGN KEY ("membership_type_id") REFERENCES "public"."membership_types"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "exception_memberships" ADD CONSTRAINT "exception_memberships_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "membership_corrections" ADD CONSTRAINT "membership_corrections_relation_id_relations_id_fk" FOREIGN KEY ("relation_id") REFERENCES "public"."relations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "membership_corrections" ADD CONSTRAINT "membership_corrections_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "membership_corrections" ADD CONSTRAINT "membership_corrections_organ_id_organs_id_fk" FOREIGN KEY ("organ_id") REFERENCES "public"."organs"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "membership_corrections" ADD CONSTRAINT "membership_corrections_membership_type_id_membership_types_id_fk" FOREIGN KEY ("membership_type_id") REFERENCES "public"."membership_types"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "membership_corrections" ADD CONSTRAINT "membership_corrections_corrected_by_id_users_id_fk" FOREIGN KEY ("corrected_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "jubilees" ADD CONSTRAINT "jubilees_relation_id_relations_id_fk" FOREIGN KEY ("relation_id") REFERENCES "public"."relations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "jubilees" ADD CONSTRAINT "jubilees_jubilee_type_id_jubilee_types_id_fk" FOREIGN KEY ("jubilee_type_id") REFERENCES "public"."jubilee_types"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "jubilee_types" ADD CONSTRAINT "jubilee_types_membership_type_id_membership_types_id_fk" FOREIGN KEY ("membership_type_id") REFERENCES "public"."membership_types"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "crm_actions" ADD CONSTRAINT "crm_actions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "crm_actions" ADD CONSTRAINT "crm_actions_function_type_id_function_types_id_fk" FOREIGN KEY ("function_type_id") REFERENCES "public"."function_types"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "crm_artefacts" ADD CONSTRAINT "crm_artefacts_organ_id_organs_id_fk" FOREIGN KEY ("organ_id") REFERENCES "public"."organs"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "crm_artefacts" ADD CONSTRAINT "crm_artefacts_action_id_crm_actions_id_fk" FOREIGN KEY ("action_id") REFERENCES "public"."crm_actions"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "crm_artefacts" ADD CONSTRAINT "crm_artefacts_relation_id_relations_id_fk" FOREIGN KEY ("relation_id") REFERENCES "public"."relations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "crm_artefacts" ADD CONSTRAINT "crm_artefacts_list_id_relation_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."relation_lists"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "crm_artefacts" ADD CONSTRAINT "crm_artefacts_view_id_crm_views_id_fk" FOREIGN KEY ("view_id") REFERENCES "public"."crm_views"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "crm_artefacts" ADD CONSTRAINT "crm_artefacts_right_id_organ_rights_id_fk" FOREIGN KEY ("right_id") REFERENCES "public"."organ_rights"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "organ_rights" ADD CONSTRAINT "organ_rights_organ_id_organs_id_fk" FOREIGN KEY ("organ_id") REFERENCES "public"."organs"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "organ_rights" ADD CONSTRAINT "organ_rights_function_type_id_function_types_id_fk" FOREIGN KEY ("function_type_id") REFERENCES "public"."function_types"("id") ON DELETE set null ON UPDATE no action;
  CREATE UNIQUE INDEX "relation_lists_title_idx" ON "relation_lists" USING btree ("title");
  CREATE INDEX "relation_lists_updated_at_idx" ON "relation_lists" USING btree ("updated_at");
  CREATE INDEX "relation_lists_created_at_idx" ON "relation_lists" USING btree ("created_at");
  CREATE UNIQUE INDEX "selections_title_idx" ON "selections" USING btree ("title");
  CREATE INDEX "selections_list_idx" ON "selections" USING btree ("list_id");
  CREATE INDEX "selections_updated_at_idx" ON "selections" USING btree ("updated_at");
  CREATE INDEX "selections_created_at_idx" ON "selections" USING btree ("created_at");
  CREATE UNIQUE INDEX "custom_fields_title_idx" ON "custom_fields" USING btree ("title");
  CREATE UNIQUE INDEX "custom_fields_key_idx" ON "custom_fields" USING btree ("key");
  CREATE INDEX "custom_fields_updated_at_idx" ON "custom_fields" USING btree ("updated_at");
  CREATE INDEX "custom_fields_created_at_idx" ON "custom_fields" USING btree ("created_at");
  CREATE UNIQUE INDEX "crm_views_title_idx" ON "crm_views" USING btree ("title");
  CREATE INDEX "crm_views_organ_idx" ON "crm_views" USING btree ("organ_id");
  CREATE INDEX "crm_views_list_idx" ON "crm_views" USING btree ("list_id");
  CREATE INDEX "crm_views_function_type_idx" ON "crm_views" USING btree ("function_type_id");
  CREATE INDEX "crm_views_updated_at_idx" ON "crm_views" USING btree ("updated_at");
  CREATE INDEX "crm_views_created_at_idx" ON "crm_views" USING btree ("created_at");
  CREATE INDEX "organ_placements_organ_idx" ON "organ_placements" USING btree ("organ_id");
  CREATE INDEX "organ_placements_parent_idx" ON "organ_placements" USING btree ("parent_id");
  CREATE INDEX "organ_placements_updated_at_idx" ON "organ_placements" USING btree ("updated_at");
  CREATE INDEX "organ_placements_created_at_idx" ON "organ_placements" USING btree ("created_at");
  CREATE INDEX "exception_memberships_relation_idx" ON "exception_memberships" USING btree ("relation_id");
  CREATE INDEX "exception_memberships_organ_idx" ON "exception_memberships" USING btree ("organ_id");
  CREATE INDEX "exception_memberships_membership_type_idx" ON "exception_memberships" USING btree ("membership_type_id");
  CREATE INDEX "exception_memberships_created_by_idx" ON "exception_memberships" USING btree ("created_by_id");
  CREATE INDEX "exception_memberships_updated_at_idx" ON "exception_memberships" USING btree ("updated_at");
  CREATE INDEX "exception_memberships_created_at_idx" ON "exception_memberships" USING btree ("created_at");
  CREATE INDEX "membership_corrections_relation_idx" ON "membership_corrections" USING btree ("relation_id");
  CREATE INDEX "membership_corrections_organisation_idx" ON "membership_corrections" USING btree ("organisation_id");
  CREATE INDEX "membership_corrections_organ_idx" ON "membership_corrections" USING btree ("organ_id");
  CREATE INDEX "membership_corrections_membership_type_idx" ON "membership_corrections" USING btree ("membership_type_id");
  CREATE INDEX "membership_corrections_membership_id_idx" ON "membership_corrections" USING btree ("membership_id");
  CREATE INDEX "membership_corrections_corrected_by_idx" ON "membership_corrections" USING btree ("corrected_by_id");
  CREATE INDEX "membership_corrections_updated_at_idx" ON "membership_corrections" USING btree ("updated_at");
  CREATE INDEX "membership_corrections_created_at_idx" ON "membership_corrections" USING btree ("created_at");
  CREATE INDEX "jubilees_date_idx" ON "jubilees" USING btree ("date");
  CREATE INDEX "jubilees_relation_idx" ON "jubilees" USING btree ("relation_id");
  CREATE INDEX "jubilees_jubilee_type_idx" ON "jubilees" USING btree ("jubilee_type_id");
  CREATE INDEX "jubilees_updated_at_idx" ON "jubilees" USING btree ("updated_at");
  CREATE INDEX "jubilees_created_at_idx" ON "jubilees" USING btree ("created_at");
  CREATE INDEX "jubilee_types_membership_type_idx" ON "jubilee_types" USING btree ("membership_type_id");
  CREATE INDEX "jubilee_types_updated_at_idx" ON "jubilee_types" USING btree ("updated_at");
  CREATE INDEX "jubilee_types_created_at_idx" ON "jubilee_types" USING btree ("created_at");
  CREATE INDEX "crm_actions_organisation_idx" ON "crm_actions" USING btree ("organisation_id");
  CREATE INDEX "crm_actions_function_type_idx" ON "crm_actions" USING btree ("function_type_id");
  CREATE INDEX "crm_actions_updated_at_idx" ON "crm_actions" USING btree ("updated_at");
  CREATE INDEX "crm_actions_created_at_idx" ON "crm_actions" USING btree ("created_at");
  CREATE INDEX "crm_artefacts_organ_idx" ON "crm_artefacts" USING btree ("organ_id");
  CREATE INDEX "crm_artefacts_action_idx" ON "crm_artefacts" USING btree ("action_id");
  CREATE INDEX "crm_artefacts_relation_idx" ON "crm_artefacts" USING btree ("relation_id");
  CREATE INDEX "crm_artefacts_list_idx" ON "crm_artefacts" USING btree ("list_id");
  CREATE INDEX "crm_artefacts_view_idx" ON "crm_artefacts" USING btree ("view_id");
  CREATE INDEX "crm_artefacts_right_idx" ON "crm_artefacts" USING btree ("right_id");
  CREATE INDEX "crm_artefacts_updated_at_idx" ON "crm_artefacts" USING btree ("updated_at");
  CREATE INDEX "crm_artefacts_created_at_idx" ON "crm_artefacts" USING btree ("created_at");
  CREATE INDEX "organ_rights_organ_idx" ON "organ_rights" USING btree ("organ_id");
  CREATE INDEX "organ_rights_function_type_idx" ON "organ_rights" USING btree ("function_type_id");
  CREATE INDEX "organ_rights_updated_at_idx" ON "organ_rights" USING btree ("updated_at");
  CREATE INDEX "organ_rights_created_at_idx" ON "organ_rights" USING btree ("created_at");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_relation_lists_fk" FOREIGN KEY ("relation_lists_id") REFERENCES "public"."relation_lists"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_selections_fk" FOREIGN KEY ("selections_id") REFERENCES "public"."selections"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_custom_fields_fk" FOREIGN KEY ("custom_fields_id") REFERENCES "public"."custom_fields"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_crm_views_fk" FOREIGN KEY ("crm_views_id") REFERENCES "public"."crm_views"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_organ_placements_fk" FOREIGN KEY ("organ_placements_id") REFERENCES "public"."organ_placements"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_exception_memberships_fk" FOREIGN KEY ("exception_memberships_id") REFERENCES "public"."exception_memberships"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_membership_corrections_fk" FOREIGN KEY ("membership_corrections_id") REFERENCES "public"."membership_corrections"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_jubilees_fk" FOREIGN KEY ("jubilees_id") REFERENCES "public"."jubilees"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_jubilee_types_fk" FOREIGN KEY ("jubilee_types_id") REFERENCES "public"."jubilee_types"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_crm_actions_fk" FOREIGN KEY ("crm_actions_id") REFERENCES "public"."crm_actions"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_crm_artefacts_fk" FOREIGN KEY ("crm_artefacts_id") REFERENCES "public"."crm_artefacts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_organ_rights_fk" FOREIGN KEY ("organ_rights_id") REFERENCES "public"."organ_rights"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_relation_lists_id_idx" ON "payload_locked_documents_rels" USING btree ("relation_lists_id");
  CREATE INDEX "payload_locked_documents_rels_selections_id_idx" ON "payload_locked_documents_rels" USING btree ("selections_id");
  CREATE INDEX "payload_locked_documents_rels_custom_fields_id_idx" ON "payload_locked_documents_rels" USING btree ("custom_fields_id");
  CREATE INDEX "payload_locked_documents_rels_crm_views_id_idx" ON "payload_locked_documents_rels" USING btree ("crm_views_id");
  CREATE INDEX "payload_locked_documents_rels_organ_placements_id_idx" ON "payload_locked_documents_rels" USING btree ("organ_placements_id");
  CREATE INDEX "payload_locked_documents_rels_exception_memberships_id_idx" ON "payload_locked_documents_rels" USING btree ("exception_memberships_id");
  CREATE INDEX "payload_locked_documents_rels_membership_corrections_id_idx" ON "payload_locked_documents_rels" USING btree ("membership_corrections_id");
  CREATE INDEX "payload_locked_documents_rels_jubilees_id_idx" ON "payload_locked_documents_rels" USING btree ("jubilees_id");
  CREATE INDEX "payload_locked_documents_rels_jubilee_types_id_idx" ON "payload_locked_documents_rels" USING btree ("jubilee_types_id");
  CREATE INDEX "payload_locked_documents_rels_crm_actions_id_idx" ON "payload_locked_documents_rels" USING btree ("crm_actions_id");
  CREATE INDEX "payload_locked_documents_rels_crm_artefacts_id_idx" ON "payload_locked_documents_rels" USING btree ("crm_artefacts_id");
  CREATE INDEX "payload_locked_documents_rels_organ_rights_id_idx" ON "payload_locked_documents_rels" USING btree ("organ_rights_id");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "relation_lists" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "selections" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "custom_fields" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "crm_views" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "organ_placements" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "exception_memberships" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "membership_corrections" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "jubilees" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "jubilee_types" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "crm_actions" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "crm_artefacts" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "organ_rights" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "relation_lists" CASCADE;
  DROP TABLE "selections" CASCADE;
  DROP TABLE "custom_fields" CASCADE;
  DROP TABLE "crm_views" CASCADE;
  DROP TABLE "organ_placements" CASCADE;
  DROP TABLE "exception_memberships" CASCADE;
  DROP TABLE "membership_corrections" CASCADE;
  DROP TABLE "jubilees" CASCADE;
  DROP TABLE "jubilee_types" CASCADE;
  DROP TABLE "crm_actions" CASCADE;
  DROP TABLE "crm_artefacts" CASCADE;
  DROP TABLE "organ_rights" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_relation_lists_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_selections_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_custom_fields_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_crm_views_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_organ_placements_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_exception_memberships_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_membership_corrections_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_jubilees_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_jubilee_types_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_crm_actions_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_crm_artefacts_fk";
  
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_organ_rights_fk";
  
  DROP INDEX "payload_locked_documents_rels_relation_lists_id_idx";
  DROP INDEX "payload_locked_documents_rels_selections_id_idx";
  DROP INDEX "payload_locked_documents_rels_custom_fields_id_idx";
  DROP INDEX "payload_locked_documents_rels_crm_views_id_idx";
  DROP INDEX "payload_locked_documents_rels_organ_placements_id_idx";
  DROP INDEX "payload_locked_documents_rels_exception_memberships_id_idx";
  DROP INDEX "payload_locked_documents_rels_membership_corrections_id_idx";
  DROP INDEX "payload_locked_documents_rels_jubilees_id_idx";
  DROP INDEX "payload_locked_documents_rels_jubilee_types_id_idx";
  DROP INDEX "payload_locked_documents_rels_crm_actions_id_idx";
  DROP INDEX "payload_locked_documents_rels_crm_artefacts_id_idx";
  DROP INDEX "payload_locked_documents_rels_organ_rights_id_idx";
  ALTER TABLE "relations" DROP COLUMN "preferences_newsletter";
  ALTER TABLE "relations" DROP COLUMN "preferences_email";
  ALTER TABLE "relations" DROP COLUMN "preferences_phone";
  ALTER TABLE "relations" DROP COLUMN "preferences_post";
  ALTER TABLE "relations" DROP COLUMN "custom_fields";
  ALTER TABLE "organisations" DROP COLUMN "exception_mode";
  ALTER TABLE "organisations" DROP COLUMN "may_transfer_branches";
  ALTER TABLE "memberships" DROP COLUMN "counted_from_date";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "relation_lists_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "selections_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "custom_fields_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "crm_views_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "organ_placements_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "exception_memberships_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "membership_corrections_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "jubilees_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "jubilee_types_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "crm_actions_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "crm_artefacts_id";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "organ_rights_id";`)
}
