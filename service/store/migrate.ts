import { sql } from 'drizzle-orm';
import type { BareDatabase, Database, Transaction } from './database.js';
import { ensureGuards } from './guards.js';
import { migrations } from './migrations.js';
import { hasNoPlainIds, sealPlainIds } from './seal-plain-ids.js';

/** Number of the lock that makes migrations of one database wait for each other; any fixed number will do. */
const migrationLock = 71_094_401;

/** Work on rows that SQL alone can't do, in transactions of its own. */
interface RowsStep {
  isDone: (tx: Transaction) => Promise<boolean>;
  /** Safe to stop at any moment, and to run several times at once. */
  run: (db: Database) => Promise<void>;
}

/** What has to be done before a migration, by its name without the number. */
const stepsBefore: Readonly<Record<string, RowsStep>> = {
  drop_plain_national_ids: { isDone: hasNoPlainIds, run: sealPlainIds },
};

/**
 * Brings the database up to date and puts the guards of its rows in place; safe to repeat and when several processes start at
 * once. Throws on failure, a `GuardsError` where accounts cannot be kept apart.
 */
export async function migrate(db: Database): Promise<void> {
  if (!(await isMigrated(db))) {
    for (let step = await runMigrations(db); step; step = await runMigrations(db)) {
      await step.run(db);
    }
  }
  await ensureGuards(db);
}

/** Runs what is missing, all of it or nothing, up to a step on rows that comes first; returns that step. */
function runMigrations(db: Database): Promise<RowsStep | undefined> {
  return db.transaction(async (tx) => {
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
      const step = stepsBefore[name.replace(/^\d+_/, '')];
      if (step && !(await step.isDone(tx))) return step;
      for (const statement of statements) await tx.execute(sql.raw(statement));
      await tx.execute(sql`INSERT INTO opus_migrations (name, hash) VALUES (${name}, ${hash})`);
    }
    return undefined;
  });
}

/** Whether every migration of this version has run; false when the database has none of our tables. */
export async function isMigrated(db: Pick<BareDatabase, 'select'>): Promise<boolean> {
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
