import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { monday, setUpClinic } from './support/clinic-fixture.js';
import { bookingOf, ola, startService, testId } from './support/service.js';
import { openTestDatabase } from './support/test-database.js';
import { inAccount } from '../../service/store/database.js';
import * as schema from '../../service/store/schema/index.js';
import { randomToken } from '../../service/store/secrets.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import type {
  BookingState,
  PendingBooking,
  SlotList,
  StaffSettings,
} from '../../src/contract/index.js';

const database = await openTestDatabase();
after(() => database.close());

let service: ReturnType<typeof startService>;
const begin = async (settings: Partial<StaffSettings> = {}, more: { id: string }[] = []) => {
  await database.clear();
  await setUpClinic(database.db, {
    settings,
    clinicians: [{ id: 'berit', acceptsNewPatients: false }, { id: 'carl' }, ...more],
  });
  service = startService(database);
};
const rows = <Table extends keyof typeof schema>(table: Table) =>
  inAccount(database.db, 'demo', (tx) => tx.select().from(schema[table] as never)) as Promise<
    Record<string, unknown>[]
  >;
const hold = async (request = {}) => (await service.hold({ clinician: 'anne', ...request })).body;
const pending = async (request = {}, patient = {}) => {
  const held = await hold(request);
  const change = { patient: { ...bookingOf(held).patient, ...patient } };
  return (await service.book(held, change)).body;
};
type Pending = Pick<PendingBooking, 'id' | 'token'>;
const withToken = ({ token }: { token: string }) => ({ 'Booking-Token': token });
const confirm = (booking: Pending, code: string) =>
  service.call<{
    status: string;
    code: string;
    triesLeft: number;
    appointment: Record<string, unknown>;
  }>(`/bookings/${booking.id}/code`, { json: { code }, headers: withToken(booking) });
const state = async (booking: Pending) =>
  (
    await service.call<BookingState>(`/bookings/${booking.id}`, {
      headers: withToken(booking),
    })
  ).body;

