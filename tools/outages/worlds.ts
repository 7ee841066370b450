// Services that can be killed, over a database that can be looked at: processes on PostgreSQL, or one on an embedded database.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectPglite } from '../../service/node/connect.js';
import { formatDataKeys } from '../../service/store/data-key.js';
import { inAccount, withNationalIds, type Database } from '../../service/store/database.js';
import { migrate } from '../../service/store/migrate.js';
import { addPatient } from '../../service/store/patients.js';
import { setUpClinic } from '../../test/service/support/clinic-fixture.js';
import { testId } from '../../test/service/support/service.js';
import {
  startServiceProcess,
  type ServiceProcess,
} from '../../test/service/support/service-process.js';
import { openSession } from '../../test/service/support/sessions.js';
import {
  openTestDatabase,
  testDataKey,
  testIds,
} from '../../test/service/support/test-database.js';
import type { Postgres } from '../postgres.js';

/** Services over one database. */
export interface World {
  readonly processes: ServiceProcess[];
  /** Starts a process in the place of one that was killed. */
  restart: (index: number) => Promise<void>;
  /** Works on the database itself. */
  look: <Result>(work: (db: Database) => Promise<Result>) => Promise<Result>;
  close: () => Promise<void>;
}

/** Two processes on a server of PostgreSQL. */
export async function postgresWorld(server: Postgres): Promise<World> {
  process.env.TEST_DATABASE_URL = server.url;
  const database = await openTestDatabase('postgres');
  const start = () => startServiceProcess({ DATABASE_URL: database.url!, POOL_SIZE: '10' });
  const processes = [await start(), await start()];
  return {
    processes,
    async restart(index) {
      processes[index] = await start();
    },
    look: (work) => work(database.db),
    async close() {
      await Promise.all(processes.map(({ kill }) => kill()));
      await database.close();
    },
  };
}

/** One process on an embedded database, which nobody else may open meanwhile. */
export async function embeddedWorld(): Promise<World> {
  const dataDir = mkdtempSync(join(tmpdir(), 'opus-soak-'));
  const env = { DATA_DIR: dataDir, DATA_KEY: formatDataKeys([testDataKey]) };
  const processes: ServiceProcess[] = [];
  const look: World['look'] = async (work) => {
    await processes.pop()?.stop();
    const connection = await connectPglite(dataDir);
    const db = withNationalIds(connection.db, testIds);
    try {
      await migrate(db);
      return await work(db);
    } finally {
      await connection.close();
      processes.push(await startServiceProcess(env));
    }
  };
  await look(() => Promise.resolve());
  return {
    processes,
    async restart(index) {
      processes[index] = await startServiceProcess(env);
    },
    look,
    async close() {
      await Promise.all(processes.map(({ kill }) => kill()));
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const clinicians = ['berit', 'carl', 'dina', 'eli', 'finn'].map((id) => ({ id }));

/** A clinic with room for a round's bookings, and sessions of so many of its patients; returns their bearers. */
export async function openAccount(
  db: Database,
  id: string,
  monday: string,
  patients: number,
): Promise<string[]> {
  await setUpClinic(db, { id, monday, clinicians, settings: { changeDeadlineHours: 0 } });
  const bearers: string[] = [];
  for (let index = 0; index < patients; index += 1) {
    const nationalId = testId(index);
    await inAccount(db, id, (tx) =>
      addPatient(tx, {
        accountId: id,
        nationalId,
        firstName: 'Kari',
        lastName: 'Berg',
        mobile: `+479800${String(1000 + index)}`,
        email: `kari${index}@example.com`,
        mobileTrusted: true,
        createdAt: new Date(),
      }),
    );
    bearers.push(await openSession({ db }, Date.now(), { nationalId, account: id }));
  }
  return bearers;
}
