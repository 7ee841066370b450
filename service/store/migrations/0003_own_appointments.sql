CREATE TABLE "journal_entries" (
	"account_id" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"patient_id" uuid NOT NULL,
	"booking_id" uuid,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "journal_entries_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "recalls" (
	"account_id" text NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"week" date NOT NULL,
	"minutes" integer NOT NULL,
	"template_id" text NOT NULL,
	"clinician_id" text,
	"interval_months" integer,
	"booking_id" uuid,
	"follows_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "recalls_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "eid_providers" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"issuer" text NOT NULL,
	"client_id" text NOT NULL,
	"client_secret" text,
	"national_id_claim" text NOT NULL,
	CONSTRAINT "eid_providers_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "logins" (
	"account_id" text NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"lang" text NOT NULL,
	"national_id" text,
	"mobile" text,
	"code_hash" text,
	"code_expires_at" timestamp with time zone,
	"code_sent_at" timestamp with time zone,
	"code_tries" integer DEFAULT 0 NOT NULL,
	"code_resends" integer DEFAULT 0 NOT NULL,
	"provider" text,
	"return_origin" text,
	"browser_hash" text,
	"first_name" text,
	"last_name" text,
	"identified_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "logins_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"account_id" text NOT NULL,
	"id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"kind" text NOT NULL,
	"national_id" text NOT NULL,
	"patient_id" uuid,
	"only_mobile" text,
	"first_name" text,
	"last_name" text,
	"confirmed_at" timestamp with time zone,
	"code_hash" text,
	"code_expires_at" timestamp with time zone,
	"code_sent_at" timestamp with time zone,
	"code_tries" integer DEFAULT 0 NOT NULL,
	"code_resends" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"idle_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "sessions_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "message_texts" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"subject" text,
	"text" text NOT NULL,
	"format" text NOT NULL,
	CONSTRAINT "message_texts_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "sequence" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "reservations" ADD COLUMN "recall_id" uuid;--> statement-breakpoint
ALTER TABLE "demo_messages" ADD COLUMN "html" text;--> statement-breakpoint
ALTER TABLE "demo_messages" ADD COLUMN "calendar" text;--> statement-breakpoint
ALTER TABLE "demo_messages" ADD COLUMN "sender" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "html" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "calendar" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "sender_name" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "sender" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "login_id" uuid;--> statement-breakpoint
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_account_id_patient_id_patients_account_id_id_fk" FOREIGN KEY ("account_id","patient_id") REFERENCES "public"."patients"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recalls" ADD CONSTRAINT "recalls_account_id_patient_id_patients_account_id_id_fk" FOREIGN KEY ("account_id","patient_id") REFERENCES "public"."patients"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recalls" ADD CONSTRAINT "recalls_account_id_template_id_booking_templates_account_id_id_fk" FOREIGN KEY ("account_id","template_id") REFERENCES "public"."booking_templates"("account_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recalls" ADD CONSTRAINT "recalls_account_id_clinician_id_clinicians_account_id_id_fk" FOREIGN KEY ("account_id","clinician_id") REFERENCES "public"."clinicians"("account_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recalls" ADD CONSTRAINT "recalls_account_id_booking_id_bookings_account_id_id_fk" FOREIGN KEY ("account_id","booking_id") REFERENCES "public"."bookings"("account_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eid_providers" ADD CONSTRAINT "eid_providers_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "logins" ADD CONSTRAINT "logins_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_patient_id_patients_account_id_id_fk" FOREIGN KEY ("account_id","patient_id") REFERENCES "public"."patients"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_texts" ADD CONSTRAINT "message_texts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "journal_entries_patient" ON "journal_entries" USING btree ("account_id","patient_id","at");--> statement-breakpoint
CREATE INDEX "recalls_patient" ON "recalls" USING btree ("account_id","patient_id");--> statement-breakpoint
CREATE INDEX "logins_expiring" ON "logins" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token" ON "sessions" USING btree ("account_id","token_hash");--> statement-breakpoint
CREATE INDEX "sessions_ending" ON "sessions" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "outbox_login" ON "outbox" USING btree ("account_id","login_id");