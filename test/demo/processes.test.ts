import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Timebook, WorkingTimeList } from '../../src/contract/index.js';
import { addDays } from '../../src/domain/civil-date.js';
import { toClockTime } from '../../src/domain/clock-time.js';
import { mondayOf } from '../../src/domain/week.js';
import { startPostgres } from '../../tools/postgres.js';
import { ask, freePort, startDemo } from './support/running-demo.js';

describe('several processes', () => {
  it(
    '[N-01] seed one PostgreSQL database once, and both serve it',
    { timeout: 180_000 },
    async () => {
      const postgres = await startPostgres();
      try {
        const env = {
          DATABASE_URL: postgres.url,
          DEMO: '1',
          SERVER_KEY: 'a key for tests that is long enough',
          OPERATOR_KEY: 'the-key-of-all-operators',
        };
        const ports = [await freePort(), await freePort()];
        const demos = ports.map((port) => startDemo({ ...env, PORT: String(port) }));
        await Promise.all(demos.map(({ ready }) => ready));

        const monday = mondayOf(toClockTime(Date.now(), 'Europe/Oslo').date);
        const range = `from=${monday}&to=${addDays(monday, 84)}`;
        const headers = { Authorization: `Bearer ${env.OPERATOR_KEY}` };
        for (const port of ports) {
          const read = async (path: string): Promise<unknown> => {
            const url = `/v1/staff/accounts/kodefri/${path}?${range}`;
            return JSON.parse((await ask(port, url, { headers })).text);
          };
          const { workingTime } = (await read('working-time')) as WorkingTimeList;
          const { entries } = (await read('timebook')) as Timebook;
          assert.deepEqual([workingTime.length, entries.length], [50, 10]);
        }
        for (const demo of demos) demo.kill('SIGTERM');
        assert.deepEqual(await Promise.all(demos.map(({ ended }) => ended)), [0, 0]);
      } finally {
        postgres.stop();
      }
    },
  );
});
