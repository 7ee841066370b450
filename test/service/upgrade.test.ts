// A database that commit 3f9e761 wrote, opened by today's code (test/service/upgrade/write-old-database.ts made it).
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import type { KeyList, Timebook } from '../../src/contract/index.js';
import { sendDueMessages } from '../../service/node/worker.js';
import { checkDataKeys } from '../../service/store/check-data-keys.js';
import { randomDataKey } from '../../service/store/data-key.js';
import { withNationalIds } from '../../service/store/database.js';
import { isMigrated, migrate } from '../../service/store/migrate.js';
import { createNationalIds } from '../../service/store/national-ids.js';
import { sha256 } from '../../service/store/secrets.js';
import { oldFacts, openOldDatabase } from './support/old-database.js';
import { dumpOf, formsOf } from './support/dump.js';
import { rowsOf } from './support/patients.js';
import { bookingOf, ola, startService, testId } from './support/service.js';
import type { TestService } from './support/service.js';
import { patientOf } from './support/sessions.js';
import { operatorOf } from './support/staff.js';
import { countRows, testIds } from './support/test-database.js';

const operatorKey = 'the-key-of-all-operators';
const operatorToken = 'the-token-of-the-operator-of-demo';
const { appointment, pending, hold, session } = oldFacts;

describe('a database of the version before', () => {
  let old: Awaited<ReturnType<typeof openOldDatabase>>;
  let service: TestService;
  before(async () => {
    old = await openOldDatabase();
    await old.db.execute(
      sql`UPDATE accounts SET operator_token_hash = ${await sha256(operatorToken)} WHERE id = 'demo'`,
    );
    await migrate(old.db);
    service = startService({ db: old.db } as never, { operatorKey });
    service.now = Date.parse(oldFacts.now);
  });
  after(() => old?.close());

  const take = (start: string) => service.hold({ clinician: 'anne', start });

  it('is migrated, and stays so', async () => {
    assert.equal(await isMigrated(old.db), true);
    await migrate(old.db);
    assert.equal((await service.request('/readyz')).status, 200);
  });

  it('[C-11] still knows the operator, whose token is a key of the account now', async () => {
    const operator = operatorOf(service, 'demo', operatorToken);
    const { status, body } = await operator.call<KeyList>('GET', '/keys');
    assert.deepEqual(
      [status, body.items.map(({ name, isOperator }) => [name, isOperator])],
      [200, [['Operator', true]]],
    );
    assert.equal((await operator.call('DELETE', '/operator-token')).status, 204);
    assert.equal((await operator.call('GET', '/keys')).status, 401);
  });

  it('gives no time away that was booked, waits for a code or is held', async () => {
    for (const { start } of [appointment, pending, hold]) {
      const { status, body } = await take(start);
      assert.deepEqual([status, body.code], [409, 'slot-taken'], start);
    }
  });

  it('shows the appointment to staff and to the patient who is still logged in', async () => {
    const staff = operatorOf(service, 'demo', operatorKey);
    const { body } = await staff.call<Timebook>('GET', '/timebook?from=2026-11-23&to=2026-11-24');
    const starts = body.entries.map(({ start }) => start);
    assert.ok(starts.includes(appointment.start), JSON.stringify(body.entries));
    const list = await patientOf(service, session).list();
    assert.deepEqual(
      list.body.appointments.map(({ id, slot }) => [id, slot.start]),
      [[appointment.id, appointment.start]],
    );
  });

  it('confirms the booking that waits with its code', async () => {
    const headers = { 'Booking-Token': pending.token };
    const path = `/bookings/${pending.id}`;
    const state = await service.call<{ status: string; id: string }>(path, { headers });
    assert.deepEqual([state.body.status, state.body.id], ['code-required', pending.id]);
    const json = { code: pending.code };
    const { status } = await service.call(`${path}/code`, { json, headers });
    assert.equal(status, 200);
    await service.background;
  });

  it('books the hold that is under way, with the token of its time', async () => {
    const patient = { ...bookingOf(hold).patient, nationalId: testId(9), mobile: '90000001' };
    const { status } = await service.book({ ...hold } as never, { patient });
    assert.equal(status, 202);
  });

  it('sends what waits in the outbox, once', async () => {
    const receipts = () =>
      service.sent.filter(({ to, text }) => to === '+4741234567' && text.includes('08:00')).length;
    const send = async (message: TestService['sent'][number]) => {
      service.sent.push(message);
      return { messageId: message.id };
    };
    service.now += 3_600_000;
    for (let round = 0; round < 2; round += 1) {
      await sendDueMessages(old.db, { sms: send, email: send }, () => service.now);
      assert.equal(receipts(), 1);
    }
  });
});

describe('national IDs that the version before stored in plain text', () => {
  let old: Awaited<ReturnType<typeof openOldDatabase>>;
  before(async () => {
    old = await openOldDatabase();
  });
  after(() => old?.close());
  const ids = [ola.nationalId, testId(7)];

  it('[N-08] are encrypted, also when that was stopped in the middle and two go on at once', async () => {
    const dumped = await dumpOf(old);
    for (const id of ids) assert.ok(dumped.includes(id), 'the stored database has plain IDs');
    let calls = 0;
    const breaking = {
      ...testIds,
      ofAccount: (account: string) => {
        const own = testIds.ofAccount(account);
        const seal: typeof own.seal = (...args) => {
          calls += 1;
          // The patient is through, the bookings are not.
          if (calls > 1) throw new Error('stopped');
          return own.seal(...args);
        };
        return { ...own, seal };
      },
    };
    await assert.rejects(migrate(withNationalIds(old.db, breaking)), /stopped/);
    assert.equal(await isMigrated(old.db), false);
    const half = 'WHERE national_id IS NULL AND national_id_sealed IS NOT NULL';
    assert.equal(await countRows(old.db, `patients ${half}`), 1);
    assert.equal(await countRows(old.db, 'bookings WHERE national_id IS NOT NULL'), 2);

    await Promise.all([migrate(old.db), migrate(old.db)]);
    assert.equal(await isMigrated(old.db), true);
    const rows = [
      ...(await rowsOf(old, 'patients')),
      ...(await rowsOf(old, 'bookings')),
      ...(await rowsOf(old, 'logins')),
      ...(await rowsOf(old, 'sessions')),
    ];
    assert.deepEqual(new Set(rows.map(({ nationalId }) => nationalId)), new Set(ids));
    const dump = await dumpOf(old);
    for (const form of ids.flatMap(formsOf)) assert.ok(!dump.includes(form), form);
  });

  // An embedded database has one process.
  if (process.env.TEST_DATABASE === 'postgres') {
    it('[N-08] are encrypted by however many start at once', async () => {
      for (let round = 0; round < 5; round += 1) {
        const another = await openOldDatabase();
        try {
          await Promise.all([1, 2, 3].map(() => migrate(another.db)));
          assert.equal(await countRows(another.db, "patients WHERE national_id_key = 'test'"), 1);
        } finally {
          await another.close();
        }
      }
    });
  }

  it('[N-08] go to nobody with other keys: the migration says which key is missing', async () => {
    const other = withNationalIds(old.db, createNationalIds([randomDataKey('other')]));
    await assert.rejects(checkDataKeys(other), /data key "test", which is missing/);
  });

  it('gives the accounts the policy of new ones', async () => {
    assert.equal(await countRows(old.db, "accounts WHERE NOT settings ? 'retention'"), 0);
  });
});
