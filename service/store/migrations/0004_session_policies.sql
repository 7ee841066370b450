-- What came with logins, needs and messages' texts is one account's like everything else (N-04).
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['journal_entries', 'recalls', 'eid_providers', 'logins', 'sessions', 'message_texts']
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
-- Accounts from before have no sender of their own.
UPDATE accounts SET settings = settings || '{"sender": {"emailName": null, "emailAddress": null, "sms": null}}'
  WHERE NOT settings ? 'sender';
