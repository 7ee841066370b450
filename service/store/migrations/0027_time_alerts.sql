CREATE TABLE "time_alerts" (
	"account_id" text NOT NULL,
	"id" uuid NOT NULL,
	"channel" text NOT NULL,
	"recipient" text NOT NULL,
	"lang" text NOT NULL,
	"clinic_id" text,
	"group_id" text,
	"clinician_id" text,
	"template_id" text,
	"booking_id" uuid,
	"patient_id" uuid,
	"before" timestamp with time zone NOT NULL,
	"consent_version" text NOT NULL,
	"consent_at" timestamp with time zone NOT NULL,
	"consent_lang" text,
	"confirmed_at" timestamp with time zone,
	"code_hash" text,
	"code_expires_at" timestamp with time zone,
	"code_tries" integer DEFAULT 0 NOT NULL,
	"told_at" timestamp with time zone,
	"told" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "time_alerts_account_id_id_pk" PRIMARY KEY("account_id","id")
);
--> statement-breakpoint
CREATE TABLE "time_alerts_told" (
	"account_id" text NOT NULL,
	"recipient" text NOT NULL,
	"clinician_id" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	CONSTRAINT "time_alerts_told_account_id_recipient_clinician_id_starts_at_pk" PRIMARY KEY("account_id","recipient","clinician_id","starts_at")
);
--> statement-breakpoint
CREATE TABLE "time_openings" (
	"account_id" text NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"clinician_id" text NOT NULL,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"date" date,
	"from_minutes" integer,
	"to_minutes" integer,
	"noticed_at" timestamp with time zone,
	"next_at" timestamp with time zone,
	CONSTRAINT "time_openings_account_id_id_pk" PRIMARY KEY("account_id","id"),
	CONSTRAINT "time_openings_whole" CHECK (num_nulls("time_openings"."starts_at", "time_openings"."ends_at") IN (0, 2) AND num_nulls("time_openings"."date", "time_openings"."from_minutes", "time_openings"."to_minutes") = CASE WHEN "time_openings"."starts_at" IS NULL THEN 0 ELSE 3 END)
);
--> statement-breakpoint
ALTER TABLE "time_alerts" ADD CONSTRAINT "time_alerts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_alerts" ADD CONSTRAINT "time_alerts_account_id_patient_id_patients_account_id_id_fk" FOREIGN KEY ("account_id","patient_id") REFERENCES "public"."patients"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_alerts" ADD CONSTRAINT "time_alerts_account_id_booking_id_bookings_account_id_id_fk" FOREIGN KEY ("account_id","booking_id") REFERENCES "public"."bookings"("account_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_alerts_told" ADD CONSTRAINT "time_alerts_told_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_openings" ADD CONSTRAINT "time_openings_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "time_alerts_waiting" ON "time_alerts" USING btree ("account_id","confirmed_at","id") WHERE "time_alerts"."confirmed_at" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "time_alerts_recipient" ON "time_alerts" USING btree ("account_id","recipient");--> statement-breakpoint
CREATE INDEX "time_alerts_patient" ON "time_alerts" USING btree ("account_id","patient_id");--> statement-breakpoint
CREATE INDEX "time_alerts_booking" ON "time_alerts" USING btree ("account_id","booking_id");--> statement-breakpoint
CREATE INDEX "time_alerts_expiring" ON "time_alerts" USING btree ("account_id","expires_at");--> statement-breakpoint
CREATE INDEX "time_alerts_told_start" ON "time_alerts_told" USING btree ("account_id","starts_at");--> statement-breakpoint
CREATE INDEX "time_openings_next" ON "time_openings" USING btree ("account_id","next_at");--> statement-breakpoint
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['time_alerts', 'time_alerts_told', 'time_openings']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO opus_service', name);
    EXECUTE format(
      'CREATE POLICY one_account ON %I TO opus_service USING (account_id = current_setting(''opus.account'', true)) WITH CHECK (account_id = current_setting(''opus.account'', true))',
      name
    );
  END LOOP;
END
$$;
--> statement-breakpoint
REVOKE UPDATE ON time_alerts_told FROM opus_service;
--> statement-breakpoint
-- Whether somebody waits for a time of a clinician that begins no later than an instant. What cannot be told to anybody is not noted
-- down: it costs accounts without alerts one look at an index.
CREATE FUNCTION opus_is_awaited(account text, clinician text, earliest timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM time_alerts a
    WHERE a.account_id = account AND a.confirmed_at IS NOT NULL AND a.before > earliest
      AND (a.clinician_id IS NULL OR a.clinician_id = clinician)
  )
$$;
--> statement-breakpoint
-- The time of an appointment that was cancelled, moved or deleted. Holds are no such times: what is given back before it was booked
-- was free all along.
CREATE FUNCTION opus_time_freed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF opus_is_awaited(OLD.account_id, OLD.clinician_id, OLD.starts_at) THEN
    INSERT INTO time_openings (account_id, clinician_id, starts_at, ends_at)
      VALUES (OLD.account_id, OLD.clinician_id, OLD.starts_at, OLD.ends_at);
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER time_freed AFTER UPDATE ON reservations FOR EACH ROW
  WHEN (
    OLD.status = 'booked' AND (
      NEW.status <> 'booked' OR OLD.clinician_id <> NEW.clinician_id
      OR OLD.starts_at <> NEW.starts_at OR OLD.ends_at <> NEW.ends_at
    )
  )
  EXECUTE FUNCTION opus_time_freed();
--> statement-breakpoint
CREATE TRIGGER time_freed_with_row AFTER DELETE ON reservations FOR EACH ROW WHEN (OLD.status = 'booked')
  EXECUTE FUNCTION opus_time_freed();
--> statement-breakpoint
-- Working time and preblocks that are new, or what they have grown by.
CREATE FUNCTION opus_time_published() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  is_grown boolean := TG_OP = 'UPDATE' AND NEW.clinician_id = OLD.clinician_id AND NEW.date = OLD.date
    AND NEW.clinic_id = OLD.clinic_id AND NEW.from_minutes < OLD.to_minutes AND OLD.from_minutes < NEW.to_minutes;
BEGIN
  -- The date may begin up to a day earlier than in UTC.
  IF NOT opus_is_awaited(NEW.account_id, NEW.clinician_id, ((NEW.date - 1)::text || ' 00:00Z')::timestamptz) THEN
    RETURN NULL;
  END IF;
  INSERT INTO time_openings (account_id, clinician_id, date, from_minutes, to_minutes)
    SELECT NEW.account_id, NEW.clinician_id, NEW.date, part.first, part.last
    FROM (
      SELECT NEW.from_minutes AS first, CASE WHEN is_grown THEN OLD.from_minutes ELSE NEW.to_minutes END AS last
      UNION ALL
      SELECT CASE WHEN is_grown THEN OLD.to_minutes ELSE NEW.to_minutes END, NEW.to_minutes
    ) AS part
    WHERE part.first < part.last;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER time_published AFTER INSERT OR UPDATE ON working_times FOR EACH ROW EXECUTE FUNCTION opus_time_published();
--> statement-breakpoint
CREATE TRIGGER time_published AFTER INSERT OR UPDATE ON preblock_placements FOR EACH ROW EXECUTE FUNCTION opus_time_published();
--> statement-breakpoint
-- No account has decided to tell anybody yet.
UPDATE accounts SET settings = settings || '{"timeAlerts": false}' WHERE NOT settings ? 'timeAlerts';
