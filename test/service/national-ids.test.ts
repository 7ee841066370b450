// National IDs at rest: what a dump of the database and its log hold, how they are found, and how their key is changed.
import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { eq, sql } from 'drizzle-orm';
import { checkDataKeys, DataKeyError } from '../../service/store/check-data-keys.js';
import type { DataKey } from '../../service/store/data-key.js';
import { randomDataKey } from '../../service/store/data-key.js';
import { inAccount, withNationalIds } from '../../service/store/database.js';
import { createNationalIds } from '../../service/store/national-ids.js';
import { rotateDataKey } from '../../service/store/rotate-data-key.js';
import * as schema from '../../service/store/schema/index.js';
import type { BookAnswer, TestService } from './support/service.js';
import { monday, setUpClinic } from './support/clinic-fixture.js';
import { dumpOf, formsOf } from './support/dump.js';
import { anotherCode, askToLogIn, logIn, sendLoginCode } from './support/logins.js';
import { openSession, rowsOf, storePatient } from './support/patients.js';
import { bookingOf, startService, testId } from './support/service.js';
import { operatorOf } from './support/staff.js';
import { countRows, openTestDatabase, testDataKey } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const operatorKey = 'the-key-of-all-operators';
const older = testDataKey;
const newer = randomDataKey('newer');
const kari = { firstName: 'Kari', lastName: 'Berg', nationalId: testId(7), mobile: '98765432' };
const kariId = '0e2f4c4e-7a3a-4f7c-9d51-0a2b3c4d5e6f';

/** A process that has some keys, the writing one first. */
const processWith = (...keys: DataKey[]) => {
  const db = withNationalIds(database.db, createNationalIds(keys));
  return { db, service: startService({ ...database, db }, { operatorKey }) };
};

let service: TestService;
beforeEach(async () => {
  await database.clear();
  await setUpClinic(database.db, {
    settings: { login: { on: true, sms: true, eid: [] } },
    clinicians: [{ id: 'berit' }, { id: 'carl' }],
  });
  service = startService(database, { operatorKey });
});

const staff = (of: TestService = service) => operatorOf(of, 'demo', operatorKey);
const bookFor = async (of: TestService, patient: object, time = '08:00', clinician = 'anne') => {
  const { body: held } = await of.hold({ clinician, start: `${monday}T${time}:00+01:00` });
  return of.book(held, { patient: { ...bookingOf(held).patient, ...patient } });
};
const confirm = (of: TestService, { id, token }: Pick<BookAnswer, 'id' | 'token'>) =>
  of.call<BookAnswer>(`/bookings/${id}/code`, {
    json: { code: of.lastCode() },
    headers: { 'Booking-Token': token },
  });

/** Everything that a patient may do: book with a code, correct a number, log in, fail to, book again, be put on file. */
async function wholeFlow(): Promise<void> {
  const { body: pending } = await bookFor(service, kari);
  await service.call(`/bookings/${pending.id}/contact`, {
    method: 'PATCH',
    json: { mobile: '98765433' },
    headers: { 'Booking-Token': pending.token },
  });
  await confirm(service, pending);
  assert.equal((await bookFor(service, { nationalId: testId(8) }, '09:00')).status, 202);
  const wrong = await askToLogIn(service, { ...kari, mobile: '98765433' });
  await sendLoginCode(service, wrong.body, anotherCode(service.lastCode()));
  service.now += 60_000;
  const { Authorization } = await logIn(service, { ...kari, mobile: '98765433' });
  const { body: held } = await service.hold({ clinician: 'berit' });
  const again = await service.call('/bookings', {
    json: { hold: held.id, patient: {}, consent: { version: '1' }, lang: 'nb' },
    headers: { Authorization, 'Hold-Token': held.token, 'Idempotency-Key': 'again' },
  });
  assert.equal(again.status, 201);
  await openSession(database, service.now, { nationalId: testId(9) });
  const stored = { ...kari, nationalId: testId(10) };
  assert.equal((await staff().call('PUT', `/patients/${kariId}`, stored)).status, 204);
}