describe('booking with a code', () => {
  beforeEach(() => begin());

  it('[P-31] asks for the code that went out by SMS and e-mail, then confirms', async () => {
    const { status, body } = await service.book(await hold());
    assert.equal(status, 202);
    assert.equal(body.status, 'code-required');
    assert.deepEqual(body.sentTo, { sms: '*** ** 567', email: 'o***@example.com' });
    assert.deepEqual([body.resendAfter, body.expiresIn], [30, 600]);
    assert.deepEqual(service.sent.map(({ channel, to }) => [channel, to]).sort(), [
      ['email', 'ola@example.com'],
      ['sms', '+4741234567'],
    ]);
    const confirmed = await confirm(body, service.lastCode());
    assert.equal(confirmed.status, 200);
    assert.deepEqual(confirmed.body, {
      status: 'confirmed',
      appointment: {
        id: body.id,
        slot: {
          start: `${monday}T08:00:00+01:00`,
          minutes: 30,
          clinic: 'west',
          clinician: 'anne',
          treatment: 'check',
        },
        treatment: { id: 'check', name: 'Undersøkelse' },
        clinic: {
          id: 'west',
          name: 'Klinikk west',
          address1: 'Storgata 1',
          postalCode: '0155',
          city: 'Oslo',
          phone: '22 33 44 55',
          email: 'west@example.com',
        },
        clinician: { id: 'anne', name: 'Dr anne' },
        status: 'booked',
        sequence: 0,
      },
    });
  });

  it('[A-11] stores who booked as ITB, with message, campaign code, consent and its time', async () => {
    await begin({ fields: { ...settingsFields, campaignCode: true } });
    const held = await hold();
    const { body } = await service.book(held, { message: 'I am afraid', campaignCode: 'CC1' });
    await confirm(body, service.lastCode());
    const [booking] = await rows('bookings');
    assert.equal(booking?.registeredBy, 'ITB');
    assert.equal(booking?.message, 'I am afraid');
    assert.equal(booking?.campaignCode, 'CC1');
    assert.equal(booking?.consentVersion, '1');
    assert.deepEqual(booking?.consentAt, new Date(service.now));
    assert.equal(booking?.confirmedBy, 'code');
    const [reservation] = await rows('reservations');
    assert.equal(reservation?.status, 'booked');
    assert.equal(reservation?.expiresAt, null);
  });

  it('[P-24] the time that waits for its code is free to its own patient in lists of times, and to nobody else', async () => {
    const token = randomToken();
    const { body: held } = await service.hold({ clinician: 'anne' }, { token });
    const { body } = await service.book(held);
    const starts = async (headers: Record<string, string> = {}) => {
      const query = `from=${monday}&to=2026-11-24&treatment=check&clinician=anne`;
      const list = await service.call<SlotList>(`/slots?${query}`, { headers });
      return [list.body.slots[0]?.start, list.body.first?.start];
    };
    const own = `${monday}T08:00:00+01:00`;
    assert.deepEqual(await starts({ 'Hold-Token': token }), [own, own]);
    assert.ok(!(await starts()).includes(own));
    await confirm(body, service.lastCode());
    assert.ok(!(await starts({ 'Hold-Token': token })).includes(own));
  });

  it('[P-28] refuses a consent to a text that is no longer the one in force, with all else that is wrong', async () => {
    const held = await hold();
    const stale = { consent: { version: '0' } };
    const { status, body } = await service.book(held, stale);
    assert.deepEqual([status, body.code], [422, 'invalid']);
    assert.deepEqual(body.fields, [{ path: 'consent', code: 'stale' }]);
    const patient = { ...ola, firstName: '1', mobile: '41234567', email: 'ola@example.com' };
    const both = await service.book(held, { ...stale, patient });
    assert.deepEqual(both.body.fields, [
      { path: 'patient.firstName', code: 'characters' },
      { path: 'consent', code: 'stale' },
    ]);
    // Nothing was taken from the patient: the same hold books with the new text.
    assert.equal((await service.book(held)).status, 202);
  });

  it('[P-28] stores the language of the text that was consented to, whatever language the messages are in', async () => {
    await service.book(await hold(), { consent: { version: '1', lang: 'sv' }, lang: 'en' });
    const [booking] = await rows('bookings');
    assert.deepEqual([booking?.consentLang, booking?.lang], ['sv', 'en']);
  });

  it('[P-28] takes a consent without its language, and refuses a language that is none', async () => {
    const held = await hold();
    const wrong = await service.book(held, { consent: { version: '1', lang: 'xx' as 'sv' } });
    assert.deepEqual(wrong.body.fields, [{ path: 'consent.lang', code: 'value' }]);
    await service.book(held, { consent: { version: '1' } });
    assert.equal((await rows('bookings'))[0]?.consentLang, null);
  });

  it('[P-28] an answer that was lost is repeated, whatever the text says by then', async () => {
    const held = await hold();
    const first = await service.book(held, {}, { key: 'again' });
    const texts = JSON.stringify({ consentVersion: '2' });
    await inAccount(database.db, 'demo', (tx) =>
      tx.execute(sql`UPDATE accounts SET texts = texts || ${texts}::jsonb`),
    );
    const again = await service.book(held, {}, { key: 'again' });
    assert.deepEqual([again.status, again.body.id], [202, first.body.id]);
  });

  it('[P-31] binds the SMS to the page that asked, where the account lists it, and to no other', async () => {
    const listed = 'https://timebok.example';
    const origins = [listed, 'http://plain.example', 'https://odd.example:8443', 'null'];
    await begin({ allowedOrigins: origins }, [{ id: 'dora' }]);
    const smsFrom = async (index: number, origin?: string) => {
      const { body: held } = await service.hold(
        {
          start: `${monday}T0${8 + (index % 2)}:00:00+01:00`,
          clinician: ['anne', 'carl', 'dora'][index >> 1]!,
        },
        { from: `198.51.100.${index}` },
      );
      await service.call('/bookings', {
        json: {
          ...bookingOf(held),
          patient: {
            ...ola,
            nationalId: testId(index),
            mobile: `4123456${index}`,
            email: 'ola@example.com',
          },
        },
        headers: {
          'Hold-Token': held.token,
          'Idempotency-Key': `key-${index}`,
          ...(origin ? { Origin: origin } : {}),
        },
      });
      const [email, sms] = service.sent.slice(-2).sort((a, b) => (a.channel < b.channel ? -1 : 1));
      assert.doesNotMatch(email!.text, /@/);
      return sms!.text;
    };
    const text = await smsFrom(0, listed);
    const code = service.lastCode();
    assert.equal(text.split('\n').at(-1), `@timebok.example #${code}`);
    assert.doesNotMatch(await smsFrom(1, 'https://stranger.example'), /@/);
    assert.doesNotMatch(await smsFrom(2), /@/);
    assert.doesNotMatch(await smsFrom(3, origins[1]), /@/);
    assert.doesNotMatch(await smsFrom(4, origins[2]), /@/);
    assert.doesNotMatch(await smsFrom(5, origins[3]), /@/);
  });

  it('[P-31] tells by message that the time is booked, in the patient’s language', async () => {
    const held = await hold();
    const { body } = await service.book(held, { lang: 'en' });
    await confirm(body, service.lastCode());
    const { text } = service.sent.findLast(({ channel }) => channel === 'email')!;
    assert.match(
      text,
      /You have booked an appointment with Dr anne, Klinikk west\n2026-11-23 at 08:00/,
    );
    assert.match(text, /Treatment: Undersøkelse\n/);
  });

  it('[P-31] repeats the answer to the right code, and does not send again', async () => {
    const booking = await pending();
    const code = service.lastCode();
    const first = await confirm(booking, code);
    const sent = service.sent.length;
    const again = await confirm(booking, code);
    assert.deepEqual([again.status, again.body], [200, first.body]);
    assert.equal(service.sent.length, sent);
    assert.equal((await rows('patients')).length, 1);
  });

  it('[P-31] five wrong codes end it and free the time, resends do not help', async () => {
    const booking = await pending();
    service.now += 31_000;
    const left = [];
    for (let count = 0; count < 5; count += 1) {
      if (count === 2) await resend(booking);
      const { status, body } = await confirm(booking, wrongCode());
      assert.deepEqual([status, body.code], [422, 'code-wrong']);
      left.push(body.triesLeft);
    }
    assert.deepEqual(left, [4, 3, 2, 1, 0]);
    const right = await confirm(booking, service.lastCode());
    assert.deepEqual([right.status, right.body.code], [429, 'too-many-tries']);
    assert.equal((await state(booking)).status, 'released');
    assert.equal((await service.hold({ clinician: 'anne' })).status, 201);
  });

  it('[P-31] a code ends after ten minutes, and the time with it', async () => {
    const booking = await pending();
    service.now += 600_000;
    const late = await confirm(booking, service.lastCode());
    assert.deepEqual([late.status, late.body.code], [410, 'code-expired']);
    assert.equal((await state(booking)).status, 'expired');
    assert.equal((await service.hold({ clinician: 'anne' })).status, 201);
  });

  it('[P-31] sends a new code after a wait that grows; the old one is no good', async () => {
    const booking = await pending();
    const old = service.lastCode();
    const early = await resend(booking);
    assert.deepEqual([early.status, early.headers.get('Retry-After')], [429, '30']);
    service.now += 30_000;
    const { status, body } = await resend(booking);
    // The new code is good for ten minutes, and the time is kept for as long.
    assert.deepEqual(
      [status, body],
      [
        202,
        {
          resendAfter: 60,
          expiresIn: 600,
          expiresAt: formatInstant(service.now + 600_000, 'Europe/Oslo'),
        },
      ],
    );
    if (old !== service.lastCode()) {
      assert.equal((await confirm(booking, old)).body.code, 'code-wrong');
    }
    assert.equal((await confirm(booking, service.lastCode())).status, 200);
  });

  it('[P-31] corrects the number without losing the time', async () => {
    const booking = await pending();
    const { status, body } = await service.call<PendingBooking>(`/bookings/${booking.id}/contact`, {
      method: 'PATCH',
      json: { mobile: '+47 98765432' },
      headers: withToken(booking),
    });
    assert.equal(status, 202);
    assert.deepEqual(body.sentTo, { sms: '*** ** 432', email: 'o***@example.com' });
    assert.equal(body.id, booking.id);
    assert.equal(body.token, booking.token);
    assert.equal(service.sent.findLast(({ channel }) => channel === 'sms')?.to, '+4798765432');
    assert.equal((await confirm(booking, service.lastCode())).status, 200);
  });

  it('[P-31] a correction that changes nothing, or is repeated, sends no other code', async () => {
    const booking = await pending();
    const correct = (json: object) =>
      service.call<PendingBooking>(`/bookings/${booking.id}/contact`, {
        method: 'PATCH',
        json,
        headers: withToken(booking),
      });
    const before = service.sent.length;
    const same = await correct({ mobile: '+47 412 34 567' });
    assert.deepEqual([same.status, same.body.resendAfter], [202, 30]);
    assert.equal(service.sent.length, before);
    await correct({ mobile: '49999999' });
    const sent = service.sent.length;
    assert.ok(sent > before);
    const again = await correct({ mobile: '49999999' });
    assert.equal(again.body.sentTo.sms, '*** ** 999');
    assert.equal(service.sent.length, sent);
  });

  it('[P-31] refuses a corrected number that is none', async () => {
    const booking = await pending();
    const { status, body } = await service.call(`/bookings/${booking.id}/contact`, {
      method: 'PATCH',
      json: { mobile: '12' },
      headers: withToken(booking),
    });
    assert.equal(status, 422);
    assert.deepEqual((body as { fields: unknown }).fields, [{ path: 'mobile', code: 'length' }]);
  });

  it('names a booking by `id`, and by `booking` for clients of version 0.1, in every answer', async () => {
    const booked = await pending();
    assert.deepEqual([typeof booked.id, booked.booking], ['string', booked.id]);
    const corrected = await service.call<PendingBooking>(`/bookings/${booked.id}/contact`, {
      method: 'PATCH',
      json: { mobile: '41234568' },
      headers: withToken(booked),
    });
    const idsOf = ({ id, booking }: { id?: string; booking?: string }) => [id, booking];
    assert.deepEqual(idsOf(corrected.body), [booked.id, booked.id]);
    for (const status of ['code-required', 'expired'] as const) {
      const answer = await state(booked);
      assert.ok(answer.status === status);
      assert.deepEqual(idsOf(answer), [booked.id, booked.id]);
      service.now += 3_600_000;
    }
    const released = await pending();
    await service.call(`/bookings/${released.id}`, {
      method: 'DELETE',
      headers: withToken(released),
    });
    const answer = await state(released);
    assert.ok(answer.status === 'released');
    assert.deepEqual(idsOf(answer), [released.id, released.id]);
  });

  it('[P-31] giving up frees the time; a confirmed one is not given up', async () => {
    const booking = await pending();
    const path = `/bookings/${booking.id}`;
    const options = { method: 'DELETE', headers: withToken(booking) };
    assert.equal((await service.call(path, options)).status, 204);
    assert.equal((await state(booking)).status, 'released');
    const other = await pending();
    await confirm(other, service.lastCode());
    const refused = await service.call(`/bookings/${other.id}`, {
      method: 'DELETE',
      headers: withToken(other),
    });
    assert.equal(refused.status, 404);
    assert.equal((await state(other)).status, 'confirmed');
  });

  it('[N-02] a booking with a token that does not fit is as if it did not exist', async () => {
    const booking = await pending();
    for (const token of [randomToken(), '', 'x']) {
      const headers = { 'Booking-Token': token };
      const path = `/bookings/${booking.id}`;
      const answers = [
        await service.call(path, { headers }),
        await service.call(path, { method: 'DELETE', headers }),
        await service.call(`${path}/code`, { json: { code: service.lastCode() }, headers }),
        await service.call(`${path}/code/resend`, { method: 'POST', headers }),
        await service.call(`${path}/contact`, {
          method: 'PATCH',
          json: { mobile: '41234567' },
          headers,
        }),
      ];
      assert.deepEqual(
        answers.map(({ status }) => status),
        [404, 404, 404, 404, 404],
      );
    }
    assert.equal((await rows('bookings'))[0]?.codeTries, 0);
  });

  it('[N-02] keeps no code and no token, and erases each text once it is sent', async () => {
    const held = await hold();
    const { body } = await service.book(held);
    const code = service.lastCode();
    const everything = JSON.stringify([
      await rows('reservations'),
      await rows('bookings'),
      await rows('outbox'),
      await rows('idempotencyKeys'),
      await rows('rateWindows'),
    ]);
    for (const secret of [code, body.token, held.token, '198.51.100.7']) {
      assert.ok(!everything.includes(secret), secret);
    }
    assert.ok((await rows('outbox')).every(({ text, status }) => text === null && status === 'S'));
  });

  it('[M-06] a message that cannot leave waits and goes with the next', async () => {
    service.gatewayIsDown = true;
    const booking = await pending();
    assert.ok((await rows('outbox')).every(({ status }) => status === 'FV'));
    service.gatewayIsDown = false;
    service.now += 60_000;
    await resend(booking);
    assert.equal((await confirm(booking, service.lastCode())).status, 200);
    const statuses = (await rows('outbox')).map(({ kind, status }) => [kind, status].join(' '));
    assert.deepEqual(statuses.sort(), [
      'booked S',
      'booked S',
      'code A',
      'code A',
      'code S',
      'code S',
    ]);
  });

  const resend = (booking: Pending) =>
    service.call(`/bookings/${booking.id}/code/resend`, {
      method: 'POST',
      headers: withToken(booking),
    });
  const wrongCode = () => (service.lastCode() === '000000' ? '111111' : '000000');
});

