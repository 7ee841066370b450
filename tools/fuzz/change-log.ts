// Which rows a call has changed for good: triggers write it down in the transaction of the change, so that what is rolled back
// leaves nothing.
import { sql } from 'drizzle-orm';
import { Pool } from 'pg';
import type { Database } from '../../service/store/database.js';

/** Has every change of an account's rows written down. */
export async function installChangeLog(db: Database): Promise<void> {
  await db.execute(sql`
    CREATE UNLOGGED TABLE fuzz_changes (change text NOT NULL)`);
  await db.execute(sql`
    CREATE FUNCTION fuzz_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN
      -- As the role of the service does: a row that is written as it was has not changed.
      IF TG_OP = 'UPDATE' AND OLD IS NOT DISTINCT FROM NEW THEN RETURN NULL; END IF;
      INSERT INTO fuzz_changes VALUES (TG_TABLE_NAME || ' ' || lower(TG_OP));
      RETURN NULL;
    END $$`);
  await db.execute(sql`
    DO $$
    DECLARE name text;
    BEGIN
      FOR name IN SELECT relname FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname NOT IN ('opus_migrations', 'fuzz_changes')
      LOOP
        EXECUTE format('CREATE TRIGGER fuzz_note AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION fuzz_note()', name);
      END LOOP;
    END $$`);
}

/** A connection that reads what was changed, apart from those of the service. */
export class ChangeLog {
  private readonly pool: Pool;

  constructor(url: string) {
    this.pool = new Pool({ connectionString: url, max: 1 });
    this.pool.on('error', () => undefined);
  }

  /** What was changed since it was asked last, such as `bookings insert`. */
  async take(): Promise<string[]> {
    const { rows } = await this.pool.query<{ change: string }>(
      'WITH gone AS (DELETE FROM fuzz_changes RETURNING change) SELECT DISTINCT change FROM gone ORDER BY 1',
    );
    return rows.map(({ change }) => change);
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}
