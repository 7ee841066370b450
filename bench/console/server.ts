import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDemoEnvironment } from '../../demo/environment.js';
import { createSeeder, sampleSnapshot } from '../../demo/seed.js';
import { startService } from '../../service/node/start-service.js';
import type { Database } from '../../service/store/database.js';
import { startPostgres } from '../../tools/postgres.js';

/**
 * Starts the service with the sample accounts on a folder of its own, or on a PostgreSQL of its own where `BENCH_DATABASE` says so, filled
 * once more before anybody is served.
 */
export async function startFilled(
  port: number,
  fill: (db: Database) => Promise<void>,
): Promise<() => Promise<void>> {
  const postgres = process.env.BENCH_DATABASE === 'postgres' ? await startPostgres() : undefined;
  console.log(postgres ? `PostgreSQL ${postgres.version}` : 'embedded PGlite');
  const folder = mkdtempSync(join(tmpdir(), 'opus-console-'));
  const environment = readDemoEnvironment({
    ...process.env,
    PORT: String(port),
    DEMO: '1',
    DATABASE_URL: postgres?.url ?? '',
    SERVER_KEY: randomBytes(24).toString('base64url'),
    DATA_DIR: join(folder, 'data'),
  });
  const service = await startService(environment, {
    command: 'npm run bench:console',
    snapshot: sampleSnapshot,
    async extend({ connection, fetch, keys, serverKey }) {
      await createSeeder({ connection, fetch, keys, serverKey }).begin();
      await fill(connection.db);
      return {};
    },
  });
  return async () => {
    await service.stop();
    postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
