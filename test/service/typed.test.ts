import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import type {
  Account,
  Appointment,
  FieldProblem,
  Hold,
  MessageTextList,
  Problem,
  SlotList,
  StaffSettings,
} from '../../src/contract/index.js';
import { inAccount } from '../../service/store/database.js';
import * as schema from '../../service/store/schema/index.js';
import { change } from './support/appointment-changes.js';
import { setUpClinic } from './support/clinic-fixture.js';
import type { ClinicOptions } from './support/clinic-fixture.js';
import { rowsOf } from './support/patients.js';
import { bookingOf, friday, ola, startService, testId } from './support/service.js';
import { operatorOf } from './support/staff.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const operatorKey = 'the-key-of-whoever-runs-the-service';
let service: ReturnType<typeof startService>;
let held: Hold | undefined;
const begin = async (
  settings: ClinicOptions['settings'] = {},
  options: Parameters<typeof startService>[1] = {},
) => {
  await database.clear();
  await setUpClinic(database.db, { settings });
  service = startService(database, { operatorKey, ...options });
  held = undefined;
};
beforeEach(() => begin());

/** A text of 0 to 9 in Arabic digits. */
const arabic = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
const fields = {
  address1: false,
  address2: false,
  postalCode: true,
  mobile: true,
  email: true,
  campaignCode: false,
};
/** What is wrong with a patient; a refused form leaves the time with its patient, for the next try. */
const problemsOf = async (patient: object): Promise<readonly FieldProblem[]> => {
  held ??= (await service.hold()).body;
  const body = held;
  const answer = await service.book(body, {
    patient: { ...bookingOf(body).patient, postalCode: '0150', ...patient },
  });
  return answer.body.fields ?? [];
};

