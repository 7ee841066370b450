import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import type {
  Problem,
  SentMessage,
  SmsList,
  SmsPreview,
  SmsRecipients,
  SmsRun,
  SmsThread,
} from '../../src/contract/index.js';
import { refuseSms } from '../../service/messages/sms-choices.js';
import { runBatch, workThroughAllRuns, workThroughRuns } from '../../service/staff/message-runs.js';
import { inAccount } from '../../service/store/database.js';
import { messageRuns, outbox, patients } from '../../service/store/schema/index.js';
import { insertReceived } from '../../service/store/sms-traffic.js';
import { monday, setUpClinic } from './support/clinic-fixture.js';
import { startService, testId } from './support/service.js';
import { operatorOf } from './support/staff.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const operatorKey = 'the-key-of-whoever-runs-the-service';
let service: ReturnType<typeof startService>;
let operator: ReturnType<typeof operatorOf>;
beforeEach(async () => {
  await database.clear();
  await setUpClinic(database.db, { settings: { confirmation: 'none' } });
  begin({});
});

function begin(options: Parameters<typeof startService>[1]): void {
  service = startService(database, { operatorKey, ...options });
  operator = operatorOf(service, 'demo', operatorKey);
}
/** A process that is killed with its answer: nothing goes on by itself. */
const dies = { later: () => undefined };

afterEach(() => assert.deepEqual(service.errors, []));

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const mobileOf = (number: number) => `+474${String(1_000_000 + number)}`;

/** Patients on file as rows, since hundreds by calls take long. */
async function onFile(count: number): Promise<string[]> {
  const [kari] = await register([{ firstName: 'Mal' }]);
  return inAccount(database.db, 'demo', async (tx) => {
    const [sample] = (await tx.select().from(patients)).filter(({ id }) => id === kari);
    const rows = Array.from({ length: count }, (_, index) => ({
      ...sample!,
      id: idOf(1000 + index),
      nationalIdLookup: `lookup-${index}`,
      ...{ firstName: `Nr${index}`, lastName: 'Mange', mobile: mobileOf(1000 + index) },
    }));
    await tx.insert(patients).values(rows);
    return rows.map(({ id }) => id);
  });
}

/** Patients by the clinic's call; their ids. */
async function register(people: readonly object[]): Promise<string[]> {
  const ids = people.map((_, index) => idOf(index + 1));
  for (const [index, person] of people.entries()) {
    const body = {
      ...{ firstName: 'Ola', lastName: 'Berg', nationalId: testId(index + 20) },
      ...person,
    };
    const { status } = await operator.call('PUT', `/patients/${ids[index]}`, body);
    assert.equal(status, 204, JSON.stringify(body));
  }
  return ids;
}

const start = (input: object, key = crypto.randomUUID() as string) =>
  operator.call<SmsRun & Problem>('POST', '/message-runs', input, { 'Idempotency-Key': key });
const begun = async (input: object, key?: string) => {
  const { status, body } = await start(input, key);
  assert.equal(status, 202, JSON.stringify(body));
  return body;
};
const progress = async (id: string) =>
  (await operator.call<SmsRun>('GET', `/message-runs/${id}`)).body;
const search = async (body: object) => {
  const answer = await operator.call<SmsList>('POST', '/messages/search', body);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body;
};
const made = () => inAccount(database.db, 'demo', (tx) => tx.select().from(outbox));
/** Books by hand; the appointment's id. */
const book = async (clock: string, patient: string) => {
  const place = { clinic: 'west', clinician: 'anne', minutes: 30, template: 'check' };
  const start = `${monday}T${clock}:00+01:00`;
  const { status, body } = await operator.call<{ id: string }>('POST', '/timebook', {
    ...{ ...place, start, patient },
  });
  assert.equal(status, 201, JSON.stringify(body));
  return body.id;
};

