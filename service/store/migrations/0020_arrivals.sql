ALTER TABLE "bookings" ADD COLUMN "arrived_at" timestamp with time zone;--> statement-breakpoint
-- What the timebook shows of an appointment and only its booking holds: whether the patient has come, and the text.
CREATE FUNCTION opus_booking_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  time reservations%ROWTYPE;
BEGIN
  SELECT * INTO time FROM reservations WHERE account_id = NEW.account_id AND id = NEW.reservation_id;
  IF FOUND THEN
    PERFORM opus_change_reserved_days(time.account_id, time.clinician_id, time.starts_at, time.ends_at);
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER timebook_changed AFTER UPDATE OF arrived_at, text ON bookings
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.arrived_at IS DISTINCT FROM NEW.arrived_at OR OLD.text IS DISTINCT FROM NEW.text)
  EXECUTE FUNCTION opus_booking_changed();