describe('what lies in the database', () => {
  it('[N-08] [N-02] holds no national ID in plain text after a whole flow, in any table or form', async () => {
    await wholeFlow();
    const ids = [7, 8, 9, 10].map(testId);
    const sealed = await Promise.all(
      (['patients', 'bookings', 'sessions', 'logins'] as const).map((table) =>
        rowsOf(database, table),
      ),
    );
    // All of them are there, and can be read with the key.
    const read = new Set(sealed.flat().map(({ nationalId }) => nationalId));
    for (const id of ids) assert.ok(read.has(id), id);
    const dump = await dumpOf(database);
    assert.ok(dump.includes('Berg') && dump.includes('98765433'));
    for (const form of ids.flatMap(formsOf)) assert.ok(!dump.includes(form), form);
  });

  it('[N-08] [N-02] gets none in any statement or value either, so that its log holds none', async () => {
    const seen: string[] = [];
    const logger = {
      logQuery: (query: string, values: unknown[]) => void seen.push(query, JSON.stringify(values)),
    };
    const { options } = (database.db as unknown as { session: { options: object } }).session;
    Object.assign(options, { logger });
    try {
      await wholeFlow();
    } finally {
      Object.assign(options, { logger: undefined });
    }
    const log = seen.join('\n');
    assert.ok(log.includes('98765433') && log.includes('pg_advisory_xact_lock'));
    for (const index of [7, 8, 9, 10]) assert.ok(!log.includes(testId(index)));
  });

  it('[N-08] takes a row’s ID with its key and look-up, or none of it', async () => {
    await storePatient(database);
    await bookFor(service, {});
    for (const [table, column] of [
      ['bookings', 'national_id_key'],
      ['bookings', 'national_id_lookup'],
      ['patients', 'national_id_sealed'],
    ] as const) {
      await assert.rejects(
        database.db.execute(
          sql`UPDATE ${sql.identifier(table)} SET ${sql.identifier(column)} = NULL`,
        ),
      );
    }
  });

  it('[N-08] [N-04] shows nobody the ID of another row: a value that was moved is refused', async () => {
    await storePatient(database);
    const bearer = await openSession(database, service.now, { nationalId: testId(9) });
    const [patient] = await rowsOf(database, 'patients');
    await inAccount(database.db, 'demo', (tx) =>
      tx.update(schema.sessions).set({
        nationalIdSealed: patient!.nationalIdSealed,
        nationalIdLookup: patient!.nationalIdLookup,
      }),
    );
    const { status, body } = await service.call('/session', { headers: bearer });
    assert.equal(status, 500);
    assert.ok(!JSON.stringify(body).includes('1591'));
    assert.equal(service.errors.length, 1);
  });

  it('[N-08] lets staff find a patient by national ID, as they type it, in a body', async () => {
    await storePatient(database);
    const found = await staff().call<{ patients: { firstName: string }[] }>(
      'POST',
      '/patient-search',
      { nationalId: `${testId(7).slice(0, 6)} ${testId(7).slice(6)}` },
    );
    assert.deepEqual([found.status, found.body.patients[0]?.firstName], [200, 'Kari']);
    const none = await staff().call('POST', '/patient-search', { nationalId: testId(8) });
    assert.deepEqual([none.status, none.body], [200, { patients: [] }]);
    const wrong = await staff().call('POST', '/patient-search', { nationalId: '123' });
    assert.deepEqual(wrong.body.fields, [{ path: 'nationalId', code: 'length' }]);
  });
});

