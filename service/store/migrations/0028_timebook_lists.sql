ALTER TABLE "preblock_definitions" ALTER COLUMN "valid_for" SET DEFAULT 'resources';--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "timebook_list" text;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "timebook_list" text;--> statement-breakpoint
ALTER TABLE "clinicians" ADD COLUMN "timebook_list" text;