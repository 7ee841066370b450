// What patients do at the very moment at which the clinic erases the record that it concerns.
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { monday, setUpClinic } from '../support/clinic-fixture.js';
import { openSession, rowsOf, storePatient } from '../support/patients.js';
import type { Answer, TestService } from '../support/service.js';
import { bookingOf, startService, testId } from '../support/service.js';
import { operatorOf } from '../support/staff.js';
import { countRows, openTestDatabase } from '../support/test-database.js';
import { misfits } from '../support/timebook-invariants.js';

const database = await openTestDatabase('postgres');
after(() => database.close());

const operatorKey = 'the-key-of-all-operators';
const who = { nationalId: testId(7), mobile: '98765432', email: 'kari@example.com' };

let service: TestService;
let staff: ReturnType<typeof operatorOf>;
let patientId: string;

async function begin(confirmation: 'none' | 'code'): Promise<void> {
  await database.clear();
  await setUpClinic(database.db, { settings: { confirmation } });
  service = startService(database, { operatorKey });
  staff = operatorOf(service, 'demo', operatorKey);
  patientId = (await storePatient(database)).id;
  assert.equal((await staff.call('GET', `/patients/${patientId}/export`)).status, 200);
}

const holdTime = async () => (await service.hold({ start: `${monday}T08:00:00+01:00` })).body;
const book = (hold: Awaited<ReturnType<typeof holdTime>>) =>
  service.book(hold, { patient: { ...bookingOf(hold).patient, ...who } });

/** Waits until so many transactions of this database wait for others. */
async function untilWaiting(count: number): Promise<void> {
  const waiting = `pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  for (let tries = 0; tries < 250; tries += 1) {
    if ((await countRows(database.db, waiting)) >= count) return;
    await pause(20);
  }
  assert.fail(`${count} do not wait.`);
}

/** Erases the patient and stops where a table is needed; there `work` runs, then both go on. */
async function whileErasing<Result>(
  lock: string,
  work: () => Promise<Result>,
): Promise<[erased: Answer, result: Result]> {
  const blocker = new Client({ connectionString: database.url! });
  await blocker.connect();
  try {
    await blocker.query('BEGIN');
    await blocker.query(`LOCK TABLE ${lock} MODE`);
    const erasing = staff.call('DELETE', `/patients/${patientId}`);
    await untilWaiting(1);
    const working = work();
    // Either it waits for that, or it is through.
    await Promise.race([untilWaiting(2), working]);
    await blocker.query('ROLLBACK');
    return [await erasing, await working];
  } finally {
    await blocker.end();
  }
}

/** The record has gone, all that is stored fits together, and nothing failed unexpectedly. */
async function expectErased(erased: Answer): Promise<void> {
  assert.equal(erased.status, 204);
  assert.deepEqual(service.errors, []);
  const ids = (await rowsOf(database, 'patients')).map(({ id }) => id);
  assert.ok(!ids.includes(patientId));
  assert.deepEqual(await misfits(database.db), []);
  assert.equal(await countRows(database.db, 'bookings WHERE confirmed_at IS NULL'), 0);
}

/** Where the erasure has locked the record and deleted nothing yet, and where all but the record is deleted. */
const recordLocked = 'logins IN SHARE';
const almostDone = 'demo_messages IN SHARE';

describe('a patient who is erased at the same moment', () => {
  for (const [when, lock] of [
    ['begins', recordLocked],
    ['is almost done', almostDone],
  ] as const) {
    describe(`while the erasure ${when}`, () => {
      it('[N-01] [N-08] books without a code, and is on file anew', async () => {
        await begin('none');
        const hold = await holdTime();
        const [erased, booked] = await whileErasing(lock, () => book(hold));
        assert.equal(booked.status, 201);
        await expectErased(erased);
        const [patient] = await rowsOf(database, 'patients');
        const [booking] = await rowsOf(database, 'bookings');
        assert.deepEqual([booking?.patientId, patient?.nationalId], [patient?.id, testId(7)]);
      });

      it('[N-01] [N-08] confirms by code, and is on file anew', async () => {
        await begin('code');
        const hold = await holdTime();
        const [erased, confirmed] = await whileErasing(lock, async () => {
          const { body } = await book(hold);
          return service.call(`/bookings/${body.id}/code`, {
            json: { code: service.lastCode() },
            headers: { 'Booking-Token': body.token },
          });
        });
        assert.equal(confirmed.status, 200);
        await expectErased(erased);
        assert.equal(await countRows(database.db, 'patients'), 1);
      });

      it('[N-01] [N-08] books with a session: it has ended, and the time is still kept', async () => {
        await begin('none');
        const session = await openSession(database, service.now, { patientId });
        const hold = await holdTime();
        const [erased, booked] = await whileErasing(lock, () =>
          service.call('/bookings', {
            json: { ...bookingOf(hold), patient: { mobile: who.mobile } },
            headers: { ...session, 'Hold-Token': hold.token, 'Idempotency-Key': 'key' },
          }),
        );
        assert.deepEqual(
          [booked.status, (booked.body as { code: string }).code],
          [401, 'login-required'],
        );
        await expectErased(erased);
        assert.equal(await countRows(database.db, 'bookings'), 0);
        assert.equal(await countRows(database.db, "reservations WHERE status = 'held'"), 1);
      });

      it('[N-01] [N-08] asks for a code of a session: it has ended', async () => {
        await begin('code');
        const session = await openSession(database, service.now, { patientId });
        const [erased, sent] = await whileErasing(lock, () =>
          service.call('/session/code/send', { json: {}, headers: session }),
        );
        if (lock === almostDone) assert.equal(sent.status, 401);
        await expectErased(erased);
        assert.equal(await countRows(database.db, 'sessions'), 0);
      });
    });
  }

  it('[N-01] [N-08] keeps a booking that was made when no time ahead had been found', async () => {
    await begin('code');
    const hold = await holdTime();
    const [erased, booked] = await whileErasing('data_journal IN ACCESS EXCLUSIVE', () =>
      book(hold),
    );
    assert.equal(booked.status, 202);
    assert.equal(erased.status, 204);
    const confirmed = await service.call(`/bookings/${booked.body.id}/code`, {
      json: { code: service.lastCode() },
      headers: { 'Booking-Token': booked.body.token },
    });
    assert.equal(confirmed.status, 200);
    await expectErased(erased);
  });
});
