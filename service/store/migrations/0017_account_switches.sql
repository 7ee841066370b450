ALTER TABLE "accounts" ADD COLUMN "maintenance" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "unpublished" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "new_booking_off" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- Accounts from before had one state, which is one switch now; and whoever had a way to log in keeps it.
UPDATE accounts SET
  maintenance = status = 'maintenance',
  unpublished = status = 'unpublished',
  new_booking_off = status = 'new-booking-off',
  settings = jsonb_set(settings, '{login,on}', 'true');
--> statement-breakpoint
ALTER TABLE "accounts" DROP COLUMN "status";--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "status" text GENERATED ALWAYS AS (CASE WHEN unpublished THEN 'unpublished' WHEN maintenance THEN 'maintenance' WHEN new_booking_off THEN 'new-booking-off' ELSE 'open' END) STORED NOT NULL;
