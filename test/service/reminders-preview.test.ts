import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { asc, inArray } from 'drizzle-orm';
import { inAccount } from '../../service/store/database.js';
import { outbox } from '../../service/store/schema/index.js';
import type { ReminderPreview, Reminders, ReminderTimeline } from '../../src/contract/index.js';
import { monday, setUpClinic } from './support/clinic-fixture.js';
import { startService } from './support/service.js';
import { operatorOf } from './support/staff.js';
import { openTestDatabase } from './support/test-database.js';

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

const manual = {
  reminders: [{ hoursBefore: 70 }, { hoursBefore: 22 }, { hoursBefore: 1 }],
  thankYou: { hoursAfter: 3 },
};
const timeline = async (policy: object, start: string, more: object = {}) => {
  const body = { policy, start, minutes: 30, ...more };
  const answer = await operator.call<ReminderTimeline>('POST', '/reminders/timeline', body);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body.items;
};
const times = (items: ReminderTimeline['items']) =>
  items.map(({ type, sendsAt, outcome }) => `${type} ${sendsAt} ${outcome}`);

describe('when messages would leave for an appointment', () => {
  it('[M-04] [M-09] [M-16] is told with settings that are not saved: the values of the manual', async () => {
    const items = await timeline(manual, '2009-12-09T12:45:00+01:00');
    assert.deepEqual(times(items), [
      'reminder-1 2009-12-06T14:45:00+01:00 on-time',
      'reminder-2 2009-12-08T14:45:00+01:00 on-time',
      'reminder-3 2009-12-09T11:45:00+01:00 on-time',
      'thank-you 2009-12-09T16:15:00+01:00 on-time',
    ]);
    assert.equal(items[0]!.expiresAt, '2009-12-09T12:45:00+01:00');
    assert.equal(items[3]!.expiresAt, '2009-12-10T16:15:00+01:00');
    assert.match(items[1]!.text, /^Hei Ola, .* 09\.12\.2009 kl\. 12:45/);
    assert.equal(items[1]!.length.units, items[1]!.text.length);
    const { body } = await operator.call<Reminders>('GET', '/reminders');
    assert.deepEqual([body.reminders, body.thankYou], [[], null]);
  });

  it('[M-05] [M-16] says which pause moves it, and where to', async () => {
    const night = { pauses: { night: { from: '22:00', to: '07:00' } } };
    assert.deepEqual(
      times(
        await timeline(
          { ...night, reminders: [{ hoursBefore: 10 }, { hoursBefore: 1 }] },
          '2026-11-30T07:30:00+01:00',
        ),
      ),
      [
        // Past 07:00 it is of use yet.
        'reminder-1 2026-11-29T21:30:00+01:00 on-time',
        'reminder-2 2026-11-30T07:00:00+01:00 after-pause',
      ],
    );
    assert.deepEqual(
      times(
        await timeline(
          { ...night, reminders: [{}, { hoursBefore: 1 }] },
          `2026-11-30T07:00:00+01:00`,
        ),
      ),
      [
        'reminder-1 2026-11-29T07:00:00+01:00 on-time',
        'reminder-2 2026-11-29T21:59:00+01:00 before-pause',
      ],
    );
  });

  it('[M-09] [M-16] of what would be late, the last goes at once and the others are left out', async () => {
    assert.deepEqual(times(await timeline(manual, '2026-11-20T20:00:00+01:00')), [
      'reminder-1 2026-11-20T08:00:00+01:00 left-out',
      'reminder-2 2026-11-20T08:00:00+01:00 at-once',
      'reminder-3 2026-11-20T19:00:00+01:00 on-time',
      'thank-you 2026-11-20T23:30:00+01:00 on-time',
    ]);
  });

  it('[M-04] [M-16] is that of the clinician, the clinic and the language that are named', async () => {
    const policy = {
      reminders: [{ hoursBefore: 24, text: 'Konto' }],
      exceptions: [
        { clinician: 'anne', reminders: [{ hoursBefore: 48 }] },
        { language: 'en', reminders: [{ text: 'English [Time]' }] },
      ],
    };
    const start = '2026-12-09T12:45:00+01:00';
    const shown = async (more: object) =>
      (await timeline(policy, start, more)).map(({ hours, text }) => `${hours} ${text}`);
    assert.deepEqual(await shown({}), ['24 Konto']);
    assert.deepEqual(await shown({ clinician: 'anne' }), ['48 Konto']);
    assert.deepEqual(await shown({ language: 'en' }), ['24 English 2026-12-09 at 12:45']);
  });

  it('[M-03] [M-16] is refused with what is wrong beside its text', async () => {
    for (const [body, path, code] of [
      [{ policy: { reminders: [{ text: '[X]' }] } }, 'policy.reminders.0.text', 'unknown-field'],
      [
        { policy: { reminders: [{ hoursBefore: -1 }] } },
        'policy.reminders.0.hoursBefore',
        'too-small',
      ],
      [{ start: '1960-01-01T08:00:00Z' }, 'start', 'date'],
      [{ minutes: 0 }, 'minutes', 'too-small'],
    ] as const) {
      const right = { policy: {}, start: `${monday}T08:00:00+01:00`, minutes: 30 };
      const answer = await operator.call('POST', '/reminders/timeline', { ...right, ...body });
      assert.deepEqual([answer.status, answer.body.fields], [422, [{ path, code }]]);
    }
  });
});

describe('who would get it', () => {
  it('[M-16] has examples that are what is then planned', async () => {
    for (const [clinician, clock] of [
      ['anne', '08:00'],
      ['berit', '09:00'],
    ]) {
      const start = `${monday}T${clock}:00+01:00`;
      const { body } = await service.hold({ clinician: clinician!, start });
      assert.equal((await service.book(body)).status, 201);
    }
    const policy = { ...manual, pauses: { sunday: true } };
    const { body: preview } = await operator.call<ReminderPreview>(
      'POST',
      '/reminders/preview',
      policy,
    );
    assert.deepEqual([preview.before.messages, preview.after.messages], [0, 8]);
    assert.deepEqual(
      preview.examples.map(({ start, clinic, clinician }) => `${start} ${clinic} ${clinician}`),
      [`${monday}T08:00:00+01:00 west anne`, `${monday}T09:00:00+01:00 west berit`],
    );
    assert.equal((await operator.call('PATCH', '/reminders', policy)).status, 200);
    await service.background;
    const planned = await inAccount(database.db, 'demo', (tx) =>
      tx
        .select()
        .from(outbox)
        .where(inArray(outbox.kind, ['reminder-1', 'reminder-2', 'reminder-3', 'thank-you']))
        .orderBy(asc(outbox.sendAt)),
    );
    const told = preview.examples.flatMap(({ clinician, messages }) =>
      messages.map(
        ({ type, sendsAt }) => `${clinician} ${type} ${new Date(sendsAt).toISOString()}`,
      ),
    );
    assert.deepEqual(
      told.sort(),
      planned
        .map(({ clinicianId, kind, sendAt }) => `${clinicianId} ${kind} ${sendAt.toISOString()}`)
        .sort(),
    );
  });
});