const settingsFields = {
  address1: false,
  address2: false,
  postalCode: false,
  mobile: true,
  email: true,
  campaignCode: false,
};

describe('booking without a code', () => {
  beforeEach(() => begin({ confirmation: 'none' }));

  it('[P-31] is an appointment at once', async () => {
    const { status, body } = await service.book(await hold());
    assert.deepEqual([status, body.status], [201, 'confirmed']);
    assert.equal((await service.hold({ clinician: 'anne' })).body.code, 'slot-taken');
    assert.deepEqual(service.sent.map(({ channel }) => channel).sort(), ['email', 'sms']);
    assert.ok(service.sent.every(({ text }) => text.includes('23.11.2026 kl. 08:00')));
  });

  it('[P-39] contact details given without login wait for the clinic, the record stays', async () => {
    await service.book(await hold());
    const { body: held } = await service.hold(
      { clinician: 'anne', start: `${monday}T09:00:00+01:00` },
      { from: '198.51.100.8' },
    );
    await service.book(held, { patient: { ...ola, mobile: '98765432', email: 'ola@example.com' } });
    const [patient, ...others] = await rows('patients');
    assert.equal(others.length, 0);
    assert.equal(patient?.mobile, '+4741234567');
    assert.equal(patient?.mobileTrusted, false);
    const [change, ...more] = await rows('patientChanges');
    assert.equal(more.length, 0);
    assert.equal(change?.status, 'waiting');
    assert.deepEqual(change?.changes, { mobile: { from: '+4741234567', to: '+4798765432' } });
  });

  it('[P-42] who is not on file books only clinicians who take new patients', async () => {
    assert.equal((await service.hold({ clinician: 'berit' })).body.code, 'slot-taken');
    const held = await hold();
    await inAccount(database.db, 'demo', (tx) =>
      tx.execute(sql`UPDATE clinicians SET accepts_new_patients = false WHERE id = 'anne'`),
    );
    assert.equal((await service.book(held)).body.code, 'not-allowed');
  });

  it('[P-34] asks for a login where new bookings require one', async () => {
    const held = await hold();
    await change({ newBookingRequiresLogin: true });
    const { status, body } = await service.book(held);
    assert.deepEqual([status, body.code], [401, 'login-required']);
  });

  const change = (settings: Partial<StaffSettings>) =>
    inAccount(database.db, 'demo', (tx) =>
      tx.execute(
        sql`UPDATE accounts SET settings = settings || ${JSON.stringify(settings)}::jsonb`,
      ),
    );
});

