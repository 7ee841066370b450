import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import type {
  History,
  MessagePreview,
  PatientExport,
  PlacedAnswer,
  Placement,
  RecallInput,
  StaffProblem,
  Timebook,
  TimebookEntry,
  WorkingTime,
} from '../../src/contract/index.js';
import { StaffProblem as ProblemSchema } from '../../src/contract/index.js';
import { personOf } from './support/people.js';
import { startService, testId } from './support/service.js';
import {
  makeAccount,
  platformKey,
  storeCatalogue,
  template,
  type Operator,
} from './support/staff.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const monday = '2026-11-23';
const account = 'tannlegen';
const patient = '0e2f4c4e-7a3a-4f7c-9d51-0a2b3c4d5e6f';
const need = '1e2f4c4e-7a3a-4f7c-9d51-0a2b3c4d5e6f';

let service: ReturnType<typeof startService>;
let operator: Operator;
beforeEach(async () => {
  await database.clear();
  service = startService(database, { platformKey, later: () => undefined });
  operator = await makeAccount(service);
  await storeCatalogue(operator);
  await ok('PUT', '/templates/recall', {
    ...{ ...template, useInRecall: true, moveNextRecall: true, recallCard: true },
  });
  await ok('PUT', `/patients/${patient}`, {
    ...{ nationalId: testId(1), firstName: 'Kari', lastName: 'Lund' },
    ...{ mobile: '41234567', email: 'kari@example.com' },
  });
  await ok('PUT', `/recalls/${need}`, {
    ...{ patient, week: monday, minutes: 40, template: 'recall', intervalMonths: 12 },
  });
});

const ok = async <Body>(method: string, path: string, json?: unknown): Promise<Body> => {
  const { status, body } = await operator.call<Body>(method, path, json);
  assert.ok(status < 300, `${method} ${path}: ${status} ${JSON.stringify(body)}`);
  return body;
};
const refused = async (path: string, json: unknown) => {
  const { status, body } = await operator.call('POST', path, json);
  assert.equal(status, 422, JSON.stringify(body));
  return body.fields;
};
const byHand = (clock: string, part: object = {}) => ({
  ...{ start: `${monday}T${clock}:00+01:00`, minutes: 40, clinic: 'sentrum', clinician: 'anne' },
  ...{ template: 'recall', patient },
  ...part,
});
const read = (more = '') =>
  ok<Timebook>(
    'GET',
    `/timebook?from=${monday}&to=2026-12-07&layers=entries,working-time,preblocks${more}`,
  );
const entryOf = async (id: string) => (await read()).entries.find((entry) => entry.id === id)!;
const weeks = async () => {
  type Needs = { items: (RecallInput & { isBooked: boolean })[] };
  const { items } = await ok<Needs>('GET', `/recalls?patient=${patient}`);
  return items.map(({ week, isBooked }) => `${week} ${isBooked ? 'booked' : 'due'}`);
};
const undo = async () => {
  const [newest] = (await ok<History>('GET', '/history?kind=timebook')).entries;
  return operator.call('POST', `/history/${newest!.id}/undo`, {});
};

