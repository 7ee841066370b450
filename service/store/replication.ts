import { sql } from 'drizzle-orm';
import type { BareDatabase } from './database.js';

/** How far a server's log has come. */
export interface LogPosition {
  /** Bytes of the log since the cluster was made. */
  bytes: bigint;
  /** Names the cluster: positions of two clusters have nothing to do with each other. */
  cluster: string;
}

const cluster = sql<string>`(SELECT system_identifier::text FROM pg_control_system())`;

/** The position of a primary server: whoever commits from now on is beyond it, and whoever has committed is not. */
export async function findWrittenPosition(db: BareDatabase): Promise<LogPosition> {
  const [row] = await db
    .select({ bytes: sql<string>`position::text`, cluster })
    .from(sql`(SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn AS position) AS log`);
  return { bytes: BigInt(row!.bytes), cluster: row!.cluster };
}

/** The position up to which a replica shows what was committed; undefined for a server that is no replica. */
export async function findReplayedPosition(db: BareDatabase): Promise<LogPosition | undefined> {
  const [row] = await db
    .select({ bytes: sql<string | null>`position::text`, cluster })
    .from(
      sql`(SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() - '0/0'::pg_lsn END AS position) AS log`,
    );
  return row?.bytes == null ? undefined : { bytes: BigInt(row.bytes), cluster: row.cluster };
}
