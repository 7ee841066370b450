-- A clinician and a resource are never taken twice (A-10, N-01); equality inside GiST needs btree_gist.
CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
ALTER TABLE reservations ADD CONSTRAINT reservations_clinician_once
  EXCLUDE USING gist (account_id WITH =, clinician_id WITH =, party_id WITH <>, during WITH &&)
  WHERE (status IN ('held', 'pending', 'booked'));
--> statement-breakpoint
ALTER TABLE reservations ADD CONSTRAINT reservations_resource_once
  EXCLUDE USING gist (account_id WITH =, resource_id WITH =, party_id WITH <>, during WITH &&)
  WHERE (status IN ('held', 'pending', 'booked') AND resource_id IS NOT NULL);
--> statement-breakpoint
-- A clinician is at one clinic at a time (A-01).
ALTER TABLE working_times ADD CONSTRAINT working_times_one_clinic
  EXCLUDE USING gist (
    account_id WITH =,
    clinician_id WITH =,
    clinic_id WITH <>,
    tsrange(date + from_minutes * interval '1 minute', date + to_minutes * interval '1 minute') WITH &&
  );
--> statement-breakpoint
-- Every request works as this role, which sees one account's rows only (N-04).
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'opus_service') THEN
    CREATE ROLE opus_service NOLOGIN;
  END IF;
EXCEPTION
  -- Roles belong to the server: another database's migration may have been first.
  WHEN duplicate_object OR unique_violation THEN NULL;
  WHEN insufficient_privilege THEN
    RAISE EXCEPTION 'The role opus_service is missing and this user may not create it. As an administrator: CREATE ROLE opus_service NOLOGIN; GRANT opus_service TO %;', current_user;
END
$$;
--> statement-breakpoint
DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'opus_service', 'MEMBER') THEN
    EXECUTE format('GRANT opus_service TO %I', current_user);
  END IF;
EXCEPTION
  WHEN insufficient_privilege THEN
    RAISE EXCEPTION 'This user is no member of opus_service. As an administrator: GRANT opus_service TO %;', current_user;
END
$$;
--> statement-breakpoint
DO $$
DECLARE
  name text;
  key text;
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO opus_service', current_schema());
  FOR name, key IN
    SELECT table_name, CASE table_name WHEN 'accounts' THEN 'id' ELSE 'account_id' END
    FROM information_schema.columns
    WHERE table_schema = current_schema() AND (column_name = 'account_id' OR table_name = 'accounts' AND column_name = 'id')
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO opus_service', name);
    EXECUTE format(
      'CREATE POLICY one_account ON %I TO opus_service USING (%I = current_setting(''opus.account'', true)) WITH CHECK (%I = current_setting(''opus.account'', true))',
      name, key, key
    );
  END LOOP;
END
$$;
--> statement-breakpoint
GRANT USAGE ON SEQUENCE opus_revision TO opus_service;
--> statement-breakpoint
-- A new revision for every change of the account and its catalogue: the ETag, and the key of what processes remember.
CREATE FUNCTION opus_new_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.revision := nextval('opus_revision');
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER new_revision BEFORE UPDATE ON accounts FOR EACH ROW EXECUTE FUNCTION opus_new_revision();
--> statement-breakpoint
CREATE FUNCTION opus_touch_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE accounts SET name = name WHERE id = current_setting('opus.account', true);
  RETURN NULL;
END
$$;
--> statement-breakpoint
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'companies', 'clinic_groups', 'clinics', 'clinicians', 'clinician_clinics', 'categories', 'resources',
    'booking_templates', 'template_lists', 'template_list_items', 'preblock_definitions', 'preblock_categories',
    'preblock_lists', 'preblock_list_items'
  ]
  LOOP
    EXECUTE format(
      'CREATE TRIGGER touch_account AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION opus_touch_account()',
      name
    );
  END LOOP;
END
$$;
