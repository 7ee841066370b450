import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { inAccount } from '../../service/store/database.js';
import { findMissingGuards } from '../../service/store/guards.js';
import { setUpClinic } from './support/clinic-fixture.js';
import { startService, type TestRequest } from './support/service.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
before(() => setUpClinic(database.db));
after(() => database.close());

/** A call that asks the database for itself alone: of a booking that is not there. */
const askBooking = (service: ReturnType<typeof startService>, more: TestRequest = {}) =>
  service.call<{ code: string }>(`/bookings/${crypto.randomUUID()}`, {
    headers: { 'Booking-Token': 'x'.repeat(43) },
    ...more,
  });

describe('the time of a call', () => {
  it('[N-07] is limited in each transaction, and in no other', async () => {
    const names = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'];
    const settings = async (tx: Pick<typeof database.db, 'select'>) => {
      const values: string[] = [];
      for (const name of names) {
        const [row] = await tx
          .select({ value: sql<string>`current_setting(${name})` })
          .from(sql`(SELECT 1) AS one`);
        values.push(row!.value);
      }
      return values;
    };
    const inside = await inAccount(database.db, 'demo', settings);
    assert.deepEqual(inside, ['8s', '5s', '15s']);
    assert.deepEqual(await settings(database.db), ['0', '0', '0']);
  });

  it('[N-07] a call whose caller has left is not computed', async () => {
    const service = startService(database);
    const leaving = await askBooking(service, { signal: AbortSignal.abort() });
    assert.deepEqual([leaving.status, leaving.body.code], [503, 'busy']);
    const search = '/slots?from=2026-11-23&to=2026-11-24';
    const left = await service.call<{ code: string }>(search, { signal: AbortSignal.abort() });
    assert.deepEqual([left.status, left.body.code], [503, 'busy']);
    assert.deepEqual(service.errors, []);
  });

  it('[N-07] more than is done and may wait is busy, with a time to come back', async () => {
    const admission = { running: 1, runningOfAccount: 1, waiting: 3, patience: 5000 };
    const service = startService(database, { admission });
    const answers = await Promise.all(Array.from({ length: 10 }, () => askBooking(service)));
    const statuses = answers.map(({ status }) => status).sort();
    assert.deepEqual(statuses, [404, 404, 404, 404, 503, 503, 503, 503, 503, 503]);
    for (const { status, headers } of answers) {
      if (status === 503) assert.ok(Number(headers.get('Retry-After')) >= 1);
    }
    assert.equal((await service.request('/healthz')).status, 200);
  });

  it('[N-04] no guard between accounts is missing', async () => {
    assert.deepEqual(await findMissingGuards(database.db), []);
  });
});
