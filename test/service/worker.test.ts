import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { monday, setUpClinic } from './support/clinic-fixture.js';
import { bookingOf, startService, testId } from './support/service.js';
import { countRows, openTestDatabase } from './support/test-database.js';
import { sendDueMessages } from '../../service/node/worker.js';
import { purgeExpired } from '../../service/store/purge-expired.js';

const database = await openTestDatabase();
after(() => database.close());

let service: ReturnType<typeof startService>;
beforeEach(async () => {
  await database.clear();
  await setUpClinic(database.db, { clinicians: [{ id: 'berit' }, { id: 'carl' }] });
  service = startService(database);
});
const book = async (clinician: string, index = 0, mobile = '41234567') => {
  const { body } = await service.hold({ clinician });
  return service.book(body, {
    patient: { ...bookingOf(body).patient, nationalId: testId(index), mobile },
  });
};
const transports = () => {
  const send = async ({ id }: { id: string }) => {
    sent.push(id);
    return {};
  };
  return { sms: send, email: send };
};
let sent: string[] = [];
beforeEach(() => {
  sent = [];
});

describe('messages that were left', () => {
  it('[M-06] go out later, each once, also when two workers look at the same moment', async () => {
    service.gatewayIsDown = true;
    await book('anne');
    service.now += 60_000;
    const clock = () => service.now;
    await Promise.all([
      sendDueMessages(database.db, transports(), clock),
      sendDueMessages(database.db, transports(), clock),
    ]);
    assert.equal(sent.length, 2);
    assert.equal(new Set(sent).size, 2);
    assert.equal(await countRows(database.db, "outbox WHERE status = 'S' AND text IS NULL"), 2);
  });

  it('[M-09] are not sent once the code has expired', async () => {
    service.gatewayIsDown = true;
    await book('anne');
    service.now += 600_000;
    await sendDueMessages(database.db, transports(), () => service.now);
    assert.deepEqual(sent, []);
    assert.equal(await countRows(database.db, "outbox WHERE status = 'U' AND text IS NULL"), 2);
  });
});

describe('budgets for SMS', () => {
  it('[P-31] bound what one number gets, whoever books', async () => {
    service = startService(database, { limits: { smsPerNumberAnHour: 2 } });
    assert.equal((await book('anne', 0)).status, 202);
    assert.equal((await book('berit', 1)).status, 202);
    const third = await book('carl', 2);
    assert.deepEqual([third.status, third.body.code], [429, 'rate-limited']);
    assert.equal(await countRows(database.db, 'bookings'), 2);
  });

  it('[P-31] bound what one address sends', async () => {
    service = startService(database, { limits: { smsPerAddressAnHour: 1 } });
    assert.equal((await book('anne', 0, '41234567')).status, 202);
    assert.equal((await book('berit', 1, '49999999')).status, 429);
  });
});

describe('tidying', () => {
  it('[N-02] forgets holds that came to nothing, counters and old keys, never an appointment', async () => {
    const { body } = await book('anne');
    const { status } = await service.call(`/bookings/${body.id}/code`, {
      json: { code: service.lastCode() },
      headers: { 'Booking-Token': body.token },
    });
    assert.equal(status, 200);
    await service.hold({ clinician: 'berit', start: `${monday}T09:00:00+01:00` });
    await purgeExpired(database.db, service.now + 3_600_000);
    assert.equal(await countRows(database.db, 'reservations'), 2);
    await purgeExpired(database.db, service.now + 3 * 86_400_000);
    assert.equal(await countRows(database.db, 'reservations'), 1);
    assert.equal(await countRows(database.db, 'bookings'), 1);
    for (const table of ['rate_windows', 'idempotency_keys']) {
      assert.equal(await countRows(database.db, table), 0, table);
    }
  });

  it('[N-02] forgets who left a booking unconfirmed, a day after it ended', async () => {
    assert.equal((await book('anne')).status, 202);
    await purgeExpired(database.db, service.now + 3_600_000);
    assert.equal(await countRows(database.db, 'bookings'), 1);
    await purgeExpired(database.db, service.now + 2 * 86_400_000);
    assert.equal(await countRows(database.db, 'bookings'), 0);
    assert.equal(await countRows(database.db, 'reservations'), 0);
  });
});
