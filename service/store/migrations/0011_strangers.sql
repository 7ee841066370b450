CREATE TABLE "proved_networks" (
	"account_id" text NOT NULL,
	"subject" text NOT NULL,
	"proved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "proved_networks_account_id_subject_pk" PRIMARY KEY("account_id","subject")
);
--> statement-breakpoint
ALTER TABLE "logins" ADD COLUMN "address_hash" text;--> statement-breakpoint
ALTER TABLE "proved_networks" ADD CONSTRAINT "proved_networks_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "proved_networks_proved" ON "proved_networks" USING btree ("proved_at");--> statement-breakpoint
CREATE INDEX "logins_mobile" ON "logins" USING btree ("account_id","mobile");--> statement-breakpoint
-- One account's like everything else (N-04).
ALTER TABLE proved_networks ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON proved_networks TO opus_service;
--> statement-breakpoint
CREATE POLICY one_account ON proved_networks TO opus_service USING (account_id = current_setting('opus.account', true)) WITH CHECK (account_id = current_setting('opus.account', true));