describe('what a booking asks for', () => {
  beforeEach(() => begin());

  const fieldsOf = async (patient: object, more = {}) => {
    const held = await hold();
    const { status, body } = await service.book(held, { patient: patient, ...more });
    await service.call(`/holds/${held.id}`, {
      method: 'DELETE',
      headers: { 'Hold-Token': held.token },
    });
    return [status, body.fields];
  };

  it('[P-25] names every field that is missing', async () => {
    assert.deepEqual(await fieldsOf({}), [
      422,
      [
        { path: 'patient.firstName', code: 'empty' },
        { path: 'patient.lastName', code: 'empty' },
        { path: 'patient.nationalId', code: 'empty' },
        { path: 'patient.email', code: 'empty' },
        { path: 'patient.mobile', code: 'empty' },
      ],
    ]);
  });

  it('[P-25] asks for the address where the settings say so', async () => {
    await begin({ fields: { ...settingsFields, address1: true, postalCode: true } });
    const patient = { ...bookingOf({ id: '' }).patient, postalCode: '01555' };
    assert.deepEqual(await fieldsOf(patient), [
      422,
      [
        { path: 'patient.address1', code: 'empty' },
        { path: 'patient.postalCode', code: 'length' },
      ],
    ]);
  });

  it('[P-26] checks the ID by the market’s rules', async () => {
    const wrong = `${ola.nationalId.slice(0, 10)}${(Number(ola.nationalId[10]) + 1) % 10}`;
    assert.deepEqual(await fieldsOf({ ...bookingOf({ id: '' }).patient, nationalId: wrong }), [
      422,
      [{ path: 'patient.nationalId', code: 'checksum' }],
    ]);
  });

  it('[P-29] a refused form leaves the time with the patient', async () => {
    const held = await hold();
    await service.book(held, { patient: {} });
    assert.equal((await service.book(held)).status, 202);
    assert.equal((await rows('bookings')).length, 1);
  });

  it('[N-02] stores nothing that the form does not ask for', async () => {
    const patient = { ...bookingOf({ id: '' }).patient, address1: 'Storgata 2' };
    await service.book(await hold(), { patient, campaignCode: 'X' });
    const [booking] = await rows('bookings');
    assert.deepEqual([booking?.address1, booking?.campaignCode], [null, null]);
  });
});