describe('what patients type', () => {
  it('[P-26] [P-31] has digits of any script, from the form to the code', async () => {
    await begin({ fields });
    const { body: hold } = await service.hold();
    const pending = await service.book(hold, {
      patient: {
        ...ola,
        firstName: 'O\u00adla\u200b',
        nationalId: arabic(ola.nationalId),
        mobile: arabic('41234567'),
        email: 'ola@example.com',
        postalCode: arabic('N-0150'),
      },
    });
    assert.equal(pending.status, 202);
    assert.equal(service.sent.find(({ channel }) => channel === 'sms')?.to, '+4741234567');
    const { id, token } = pending.body;
    const enter = (code: string) =>
      service.call<Problem>(`/bookings/${id}/code`, {
        json: { code },
        headers: { 'Booking-Token': token },
      });
    const code = service.lastCode();
    const wrong = await enter(arabic(code.slice(1)));
    assert.deepEqual([wrong.status, wrong.body.fields], [422, [{ path: 'code', code: 'format' }]]);
    assert.equal((await enter(`${arabic(code.slice(0, 3))} ${code.slice(3)}`)).status, 200);
    const [row] = await rowsOf(database, 'bookings');
    assert.deepEqual(
      [row?.firstName, row?.nationalId, row?.mobile, row?.postalCode],
      ['Ola', ola.nationalId, '+4741234567', '0150'],
    );
  });

  it('[P-33] logs in with digits of any script', async () => {
    await begin({ login: { on: true, sms: true, eid: [] } });
    const answer = await service.call<{ id: string; token: string }>('/logins', {
      json: { nationalId: arabic(testId(7)), mobile: arabic('98765432') },
    });
    assert.equal(answer.status, 202);
    const entered = await service.call<Problem>(`/logins/${answer.body.id}/code`, {
      json: { code: arabic('123456') },
      headers: { 'Login-Token': answer.body.token },
    });
    // Nobody is on file: the code was read, and is not the right one.
    assert.equal(entered.body.code, 'code-wrong');
  });

  it('[P-39] is stored by staff in the same form', async () => {
    const { status } = await operatorOf(service, 'demo', operatorKey).call(
      'PUT',
      '/patients/0e2f4c4e-7a3a-4f7c-9d51-0a2b3c4d5e6f',
      {
        firstName: 'Ka\u200bri',
        lastName: 'Berg\u200f',
        nationalId: arabic(testId(7)),
        mobile: arabic('98765432'),
        postalCode: 'NO-0150',
      },
    );
    assert.equal(status, 204);
    const [row] = await rowsOf(database, 'patients');
    assert.deepEqual(
      [row?.firstName, row?.lastName, row?.nationalId, row?.mobile, row?.postalCode],
      ['Kari', 'Berg', testId(7), '+4798765432', '0150'],
    );
  });

  it('[S-01] [M-08] is stored in the same form for a clinic, and for the sender of SMS', async () => {
    const staff = operatorOf(service, 'demo', operatorKey);
    const clinic = {
      name: 'Vest',
      company: 'company',
      address1: 'Storgata 1',
      city: 'Oslo',
      email: '\u200bwest@example.com ',
      position: 1,
    };
    for (const [postalCode, phone, stored] of [
      [arabic('N-0150'), `\u200e${arabic('+47 66 77 60 40')}`, ['0150', '+47 66 77 60 40']],
      ['\u00ad0151 ', '６６７７６０４０', ['0151', '66776040']],
      ['SE-123 45', '08-123 45 67', ['SE-123 45', '08-123 45 67']],
    ] as const) {
      const put = await staff.call('PUT', '/clinics/west', { ...clinic, postalCode, phone });
      assert.ok(put.status < 300, JSON.stringify(put.body));
      const { body } = await service.call<Account>('');
      const west = body.clinics.find(({ id }) => id === 'west');
      assert.deepEqual([west?.postalCode, west?.phone], stored);
    }
    const [row] = await inAccount(database.db, 'demo', (tx) =>
      tx.select().from(schema.clinics).where(eq(schema.clinics.id, 'west')),
    );
    assert.equal(row?.email, 'west@example.com');

    const sender = { emailName: null, emailAddress: null };
    for (const [sms, stored] of [
      [`+${arabic('4790000000')}`, '+4790000000'],
      ['Ｏｐｕｓ\u200b', 'Opus'],
      ['Opus Dental', 'Opus Dental'],
    ] as const) {
      const { status, body } = await staff.call('PATCH', '/settings', {
        sender: { ...sender, sms },
      });
      assert.ok(status < 300, JSON.stringify(body));
      const settings = await staff.call('GET', '/settings');
      assert.equal((settings.body as unknown as StaffSettings).sender.sms, stored);
    }
    for (const sms of ['', ' Opus', 'Opus Dental Oslo', '12', 'Øpus', '+47 900 00 000']) {
      const { status, body } = await staff.call('PATCH', '/settings', {
        sender: { ...sender, sms },
      });
      assert.deepEqual([status, body.fields], [422, [{ path: 'sender.sms', code: 'format' }]], sms);
    }
  });

  it('[P-25] has no postcode of another country, and no number that gets no SMS', async () => {
    await begin({ fields });
    assert.deepEqual(await problemsOf({ postalCode: 'SE-123 45' }), [
      { path: 'patient.postalCode', code: 'country' },
    ]);
    for (const mobile of ['80012345', '+45 80 12 34 56', '+46 900 123 45 67', '+358 600 12345']) {
      assert.deepEqual(
        await problemsOf({ mobile }),
        [{ path: 'patient.mobile', code: 'service-number' }],
        mobile,
      );
    }
  });

  it('[P-25] has an e-mail address beyond ASCII only where the mail server can deliver it', async () => {
    const email = 'bjørn@example.com';
    assert.deepEqual(await problemsOf({ email }), [{ path: 'patient.email', code: 'letters' }]);
    const asked = await service.call<Account>('');
    assert.equal(asked.body.settings.utf8Email, undefined);

    const send = () => Promise.resolve({});
    let canSend = false;
    const transports = { sms: send, email: send, utf8Email: () => canSend };
    await begin({}, { transports });
    const before = await service.call<Account>('');
    canSend = true;
    // The account is asked for anew with the tag of the answer from before.
    const { headers } = before;
    const now = await service.call<Account>('', {
      headers: { 'If-None-Match': headers.get('ETag') ?? '' },
    });
    assert.deepEqual([now.status, now.body.settings.utf8Email], [200, true]);
    assert.deepEqual(await problemsOf({ email }), []);
  });

  it('[P-25] is refused by staff, too, where no mail would come', async () => {
    const { body } = await operatorOf(service, 'demo', operatorKey).call(
      'PUT',
      '/patients/0e2f4c4e-7a3a-4f7c-9d51-0a2b3c4d5e6f',
      { firstName: 'Kari', lastName: 'Berg', nationalId: testId(7), email: 'bjørn@example.com' },
    );
    assert.deepEqual(body.fields, [{ path: 'email', code: 'letters' }]);
    const settings = await operatorOf(service, 'demo', operatorKey).call('PATCH', '/settings', {
      utf8Email: true,
    });
    assert.equal(settings.status, 422);
    assert.equal((await service.call<Account>('')).body.settings.utf8Email, undefined);
  });
});

