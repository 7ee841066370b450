CREATE TABLE "data_keys" (
	"name" text PRIMARY KEY NOT NULL,
	"check_value" text NOT NULL,
	"first_used_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "data_journal" (
	"account_id" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"kind" text NOT NULL,
	"patient_id" uuid,
	"counts" jsonb NOT NULL,
	CONSTRAINT "data_journal_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "patients" ALTER COLUMN "national_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ALTER COLUMN "national_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "national_id_key" text;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "national_id_sealed" "bytea";--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "national_id_lookup" text;--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "national_id_key" text;--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "national_id_sealed" "bytea";--> statement-breakpoint
ALTER TABLE "patients" ADD COLUMN "national_id_lookup" text;--> statement-breakpoint
ALTER TABLE "logins" ADD COLUMN "national_id_key" text;--> statement-breakpoint
ALTER TABLE "logins" ADD COLUMN "national_id_sealed" "bytea";--> statement-breakpoint
ALTER TABLE "logins" ADD COLUMN "national_id_lookup" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "national_id_key" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "national_id_sealed" "bytea";--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "national_id_lookup" text;--> statement-breakpoint
ALTER TABLE "data_journal" ADD CONSTRAINT "data_journal_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "data_journal_at" ON "data_journal" USING btree ("account_id","at");--> statement-breakpoint
CREATE INDEX "data_journal_patient" ON "data_journal" USING btree ("account_id","patient_id","at");--> statement-breakpoint
CREATE INDEX "bookings_national_id_lookup" ON "bookings" USING btree ("account_id","national_id_lookup");--> statement-breakpoint
CREATE INDEX "bookings_national_id_key" ON "bookings" USING btree ("national_id_key");--> statement-breakpoint
CREATE UNIQUE INDEX "patients_national_id_lookup" ON "patients" USING btree ("account_id","national_id_lookup");--> statement-breakpoint
CREATE INDEX "patients_national_id_key" ON "patients" USING btree ("national_id_key");--> statement-breakpoint
CREATE INDEX "logins_national_id_lookup" ON "logins" USING btree ("account_id","national_id_lookup");--> statement-breakpoint
CREATE INDEX "logins_national_id_key" ON "logins" USING btree ("national_id_key");--> statement-breakpoint
CREATE INDEX "sessions_national_id_key" ON "sessions" USING btree ("national_id_key");--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_national_id_once" CHECK (num_nonnulls("bookings"."national_id", "bookings"."national_id_sealed") <= 1);--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_national_id_whole" CHECK (num_nulls("bookings"."national_id_key", "bookings"."national_id_sealed", "bookings"."national_id_lookup") IN (0, 3));--> statement-breakpoint
ALTER TABLE "patients" ADD CONSTRAINT "patients_national_id_once" CHECK (num_nonnulls("patients"."national_id", "patients"."national_id_sealed") = 1);--> statement-breakpoint
ALTER TABLE "logins" ADD CONSTRAINT "logins_national_id_once" CHECK (num_nonnulls("logins"."national_id", "logins"."national_id_sealed") <= 1);--> statement-breakpoint
ALTER TABLE "logins" ADD CONSTRAINT "logins_national_id_whole" CHECK (num_nulls("logins"."national_id_key", "logins"."national_id_sealed", "logins"."national_id_lookup") IN (0, 3));--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_national_id_once" CHECK (num_nonnulls("sessions"."national_id", "sessions"."national_id_sealed") = 1);--> statement-breakpoint
-- Which keys there are is no account's matter: no policy, so that the role of requests sees nothing (N-04).
ALTER TABLE data_keys ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE data_journal ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Entries are added and read, never changed.
GRANT SELECT, INSERT ON data_journal TO opus_service;
--> statement-breakpoint
CREATE POLICY one_account ON data_journal TO opus_service
  USING (account_id = current_setting('opus.account', true))
  WITH CHECK (account_id = current_setting('opus.account', true));
--> statement-breakpoint
-- Accounts from before get the policy of new ones.
UPDATE accounts SET settings = settings || '{"retention": {"messageDays": 30, "appointmentMonths": 24, "contactMonths": 36}}'
  WHERE NOT settings ? 'retention';
