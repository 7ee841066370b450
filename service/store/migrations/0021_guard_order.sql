-- Inside GiST the first columns decide where a row lies. With the random party before the range, a guard read every row that a
-- clinician has ever had before it let a new one in; with the range before it, it reads the neighbours in time.
ALTER TABLE reservations
  DROP CONSTRAINT reservations_clinician_once,
  ADD CONSTRAINT reservations_clinician_once
    EXCLUDE USING gist (account_id WITH =, clinician_id WITH =, during WITH &&, party_id WITH <>)
    WHERE (status IN ('held', 'pending', 'booked'));
--> statement-breakpoint
ALTER TABLE reservations
  DROP CONSTRAINT reservations_resource_once,
  ADD CONSTRAINT reservations_resource_once
    EXCLUDE USING gist (account_id WITH =, resource_id WITH =, during WITH &&, party_id WITH <>)
    WHERE (status IN ('held', 'pending', 'booked') AND resource_id IS NOT NULL);
--> statement-breakpoint
ALTER TABLE working_times
  DROP CONSTRAINT working_times_one_clinic,
  ADD CONSTRAINT working_times_one_clinic
    EXCLUDE USING gist (
      account_id WITH =,
      clinician_id WITH =,
      tsrange(date + from_minutes * interval '1 minute', date + to_minutes * interval '1 minute') WITH &&,
      clinic_id WITH <>
    );
