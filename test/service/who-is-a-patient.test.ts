// Nobody learns from a booking without login who is a patient (N-06, P-42).
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, beforeEach, describe, it } from 'node:test';
import type { Account, PendingBooking, StaffSettings } from '../../src/contract/index.js';
import { patients } from '../../service/store/schema/index.js';
import { inAccount } from '../../service/store/database.js';
import { monday, setUpClinic } from './support/clinic-fixture.js';
import { anotherCode } from './support/logins.js';
import { kariMobile, rowsOf, storePatient } from './support/patients.js';
import type { Answer } from './support/service.js';
import { serverKey, startService, testId } from './support/service.js';
import { operatorOf } from './support/staff.js';
import { openTestDatabase, statementsOf } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const operatorKey = 'the-key-of-whoever-runs-the-service';
let service: ReturnType<typeof startService>;
const begin = async (settings: Partial<StaffSettings>, clinicians: { id: string }[] = []) => {
  await database.clear();
  await setUpClinic(database.db, { settings, clinicians: [...clinicians, { id: 'carl' }] });
  service = startService(database, { operatorKey });
  await storePatient(database);
};

const kari = {
  ...{ firstName: 'Kari', lastName: 'Berg', nationalId: testId(7) },
  ...{ mobile: '98765432', email: 'kari@example.com' },
};
/** Who asks with details that are not all hers, and is no patient either way. */
const strangers = {
  'nobody on file': { ...kari, nationalId: testId(8) },
  'her ID with addresses of their own': { ...kari, mobile: '41000001', email: 'x@example.com' },
};

const bookWith = async (patient: object, clinician = 'anne', from?: string) => {
  const { body: held } = await service.hold({ clinician }, from ? { from } : {});
  return service.book(held, { patient });
};
const withToken = ({ token }: { token: string }) => ({ 'Booking-Token': token });
const enter = (booking: Pick<PendingBooking, 'id' | 'token'>, code: string) =>
  service.call<{ status: string; code: string; triesLeft?: number }>(
    `/bookings/${booking.id}/code`,
    { json: { code }, headers: withToken(booking) },
  );
const textsTo = (to: string) =>
  service.sent.filter((message) => message.to === to).map(({ text }) => text);

/** All that somebody who books can see, but for what is random. */
function seen({ status, headers, body }: Answer<object>) {
  const hidden = ([name, value]: [string, unknown]) =>
    ['id', 'booking', 'token', 'sentTo'].includes(name)
      ? [name, typeof value === 'string' ? value.length : Object.keys(value as object)]
      : [name, value];
  return { status, headers: [...headers.keys()], body: Object.entries(body).map(hidden) };
}

/** What somebody sees who books, asks for another code, corrects the number and guesses; and what the service does for it. */
async function attempt(patient: { mobile: string }) {
  const answers: unknown[] = [];
  const statements: string[][] = [];
  const step = async <Body extends object>(call: () => Promise<Answer<Body>>) => {
    let answer: Answer<Body> | undefined;
    const done = async () => {
      answer = await call();
    };
    // In any order: the messages of one booking are sent side by side.
    statements.push((await statementsOf(database.db, done)).sort());
    answers.push(seen(answer!));
    return answer!;
  };
  const { body: held } = await service.hold({ clinician: 'anne' });
  const { body } = await step(() => service.book(held, { patient }));
  const path = `/bookings/${body.id}`;
  const headers = withToken(body);
  service.now += 31_000;
  await step(() => service.call<object>(`${path}/code/resend`, { method: 'POST', headers }));
  const wrong = anotherCode(service.lastCode() || '000000');
  for (let tries = 0; tries < 2; tries += 1) await step(() => enter(body, wrong));
  await step(() => service.call<object>(path, { headers }));
  service.now += 61_000;
  const json = { mobile: patient.mobile.replace(/.$/, '9') };
  await step(() => service.call<object>(`${path}/contact`, { method: 'PATCH', json, headers }));
  for (let tries = 0; tries < 4; tries += 1) await step(() => enter(body, wrong));
  await step(() => service.call<object>(path, { headers }));
  return { answers, statements };
}

