CREATE TABLE "staff_sign_in_providers" (
	"account_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"domains" text[] NOT NULL,
	"issuer" text NOT NULL,
	"client_id" text NOT NULL,
	"sealed_secret" "bytea",
	CONSTRAINT "staff_sign_in_providers_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "staff_sign_ins" ADD COLUMN "provider_id" text;--> statement-breakpoint
ALTER TABLE "staff_sign_ins" ADD COLUMN "browser_hash" text;--> statement-breakpoint
ALTER TABLE "staff_sign_in_providers" ADD CONSTRAINT "staff_sign_in_providers_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;