describe('registering an appointment', () => {
  it('[A-03] [A-08] books the need that it is for, moves the next one along, and gives it back when cancelled', async () => {
    const booked = await ok<TimebookEntry>('POST', '/timebook', byHand('08:00', { need }));
    assert.deepEqual(booked.need, { id: need, week: monday });
    // Twelve months on.
    assert.deepEqual(await weeks(), [`${monday} booked`, '2027-11-22 due']);
    assert.deepEqual(await refused('/timebook', byHand('10:00', { need })), [
      { path: 'need', code: 'taken' },
    ]);
    await ok('PATCH', `/timebook/${booked.id}`, { start: '2026-12-03T08:00:00+01:00' });
    assert.deepEqual(await weeks(), [`${monday} booked`, '2027-11-29 due']);
    await ok('DELETE', `/timebook/${booked.id}`);
    assert.deepEqual(await weeks(), [`${monday} due`]);
    assert.equal((await entryOf(booked.id)).need, null);
    // Undone, it is for the need again.
    assert.equal((await undo()).status, 201);
    assert.deepEqual(await weeks(), [`${monday} booked`, '2027-11-29 due']);
    assert.deepEqual((await entryOf(booked.id)).need, { id: need, week: monday });
  });

  it('[A-03] leaves the next recall where staff say so, and undoing the booking makes the need due again', async () => {
    const part = { need, moveNextRecall: false };
    const { id } = await ok<TimebookEntry>('POST', '/timebook', byHand('08:00', part));
    assert.deepEqual(await weeks(), [`${monday} booked`]);
    // None follows, so none moves along.
    await ok('PATCH', `/timebook/${id}`, { start: `${monday}T09:00:00+01:00` });
    assert.deepEqual(await weeks(), [`${monday} booked`]);
    assert.equal((await undo()).status, 201);
    assert.equal((await ok<History>('GET', '/history?kind=timebook')).entries.length, 3);
    const [, , booking] = (await ok<History>('GET', '/history?kind=timebook')).entries;
    assert.equal((await operator.call('POST', `/history/${booking!.id}/undo`, {})).status, 201);
    assert.deepEqual(await weeks(), [`${monday} due`]);
  });

  it('[A-08] takes no need of somebody else', async () => {
    const unknown = [{ path: 'need', code: 'unknown' }];
    assert.deepEqual(
      await refused('/timebook', byHand('08:00', { need: crypto.randomUUID() })),
      unknown,
    );
    assert.deepEqual(
      await refused('/timebook', byHand('08:00', { need, patient: undefined })),
      unknown,
    );
  });

  it('[A-11] [C-04] keeps campaign code and recall card, changes them, and takes that back', async () => {
    const first = { campaignCode: '1234' };
    const { id, ...booked } = await ok<TimebookEntry>('POST', '/timebook', byHand('08:00', first));
    // The card is as the template has it until somebody says otherwise.
    assert.deepEqual([booked.campaignCode, booked.recallCard], ['1234', true]);
    assert.match(booked.text, /CC: 1234/);
    const changed = await ok<TimebookEntry>('PATCH', `/timebook/${id}`, {
      ...{ campaignCode: '', recallCard: false },
    });
    assert.deepEqual([changed.campaignCode, changed.recallCard], [null, false]);
    assert.notEqual(changed.version, booked.version);
    assert.equal((await undo()).status, 201);
    const back = await entryOf(id);
    assert.deepEqual(
      [back.campaignCode, back.recallCard, back.version],
      ['1234', true, booked.version],
    );
  });

  it('[C-04] [C-07] notes a changed text without its words, and takes it back, alone or with a move', async () => {
    const secret = 'Kari ringte om angst';
    const { id } = await ok<TimebookEntry>('POST', '/timebook', byHand('08:00', { text: secret }));
    const textOf = async () => (await entryOf(id)).text;
    const own = (redo: boolean) => operator.call('POST', '/timebook/undo', { redo });
    await ok('PATCH', `/timebook/${id}`, { text: 'Uten bedøvelse' });
    const history = await ok<History>('GET', '/history?kind=timebook');
    assert.deepEqual(history.entries[0]!.fields, ['text']);
    assert.doesNotMatch(JSON.stringify(history), /Kari|bedøvelse/);
    assert.equal((await own(false)).status, 200);
    assert.equal(await textOf(), secret);
    assert.equal((await own(true)).status, 200);
    assert.equal(await textOf(), 'Uten bedøvelse');

    // Time and text at once go back at once, with what was noted beside them.
    const start = `${monday}T13:00:00+01:00`;
    await ok('PATCH', `/timebook/${id}`, { start, text: '', campaignCode: 'VÅR' });
    const moved = (await ok<History>('GET', '/history?kind=timebook')).entries[0]!;
    assert.deepEqual(moved.fields, ['campaignCode', 'start', 'text']);
    assert.equal((await own(false)).status, 200);
    const back = await entryOf(id);
    assert.deepEqual(
      [back.start.slice(11, 16), back.text, back.campaignCode],
      ['08:00', 'Uten bedøvelse', null],
    );

    // Somebody has written something else meanwhile: nothing is overwritten.
    await ok('PATCH', `/timebook/${id}`, { text: 'Ring først' });
    const writing = (await ok<History>('GET', '/history?kind=timebook')).entries[0]!;
    const who = await personOf(service, database, { roles: [{ role: 'reception' }], account });
    assert.equal((await who.call('PATCH', `/timebook/${id}`, { text: 'Ringt' })).status, 200);
    const late = await operator.call('POST', `/history/${writing.id}/undo`, {});
    assert.deepEqual(late.body.fields, [{ path: 'id', code: 'changed-since' }]);
    assert.equal(await textOf(), 'Ringt');
    // What was written once is held about the patient, and goes with the appointment.
    const held = await ok<PatientExport>('GET', `/patients/${patient}/export`);
    assert.deepEqual(held.appointments[0]!.formerTexts.toSorted(), [
      ...['', secret, 'Ring først', 'Uten bedøvelse'].toSorted(),
    ]);
  });

  it('[M-01] [M-07] shows what the patient would be told, word for word, and sends nothing', async () => {
    const shown = await ok<MessagePreview>('POST', '/timebook/message-preview', {
      ...{ event: 'booked', patient, template: 'recall', minutes: 40 },
      ...{ start: `${monday}T08:00:00+01:00`, clinic: 'sentrum', clinician: 'anne' },
    });
    assert.deepEqual(
      shown.messages.map(({ channel, recipient }) => [channel, recipient?.replaceAll(/\s/g, '')]),
      [
        ['sms', '41234567'],
        ['email', 'kari@example.com'],
      ],
    );
    const { id } = await ok<TimebookEntry>('POST', '/timebook', byHand('08:00', { message: true }));
    await service.background;
    const sent = await ok<{ items: { type: string; channel: string; text: string }[] }>(
      'GET',
      '/messages?box=sent',
    );
    const sms = sent.items.find(({ channel, type }) => channel === 'sms' && type === 'booked');
    // Links name the appointment, which was none yet.
    const withoutIds = (text = '') => text.replaceAll(/[0-9a-f-]{36}/g, 'id');
    assert.equal(withoutIds(shown.messages[0]!.text), withoutIds(sms?.text));

    await ok('PUT', '/message-texts/moved-sms-nb', {
      text: 'Ny tid [TIMESLOT_START_HOUR].[TIMESLOT_START_MINUTE]',
    });
    const moved = await ok<MessagePreview>('POST', '/timebook/message-preview', {
      ...{ event: 'moved', id, start: `${monday}T13:20:00+01:00` },
    });
    assert.equal(moved.messages[0]!.text, 'Ny tid 13.20');
    assert.equal((await entryOf(id)).start, `${monday}T08:00:00+01:00`);

    const asClinician = await personOf(service, database, {
      ...{ roles: [{ role: 'clinician' as const }], account, clinician: 'anne' },
    });
    const answer = await asClinician.call<MessagePreview>('POST', '/timebook/message-preview', {
      ...{ event: 'cancelled', id },
    });
    assert.equal(answer.status, 200);
    assert.ok(answer.body.messages.every((message) => message.recipient === undefined));
    const nobody = await ok<MessagePreview>('POST', '/timebook/message-preview', {
      ...byHand('09:00', { event: 'booked', patient: undefined }),
    });
    assert.deepEqual(nobody.messages, []);
    for (const [part, path] of [
      [{ start: undefined }, 'start'],
      [{ patient: crypto.randomUUID() }, 'patient'],
    ] as const) {
      const body = byHand('09:00', { event: 'booked', ...part });
      const [wrong] = (await refused('/timebook/message-preview', body))!;
      assert.equal(wrong!.path, path);
    }
  });
});