describe('changing the key of national IDs', () => {
  const keysInUse = async () => {
    const rows = await Promise.all(
      (['patients', 'bookings', 'sessions', 'logins'] as const).map((t) => rowsOf(database, t)),
    );
    return new Set(rows.flat().map((row) => (row as { nationalIdKey?: string }).nationalIdKey));
  };

  it('[N-08] leaves every ID as it was, under the new key alone', async () => {
    await wholeFlow();
    const before = (await rowsOf(database, 'bookings')).map(({ id, nationalId }) => [
      id,
      nationalId,
    ]);
    const { db, service: after } = processWith(newer, older);
    const { rows, left } = await rotateDataKey(db);
    assert.ok(rows >= 7, String(rows));
    assert.deepEqual(left, []);
    const alone = processWith(newer);
    await checkDataKeys(alone.db);
    const read = (await rowsOf(alone, 'bookings')).map(({ id, nationalId }) => [id, nationalId]);
    assert.deepEqual(read.sort(), before.sort());
    assert.deepEqual(await keysInUse().catch((error: Error) => error.name), 'SealedIdError');
    assert.equal((await rotateDataKey(db)).rows, 0);
    assert.deepEqual(after.errors, []);
  });

  it('[N-08] is gone on with after it was stopped in the middle', async () => {
    for (let index = 0; index < 5; index += 1) {
      await storePatient(database, { nationalId: testId(20 + index), mobile: null });
    }
    await bookFor(service, {});
    const ids = createNationalIds([newer, older]);
    let calls = 0;
    const breaking = {
      ...ids,
      ofAccount: (account: string) => ({
        ...ids.ofAccount(account),
        seal: (...args: Parameters<ReturnType<typeof ids.ofAccount>['seal']>) => {
          calls += 1;
          // The five patients are through, the booking is not.
          if (calls > 5) throw new Error('stopped');
          return ids.ofAccount(account).seal(...args);
        },
      }),
    };
    await assert.rejects(rotateDataKey(withNationalIds(database.db, breaking)), /stopped/);
    assert.equal(await countRows(database.db, `patients WHERE national_id_key = 'newer'`), 5);
    assert.equal(await countRows(database.db, `bookings WHERE national_id_key = 'test'`), 1);
    // Half-way both are found, by every process that knows both keys.
    const { db, service: half } = processWith(newer, older);
    const search = { nationalId: testId(22) };
    for (const one of [half, processWith(older, newer).service]) {
      const { body } = await staff(one).call<{ patients: object[] }>(
        'POST',
        '/patient-search',
        search,
      );
      assert.equal(body.patients.length, 1);
    }
    assert.deepEqual(await rotateDataKey(db), { rows: 1, left: [] });
  });

  it('[N-08] puts nobody on file twice, though processes write with different keys meanwhile', async () => {
    await inAccount(database.db, 'demo', (tx) =>
      tx.execute(sql`UPDATE accounts SET settings = settings || '{"confirmation": "none"}'::jsonb`),
    );
    const processes = [processWith(older, newer), processWith(newer, older)];
    const holds = [];
    for (let index = 0; index < 8; index += 1) {
      const start = `2026-11-${23 + Math.floor(index / 2)}T08:00:00+01:00`;
      const clinician = index % 2 ? 'anne' : 'carl';
      const from = `198.51.100.${index}`;
      holds.push((await service.hold({ clinician, start }, { from })).body);
    }
    const rotating = rotateDataKey(processes[1]!.db);
    const answers = await Promise.all(
      holds.map((held, index) => {
        // Two bookings of each patient, at the same moment at both processes.
        const person = Math.floor(index / 2);
        const patient = { nationalId: testId(30 + person), mobile: `9000000${person}` };
        return processes[index % 2]!.service.book(held, {
          patient: { ...bookingOf(held).patient, ...patient },
        });
      }),
    );
    assert.deepEqual(
      answers.map(({ status, body }) => (status === 201 ? 201 : JSON.stringify(body))),
      holds.map(() => 201),
    );
    await rotating;
    assert.deepEqual((await rotateDataKey(processes[1]!.db)).left, []);
    assert.equal(await countRows(database.db, 'patients'), 4);
    assert.deepEqual(
      processes.flatMap((one) => one.service.errors),
      [],
    );
  });

  it('[N-08] refuses staff an ID that another patient has under the other key', async () => {
    await storePatient(database);
    const { service: after } = processWith(newer, older);
    const { status, body } = await staff(after).call('PUT', `/patients/${kariId}`, kari);
    assert.deepEqual([status, body.fields], [422, [{ path: 'nationalId', code: 'taken' }]]);
  });

  it('[N-08] is refused in one sentence with a key that is missing, or another of the same name', async () => {
    await checkDataKeys(database.db);
    await storePatient(database);
    const tries = [
      [processWith(newer), /under the data key "test", which is missing/],
      [processWith(randomDataKey('test'), newer), /"test" is not the one of that name/],
    ] as const;
    for (const [{ db }, words] of tries) {
      await assert.rejects(
        checkDataKeys(db),
        (error) => error instanceof DataKeyError && words.test(error.message),
      );
      await assert.rejects(rotateDataKey(db), DataKeyError);
    }
    // A missing key was not noted down in passing.
    const noted = await database.db.select({ name: schema.dataKeys.name }).from(schema.dataKeys);
    assert.deepEqual(noted, [{ name: 'test' }]);
    assert.equal(
      (await database.db.select().from(schema.dataKeys).where(eq(schema.dataKeys.name, 'test')))
        .length,
      1,
    );
  });
});