for (const confirmation of ['code', 'none'] as const) {
  describe(`booking without login where only patients on file may book, confirmation "${confirmation}"`, () => {
    beforeEach(() => begin({ selfCreation: false, confirmation }));

    for (const [who, stranger] of Object.entries(strangers)) {
      it(`[N-06] [P-42] ${who}: the very answers that a patient gets, at the cost of the same statements`, async () => {
        const known = await attempt(kari);
        await begin({ selfCreation: false, confirmation });
        const unknown = await attempt(stranger);
        assert.deepEqual(unknown.answers, known.answers);
        assert.deepEqual(unknown.statements, known.statements);
        const statuses = known.answers.map((answer) => (answer as { status: number }).status);
        assert.deepEqual(statuses, [202, 202, 422, 422, 200, 202, 422, 422, 422, 429, 200]);
      });

      it(`[N-06] [P-42] ${who}: no code comes, only the clinic’s phone number`, async () => {
        assert.equal((await bookWith(stranger)).status, 202);
        assert.equal(service.sent.length, 2);
        assert.ok(
          service.sent.every(({ text }) => !/\b\d{6}\b/.test(text) && text.includes('22 33 44 55')),
        );
        assert.ok(
          service.sent.every(({ text }) => !text.includes(testId(7)) && !text.includes(testId(8))),
        );
        assert.equal((await rowsOf(database, 'patients')).length, 1);
      });
    }

    it('[P-42] [P-31] a patient books with a code to the mobile or the e-mail address on file', async () => {
      const { status, body } = await bookWith(kari);
      assert.deepEqual([status, body.status], [202, 'code-required']);
      assert.deepEqual(body.sentTo, { sms: '*** ** 432', email: 'k***@example.com' });
      assert.equal((await enter(body, service.lastCode())).status, 200);
      const [booking] = await rowsOf(database, 'bookings');
      assert.deepEqual([booking?.confirmedBy, booking?.codeMobile], ['code', kariMobile]);

      const byEmail = await bookWith(
        { ...kari, mobile: '41000001', email: 'Kari@Example.com' },
        'carl',
      );
      const [sms] = textsTo('+4741000001');
      assert.doesNotMatch(sms!, /\b\d{6}\b/);
      assert.equal((await enter(byEmail.body, service.lastCode())).status, 200);
      // The number that no code went to is no way in (P-39).
      const numbers = (await rowsOf(database, 'bookings')).map(({ codeMobile }) => codeMobile);
      assert.deepEqual(numbers.sort(), [kariMobile, null].sort());
    });

    it('[P-42] corrects the number to the one on file, and gets the code there', async () => {
      const { body } = await bookWith({ ...kari, mobile: '98765433', email: 'k@example.com' });
      assert.equal(service.lastCode(), '');
      await service.call(`/bookings/${body.id}/contact`, {
        method: 'PATCH',
        json: { mobile: kari.mobile },
        headers: withToken(body),
      });
      assert.equal((await enter(body, service.lastCode())).status, 200);
    });
  });
}

