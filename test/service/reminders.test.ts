import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import type { ReminderPreview, Reminders } from '../../src/contract/index.js';
import { asc } from 'drizzle-orm';
import type { AccountTransaction } from '../../service/store/database.js';
import { inAccount } from '../../service/store/database.js';
import { bookings, outbox, reminderRuns, reservations } from '../../service/store/schema/index.js';
import { monday, setUpClinic } from './support/clinic-fixture.js';
import { change } from './support/appointment-changes.js';
import { bookingOf, friday, startService, testId } from './support/service.js';
import { operatorOf } from './support/staff.js';
import { openTestDatabase, statementsOf } from './support/test-database.js';
import { sendDueMessages } from '../../service/node/worker.js';
import { replanAccounts, replanBatch } from '../../service/reminders/replan.js';

const database = await openTestDatabase();
after(() => database.close());

const operatorKey = 'the-key-of-whoever-runs-the-service';
let service: ReturnType<typeof startService>;
let operator: ReturnType<typeof operatorOf>;
afterEach(() => assert.deepEqual(service.errors, []));
beforeEach(async () => {
  await database.clear();
  await setUpClinic(database.db, {
    settings: { confirmation: 'none' },
    clinicians: [{ id: 'berit' }],
  });
  service = startService(database, { operatorKey });
  operator = operatorOf(service, 'demo', operatorKey);
});

const set = async (patch: object, headers: Record<string, string> = {}) => {
  const answer = await operator.call<Reminders>('PATCH', '/reminders', patch, headers);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  await service.background;
  return answer;
};
const book = async (request: Parameters<typeof service.book>[1] = {}, start?: string) => {
  const { body } = await service.hold({ clinician: 'anne', ...(start ? { start } : {}) });
  const answer = await service.book(body, request);
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return answer.body.appointment.id;
};
const kinds = ['reminder-1', 'reminder-2', 'reminder-3', 'thank-you'];
const planned = async () =>
  (
    await inAccount(database.db, 'demo', (tx) =>
      tx.select().from(outbox).orderBy(asc(outbox.sendAt)),
    )
  ).filter(({ kind }) => kinds.includes(kind));
const plan = async () =>
  (await planned())
    .filter(({ status }) => status === 'V')
    .map(({ kind, sendAt }) => `${kind} ${sendAt.toISOString()}`);
const manual = {
  reminders: [{ hoursBefore: 70 }, { hoursBefore: 22 }, { hoursBefore: 1 }],
  thankYou: { hoursAfter: 3 },
};

