import { sql } from 'drizzle-orm';
import type { Database } from './database.js';
import { findMissingGuards } from './guards.js';
import { isMigrated } from './migrate.js';
import { OutageError, asOutage } from './outage.js';

/**
 * Why the database cannot serve accounts now; undefined where it can: it has this version's schema and the guards of its rows,
 * works as the role of a call, and can write to its disk. Never rejects.
 */
export async function findObstacle(db: Database): Promise<OutageError | undefined> {
  try {
    const found = await db.transaction(async (tx) => {
      await tx.execute(
        sql`SELECT set_config('statement_timeout', '1s', true), set_config('lock_timeout', '1s', true)`,
      );
      if (!(await isMigrated(tx))) return "missing: this version's schema";
      const guards = await findMissingGuards(tx);
      if (guards.length > 0) return `missing: ${guards.join(', ')}`;
      const [state] = await tx
        .select({ isReadOnly: sql<string>`current_setting('transaction_read_only')` })
        .from(sql`(SELECT set_config('role', 'opus_service', true)) AS one`);
      if (state?.isReadOnly === 'on') return '25006';
      await writeToDisk(tx);
      return undefined;
    });
    return found === undefined ? undefined : new OutageError(found, undefined);
  } catch (error) {
    const outage = asOutage(error);
    return outage instanceof OutageError ? outage : new OutageError('unknown', error);
  }
}

/** Sorts more than its memory holds: that writes to the disk of the database, and leaves neither rows nor log behind. */
async function writeToDisk(tx: Pick<Database, 'execute'>): Promise<void> {
  await tx.execute(sql`SELECT set_config('work_mem', '64kB', true)`);
  await tx.execute(
    sql`SELECT count(*) FROM (SELECT repeat(n::text, 40) AS text FROM generate_series(1, 2000) n ORDER BY 1 OFFSET 0) AS sorted`,
  );
}