describe('booking without login, and who is on file', () => {
  it('[N-06] [P-42] none of a million guesses hits a code that goes nowhere', async () => {
    await begin({ selfCreation: false });
    const { body } = await bookWith(strangers['nobody on file']);
    const [booking] = await rowsOf(database, 'bookings');
    const hashOf = (code: number) =>
      createHmac('sha256', serverKey)
        .update(JSON.stringify(['code', body.id, String(code).padStart(6, '0')]))
        .digest('base64url');
    const known = await bookWith(kari, 'carl');
    const own = (await rowsOf(database, 'bookings')).find(({ id }) => id === known.body.id)!;
    // The hash is the one that the service makes: that of a code which went out is among them.
    assert.equal(
      own.codeHash,
      createHmac('sha256', serverKey)
        .update(JSON.stringify(['code', own.id, service.lastCode()]))
        .digest('base64url'),
    );
    for (let code = 0; code < 1_000_000; code += 1) assert.ok(hashOf(code) !== booking!.codeHash);
  });

  it('[N-06] [P-42] the page is told that a code is asked where only patients on file may book', async () => {
    await begin({ selfCreation: false, confirmation: 'none' });
    const { body } = await service.call<Account>('');
    assert.equal(body.settings.confirmation, 'code');
    await begin({ confirmation: 'none' });
    assert.equal((await service.call<Account>('')).body.settings.confirmation, 'none');
  });

  it('[N-06] [P-42] [P-34] where the form has no address for a code, booking needs a login, whoever it is', async () => {
    const fields = {
      ...{ address1: false, address2: false, postalCode: false, campaignCode: false },
      ...{ mobile: false, email: false },
    };
    await begin({ selfCreation: false, confirmation: 'none', fields });
    assert.equal((await service.call<Account>('')).body.settings.newBookingRequiresLogin, true);
    const { firstName, lastName, nationalId } = kari;
    for (const id of [nationalId, testId(8)]) {
      const { status, body } = await bookWith({ firstName, lastName, nationalId: id }, 'anne');
      assert.deepEqual([status, body.code], [401, 'login-required']);
      service.now += 600_000;
    }
  });

  it('[P-25] [P-42] such settings are not saved, unless booking needs a login by the switch', async () => {
    await begin({ confirmation: 'none' });
    const operator = operatorOf(service, 'demo', operatorKey);
    const change = { selfCreation: false, fields: { mobile: false, email: false } };
    const refused = await operator.call<{ fields: unknown }>('PATCH', '/settings', change);
    assert.equal(refused.status, 422);
    assert.deepEqual(refused.body.fields, [
      { path: 'selfCreation', code: 'needs-mobile-or-email' },
    ]);
    const saved = await operator.call('PATCH', '/settings', {
      ...change,
      newBookingRequiresLogin: true,
    });
    assert.equal(saved.status, 200);
  });

  it('[N-06] [P-42] a clinician who takes no new patients any more is refused to everybody alike', async () => {
    const answers = [];
    for (const nationalId of [kari.nationalId, testId(8)]) {
      await begin({ confirmation: 'none' });
      const { body: held } = await service.hold({ clinician: 'anne' });
      await inAccount(database.db, 'demo', (tx) =>
        tx.execute(`UPDATE clinicians SET accepts_new_patients = false WHERE id = 'anne'`),
      );
      const { status, body } = await service.book(held, { patient: { ...kari, nationalId } });
      answers.push([status, body.code, body.reason]);
    }
    const refused = [403, 'not-allowed', 'setting'];
    assert.deepEqual(answers, [refused, refused]);
  });

  it('[N-06] [P-39] booking without a code costs the same statements, on file or not', async () => {
    const statements: string[][] = [];
    for (const nationalId of [kari.nationalId, testId(8)]) {
      await begin({ confirmation: 'none' });
      const { body: held } = await service.hold({ start: `${monday}T08:00:00+01:00` });
      const patient = { ...kari, nationalId, mobile: '41000001' };
      const book = async () => assert.equal((await service.book(held, { patient })).status, 201);
      statements.push((await statementsOf(database.db, book)).sort());
    }
    assert.deepEqual(statements[1], statements[0]);
    // On file: what differs waits for the clinic. New: nothing does.
    assert.deepEqual(await rowsOf(database, 'patientChanges'), []);
    await bookWith({ ...kari, mobile: '41000001' }, 'carl', '198.51.100.9');
    assert.equal((await rowsOf(database, 'patientChanges')).length, 1);
    const onFile = await inAccount(database.db, 'demo', (tx) => tx.select().from(patients));
    assert.equal(onFile.length, 2);
  });
});
