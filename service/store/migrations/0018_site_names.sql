CREATE TABLE "site_names" (
	"name" text PRIMARY KEY NOT NULL,
	"owner" text NOT NULL,
	"leads_until" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "site_names" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "site_name" text;--> statement-breakpoint
ALTER TABLE "site_names" ADD CONSTRAINT "site_names_owner_accounts_id_fk" FOREIGN KEY ("owner") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "site_names_owner" ON "site_names" USING btree ("owner");--> statement-breakpoint
CREATE UNIQUE INDEX "site_names_present" ON "site_names" USING btree ("owner") WHERE "site_names"."leads_until" IS NULL;--> statement-breakpoint
INSERT INTO site_names (name, owner) SELECT id, id FROM accounts;
--> statement-breakpoint
-- Accounts that Swedish patients may be shown (S-09): none by itself.
UPDATE accounts SET settings = settings || '{"marketplace": false}';
--> statement-breakpoint
-- The role of the service sees one account's rows; these functions work as the owner of the tables and tell no more than they say.
-- An account begins with its id as the name of its page. Fails where another account has that name.
CREATE FUNCTION opus_name_new_account() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  INSERT INTO site_names AS s (name, owner) VALUES (NEW.id, NEW.id)
    ON CONFLICT (name) DO UPDATE SET owner = NEW.id, leads_until = NULL
    WHERE s.leads_until <= NEW.created_at AND s.owner <> s.name;
  IF NOT FOUND THEN
    RAISE unique_violation USING CONSTRAINT = 'site_names_pkey', MESSAGE = 'the name is taken';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER name_page AFTER INSERT ON accounts FOR EACH ROW EXECUTE FUNCTION opus_name_new_account();
--> statement-breakpoint
-- Whose page a name leads to, and the name that this page has now: no row where it leads nowhere.
CREATE FUNCTION opus_site(wanted text, at timestamptz) RETURNS TABLE (account text, name text) LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT present.owner, present.name FROM site_names asked
    JOIN site_names present ON present.owner = asked.owner AND present.leads_until IS NULL
    WHERE asked.name = wanted AND (asked.leads_until IS NULL OR asked.leads_until > at)
$$;
--> statement-breakpoint
-- Whether the account of the transaction may take a name. An account's id stays its own.
CREATE FUNCTION opus_site_name_state(wanted text, at timestamptz) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT coalesce((
    SELECT CASE
      WHEN owner = current_setting('opus.account') THEN 'yours'
      WHEN leads_until <= at AND owner <> name THEN 'free'
      ELSE 'taken' END
    FROM site_names WHERE name = wanted), 'free')
$$;
--> statement-breakpoint
-- The names of the account of the transaction.
CREATE FUNCTION opus_own_site_names() RETURNS TABLE (name text, leads_until timestamptz) LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT s.name, s.leads_until FROM site_names s WHERE s.owner = current_setting('opus.account')
$$;
--> statement-breakpoint
-- Gives the account of the transaction another name, the former one leading there until some time; false where it is taken.
CREATE FUNCTION opus_take_site_name(wanted text, at timestamptz, former_until timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  me text := current_setting('opus.account');
BEGIN
  -- Asked before anything is locked, so that two accounts that want each other's names do not wait for each other.
  IF opus_site_name_state(wanted, at) = 'taken' THEN RETURN false; END IF;
  UPDATE site_names SET leads_until = former_until WHERE owner = me AND leads_until IS NULL AND name <> wanted;
  INSERT INTO site_names AS s (name, owner) VALUES (wanted, me)
    ON CONFLICT (name) DO UPDATE SET owner = me, leads_until = NULL
    WHERE s.owner = me OR (s.leads_until <= at AND s.owner <> s.name);
  RETURN FOUND;
END
$$;
--> statement-breakpoint
-- Accounts that joined the marketplace and take new bookings (S-09).
CREATE FUNCTION opus_marketplace(most integer) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT id FROM accounts
    WHERE market = 'SE' AND status = 'open' AND settings->>'marketplace' = 'true' ORDER BY id LIMIT most
$$;
--> statement-breakpoint
-- What works as the owner finds its tables in this schema alone.
DO $$
DECLARE
  signature text;
BEGIN
  FOR signature IN
    SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = current_schema()::regnamespace AND prosecdef AND starts_with(proname, 'opus_')
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path TO %I, pg_temp', signature, current_schema());
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO opus_service', signature);
  END LOOP;
END
$$;
