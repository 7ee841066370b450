ALTER TABLE "bookings" DROP CONSTRAINT "bookings_national_id_once";--> statement-breakpoint
ALTER TABLE "patients" DROP CONSTRAINT "patients_national_id_once";--> statement-breakpoint
ALTER TABLE "logins" DROP CONSTRAINT "logins_national_id_once";--> statement-breakpoint
ALTER TABLE "sessions" DROP CONSTRAINT "sessions_national_id_once";--> statement-breakpoint
DROP INDEX "bookings_national_id";--> statement-breakpoint
DROP INDEX "patients_national_id";--> statement-breakpoint
ALTER TABLE "patients" ALTER COLUMN "national_id_key" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "patients" ALTER COLUMN "national_id_sealed" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "patients" ALTER COLUMN "national_id_lookup" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ALTER COLUMN "national_id_key" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ALTER COLUMN "national_id_sealed" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ALTER COLUMN "national_id_lookup" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "bookings" DROP COLUMN "national_id";--> statement-breakpoint
ALTER TABLE "patients" DROP COLUMN "national_id";--> statement-breakpoint
ALTER TABLE "logins" DROP COLUMN "national_id";--> statement-breakpoint
ALTER TABLE "sessions" DROP COLUMN "national_id";