CREATE TABLE "message_runs" (
	"account_id" text NOT NULL,
	"id" uuid NOT NULL,
	"key_hash" text NOT NULL,
	"body_hash" text NOT NULL,
	"audience" text NOT NULL,
	"recipients" jsonb NOT NULL,
	"type" text NOT NULL,
	"clinic_id" text,
	"text" text,
	"send_at" timestamp with time zone,
	"total" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"made" integer DEFAULT 0 NOT NULL,
	"left_out" jsonb NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"started_by" text NOT NULL,
	"ended_at" timestamp with time zone,
	"is_stopped" boolean DEFAULT false NOT NULL,
	CONSTRAINT "message_runs_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "run_id" uuid;--> statement-breakpoint
ALTER TABLE "message_runs" ADD CONSTRAINT "message_runs_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "message_runs_key" ON "message_runs" USING btree ("account_id","key_hash");--> statement-breakpoint
CREATE INDEX "message_runs_started" ON "message_runs" USING btree ("account_id","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_run" ON "outbox" USING btree ("account_id","run_id","recipient") WHERE "outbox"."run_id" IS NOT NULL;