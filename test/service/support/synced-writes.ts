import fs from 'node:fs';
import { sql } from 'drizzle-orm';
import { mock } from 'node:test';
import { syncBuiltinESMExports } from 'node:module';
import { connectPglite } from '../../../service/node/connect.js';
import { snapshotFolder } from './test-database.js';

/** How often the files of an embedded database are synced by one commit, and by one reading transaction. */
export async function syncedWrites(dataDir: string): Promise<{
  syncsOfCommit: number;
  syncsOfRead: number;
  setting: string | undefined;
}> {
  const connection = await connectPglite(dataDir, { folder: snapshotFolder });
  const { db } = connection;
  const fsync = mock.method(fs, 'fsyncSync');
  // For those who import the function by its name.
  syncBuiltinESMExports();
  const syncsOf = async (work: () => Promise<unknown>) => {
    const before = fsync.mock.callCount();
    await work();
    return fsync.mock.callCount() - before;
  };
  try {
    await db.execute(sql`CREATE TABLE synced (n integer)`);
    const syncsOfCommit = await syncsOf(() => db.execute(sql`INSERT INTO synced VALUES (1)`));
    const syncsOfRead = await syncsOf(() => db.execute(sql`SELECT count(*) FROM synced`));
    const [row] = await db
      .select({ setting: sql<string>`current_setting('fsync')` })
      .from(sql`(SELECT 1) AS one`);
    return { syncsOfCommit, syncsOfRead, setting: row?.setting };
  } finally {
    fsync.mock.restore();
    syncBuiltinESMExports();
    await connection.close();
  }
}
