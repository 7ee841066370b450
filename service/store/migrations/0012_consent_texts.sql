CREATE TABLE "consent_texts" (
	"account_id" text NOT NULL,
	"version" text NOT NULL,
	"texts" jsonb NOT NULL,
	"since" timestamp with time zone,
	CONSTRAINT "consent_texts_account_id_version_pk" PRIMARY KEY("account_id","version")
);
--> statement-breakpoint
ALTER TABLE "consent_texts" ADD CONSTRAINT "consent_texts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE consent_texts ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON consent_texts TO opus_service;
--> statement-breakpoint
CREATE POLICY one_account ON consent_texts TO opus_service
  USING (account_id = current_setting('opus.account', true))
  WITH CHECK (account_id = current_setting('opus.account', true));