describe('a text to many', () => {
  it('[M-11] reaches each mobile once with its own values; who gets none is counted by the reason', async () => {
    const ids = await register([
      { firstName: 'Kari', mobile: '98765432' },
      { firstName: 'Per', mobile: '98765432' },
      { firstName: 'Uten' },
      { firstName: 'Nei', mobile: '98765433' },
      { firstName: 'Stopp', mobile: '98765434' },
      { firstName: 'Ida', mobile: '98765435' },
    ]);
    await operator.call('PUT', `/patients/${ids[3]}/sms-wish`, { wish: false });
    await inAccount(database.db, 'demo', async (tx) => {
      await refuseSms(tx, 'demo', '+4798765434', new Date(service.now));
      await tx.update(patients).set({ smsWish: null });
    });
    await operator.call('PUT', `/patients/${ids[3]}/sms-wish`, { wish: false });
    const text = 'Hei [Fornavn], vi har flyttet til [CLINIC_CITY].';
    const all = [...ids, ids[0]!.toUpperCase(), crypto.randomUUID()];
    const left = { mobile: 1, wish: 1, refused: 1, same: 1, gone: 1, past: 0 };

    const { body: preview } = await operator.call<SmsPreview>('POST', '/messages/preview', {
      ...{ patients: all, text, clinic: 'west' },
    });
    assert.deepEqual(
      [preview.messages, preview.parts, preview.left, preview.items.map((one) => one.text)],
      [2, 2, left, ['Hei Kari, vi har flyttet til Oslo.', 'Hei Ida, vi har flyttet til Oslo.']],
    );
    assert.deepEqual(await made(), []);

    const key = 'pressed-twice';
    const run = await begun({ patients: all, text, clinic: 'west' }, key);
    assert.deepEqual([run.state, run.total, run.done, run.made, run.left], ['done', 7, 7, 2, left]);
    const again = await begun({ patients: all, text, clinic: 'west' }, key);
    assert.equal(again.id, run.id);
    assert.equal(
      (await start({ patients: all, text: 'Other' }, key)).body.code,
      'idempotency-conflict',
    );
    await service.background;
    assert.deepEqual(service.sent.map(({ to, text }) => `${to} ${text}`).sort(), [
      '+4798765432 Hei Kari, vi har flyttet til Oslo.',
      '+4798765435 Hei Ida, vi har flyttet til Oslo.',
    ]);
    const { items } = await search({ box: 'sent', run: run.id });
    assert.deepEqual(
      (items as SentMessage[]).map(({ status }) => status),
      ['S', 'S'],
    );
    // Who it was for is forgotten where it is not needed any more.
    const [row] = await inAccount(database.db, 'demo', (tx) => tx.select().from(messageRuns));
    assert.deepEqual([row!.recipients, row!.text], [[], null]);
  });

  it('[M-11] is worked through in batches: two at once, and one after a kill, send to each once', async () => {
    const ids = await onFile(runBatch * 3 + 7);
    begin(dies);
    const [one, two] = await Promise.all([
      begun({ patients: ids, text: 'One' }),
      begun({ patients: ids, text: 'Two' }),
    ]);
    assert.deepEqual([one.state, one.done, one.made], ['working', runBatch, runBatch]);
    const clock = () => service.now;
    await Promise.all([
      workThroughAllRuns(database.db, clock, undefined),
      workThroughRuns(database.db, 'demo', clock, undefined),
      workThroughAllRuns(database.db, clock, undefined),
    ]);
    for (const { id } of [one, two]) {
      const { state, done, made } = await progress(id);
      assert.deepEqual([state, done, made], ['done', ids.length, ids.length]);
    }
    const rows = await made();
    assert.equal(rows.length, ids.length * 2);
    assert.equal(
      new Set(rows.map(({ runId, recipient }) => `${runId} ${recipient}`)).size,
      rows.length,
    );
    const { body } = await operator.call<{ items: SmsRun[] }>('GET', '/message-runs');
    assert.deepEqual(new Set(body.items.map(({ id }) => id)), new Set([one.id, two.id]));
  });

  it('[M-11] with one key in two calls at once is one run', async () => {
    const ids = await onFile(3);
    const answers = await Promise.all(
      [1, 2, 3].map(() => begun({ patients: ids, text: 'X' }, 'k')),
    );
    assert.equal(new Set(answers.map(({ id }) => id)).size, 1);
    await service.background;
    assert.equal((await made()).length, 3);
  });

  it('[M-06] is stopped: no more are made, what waits is taken back, what has left stays', async () => {
    const ids = await onFile(runBatch + 5);
    begin(dies);
    const sendsAt = new Date(service.now + 3_600_000).toISOString();
    const expiresAt = new Date(service.now + 7_200_000).toISOString();
    const run = await begun({ patients: ids, text: 'X', sendsAt, expiresAt });
    const [first] = await made();
    assert.equal(first!.expiresAt?.toISOString(), expiresAt);
    await inAccount(database.db, 'demo', async (tx) => {
      await tx.update(outbox).set({ status: 'S' }).where(eq(outbox.id, first!.id));
    });
    const { status, body } = await operator.call<SmsRun>('DELETE', `/message-runs/${run.id}`);
    assert.deepEqual([status, body.state, body.done], [200, 'stopped', runBatch]);
    await workThroughAllRuns(database.db, () => service.now, undefined);
    const statuses = (await made()).map((row) => row.status);
    const count = (status: string) => statuses.filter((one) => one === status).length;
    assert.deepEqual([statuses.length, count('S'), count('A')], [runBatch, 1, runBatch - 1]);
  });

  it('[M-10] of reminders takes the place of those that wait, and leaves out whose appointment is past or cancelled', async () => {
    await operator.call('PATCH', '/reminders', { reminders: [{ hoursBefore: 20 }] });
    const [kari, per] = await register([{ mobile: '98765432' }, { mobile: '98765433' }]);
    const first = await book('08:00', kari!);
    const second = await book('09:00', per!);
    await operator.call('DELETE', `/timebook/${second}`);
    const input = { appointments: [first, second], type: 'reminder-1', text: 'Husk [Tidspunkt]!' };
    const run = await begun(input);
    assert.deepEqual([run.made, run.left.gone], [1, 1]);
    const { items } = await search({ box: 'sent', type: 'reminder-1' });
    const reminders = (items as SentMessage[]).filter(({ status }) => status === 'V');
    assert.deepEqual(
      reminders.map(({ text, sendsAt, expiresAt }) => [text, sendsAt, expiresAt]),
      [['Husk 23.11.2026 kl. 08:00!', '2026-11-22T12:00:00+01:00', `${monday}T08:00:00+01:00`]],
    );
    service.now = Date.parse(`${monday}T08:30:00+01:00`);
    assert.deepEqual((await begun(input)).left, {
      ...{ mobile: 0, wish: 0, refused: 0, same: 0, gone: 1, past: 1 },
    });
  });

  it('[M-11] is refused by the field where nobody could get it', async () => {
    const [kari] = await register([{ mobile: '98765432' }]);
    for (const [input, path, code] of [
      [{ text: 'X' }, 'patients', 'empty'],
      [{ patients: [], text: 'X' }, 'patients', 'too-small'],
      [{ patients: [kari], numbers: ['41234567'], text: 'X' }, 'numbers', 'contradicts'],
      [{ numbers: ['41234567', '+0041234567'], text: 'X' }, 'numbers.1', 'country-code'],
      [{ numbers: ['4123'], text: 'X' }, 'numbers.0', 'length'],
      [{ patients: [kari], text: 'Hei [TANN]' }, 'text', 'unknown-field'],
      [{ patients: [kari], text: '[Behandler]' }, 'text', 'empty'],
      [{ patients: [kari], type: 'reminder-1' }, 'appointments', 'empty'],
      [{ patients: [kari], text: 'X', clinic: 'north' }, 'clinic', 'unknown'],
      [{ patients: [kari], text: 'X', sendsAt: '2028-01-01T00:00:00Z' }, 'sendsAt', 'too-big'],
      [{ patients: [kari], text: 'X', expiresAt: '2027-01-01T00:00:00Z' }, 'expiresAt', 'too-long'],
      [
        { patients: [kari], text: 'X', expiresAt: '2026-11-20T00:00:00Z' },
        'expiresAt',
        'not-after',
      ],
    ] as const) {
      for (const call of [
        () => start(input),
        () => operator.call('POST', '/messages/preview', input),
      ]) {
        const { status, body } = await call();
        assert.equal(status, 422, JSON.stringify(input));
        const { fields } = body as { fields?: readonly object[] };
        assert.deepEqual(fields, [{ path, code }], JSON.stringify(input));
      }
    }
    const { body } = await operator.call('POST', '/message-runs', { patients: [kari], text: 'X' });
    assert.deepEqual(body.fields, [{ path: 'Idempotency-Key', code: 'empty' }]);
    assert.equal((await operator.call('GET', `/message-runs/${crypto.randomUUID()}`)).status, 404);
    assert.deepEqual(await made(), []);
  });
});