describe('two people in one timebook', () => {
  const receptionist = () =>
    personOf(service, database, { name: 'Ingrid', roles: [{ role: 'reception' }], account });
  const place = { clinician: 'anne', clinic: 'sentrum', date: monday, from: '08:00', to: '10:00' };

  it('[C-03] what somebody else has changed meanwhile is neither overwritten nor deleted, and who it was is told', async () => {
    const reception = await receptionist();
    const repeat = { weekdays: [1], until: '2026-11-30' };
    await ok('POST', '/working-time', { intervals: [{ ...place, repeat }] });
    const { ids } = await ok<PlacedAnswer>('POST', '/preblocks', {
      placements: [{ ...place, preblock: 'etimer' }],
    });
    const appointment = await ok<TimebookEntry>('POST', '/timebook', byHand('08:00'));
    const { workingTime, preblocks } = await read();
    const rows: [string, WorkingTime | Placement | TimebookEntry, object, object][] = [
      [
        `/working-time/${workingTime![0]!.id}`,
        workingTime![0]!,
        { from: '08:30' },
        { to: '11:00' },
      ],
      [`/preblocks/${ids[0]}`, preblocks![0]!, { from: '08:30' }, { to: '11:00' }],
      [
        `/timebook/${appointment.id}`,
        appointment,
        { start: `${monday}T09:00:00+01:00` },
        { text: 'Rotfylling' },
      ],
    ];
    for (const [path, row, theirs, mine] of rows) {
      const known = { 'If-Match': `"${row.version}"` };
      service.now += 1000;
      const changed = await reception.call<object>('PATCH', path, theirs, known);
      assert.equal(changed.status, 200, `${path}: ${JSON.stringify(changed.body)}`);
      const tag = changed.headers.get('ETag')!;
      assert.match(tag, /^"[0-9a-z]{11,}"$/, path);
      for (const method of ['PATCH', 'DELETE']) {
        const stale = await operator.call<StaffProblem>(
          method,
          path,
          method === 'PATCH' ? mine : undefined,
          known,
        );
        assert.deepEqual([stale.status, stale.body.code], [412, 'version-conflict'], path);
        assert.ok(ProblemSchema.safeParse(stale.body).success);
        assert.equal(`"${(stale.body.current as { version: string }).version}"`, tag, path);
        assert.equal(stale.body.changedBy, 'Ingrid');
        assert.equal(Date.parse(stale.body.changedAt!), service.now);
      }
      // With the present version, and without any, as ever.
      const again = await operator.call('PATCH', path, mine, { 'If-Match': tag });
      assert.equal(again.status, 200, path);
      assert.equal((await operator.call('PATCH', path, {}, { 'If-Match': '*' })).status, 200);
      assert.equal((await operator.call('PATCH', path, {})).status, 200, path);
    }
    const whole = await read();
    assert.deepEqual(
      [whole.workingTime![0], whole.preblocks![0]].map((row) => [row!.from, row!.to]),
      [
        ['08:30', '11:00'],
        ['08:30', '11:00'],
      ],
    );
    assert.deepEqual(
      [(await entryOf(appointment.id)).start.slice(11, 16), (await entryOf(appointment.id)).text],
      ['09:00', 'Rotfylling'],
    );
  });

  it('[C-03] what is gone meanwhile says who took it away; a move by the patient says that it was the patient', async () => {
    const reception = await receptionist();
    const { ids } = await ok<PlacedAnswer>('POST', '/working-time', { intervals: [place] });
    const { workingTime } = await read();
    const known = { 'If-Match': `"${workingTime![0]!.version}"` };
    await reception.call('DELETE', `/working-time/${ids[0]}`);
    const gone = await operator.call<StaffProblem>(
      'PATCH',
      `/working-time/${ids[0]}`,
      { to: '11:00' },
      known,
    );
    assert.deepEqual(
      [gone.status, gone.body.changedBy, gone.body.current],
      [412, 'Ingrid', undefined],
    );

    const appointment = await ok<TimebookEntry>('POST', '/timebook', byHand('08:00'));
    const tag = { 'If-Match': `"${appointment.version}"` };
    await reception.call('DELETE', `/timebook/${appointment.id}`);
    const cancelled = await operator.call<StaffProblem>(
      'PATCH',
      `/timebook/${appointment.id}`,
      { text: 'X' },
      tag,
    );
    assert.deepEqual(
      [
        cancelled.status,
        cancelled.body.changedBy,
        (cancelled.body.current as TimebookEntry).status,
      ],
      [412, 'Ingrid', 'cancelled'],
    );

    await operator.call('PATCH', '/settings', { confirmation: 'none' });
    await ok('POST', '/working-time', { intervals: [{ ...place, from: '12:00', to: '14:00' }] });
    await ok('POST', '/preblocks', {
      placements: [{ ...place, from: '12:00', to: '14:00', preblock: 'etimer' }],
    });
    const hold = await service.hold(
      { start: `${monday}T12:00:00+01:00`, treatment: 'us' },
      { account },
    );
    const online = (await service.book(hold.body, {}, { account })).body.appointment.id;
    const moved = await operator.call<StaffProblem>(
      'PATCH',
      `/timebook/${online}`,
      { text: 'X' },
      tag,
    );
    assert.deepEqual([moved.status, moved.body.changedBy], [412, 'ITB']);
  });
});
