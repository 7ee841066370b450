ALTER TABLE "bookings" ADD COLUMN "recall_card" boolean;--> statement-breakpoint
-- What else the timebook shows of an appointment and only its booking holds.
DROP TRIGGER timebook_changed ON bookings;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER timebook_changed AFTER UPDATE OF arrived_at, text, campaign_code, recall_card ON bookings
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (
    OLD.arrived_at IS DISTINCT FROM NEW.arrived_at OR OLD.text IS DISTINCT FROM NEW.text
    OR OLD.campaign_code IS DISTINCT FROM NEW.campaign_code OR OLD.recall_card IS DISTINCT FROM NEW.recall_card
  )
  EXECUTE FUNCTION opus_booking_changed();
