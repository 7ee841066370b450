CREATE TABLE "day_revisions" (
	"account_id" text NOT NULL,
	"clinician_id" text NOT NULL,
	"date" date NOT NULL,
	"revision" bigint NOT NULL,
	CONSTRAINT "day_revisions_account_id_clinician_id_date_pk" PRIMARY KEY("account_id","clinician_id","date")
);
--> statement-breakpoint
CREATE TABLE "timebook_revisions" (
	"account_id" text NOT NULL,
	"revision" bigint NOT NULL,
	"begun" bigint DEFAULT nextval('opus_revision') NOT NULL,
	CONSTRAINT "timebook_revisions_account_id_pk" PRIMARY KEY("account_id")
);
--> statement-breakpoint
ALTER TABLE "day_revisions" ADD CONSTRAINT "day_revisions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timebook_revisions" ADD CONSTRAINT "timebook_revisions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "day_revisions_revision" ON "day_revisions" USING btree ("account_id","revision");--> statement-breakpoint
CREATE INDEX "reservations_taken" ON "reservations" USING btree ("account_id","ends_at") WHERE "reservations"."status" IN ('held', 'pending', 'booked');--> statement-breakpoint
CREATE INDEX "reservations_taken_of_clinician" ON "reservations" USING btree ("account_id","clinician_id","ends_at") WHERE "reservations"."status" IN ('held', 'pending', 'booked');--> statement-breakpoint
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['day_revisions', 'timebook_revisions']
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
-- Notes that a clinician's days have changed, under the one new revision of this transaction. The first call of a transaction locks
-- the account's revision until the commit: called at the commit, by deferred triggers, it makes nobody wait for more than that.
CREATE FUNCTION opus_change_days(account text, clinician text, first date, last date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  transaction_account text := pg_current_xact_id()::text || ' ' || account;
  noted text[] := string_to_array(current_setting('opus.timebook_change', true), '=');
  next bigint;
BEGIN
  IF noted[1] = transaction_account THEN
    next := noted[2]::bigint;
  ELSE
    INSERT INTO timebook_revisions AS known (account_id, revision) VALUES (account, 1)
      ON CONFLICT (account_id) DO UPDATE SET revision = known.revision + 1
      RETURNING revision INTO next;
    PERFORM set_config('opus.timebook_change', transaction_account || '=' || next, true);
  END IF;
  INSERT INTO day_revisions AS known (account_id, clinician_id, date, revision)
    SELECT account, clinician, first + number, next FROM generate_series(0, last - first) AS number
    ON CONFLICT (account_id, clinician_id, date) DO UPDATE SET revision = next WHERE known.revision <> next;
END
$$;
--> statement-breakpoint
CREATE FUNCTION opus_calendar_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM opus_change_days(OLD.account_id, OLD.clinician_id, OLD.date, OLD.date);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM opus_change_days(NEW.account_id, NEW.clinician_id, NEW.date, NEW.date);
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
-- The UTC dates that a reservation touches: no zone takes part, and readers look a day further both ways.
CREATE FUNCTION opus_change_reserved_days(account text, clinician text, starts timestamptz, ends timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  epoch date := DATE '1970-01-01';
BEGIN
  PERFORM opus_change_days(
    account, clinician,
    epoch + floor(extract(epoch FROM starts) / 86400)::int,
    epoch + floor(extract(epoch FROM ends) / 86400)::int
  );
END
$$;
--> statement-breakpoint
CREATE FUNCTION opus_reservation_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM opus_change_reserved_days(OLD.account_id, OLD.clinician_id, OLD.starts_at, OLD.ends_at);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM opus_change_reserved_days(NEW.account_id, NEW.clinician_id, NEW.starts_at, NEW.ends_at);
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER timebook_changed AFTER INSERT OR UPDATE OR DELETE ON working_times
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION opus_calendar_changed();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER timebook_changed AFTER INSERT OR UPDATE OR DELETE ON preblock_placements
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION opus_calendar_changed();
--> statement-breakpoint
-- Times that take nothing from anybody change nothing.
CREATE CONSTRAINT TRIGGER timebook_gained AFTER INSERT ON reservations
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.status IN ('held', 'pending', 'booked'))
  EXECUTE FUNCTION opus_reservation_changed();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER timebook_changed AFTER UPDATE ON reservations
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.status IN ('held', 'pending', 'booked') OR NEW.status IN ('held', 'pending', 'booked'))
  EXECUTE FUNCTION opus_reservation_changed();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER timebook_lost AFTER DELETE ON reservations
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.status IN ('held', 'pending', 'booked'))
  EXECUTE FUNCTION opus_reservation_changed();