describe('the policy of reminders', () => {
  it('[M-04] [M-05] is read as it was stored, changed for one version, undone and exported', async () => {
    const before = await operator.call<Reminders>('GET', '/reminders');
    assert.deepEqual(before.body.reminders, []);
    const patch = {
      to: 'wishing',
      reminders: [
        { hoursBefore: 70, text: 'Hei [fornavn] [Etunimi], [Tidpunkt] hos [CLINIC_NAME]' },
        {},
      ],
      thankYou: { text: 'Takk!' },
      daysWithoutSending: [7, 6, 6],
      pauses: { night: { from: '22:00', to: '07:00' } },
      exceptions: [{ clinician: 'anne', reminders: [{ hoursBefore: 5 }] }],
    };
    const { body, headers } = await set(patch, { 'If-Match': before.headers.get('ETag')! });
    assert.deepEqual(body.reminders, [
      { hoursBefore: 70, text: patch.reminders[0]!.text },
      { hoursBefore: 24, text: null },
    ]);
    assert.deepEqual(body.thankYou, { hoursAfter: 24, text: 'Takk!' });
    assert.deepEqual(body.daysWithoutSending, [6, 7]);
    assert.deepEqual(body.pauses, { saturday: false, sunday: false, night: patch.pauses.night });
    const again = await operator.call<Reminders>('GET', '/reminders');
    assert.deepEqual(again.body, body);
    assert.equal(again.headers.get('ETag'), headers.get('ETag'));
    const late = await operator.call('PATCH', '/reminders', patch, {
      'If-Match': before.headers.get('ETag')!,
    });
    assert.deepEqual([late.status, late.body.code], [412, 'version-conflict']);

    const { body: document } = await operator.call<{ reminders: Reminders }>('GET', '/export');
    assert.deepEqual(document.reminders, body);
    const { body: history } = await operator.call<{ entries: { id: string; kind: string }[] }>(
      'GET',
      '/history',
    );
    assert.equal(history.entries[0]?.kind, 'reminders');
    assert.equal(
      (await operator.call('POST', `/history/${history.entries[0].id}/undo`)).status,
      201,
    );
    assert.deepEqual((await operator.call<Reminders>('GET', '/reminders')).body, before.body);
    const { status } = await operator.call('POST', '/import', { document });
    assert.equal(status, 200);
    assert.deepEqual((await operator.call<Reminders>('GET', '/reminders')).body, body);
  });

  it('[M-03] [M-04] refuses what could not be sent, by its place', async () => {
    for (const [patch, path, code] of [
      [
        { reminders: [{ hoursBefore: 24, text: 'Hei [Fornamn]' }] },
        'reminders.0.text',
        'unknown-field',
      ],
      [{ thankYou: { hoursAfter: 1, text: '[TANN]' } }, 'thankYou.text', 'unknown-field'],
      [{ reminders: [{ text: ' ' }] }, 'reminders.0.text', 'empty'],
      [{ reminders: [{}, {}, {}, {}] }, 'reminders', 'too-big'],
      [{ reminders: [{ hoursBefore: -1 }] }, 'reminders.0.hoursBefore', 'too-small'],
      [{ reminders: [{ hoursBefore: 8761 }] }, 'reminders.0.hoursBefore', 'too-big'],
      [{ thankYou: { hoursAfter: 8761 } }, 'thankYou.hoursAfter', 'too-big'],
      [{ daysWithoutSending: [0] }, 'daysWithoutSending.0', 'too-small'],
      [{ daysWithoutSending: [1, 2, 3, 4, 5, 6, 7] }, 'daysWithoutSending', 'no-day-left'],
      [{ pauses: { night: { from: '24:00', to: '07:00' } } }, 'pauses.night.from', 'format'],
      [{ pauses: { night: { from: '07:00', to: '07:00' } } }, 'pauses.night', 'no-time'],
      [{ to: 'some' }, 'to', 'value'],
      [{ reminder: [] }, 'reminder', 'unknown'],
      [{ exceptions: [{ reminders: [] }] }, 'exceptions.0', 'empty'],
      [{ exceptions: [{ clinic: 'north' }] }, 'exceptions.0.clinic', 'unknown'],
      [{ exceptions: [{ clinic: 'west' }, { clinic: 'west' }] }, 'exceptions.1', 'twice'],
      [
        { exceptions: [{ language: 'sv', texts: { recall: '[X]' } }] },
        'exceptions.0.texts.recall',
        'unknown-field',
      ],
    ] as const) {
      const { status, body } = await operator.call('PATCH', '/reminders', patch);
      assert.equal(status, 422, JSON.stringify(patch));
      assert.deepEqual(body.fields, [{ path, code }], JSON.stringify(patch));
    }
  });
});

/** Sends what is due at an instant, as a worker does. */
const workAt = async (instant: string) => {
  service.now = Date.parse(instant);
  const send = async (message: (typeof service.sent)[number]) => {
    if (service.gatewayIsDown) throw new Error('down');
    service.sent.push(message);
    return { messageId: `gateway-${message.id}` };
  };
  await sendDueMessages(database.db, { sms: send, email: send }, () => service.now);
};
const outcome = async () =>
  (await planned()).map(({ kind, status, reason }) =>
    [kind, status, reason].filter(Boolean).join(' '),
  );
const reminderTexts = () => service.sent.filter(({ text }) => text.includes('minner')).length;