describe('what calendars and phones read', () => {
  const book = async () => {
    const { body } = await service.hold({ clinician: 'anne' });
    return (await service.book(body)).body.appointment as Appointment;
  };
  const entryOf = () =>
    (service.sent.findLast(({ channel }) => channel === 'email')?.calendar ?? '').replace(
      /\r\n /g,
      '',
    );

  it('[P-32] an appointment has the SEQUENCE of its mail after any number of moves', async () => {
    await begin({ confirmation: 'none', login: { on: true, sms: true, eid: [] } });
    const { id, sequence } = await book();
    assert.equal(sequence, 0);
    for (const moves of [1, 2, 3]) {
      await change(service, database, 'moved', id, new Date(`2026-11-2${3 + moves}T10:00:00Z`));
      assert.match(entryOf(), new RegExp(`^SEQUENCE:${moves}\r$`, 'm'));
      const [row] = await rowsOf(database, 'bookings');
      assert.equal(row?.sequence, moves);
    }
  });

  it('[P-32] an organizer’s name has no sign at which readers cut it', async () => {
    await begin({ confirmation: 'none' });
    const names = inAccount(database.db, 'demo', (tx) =>
      tx.update(schema.accounts).set({ name: 'Smil; Tann & "Co": Oslo, Bergen' }),
    );
    await names;
    await book();
    assert.match(
      entryOf(),
      /^ORGANIZER;CN="Smil, Tann & {2}Co – Oslo, Bergen":mailto:west@example\.com\r$/m,
    );
  });

  it('[M-02] an SMS of the account’s own text is in GSM-7, and its estimate counts what is sent', async () => {
    await begin({ confirmation: 'none' });
    const text = '“Hei” [PATIENT_FIRST_NAME]\u2009–\tvi ses…';
    const staff = operatorOf(service, 'demo', operatorKey);
    const { status } = await staff.call('PUT', '/message-texts/booked-sms-nb', { text });
    assert.ok(status < 300);
    await book();
    const sms = service.sent.findLast(({ channel }) => channel === 'sms');
    assert.equal(sms?.text, '"Hei" Ola - vi ses...');
    const list = await staff.call('GET', '/message-texts');
    const own = (list.body as unknown as MessageTextList).texts.find(
      ({ id }) => id === 'booked-sms-nb',
    );
    assert.equal(own?.length?.encoding, 'gsm-7');
    assert.equal(own?.text, text);
  });

  it('[M-02] a code by SMS is in GSM-7 whatever the clinic is called', async () => {
    await inAccount(database.db, 'demo', (tx) =>
      tx
        .update(schema.clinics)
        .set({ name: '“Smil” – Oslo\u00a0vest' })
        .where(eq(schema.clinics.id, 'west')),
    );
    const { body } = await service.hold({ clinic: 'west' });
    assert.equal((await service.book(body)).status, 202);
    const sms = service.sent.find(({ channel }) => channel === 'sms')!;
    const email = service.sent.find(({ channel }) => channel === 'email')!;
    assert.ok(sms.text.includes('"Smil" - Oslo vest'), sms.text);
    assert.ok(email.text.includes('“Smil” – Oslo\u00a0vest'), email.text);
  });
});

describe('what a client says of time', () => {
  it('[P-22] an instant may leave out its seconds; the service writes them', async () => {
    const held = await service.hold({ start: '2026-11-23T08:00+01:00' });
    assert.equal(held.status, 201);
    assert.equal(held.body.slot.start, '2026-11-23T08:00:00+01:00');
    const at = encodeURIComponent('2026-11-23T07:30Z');
    const { body } = await service.call<SlotList>(`/slots?from=2026-11-23&to=2026-11-24&at=${at}`);
    assert.ok(body.slots.length > 0);
    assert.ok(body.slots.every(({ start }) => start === '2026-11-23T08:30:00+01:00'));
    for (const start of ['2026-11-23T08+01:00', '2026-11-23T08:00', '2026-02-30T08:00+01:00']) {
      const refused = await service.hold({ start });
      assert.deepEqual(refused.body.fields, [{ path: 'start', code: 'format' }], start);
    }
  });

  it('[P-22] every answer says what time it is, to pages of other origins too', async () => {
    for (const [path, status] of [
      ['', 200],
      ['/slots?from=2026-11-23&to=2026-11-30', 200],
      ['/unknown', 404],
    ] as const) {
      const answer = await service.call(path, { headers: { Origin: 'https://clinic.example' } });
      assert.equal(answer.status, status);
      assert.equal(answer.headers.get('Date'), new Date(friday).toUTCString());
      const exposed = answer.headers.get('Access-Control-Expose-Headers') ?? '';
      assert.ok(exposed.split(', ').includes('Date'), exposed);
    }
  });
});