describe('repeating a booking', () => {
  beforeEach(() => begin());

  it('[N-01] the same key and body gives the same booking, one row, one code', async () => {
    const held = await hold();
    const first = await service.book(held, {}, { key: 'key-1' });
    const again = await service.book(held, {}, { key: 'key-1' });
    assert.equal(again.status, 202);
    assert.deepEqual(again.body, first.body);
    assert.equal((await rows('bookings')).length, 1);
    assert.equal(service.sent.length, 2);
  });

  it('[N-01] once confirmed, the key answers with the appointment', async () => {
    const held = await hold();
    const { body } = await service.book(held, {}, { key: 'key-1' });
    await confirm(body, service.lastCode());
    const again = await service.book(held, {}, { key: 'key-1' });
    assert.deepEqual([again.status, again.body.status], [201, 'confirmed']);
    assert.equal(again.body.appointment.id, body.id);
  });

  it('[N-01] the same key with another body is a conflict', async () => {
    const held = await hold();
    await service.book(held, {}, { key: 'key-1' });
    const other = await service.book(held, { message: 'else' }, { key: 'key-1' });
    assert.deepEqual([other.status, other.body.code], [422, 'idempotency-conflict']);
  });

  it('[N-01] another key cannot use a hold that was used', async () => {
    const held = await hold();
    await service.book(held, {}, { key: 'key-1' });
    assert.equal((await service.book(held, {}, { key: 'key-2' })).body.code, 'hold-expired');
  });

  it('[N-01] a refusal is not kept: the same key may try again', async () => {
    const held = await hold();
    assert.equal((await service.book(held, { patient: {} }, { key: 'key-1' })).status, 422);
    assert.equal((await service.book(held, {}, { key: 'key-1' })).status, 202);
  });

  it('[N-01] keys of different callers do not meet', async () => {
    const one = await hold();
    const other = await hold({ clinician: 'carl' });
    assert.equal((await service.book(one, {}, { key: 'key-1' })).status, 202);
    assert.equal((await service.book(other, {}, { key: 'key-1' })).status, 202);
  });

  it('[N-01] a key is wanted', async () => {
    const held = await hold();
    const { status, body } = await service.call('/bookings', {
      json: bookingOf(held),
      headers: { 'Hold-Token': held.token },
    });
    assert.equal(status, 422);
    assert.deepEqual((body as { fields: unknown }).fields, [
      { path: 'Idempotency-Key', code: 'empty' },
    ]);
  });
});
