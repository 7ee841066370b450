ALTER TABLE "outbox" ADD COLUMN "tried_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sms_gateways" ADD COLUMN "sending" jsonb;--> statement-breakpoint
ALTER TABLE "sms_gateways" ADD COLUMN "sealed_password" "bytea";