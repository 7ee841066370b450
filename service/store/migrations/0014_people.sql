CREATE TABLE "staff_invitations" (
	"account_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "staff_invitations_account_id_person_id_pk" PRIMARY KEY("account_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "staff_keys" (
	"account_id" text NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"rights" jsonb,
	"clinics" jsonb,
	"is_operator" boolean DEFAULT false NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	"used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "staff_keys_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "staff_passkeys" (
	"account_id" text NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "staff_passkeys_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "staff_people" (
	"account_id" text NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"email_key" text,
	"roles" jsonb NOT NULL,
	"may_publish" boolean DEFAULT true NOT NULL,
	"clinician_id" text,
	"language" text,
	"created_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "staff_people_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "staff_sessions" (
	"account_id" text NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"kind" text NOT NULL,
	"device" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"idle_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	CONSTRAINT "staff_sessions_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "staff_sign_ins" (
	"account_id" text NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid,
	"email_hash" text,
	"code_hash" text,
	"code_tries" integer DEFAULT 0 NOT NULL,
	"address_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "staff_sign_ins_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "data_journal" ADD COLUMN "actor_name" text;--> statement-breakpoint
ALTER TABLE "staff_invitations" ADD CONSTRAINT "staff_invitations_account_id_person_id_staff_people_account_id_id_fk" FOREIGN KEY ("account_id","person_id") REFERENCES "public"."staff_people"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_keys" ADD CONSTRAINT "staff_keys_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_passkeys" ADD CONSTRAINT "staff_passkeys_account_id_person_id_staff_people_account_id_id_fk" FOREIGN KEY ("account_id","person_id") REFERENCES "public"."staff_people"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_people" ADD CONSTRAINT "staff_people_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_people" ADD CONSTRAINT "staff_people_account_id_clinician_id_clinicians_account_id_id_fk" FOREIGN KEY ("account_id","clinician_id") REFERENCES "public"."clinicians"("account_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_sessions" ADD CONSTRAINT "staff_sessions_account_id_person_id_staff_people_account_id_id_fk" FOREIGN KEY ("account_id","person_id") REFERENCES "public"."staff_people"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_sign_ins" ADD CONSTRAINT "staff_sign_ins_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_sign_ins" ADD CONSTRAINT "staff_sign_ins_account_id_person_id_staff_people_account_id_id_fk" FOREIGN KEY ("account_id","person_id") REFERENCES "public"."staff_people"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "staff_invitations_token" ON "staff_invitations" USING btree ("account_id","token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_keys_token" ON "staff_keys" USING btree ("account_id","token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_keys_operator" ON "staff_keys" USING btree ("account_id") WHERE "staff_keys"."is_operator" AND "staff_keys"."revoked_at" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "staff_passkeys_credential" ON "staff_passkeys" USING btree ("account_id","credential_id");--> statement-breakpoint
CREATE INDEX "staff_passkeys_person" ON "staff_passkeys" USING btree ("account_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_people_email" ON "staff_people" USING btree ("account_id","email_key");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_sessions_token" ON "staff_sessions" USING btree ("account_id","token_hash");--> statement-breakpoint
CREATE INDEX "staff_sessions_person" ON "staff_sessions" USING btree ("account_id","person_id");--> statement-breakpoint
CREATE INDEX "staff_sessions_ending" ON "staff_sessions" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "staff_sign_ins_email" ON "staff_sign_ins" USING btree ("account_id","email_hash","created_at");--> statement-breakpoint
CREATE INDEX "staff_sign_ins_expiring" ON "staff_sign_ins" USING btree ("expires_at");--> statement-breakpoint
-- The operator's token goes on as a key of the account.
INSERT INTO "staff_keys" ("account_id", "id", "name", "token_hash", "is_operator", "created_by", "created_at")
  SELECT "id", gen_random_uuid(), 'Operator', "operator_token_hash", true, '', "created_at"
  FROM "accounts" WHERE "operator_token_hash" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" DROP COLUMN "operator_token_hash";