describe('messages that go with an appointment', () => {
  it('[M-04] [M-09] are made with it, by the hours before and after, in the words of the manual', async () => {
    await set(manual);
    await book();
    assert.deepEqual(await plan(), [
      'reminder-1 2026-11-20T09:00:00.000Z',
      'reminder-2 2026-11-22T09:00:00.000Z',
      'reminder-3 2026-11-23T06:00:00.000Z',
      'thank-you 2026-11-23T10:30:00.000Z',
    ]);
    const [first, second, , thanks] = await planned();
    assert.equal(
      first!.text,
      'Hei Ola, minner om timeavtale hos oss 23.11.2026 kl. 08:00. Mvh, Tannlege Dr anne. Du kan ikke sende svar på denne SMS-en.',
    );
    assert.equal(second!.text, 'Hei Ola, vi minner om timeavtalen 23.11.2026 kl. 08:00.');
    assert.equal(first!.expiresAt!.toISOString(), `${monday}T07:00:00.000Z`);
    assert.equal(thanks!.text, 'Takk for besøket og velkommen igjen! Tannlege Dr anne');
    assert.equal(thanks!.expiresAt!.toISOString(), '2026-11-24T10:30:00.000Z');
  });

  it('[M-04] have the text and hours of clinician before clinic before language before account', async () => {
    await set({
      reminders: [
        { hoursBefore: 24, text: 'account' },
        { hoursBefore: 2, text: 'second' },
      ],
      exceptions: [
        { language: 'en', reminders: [{ text: 'in English' }, {}] },
        { clinic: 'west', reminders: [{ hoursBefore: 12 }, {}] },
        { clinician: 'anne', reminders: [{ hoursBefore: 6, text: 'of Anne' }] },
        { clinician: 'anne', language: 'en', reminders: [{ text: null }] },
      ],
    });
    await book();
    const texts = async () =>
      (await planned()).map(({ text, sendAt }) => [text, sendAt.toISOString()]);
    assert.deepEqual(await texts(), [['of Anne', '2026-11-23T01:00:00.000Z']]);
    await set({
      exceptions: [
        { language: 'en', reminders: [{ text: 'in English' }, {}] },
        { clinic: 'west', reminders: [{ hoursBefore: 12 }, {}] },
      ],
    });
    assert.deepEqual(await texts(), [
      ['account', '2026-11-22T19:00:00.000Z'],
      ['second', '2026-11-23T05:00:00.000Z'],
    ]);
    const { body } = await service.hold({ clinician: 'berit' });
    await service.book(body, { lang: 'en' });
    assert.ok((await texts()).some(([text]) => text === 'in English'));
    assert.ok(
      (await texts()).some(([text]) =>
        text?.startsWith('Hello Ola, a reminder of your appointment on 2026-11-23 at 08:00'),
      ),
    );
  });

  it('[M-05] keep days without sending and pauses out: 24 hours before Monday 08:00 is Friday 08:00', async () => {
    await set({ reminders: [{}], daysWithoutSending: [6, 7] });
    service.now = friday - 86_400_000;
    await book();
    assert.deepEqual(await plan(), ['reminder-1 2026-11-20T07:00:00.000Z']);
  });

  it('[M-05] [M-10] [M-16] go to all with a mobile, to who wishes it, or to nobody, and by e-mail where the account says so', async () => {
    const patient = '0e2f4c4e-7a3a-4f7c-9d51-0a2b3c4d5e6f';
    const put = {
      firstName: 'Kari',
      lastName: 'Berg',
      nationalId: testId(7),
      mobile: '+4741234567',
      email: 'kari@example.com',
    };
    assert.equal((await operator.call('PUT', `/patients/${patient}`, put)).status, 204);
    const byHand = {
      start: `${monday}T10:00:00+01:00`,
      minutes: 30,
      clinic: 'west',
      clinician: 'anne',
      patient,
    };
    await set({ to: 'wishing', reminders: [{}] });
    assert.equal((await operator.call('POST', '/timebook', byHand)).status, 201);
    assert.deepEqual(await plan(), []);
    assert.equal(
      (await operator.call('PUT', `/patients/${patient}/sms-wish`, { wish: true })).status,
      204,
    );
    assert.deepEqual(await plan(), ['reminder-1 2026-11-22T09:00:00.000Z']);
    const { body: preview } = await operator.call<ReminderPreview>('POST', '/reminders/preview', {
      to: 'none',
    });
    assert.deepEqual(
      [preview.before.messages, preview.after.messages, preview.without.wish],
      [1, 0, 1],
    );
    assert.deepEqual(await plan(), ['reminder-1 2026-11-22T09:00:00.000Z']);
    await set({ to: 'none' });
    assert.deepEqual(await outcome(), ['reminder-1 A policy']);
    await operator.call('PUT', `/patients/${patient}`, { ...put, mobile: undefined });
    await set({ to: 'all', email: true });
    const later = { ...byHand, start: `${monday}T11:00:00+01:00` };
    assert.equal((await operator.call('POST', '/timebook', later)).status, 201);
    assert.deepEqual(
      (await planned()).filter(({ status }) => status === 'V').map(({ channel }) => channel),
      ['email', 'email'],
    );
    await operator.call('PUT', `/patients/${patient}/sms-wish`, { wish: false });
    assert.deepEqual(await plan(), []);
    const { body: wish } = await operator.call<object>('GET', `/patients/${patient}/sms-wish`);
    assert.deepEqual(wish, {
      wish: false,
      at: '2026-11-20T08:00:00+01:00',
      source: 'staff',
      isNumberRefused: false,
      refusedAt: null,
    });
  });

  it('[M-07] go on with it when it is moved, each the same message, and are taken back when it is cancelled', async () => {
    await set(manual);
    const id = await book();
    const ids = async () =>
      (await planned())
        .filter(({ status }) => status === 'V')
        .map((row) => row.id)
        .sort();
    const before = await ids();
    await change(service, database, 'moved', id, new Date('2026-11-26T09:00:00Z'));
    assert.deepEqual(await plan(), [
      'reminder-1 2026-11-23T11:00:00.000Z',
      'reminder-2 2026-11-25T11:00:00.000Z',
      'reminder-3 2026-11-26T08:00:00.000Z',
      'thank-you 2026-11-26T12:30:00.000Z',
    ]);
    assert.deepEqual(await ids(), before);
    assert.ok((await planned())[0]!.text!.includes('26.11.2026 kl. 10:00'));
    await change(service, database, 'cancelled', id);
    assert.deepEqual(
      new Set((await outcome()).map((one) => one.replace(/^\S+ /, ''))),
      new Set(['A appointment-cancelled']),
    );
    await workAt('2026-11-26T08:00:00Z');
    assert.equal(reminderTexts(), 0);
  });

  it('[M-07] are made anew for the new time where one has gone for the old, but not where staff took it back', async () => {
    await set({ reminders: [{ hoursBefore: 24 }, { hoursBefore: 2 }] });
    const id = await book();
    const second = (await planned()).find(({ kind }) => kind === 'reminder-2')!;
    assert.equal((await operator.call('DELETE', `/messages/${second.id}`)).status, 204);
    await workAt('2026-11-22T07:00:00Z');
    assert.deepEqual(await outcome(), ['reminder-1 S', 'reminder-2 A staff']);
    await set({});
    assert.deepEqual(await outcome(), ['reminder-1 S', 'reminder-2 A staff']);
    await change(service, database, 'moved', id, new Date('2026-11-26T09:00:00Z'));
    assert.deepEqual(await plan(), ['reminder-1 2026-11-25T09:00:00.000Z']);
  });

  it('[M-09] go at once when made late, of several late ones the last, and expire at the start', async () => {
    await set(manual);
    service.now = Date.parse('2026-11-22T20:00:00Z');
    await book();
    await service.background;
    assert.deepEqual(await outcome(), ['reminder-2 S', 'reminder-3 V', 'thank-you V']);
    await workAt('2026-11-23T07:00:00Z');
    assert.deepEqual(await outcome(), ['reminder-2 S', 'reminder-3 U', 'thank-you V']);
    await workAt('2026-11-24T10:30:00Z');
    assert.deepEqual(await outcome(), ['reminder-2 S', 'reminder-3 U', 'thank-you U']);
  });

  it('[M-06] [M-17] stay readable once sent, and are tried until they expire', async () => {
    await set({ reminders: [{}] });
    await book();
    service.gatewayIsDown = true;
    for (let hours = 0; hours < 23; hours += 1) {
      await workAt(new Date(Date.parse('2026-11-22T07:00:00Z') + hours * 3_600_000).toISOString());
    }
    assert.deepEqual(await outcome(), ['reminder-1 FV']);
    service.gatewayIsDown = false;
    await workAt('2026-11-23T06:59:00Z');
    const [row] = await planned();
    assert.equal(row!.status, 'S');
    assert.match(row!.text ?? '', /^Hei Ola, minner/);
    assert.ok(row!.tries > 14, `${row!.tries} tries`);
  });

  it('[M-05] wait for a pause to end, also when they became due before it; test mode sends nothing and says so', async () => {
    await set({
      reminders: [{ hoursBefore: 12 }],
      pauses: { night: { from: '22:00', to: '07:00' } },
    });
    const { body } = await service.hold({ clinician: 'anne', start: `${monday}T09:00:00+01:00` });
    await service.book(body);
    assert.deepEqual(await plan(), ['reminder-1 2026-11-22T20:00:00.000Z']);
    await workAt('2026-11-22T21:30:00Z');
    assert.deepEqual(await plan(), ['reminder-1 2026-11-23T06:00:00.000Z']);
    await set({ testMode: true });
    await workAt('2026-11-23T06:00:00Z');
    assert.deepEqual(await outcome(), ['reminder-1 A test-mode']);
    assert.equal(reminderTexts(), 0);
  });

  it('[M-10] a changed policy works the queue through in batches, on from where a worker was killed', async () => {
    const ahead = replanBatch + 5;
    await inAccount(database.db, 'demo', (tx) => appointmentsAhead(tx, ahead));
    await set({ reminders: [{}] });
    assert.equal((await plan()).length, replanBatch);
    const { body: status } = await operator.call<{ replanning: object }>('GET', '/messages/status');
    assert.deepEqual(status.replanning, { done: replanBatch, total: ahead });
    await replanAccounts(database.db, () => service.now, undefined);
    assert.equal((await plan()).length, ahead);
    const [run] = await inAccount(database.db, 'demo', (tx) => tx.select().from(reminderRuns));
    assert.deepEqual([run!.done, run!.endedAt === null], [ahead, false]);
  });

  it('[M-04] cost a booking one statement with reminders, and none without', async () => {
    let index = 0;
    const count = async () => {
      index += 1;
      const from = `198.51.100.${index}`;
      const { body } = await service.hold({ clinician: 'anne', start: starts.shift()! }, { from });
      const patient = { ...bookingOf(body).patient, nationalId: testId(index) };
      const statements = await statementsOf(database.db, async () => {
        assert.equal((await service.book(body, { patient }, { from })).status, 201);
      });
      return statements.length;
    };
    const starts = ['23', '24', '25', '26'].map((date) => `2026-11-${date}T08:00:00+01:00`);
    await count();
    const without = await count();
    await set(manual);
    await count();
    const withThem = await count();
    assert.equal(withThem - without, 1);
  });
});

/** Appointments of one minute each, from Wednesday on. */
async function appointmentsAhead(tx: AccountTransaction, count: number): Promise<void> {
  const first = Date.parse('2026-12-02T07:00:00Z');
  const times = Array.from({ length: count }, (_, index) => ({
    id: crypto.randomUUID(),
    startsAt: new Date(first + index * 60_000),
    endsAt: new Date(first + (index + 1) * 60_000),
  }));
  const common = {
    accountId: 'demo',
    clinicianId: 'anne',
    clinicId: 'west',
    createdAt: new Date(friday),
  };
  await tx
    .insert(reservations)
    .values(
      times.map((time) => ({ ...common, ...time, partyId: time.id, status: 'booked' as const })),
    );
  await tx.insert(bookings).values(
    times.map(({ id }) => ({
      ...{ accountId: 'demo', id, reservationId: id, firstName: 'Ola', mobile: '+4741234567' },
      ...{ registeredBy: 'staff', registeredAt: new Date(friday) },
    })),
  );
}