describe('who a text may go to', () => {
  const find = async (input: object) => {
    const { status, body } = await operator.call<SmsRecipients>(
      'POST',
      '/messages/recipients',
      input,
    );
    assert.equal(status, 200, JSON.stringify(body));
    return body.items;
  };
  const names = async (input: object) => (await find(input)).map(({ firstName }) => firstName);

  it('[M-11] is found by clinic, clinician, last visit, month of the recall and age, with the reason of who gets none', async () => {
    const ids = await register([
      { firstName: 'Anton', mobile: '98765432' },
      { firstName: 'Bjarne' },
      { firstName: 'Cecilie', mobile: '98765434' },
    ]);
    await inAccount(database.db, 'demo', async (tx) => {
      const born = ['1956-11-21', '2006-11-20', '2006-11-21'];
      for (const [index, birthDate] of born.entries()) {
        await tx.update(patients).set({ birthDate }).where(eq(patients.id, ids[index]!));
      }
    });
    const entry = { start: `${monday}T10:00:00+01:00`, minutes: 30, clinic: 'west' };
    await operator.call('POST', '/timebook', {
      ...{ ...entry, clinician: 'anne', patient: ids[0] },
    });
    assert.deepEqual(await names({}), ['Anton', 'Bjarne', 'Cecilie']);
    assert.deepEqual(
      (await find({})).map(({ without, byPolicy }) => [without, byPolicy]),
      [
        [undefined, true],
        ['mobile', false],
        [undefined, true],
      ],
    );
    // The clock stands on 20 November 2026: one is twenty today, one tomorrow.
    assert.deepEqual(await names({ ageFrom: 20, ageTo: 20 }), ['Bjarne']);
    assert.deepEqual(await names({ ageTo: 19 }), ['Cecilie']);
    assert.deepEqual(await names({ ageFrom: 21 }), ['Anton']);
    assert.deepEqual(await names({ clinic: 'west' }), ['Anton']);
    assert.deepEqual(await names({ clinic: 'east' }), []);
    assert.deepEqual(await names({ clinician: 'anne' }), ['Anton']);
    // An appointment ahead is no visit.
    assert.deepEqual(await names({ visitFrom: '2026-11-01' }), []);
    service.now = Date.parse(`${monday}T12:00:00+01:00`);
    assert.deepEqual(await names({ visitFrom: monday, visitUntil: '2026-11-24' }), ['Anton']);
    assert.deepEqual(await names({ visitFrom: '2026-11-24' }), []);
    assert.deepEqual(await names({ visitUntil: monday }), []);
    assert.equal((await find({ clinic: 'west' }))[0]!.lastVisit, entry.start);
    await operator.call('PUT', '/templates/recall', {
      ...{ name: 'Recall', minutes: 30, category: 'exam', useInRecall: true },
      ...{ useInTimebook: true, useInBooking: false, moveOnline: false, cancelOnline: false },
      ...{ moveNextRecall: false, recallCard: false },
    });
    const recall = { patient: ids[2], week: '2027-03-31', minutes: 30, template: 'recall' };
    assert.equal(
      (await operator.call('PUT', `/recalls/${crypto.randomUUID()}`, recall)).status,
      204,
    );
    assert.deepEqual(await names({ recallMonth: '2027-03' }), ['Cecilie']);
    assert.deepEqual(await names({ recallMonth: '2027-04' }), []);
    await operator.call('PATCH', '/reminders', { to: 'wishing' });
    await operator.call('PUT', `/patients/${ids[2]}/sms-wish`, { wish: true });
    assert.deepEqual(
      (await find({})).map(({ byPolicy }) => byPolicy),
      [false, false, true],
    );
  });

  it('[M-11] is whoever comes on a day, by time; pages of the register come one after the other', async () => {
    const [kari] = await register([{ mobile: '98765432' }]);
    const first = await book('09:00', kari!);
    const second = await book('08:00', kari!);
    const items = await find({ day: monday });
    assert.deepEqual(
      items.map(({ id, appointment }) => [id, appointment?.start.slice(11, 16)]),
      [
        [second, '08:00'],
        [first, '09:00'],
      ],
    );
    assert.deepEqual(await find({ day: monday, clinic: 'east' }), []);
    const ids = await onFile(510);
    const { body: page } = await operator.call<SmsRecipients>('POST', '/messages/recipients', {});
    const { body: rest } = await operator.call<SmsRecipients>('POST', '/messages/recipients', {
      cursor: page.next,
    });
    const found = new Set([...page.items, ...rest.items].map(({ id }) => id));
    assert.equal(page.items.length, 500);
    assert.ok(ids.every((id) => found.has(id)));
    assert.equal(rest.next, undefined);
  });
});

