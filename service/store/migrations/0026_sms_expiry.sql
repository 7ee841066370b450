ALTER TABLE "outbox" ADD COLUMN "usual_expiry" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "message_runs" ADD COLUMN "expires_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "outbox_sent" ON "outbox" USING btree ("account_id","sent_at") WHERE "outbox"."sent_at" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "outbox_failed" ON "outbox" USING btree ("account_id","failed_at") WHERE "outbox"."failed_at" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "sms_received_unread" ON "sms_received" USING btree ("account_id") WHERE NOT "sms_received"."is_read";