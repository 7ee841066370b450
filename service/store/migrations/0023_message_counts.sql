CREATE TABLE "message_counts" (
	"account_id" text NOT NULL,
	"month" date NOT NULL,
	"clinic_id" text NOT NULL,
	"sent" integer NOT NULL,
	"reminders" integer NOT NULL,
	"delivered" integer NOT NULL,
	"not_delivered" integer NOT NULL,
	"failed" integer NOT NULL,
	"answered" integer NOT NULL,
	CONSTRAINT "message_counts_account_id_month_clinic_id_pk" PRIMARY KEY("account_id","month","clinic_id")
);
--> statement-breakpoint
ALTER TABLE "sms_gateways" ADD COLUMN "last_call_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sms_gateways" ADD COLUMN "last_refused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "message_counts" ADD CONSTRAINT "message_counts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outbox_sends" ON "outbox" USING btree ("account_id","send_at");