describe('messages in and out', () => {
  it('[M-06] with one number are one thread, read by the id of any of them; several that wait are cancelled at once', async () => {
    const [kari] = await register([{ firstName: 'Kari', mobile: '98765432' }]);
    const { body: toHer } = await operator.call<SentMessage>('POST', '/messages', {
      ...{ patient: kari, text: 'Hei' },
    });
    await service.background;
    service.now += 60_000;
    // Typed as a number, it is known whose it is, though not used in the text.
    const { body: typed } = await operator.call<SentMessage>('POST', '/messages', {
      ...{ to: '98 76 54 32', text: 'Hei [Fornavn]!' },
    });
    assert.deepEqual([typed.patient?.firstName, typed.text], ['Kari', 'Hei!']);
    await operator.call('POST', '/messages', { to: '41234567', text: 'Other' });
    await service.background;
    service.now += 60_000;
    await inAccount(database.db, 'demo', (tx) =>
      insertReceived(tx, {
        ...{ accountId: 'demo', gatewayId: 'in-1', sender: '+4798765432', text: 'Takk' },
        ...{ receivedAt: new Date(service.now), createdAt: new Date(service.now) },
      }),
    );
    const { body: thread } = await operator.call<SmsThread>('GET', `/messages/${toHer.id}/thread`);
    assert.equal(thread.number, '+4798765432');
    assert.equal(thread.patient?.firstName, 'Kari');
    assert.deepEqual(
      thread.items.map(({ type, text }) => `${type} ${text}`),
      ['received Takk', 'general Hei!', 'general Hei'],
    );
    const [received] = thread.items;
    const { body: one } = await operator.call<SmsThread>('GET', `/messages/${received!.id}/thread`);
    assert.deepEqual(one, thread);
    assert.deepEqual((await operator.call('GET', `/messages/${toHer.id}`)).status, 200);
    assert.equal((await operator.call('GET', `/messages/${crypto.randomUUID()}`)).status, 404);

    const sendsAt = new Date(service.now + 3_600_000).toISOString();
    const waiting: string[] = [];
    for (const text of ['a', 'b']) {
      const { body } = await operator.call<SentMessage>('POST', '/messages', {
        ...{ to: '41234567', text, sendsAt },
      });
      waiting.push(body.id);
    }
    const { body: cancelled } = await operator.call<object>('POST', '/messages/cancel', {
      ids: [...waiting, toHer.id, waiting[0]],
    });
    assert.deepEqual(cancelled, { cancelled: 2, gone: 1 });
    const { items, next } = await search({ box: 'sent', status: 'A', limit: 1 });
    assert.equal(items.length, 1);
    assert.equal((await search({ box: 'sent', status: 'A', cursor: next })).items.length, 1);
    const { body: wrong } = await operator.call('POST', '/messages/search', {
      box: 'sent',
      limit: 0,
    });
    assert.deepEqual(wrong.fields, [{ path: 'limit', code: 'too-small' }]);
  });
});
