CREATE TABLE "reminder_runs" (
	"account_id" text NOT NULL,
	"after_start" timestamp with time zone,
	"after_id" uuid,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "reminder_runs_account_id_pk" PRIMARY KEY("account_id")
);
--> statement-breakpoint
CREATE TABLE "sms_gateways" (
	"account_id" text NOT NULL,
	"format" text NOT NULL,
	"sealed_secret" "bytea",
	CONSTRAINT "sms_gateways_account_id_pk" PRIMARY KEY("account_id")
);
--> statement-breakpoint
CREATE TABLE "sms_received" (
	"account_id" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"gateway_id" text NOT NULL,
	"sender" text NOT NULL,
	"recipient" text,
	"text" text NOT NULL,
	"meaning" text,
	"answers_id" uuid,
	"booking_id" uuid,
	"patient_id" uuid,
	"company_id" text,
	"clinician_id" text,
	"is_read" boolean DEFAULT false NOT NULL,
	"follow_up" boolean DEFAULT false NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sms_received_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "sms_refusals" (
	"account_id" text NOT NULL,
	"mobile" text NOT NULL,
	"refused_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sms_refusals_account_id_mobile_pk" PRIMARY KEY("account_id","mobile")
);
--> statement-breakpoint
CREATE TABLE "sms_reports" (
	"account_id" text NOT NULL,
	"gateway_id" text NOT NULL,
	"delivery" text NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sms_reports_account_id_gateway_id_pk" PRIMARY KEY("account_id","gateway_id")
);
--> statement-breakpoint
CREATE TABLE "sms_runs" (
	"account_id" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "sms_runs_account_id_pk" PRIMARY KEY("account_id")
);
--> statement-breakpoint
CREATE TABLE "sms_senders" (
	"account_id" text NOT NULL,
	"company_id" text NOT NULL,
	"name" text,
	"number" text,
	"approvals" jsonb NOT NULL,
	CONSTRAINT "sms_senders_account_id_company_id_pk" PRIMARY KEY("account_id","company_id")
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "reminders" jsonb;--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "sms_wish" boolean;--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "sms_wish_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "sms_wish_source" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "patient_id" uuid;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "company_id" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "clinic_id" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "clinician_id" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "planned" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "text_by_hand" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "time_by_hand" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "delivery" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "delivery_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "answered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "answer" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "reminder_runs" ADD CONSTRAINT "reminder_runs_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sms_gateways" ADD CONSTRAINT "sms_gateways_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sms_received" ADD CONSTRAINT "sms_received_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sms_refusals" ADD CONSTRAINT "sms_refusals_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sms_reports" ADD CONSTRAINT "sms_reports_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sms_runs" ADD CONSTRAINT "sms_runs_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sms_senders" ADD CONSTRAINT "sms_senders_account_id_company_id_companies_account_id_id_fk" FOREIGN KEY ("account_id","company_id") REFERENCES "public"."companies"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "sms_received_gateway_id" ON "sms_received" USING btree ("account_id","gateway_id");--> statement-breakpoint
CREATE INDEX "sms_received_made" ON "sms_received" USING btree ("account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "sms_received_sender" ON "sms_received" USING btree ("account_id","sender");--> statement-breakpoint
CREATE INDEX "sms_received_patient" ON "sms_received" USING btree ("account_id","patient_id");--> statement-breakpoint
CREATE INDEX "outbox_made" ON "outbox" USING btree ("account_id","created_at","id");--> statement-breakpoint
CREATE INDEX "outbox_recipient" ON "outbox" USING btree ("account_id","recipient","created_at");--> statement-breakpoint
CREATE INDEX "outbox_patient" ON "outbox" USING btree ("account_id","patient_id");--> statement-breakpoint
CREATE INDEX "outbox_gateway_id" ON "outbox" USING btree ("account_id","message_id");--> statement-breakpoint
CREATE INDEX "outbox_expiring" ON "outbox" USING btree ("account_id","expires_at") WHERE "outbox"."status" IN ('V', 'FV');--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_planned" ON "outbox" USING btree ("account_id","booking_id","kind") WHERE "outbox"."planned" AND "outbox"."status" = 'V' AND "outbox"."tries" = 0;