import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDemoEnvironment } from '../../demo/environment.js';
import { createSeeder, sampleSnapshot } from '../../demo/seed.js';
import { startService } from '../../service/node/start-service.js';
import type { Database } from '../../service/store/database.js';

/** Starts the service with the sample accounts on a folder of its own, filled once more before anybody is served. */
export async function startFilled(
  port: number,
  fill: (db: Database) => Promise<void>,
): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'opus-console-'));
  const environment = readDemoEnvironment({
    ...process.env,
    PORT: String(port),
    DEMO: '1',
    DATABASE_URL: '',
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
    rmSync(folder, { recursive: true, force: true });
  };
}
