import { sql } from 'drizzle-orm';
import type { Database } from './database.js';
import { ensureGuards } from './guards.js';
import { migrations } from './migrations.js';

/** Number of the lock that makes migrations of one database wait for each other; any fixed number will do. */
const migrationLock = 71_094_401;

/**
 * Brings the database up to date and puts the guards of its rows in place; safe to repeat and when several processes start at
 * once. Throws on failure, a `GuardsError` where accounts cannot be kept apart.
 */
export async function migrate(db: Database): Promise<void> {
  if (!(await isMigrated(db))) await runMigrations(db);
  await ensureGuards(db);
}

async function runMigrations(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(${migrationLock})`);
    await tx.execute(
      sql`CREATE TABLE IF NOT EXISTS opus_migrations (name text PRIMARY KEY, hash text NOT NULL, at timestamptz NOT NULL DEFAULT now())`,
    );
    const done = await tx
      .select({ name: sql<string>`name`, hash: sql<string>`hash` })
      .from(sql`opus_migrations`);
    const hashes = new Map(done.map(({ name, hash }) => [name, hash]));
    for (const { name, hash, statements } of migrations) {
      const before = hashes.get(name);
      if (before === hash) continue;
      if (before !== undefined) throw new Error(`Migration ${name} was changed after it had run.`);
      for (const statement of statements) await tx.execute(sql.raw(statement));
      await tx.execute(sql`INSERT INTO opus_migrations (name, hash) VALUES (${name}, ${hash})`);
    }
  });
}

/** Whether every migration of this version has run; false when the database has none of our tables. */
export async function isMigrated(db: Pick<Database, 'select'>): Promise<boolean> {
  const [found] = await db
    .select({ table: sql<string | null>`to_regclass('opus_migrations')::text` })
    .from(sql`(SELECT 1) AS one`);
  if (!found?.table) return false;
  const done = await db.select({ name: sql<string>`name` }).from(sql`opus_migrations`);
  const names = new Set(done.map(({ name }) => name));
  return migrations.every(({ name }) => names.has(name));
}

/** Names this version of the schema, for stored snapshots. */
export function schemaVersion(): string {
  return migrations.map(({ hash }) => hash.slice(0, 16)).join('-');
}
