import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import type { ReminderPreview, Reminders } from '../../src/contract/index.js';
import { asc } from 'drizzle-orm';
import { inAccount } from '../../service/store/database.js';
import { outbox } from '../../service/store/schema/index.js';
import { monday, setUpClinic } from './support/clinic-fixture.js';
import { bookingOf, startService, testId } from './support/service.js';
import { operatorOf } from './support/staff.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const operatorKey = 'the-key-of-whoever-runs-the-service';
let service: ReturnType<typeof startService>;
let operator: ReturnType<typeof operatorOf>;
afterEach(() => { for (const e of service.errors) console.error(e); assert.deepEqual(service.errors, []); });
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
  (await inAccount(database.db, 'demo', (tx) => tx.select().from(outbox).orderBy(asc(outbox.sendAt)))).filter(
    ({ kind }) => kinds.includes(kind),
  );
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
      reminders: [{ hoursBefore: 70, text: 'Hei [fornavn] [Etunimi], [Tidpunkt] hos [CLINIC_NAME]' }, {}],
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
    const { body: history } = await operator.call<{ entries: { id: string; kind: string }[] }>('GET', '/history');
    assert.equal(history.entries[0]?.kind, 'reminders');
    assert.equal((await operator.call('POST', `/history/${history.entries[0]!.id}/undo`)).status, 201);
    assert.deepEqual((await operator.call<Reminders>('GET', '/reminders')).body, before.body);
    const { status } = await operator.call('POST', '/import', { document });
    assert.equal(status, 200);
    assert.deepEqual((await operator.call<Reminders>('GET', '/reminders')).body, body);
  });

  it('[M-03] [M-04] refuses what could not be sent, by its place', async () => {
    for (const [patch, path, code] of [
      [{ reminders: [{ hoursBefore: 24, text: 'Hei [Fornamn]' }] }, 'reminders.0.text', 'unknown-field'],
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

describe('messages that go with an appointment', () => {
  it('[M-04] [M-09] are made with it, by the hours and texts of clinician, clinic and language', async () => {
    await set(manual);
    await book();
    assert.deepEqual(await plan(), [
      `reminder-1 2026-11-20T09:00:00.000Z`,
      `reminder-2 2026-11-22T09:00:00.000Z`,
      `reminder-3 2026-11-23T06:00:00.000Z`,
      `thank-you 2026-11-23T10:30:00.000Z`,
    ]);
    const [first, , , thanks] = await planned();
    assert.equal(
      first!.text,
      'Hei Ola, minner om timeavtale hos oss 23.11.2026 kl. 08:00. Mvh, Dr anne. Du kan ikke sende svar på denne SMS-en.',
    );
    assert.equal(first!.expiresAt!.toISOString(), `${monday}T07:00:00.000Z`);
    assert.equal(thanks!.text, 'Takk for besøket og velkommen igjen! Dr anne');
    assert.equal(thanks!.expiresAt!.toISOString(), '2026-11-24T10:30:00.000Z');
  });
});
void bookingOf;
void testId;
export type { ReminderPreview };
