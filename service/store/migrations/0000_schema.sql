CREATE SEQUENCE "public"."opus_revision" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"market" text NOT NULL,
	"time_zone" text NOT NULL,
	"languages" text[] NOT NULL,
	"text_language" text NOT NULL,
	"status" text NOT NULL,
	"settings" jsonb NOT NULL,
	"texts" jsonb NOT NULL,
	"accent" text,
	"logo" "bytea",
	"logo_type" text,
	"logo_width" integer,
	"logo_height" integer,
	"logo_version" text,
	"booking_list" text,
	"preblock_list" text,
	"operator_token_hash" text,
	"revision" bigint DEFAULT nextval('opus_revision') NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "companies" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"booking_list" text,
	"preblock_list" text,
	CONSTRAINT "companies_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "booking_templates" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"minutes" integer NOT NULL,
	"category_id" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"resource_kind" text,
	"use_in_timebook" boolean NOT NULL,
	"use_in_booking" boolean NOT NULL,
	"move_online" boolean NOT NULL,
	"cancel_online" boolean NOT NULL,
	"max_days_to_move" integer,
	"use_in_recall" boolean NOT NULL,
	"move_next_recall" boolean NOT NULL,
	"recall_card" boolean NOT NULL,
	"timebook_text" text,
	"description" text,
	"price_text" text,
	"minutes_between_offers" integer,
	"lead_days" integer,
	"cancel_days" integer,
	"move_days" integer,
	"governed_by_need" boolean DEFAULT false NOT NULL,
	"may_choose_clinician" boolean DEFAULT false NOT NULL,
	"clinicians_without_need" text[] DEFAULT '{}' NOT NULL,
	"max_days_after_recall_week" integer,
	"archived_at" timestamp with time zone,
	CONSTRAINT "booking_templates_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "categories" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "categories_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "clinic_groups" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "clinic_groups_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "clinician_clinics" (
	"account_id" text NOT NULL,
	"clinician_id" text NOT NULL,
	"clinic_id" text NOT NULL,
	"photo_consent" boolean NOT NULL,
	"title_consent" boolean NOT NULL,
	CONSTRAINT "clinician_clinics_account_id_clinician_id_clinic_id_pk" PRIMARY KEY("account_id","clinician_id","clinic_id")
);
--> statement-breakpoint
CREATE TABLE "clinicians" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"title" text,
	"text" text,
	"photo" "bytea",
	"photo_type" text,
	"photo_width" integer,
	"photo_height" integer,
	"photo_version" text,
	"position" integer NOT NULL,
	"published" boolean NOT NULL,
	"accepts_new_patients" boolean NOT NULL,
	"preblock_expiry_hours" integer,
	"preblock_minutes" integer,
	"may_publish" boolean DEFAULT true NOT NULL,
	"booking_list" text,
	"preblock_list" text,
	"archived_at" timestamp with time zone,
	CONSTRAINT "clinicians_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "clinics" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"company_id" text NOT NULL,
	"group_id" text,
	"name" text NOT NULL,
	"address1" text NOT NULL,
	"address2" text,
	"postal_code" text NOT NULL,
	"city" text NOT NULL,
	"phone" text NOT NULL,
	"email" text NOT NULL,
	"position" integer NOT NULL,
	"heading" text,
	"text" text,
	"latitude" double precision,
	"longitude" double precision,
	"archived_at" timestamp with time zone,
	CONSTRAINT "clinics_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "preblock_categories" (
	"account_id" text NOT NULL,
	"preblock_id" text NOT NULL,
	"category_id" text NOT NULL,
	CONSTRAINT "preblock_categories_account_id_preblock_id_category_id_pk" PRIMARY KEY("account_id","preblock_id","category_id")
);
--> statement-breakpoint
CREATE TABLE "preblock_definitions" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"text" text,
	"code" text,
	"colour" text,
	"valid_for" text NOT NULL,
	"type" text NOT NULL,
	"mode" text NOT NULL,
	"may_bypass" boolean NOT NULL,
	"allow_all_rebookings" boolean NOT NULL,
	"expires_days_before" integer,
	"archived_at" timestamp with time zone,
	CONSTRAINT "preblock_definitions_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "preblock_list_items" (
	"account_id" text NOT NULL,
	"list_id" text NOT NULL,
	"position" integer NOT NULL,
	"preblock_id" text NOT NULL,
	CONSTRAINT "preblock_list_items_account_id_list_id_position_pk" PRIMARY KEY("account_id","list_id","position")
);
--> statement-breakpoint
CREATE TABLE "preblock_lists" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"owner_kind" text NOT NULL,
	"owner_id" text,
	CONSTRAINT "preblock_lists_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "resources" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"clinic_id" text NOT NULL,
	"kind" text NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "resources_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "template_list_items" (
	"account_id" text NOT NULL,
	"list_id" text NOT NULL,
	"position" integer NOT NULL,
	"template_id" text NOT NULL,
	CONSTRAINT "template_list_items_account_id_list_id_position_pk" PRIMARY KEY("account_id","list_id","position")
);
--> statement-breakpoint
CREATE TABLE "template_lists" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"purpose" text NOT NULL,
	"owner_kind" text NOT NULL,
	"owner_id" text,
	CONSTRAINT "template_lists_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "preblock_placements" (
	"account_id" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"clinician_id" text NOT NULL,
	"clinic_id" text NOT NULL,
	"date" date NOT NULL,
	"from_minutes" integer NOT NULL,
	"to_minutes" integer NOT NULL,
	"series" uuid,
	"preblock_id" text NOT NULL,
	CONSTRAINT "preblock_placements_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "preblock_placements_interval" CHECK ("preblock_placements"."from_minutes" >= 0 AND "preblock_placements"."to_minutes" <= 1440 AND "preblock_placements"."from_minutes" < "preblock_placements"."to_minutes")
);
--> statement-breakpoint
CREATE TABLE "working_times" (
	"account_id" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"clinician_id" text NOT NULL,
	"clinic_id" text NOT NULL,
	"date" date NOT NULL,
	"from_minutes" integer NOT NULL,
	"to_minutes" integer NOT NULL,
	"series" uuid,
	"recall" boolean DEFAULT false NOT NULL,
	CONSTRAINT "working_times_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "working_times_interval" CHECK ("working_times"."from_minutes" >= 0 AND "working_times"."to_minutes" <= 1440 AND "working_times"."from_minutes" < "working_times"."to_minutes")
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"account_id" text NOT NULL,
	"id" uuid NOT NULL,
	"reservation_id" uuid NOT NULL,
	"patient_id" uuid,
	"first_name" text,
	"last_name" text,
	"national_id" text,
	"mobile" text,
	"email" text,
	"address1" text,
	"address2" text,
	"postal_code" text,
	"message" text,
	"campaign_code" text,
	"text" text,
	"consent_version" text,
	"consent_at" timestamp with time zone,
	"lang" text,
	"registered_by" text NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"confirmed_by" text,
	"code_hash" text,
	"code_expires_at" timestamp with time zone,
	"code_sent_at" timestamp with time zone,
	"code_tries" integer DEFAULT 0 NOT NULL,
	"code_resends" integer DEFAULT 0 NOT NULL,
	"code_mobile" text,
	"code_email" text,
	CONSTRAINT "bookings_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "patient_changes" (
	"account_id" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"patient_id" uuid NOT NULL,
	"booking_id" uuid,
	"changes" jsonb NOT NULL,
	"status" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	CONSTRAINT "patient_changes_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "patients" (
	"account_id" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"national_id" text NOT NULL,
	"birth_date" date,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"mobile" text,
	"email" text,
	"address1" text,
	"address2" text,
	"postal_code" text,
	"mobile_trusted" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "patients_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "reservations" (
	"account_id" text NOT NULL,
	"id" uuid NOT NULL,
	"clinician_id" text NOT NULL,
	"clinic_id" text NOT NULL,
	"template_id" text,
	"resource_id" text,
	"party_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"during" "tstzrange" GENERATED ALWAYS AS (tstzrange(starts_at, ends_at)) STORED NOT NULL,
	"status" text NOT NULL,
	"token_hash" text,
	"wish_hash" text,
	"expires_at" timestamp with time zone,
	"extensions" integer DEFAULT 0 NOT NULL,
	"address_hash" text,
	"anonymous" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"cancelled_at" timestamp with time zone,
	CONSTRAINT "reservations_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "reservations_status" CHECK ("reservations"."status" IN ('held', 'pending', 'booked', 'released', 'expired', 'cancelled')),
	CONSTRAINT "reservations_not_empty" CHECK (NOT isempty("reservations"."during")),
	CONSTRAINT "reservations_expiry" CHECK (("reservations"."status" NOT IN ('held', 'pending')) OR "reservations"."expires_at" IS NOT NULL)
);
--> statement-breakpoint
CREATE TABLE "demo_messages" (
	"account_id" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"channel" text NOT NULL,
	"recipient" text NOT NULL,
	"subject" text,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "demo_messages_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"account_id" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"channel" text NOT NULL,
	"recipient" text NOT NULL,
	"subject" text,
	"text" text,
	"lang" text NOT NULL,
	"status" text NOT NULL,
	"booking_id" uuid,
	"message_id" text,
	"tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"send_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	CONSTRAINT "outbox_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "code_failures" (
	"account_id" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"subject" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "code_failures_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"account_id" text NOT NULL,
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"body_hash" text NOT NULL,
	"status" integer NOT NULL,
	"booking_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_account_id_scope_key_pk" PRIMARY KEY("account_id","scope","key")
);
--> statement-breakpoint
CREATE TABLE "rate_windows" (
	"account_id" text NOT NULL,
	"subject" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "rate_windows_account_id_subject_starts_at_pk" PRIMARY KEY("account_id","subject","starts_at")
);
--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_templates" ADD CONSTRAINT "booking_templates_account_id_category_id_categories_account_id_id_fk" FOREIGN KEY ("account_id","category_id") REFERENCES "public"."categories"("account_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "categories" ADD CONSTRAINT "categories_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clinic_groups" ADD CONSTRAINT "clinic_groups_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clinician_clinics" ADD CONSTRAINT "clinician_clinics_account_id_clinician_id_clinicians_account_id_id_fk" FOREIGN KEY ("account_id","clinician_id") REFERENCES "public"."clinicians"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clinician_clinics" ADD CONSTRAINT "clinician_clinics_account_id_clinic_id_clinics_account_id_id_fk" FOREIGN KEY ("account_id","clinic_id") REFERENCES "public"."clinics"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clinicians" ADD CONSTRAINT "clinicians_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clinics" ADD CONSTRAINT "clinics_account_id_company_id_companies_account_id_id_fk" FOREIGN KEY ("account_id","company_id") REFERENCES "public"."companies"("account_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "clinics" ADD CONSTRAINT "clinics_account_id_group_id_clinic_groups_account_id_id_fk" FOREIGN KEY ("account_id","group_id") REFERENCES "public"."clinic_groups"("account_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preblock_categories" ADD CONSTRAINT "preblock_categories_account_id_preblock_id_preblock_definitions_account_id_id_fk" FOREIGN KEY ("account_id","preblock_id") REFERENCES "public"."preblock_definitions"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preblock_categories" ADD CONSTRAINT "preblock_categories_account_id_category_id_categories_account_id_id_fk" FOREIGN KEY ("account_id","category_id") REFERENCES "public"."categories"("account_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preblock_definitions" ADD CONSTRAINT "preblock_definitions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preblock_list_items" ADD CONSTRAINT "preblock_list_items_account_id_list_id_preblock_lists_account_id_id_fk" FOREIGN KEY ("account_id","list_id") REFERENCES "public"."preblock_lists"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preblock_list_items" ADD CONSTRAINT "preblock_list_items_account_id_preblock_id_preblock_definitions_account_id_id_fk" FOREIGN KEY ("account_id","preblock_id") REFERENCES "public"."preblock_definitions"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preblock_lists" ADD CONSTRAINT "preblock_lists_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resources" ADD CONSTRAINT "resources_account_id_clinic_id_clinics_account_id_id_fk" FOREIGN KEY ("account_id","clinic_id") REFERENCES "public"."clinics"("account_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_list_items" ADD CONSTRAINT "template_list_items_account_id_list_id_template_lists_account_id_id_fk" FOREIGN KEY ("account_id","list_id") REFERENCES "public"."template_lists"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_list_items" ADD CONSTRAINT "template_list_items_account_id_template_id_booking_templates_account_id_id_fk" FOREIGN KEY ("account_id","template_id") REFERENCES "public"."booking_templates"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "template_lists" ADD CONSTRAINT "template_lists_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preblock_placements" ADD CONSTRAINT "preblock_placements_account_id_preblock_id_preblock_definitions_account_id_id_fk" FOREIGN KEY ("account_id","preblock_id") REFERENCES "public"."preblock_definitions"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preblock_placements" ADD CONSTRAINT "preblock_placements_account_id_clinician_id_clinicians_account_id_id_fk" FOREIGN KEY ("account_id","clinician_id") REFERENCES "public"."clinicians"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preblock_placements" ADD CONSTRAINT "preblock_placements_account_id_clinic_id_clinics_account_id_id_fk" FOREIGN KEY ("account_id","clinic_id") REFERENCES "public"."clinics"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_times" ADD CONSTRAINT "working_times_account_id_clinician_id_clinicians_account_id_id_fk" FOREIGN KEY ("account_id","clinician_id") REFERENCES "public"."clinicians"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_times" ADD CONSTRAINT "working_times_account_id_clinic_id_clinics_account_id_id_fk" FOREIGN KEY ("account_id","clinic_id") REFERENCES "public"."clinics"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_account_id_reservation_id_reservations_account_id_id_fk" FOREIGN KEY ("account_id","reservation_id") REFERENCES "public"."reservations"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_account_id_patient_id_patients_account_id_id_fk" FOREIGN KEY ("account_id","patient_id") REFERENCES "public"."patients"("account_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_changes" ADD CONSTRAINT "patient_changes_account_id_patient_id_patients_account_id_id_fk" FOREIGN KEY ("account_id","patient_id") REFERENCES "public"."patients"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patient_changes" ADD CONSTRAINT "patient_changes_account_id_booking_id_bookings_account_id_id_fk" FOREIGN KEY ("account_id","booking_id") REFERENCES "public"."bookings"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patients" ADD CONSTRAINT "patients_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_account_id_clinician_id_clinicians_account_id_id_fk" FOREIGN KEY ("account_id","clinician_id") REFERENCES "public"."clinicians"("account_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_account_id_clinic_id_clinics_account_id_id_fk" FOREIGN KEY ("account_id","clinic_id") REFERENCES "public"."clinics"("account_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_account_id_template_id_booking_templates_account_id_id_fk" FOREIGN KEY ("account_id","template_id") REFERENCES "public"."booking_templates"("account_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_account_id_resource_id_resources_account_id_id_fk" FOREIGN KEY ("account_id","resource_id") REFERENCES "public"."resources"("account_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo_messages" ADD CONSTRAINT "demo_messages_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "code_failures" ADD CONSTRAINT "code_failures_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rate_windows" ADD CONSTRAINT "rate_windows_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "preblock_list_items_preblock" ON "preblock_list_items" USING btree ("account_id","preblock_id");--> statement-breakpoint
CREATE INDEX "preblock_placements_date" ON "preblock_placements" USING btree ("account_id","date");--> statement-breakpoint
CREATE INDEX "preblock_placements_clinician_date" ON "preblock_placements" USING btree ("account_id","clinician_id","date");--> statement-breakpoint
CREATE INDEX "preblock_placements_series" ON "preblock_placements" USING btree ("account_id","series");--> statement-breakpoint
CREATE INDEX "working_times_date" ON "working_times" USING btree ("account_id","date");--> statement-breakpoint
CREATE INDEX "working_times_clinician_date" ON "working_times" USING btree ("account_id","clinician_id","date");--> statement-breakpoint
CREATE INDEX "working_times_series" ON "working_times" USING btree ("account_id","series");--> statement-breakpoint
CREATE UNIQUE INDEX "bookings_reservation" ON "bookings" USING btree ("account_id","reservation_id");--> statement-breakpoint
CREATE INDEX "bookings_patient" ON "bookings" USING btree ("account_id","patient_id");--> statement-breakpoint
CREATE INDEX "bookings_national_id" ON "bookings" USING btree ("account_id","national_id");--> statement-breakpoint
CREATE INDEX "bookings_mobile" ON "bookings" USING btree ("account_id","mobile");--> statement-breakpoint
CREATE INDEX "patient_changes_waiting" ON "patient_changes" USING btree ("account_id","status","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "patients_national_id" ON "patients" USING btree ("account_id","national_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reservations_one_live_hold" ON "reservations" USING btree ("account_id","party_id") WHERE "reservations"."status" IN ('held', 'pending');--> statement-breakpoint
CREATE UNIQUE INDEX "reservations_one_hold_per_token" ON "reservations" USING btree ("account_id","token_hash") WHERE "reservations"."status" = 'held';--> statement-breakpoint
CREATE INDEX "reservations_start" ON "reservations" USING btree ("account_id","starts_at");--> statement-breakpoint
CREATE INDEX "reservations_live_by_address" ON "reservations" USING btree ("account_id","address_hash") WHERE "reservations"."status" = 'held';--> statement-breakpoint
CREATE INDEX "reservations_expiring" ON "reservations" USING btree ("expires_at") WHERE "reservations"."status" IN ('held', 'pending');--> statement-breakpoint
CREATE INDEX "demo_messages_at" ON "demo_messages" USING btree ("at");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("account_id","status","send_at");--> statement-breakpoint
CREATE INDEX "outbox_booking" ON "outbox" USING btree ("account_id","booking_id");--> statement-breakpoint
CREATE INDEX "code_failures_subject" ON "code_failures" USING btree ("account_id","subject","at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_created" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "rate_windows_start" ON "rate_windows" USING btree ("starts_at");