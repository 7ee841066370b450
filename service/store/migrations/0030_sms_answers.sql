ALTER TABLE "bookings" ADD COLUMN "sms_answer" text;--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "sms_answer_to" timestamp with time zone;--> statement-breakpoint
UPDATE "bookings" b SET "sms_answer" = o."answer", "sms_answer_to" = coalesce(o."usual_expiry", o."expires_at")
FROM (
	SELECT DISTINCT ON ("account_id", "booking_id") *
	FROM "outbox" WHERE "answer" IS NOT NULL AND "planned"
	ORDER BY "account_id", "booking_id", "answered_at" DESC
) o
WHERE b."account_id" = o."account_id" AND b."id" = o."booking_id" AND coalesce(o."usual_expiry", o."expires_at") IS NOT NULL;
