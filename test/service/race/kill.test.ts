import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { Client } from 'pg';
import { setUpClinic } from '../support/clinic-fixture.js';
import { bookingOf } from '../support/service.js';
import type { ServiceProcess } from '../support/service-process.js';
import { callProcess, startServiceProcess } from '../support/service-process.js';
import { countRows, openTestDatabase } from '../support/test-database.js';
import { addDays, weekday } from '../../../src/domain/civil-date.js';
import { randomToken } from '../../../service/store/secrets.js';
import type { Hold } from '../../../src/contract/index.js';

const database = await openTestDatabase('postgres');
let service: ServiceProcess;
const start = async () => {
  service = await startServiceProcess({ DATABASE_URL: database.url! });
};
before(start);
after(async () => {
  await service.kill();
  await database.close();
});

const today = new Date().toISOString().slice(0, 10);
const monday = addDays(today, 15 - weekday(today));

const count = (from: string) => countRows(database.db, from);

const hold = () =>
  callProcess<Hold>(service, '/holds', {
    json: { start: `${monday}T09:00:00Z`, treatment: 'check' },
    headers: { 'Hold-Token': randomToken() },
  });
const book = (held: Hold, key: string) =>
  callProcess<{ status: string; appointment: { id: string } }>(service, '/bookings', {
    json: bookingOf(held),
    headers: { 'Hold-Token': held.token, 'Idempotency-Key': key },
  });

describe('a service that dies in the middle of a booking', () => {
  beforeEach(async () => {
    await database.clear();
    await setUpClinic(database.db, { monday, settings: { confirmation: 'none' } });
  });

  it('[N-01] after half of its writes: nothing stored, and the retry makes exactly one appointment', async () => {
    const { body: held } = await hold();
    // The outbox comes last: whoever locks it stops the booking when all else is written.
    const blocker = new Client({ connectionString: database.url! });
    await blocker.connect();
    await blocker.query('BEGIN');
    await blocker.query('LOCK TABLE outbox IN ACCESS EXCLUSIVE MODE');
    const lost = book(held, 'key').then(
      () => 'answered',
      () => 'cut off',
    );
    const isWaiting = async () =>
      (
        await blocker.query(
          "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
        )
      ).rowCount;
    while (!(await isWaiting())) await new Promise((resolve) => setTimeout(resolve, 20));
    await service.kill();
    assert.equal(await lost, 'cut off');
    await blocker.query('ROLLBACK');
    await blocker.end();
    await start();
    assert.equal(await count('bookings'), 0);

    const again = await book(held, 'key');
    const third = await book(held, 'key');
    assert.deepEqual([again.status, third.status], [201, 201]);
    assert.deepEqual(third.body, again.body);
    assert.deepEqual(
      [await count('bookings'), await count('patients'), await count('outbox')],
      [1, 1, 2],
    );
  });

  it('[N-01] at any moment: the retry makes exactly one appointment', async () => {
    for (const delay of [0, 5, 15, 30, 60]) {
      await database.clear();
      await setUpClinic(database.db, { monday, settings: { confirmation: 'none' } });
      const { body: held } = await hold();
      const attempt = book(held, 'key').catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, delay));
      await service.kill();
      await attempt;
      await start();
      const { status, body } = await book(held, 'key');
      assert.deepEqual([status, body.status], [201, 'confirmed'], `killed after ${delay} ms`);
      assert.equal(await count('bookings'), 1);
      assert.equal(await count("reservations WHERE status = 'booked'"), 1);
    }
  });
});
