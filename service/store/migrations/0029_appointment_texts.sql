CREATE TABLE "appointment_texts" (
	"account_id" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"booking_id" uuid NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "appointment_texts_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
ALTER TABLE "appointment_texts" ADD CONSTRAINT "appointment_texts_account_id_booking_id_bookings_account_id_id_fk" FOREIGN KEY ("account_id","booking_id") REFERENCES "public"."bookings"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appointment_texts_booking" ON "appointment_texts" USING btree ("account_id","booking_id");--> statement-breakpoint
ALTER TABLE appointment_texts ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Written down for as long as their appointment is there.
GRANT SELECT, INSERT ON appointment_texts TO opus_service;
--> statement-breakpoint
CREATE POLICY one_account ON appointment_texts TO opus_service
  USING (account_id = current_setting('opus.account', true))
  WITH CHECK (account_id = current_setting('opus.account', true));
