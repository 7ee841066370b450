import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import type {
  CalendarCheck,
  CopiedAnswer,
  Explained,
  History,
  NextTimes,
  PlacedAnswer,
  Placement,
  SlotList,
  StaffProblem,
  StaffRole,
  Timebook,
  TimebookCheck,
  TimebookEntry,
  WorkingTimeList,
} from '../../src/contract/index.js';
import { addDays } from '../../src/domain/civil-date.js';
import { inAccount } from '../../service/store/database.js';
import { findRevisions } from '../../service/store/timebook-revisions.js';
import { deliver } from '../../service/messages/deliver.js';
import { personOf } from './support/people.js';
import { startService, testId } from './support/service.js';
import {
  clinic,
  clinician,
  internet,
  makeAccount,
  operatorOf,
  platformKey,
  storeCatalogue,
  type Operator,
} from './support/staff.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const monday = '2026-11-23';
const place = { clinician: 'anne', clinic: 'sentrum', date: monday, from: '08:00', to: '10:00' };
const account = 'tannlegen';

let service: ReturnType<typeof startService>;
let operator: Operator;
beforeEach(async () => {
  await database.clear();
  service = startService(database, { platformKey, later: () => undefined });
  operator = await makeAccount(service);
  await storeCatalogue(operator);
  await operator.call('PATCH', '/settings', { confirmation: 'none' });
});

const ok = async <Body>(method: string, path: string, json?: unknown): Promise<Body> => {
  const { status, body } = await operator.call<Body>(method, path, json);
  assert.ok(status < 300, `${method} ${path}: ${status} ${JSON.stringify(body)}`);
  return body;
};
const refused = async (method: string, path: string, json?: unknown) => {
  const { status, body } = await operator.call(method, path, json);
  assert.equal(status, 422, JSON.stringify(body));
  return body.fields;
};
const work = (part: object = {}) =>
  ok<PlacedAnswer>('POST', '/working-time', { intervals: [{ ...place, ...part }] });
const publish = (part: object = {}) =>
  ok<PlacedAnswer>('POST', '/preblocks', {
    placements: [{ ...place, preblock: 'etimer', ...part }],
  });
const read = (more = '', from = monday, to = '2026-12-21') =>
  ok<Timebook>('GET', `/timebook?from=${from}&to=${to}${more}`);
const worked = async (from = monday, to = '2027-01-10') => {
  const { workingTime } = await ok<WorkingTimeList>('GET', `/working-time?from=${from}&to=${to}`);
  return workingTime.map((row) => `${row.date.slice(5)} ${row.from}-${row.to}`);
};
const starts = async () => {
  const { body } = await service.request<SlotList>(
    `/v1/accounts/${account}/slots?from=${monday}&to=2026-12-14&treatment=us`,
  );
  return body.slots.map(({ start }) => start.slice(5, 16));
};
const byHand = (clock: string, part: object = {}) => ({
  ...{ start: `${monday}T${clock}:00+01:00`, minutes: 30, clinic: 'sentrum', clinician: 'anne' },
  ...part,
});
const newest = async () => (await ok<History>('GET', '/history')).entries[0]!;
const undo = async () => operator.call('POST', `/history/${(await newest()).id}/undo`, {});
const bookOnline = async (clock: string) => {
  const hold = await service.hold(
    { start: `${monday}T${clock}:00+01:00`, treatment: 'us' },
    { account },
  );
  assert.equal(hold.status, 201);
  const booked = await service.book(hold.body, {}, { account });
  assert.equal(booked.status, 201);
  return booked.body.appointment.id;
};

describe('a pattern of working time', () => {
  it('[A-01] repeats every second week, without exceptions and public holidays', async () => {
    const { count } = await work({
      repeat: {
        ...{ weekdays: [1, 5], until: '2027-01-08', every: 2 },
        ...{ except: ['2026-12-11'], exceptHolidays: true },
      },
    });
    // Weeks of 23 November, 7 and 21 December, 4 January; 25 December is Christmas Day.
    assert.equal(count, 6);
    assert.deepEqual(
      (await worked()).map((row) => row.slice(0, 5)),
      ['11-23', '11-27', '12-07', '12-21', '01-04', '01-08'],
    );
  });

  it('[P-22] stays at its wall-clock time through the changes of the clock, in October and in March', async () => {
    // A Friday and the Monday after it, on both sides of the change.
    for (const [friday, monday, starts] of [
      ['2027-03-26', '2027-03-29', ['2027-03-26T08:00:00+01:00', '2027-03-29T08:00:00+02:00']],
      ['2027-10-29', '2027-11-01', ['2027-10-29T08:00:00+02:00', '2027-11-01T08:00:00+01:00']],
    ] as const) {
      service.now = Date.parse(`${friday}T00:00:00Z`) - 14 * 86_400_000;
      const repeat = { weekdays: [5, 1], until: monday };
      await work({ date: friday, repeat });
      await publish({ date: friday, repeat });
      const { offered } = await read('&layers=offered&treatment=us', friday, addDays(monday, 1));
      assert.deepEqual(
        offered!.filter((_, index) => index % 4 === 0).map(({ start }) => start),
        starts,
      );
    }
  });

  it('[P-22] a stretch over the hour that the clock shows twice offers it twice', async () => {
    service.now = Date.parse('2027-10-20T08:00:00+02:00');
    await operator.call('PATCH', '/settings', { weekendBooking: true });
    const night = { date: '2027-10-31', from: '02:00', to: '03:00' };
    await work(night);
    await publish(night);
    const { offered } = await read('&layers=offered&treatment=us', '2027-10-31', '2027-11-01');
    assert.deepEqual(
      offered!.map(({ start }) => start.slice(11)),
      ['02:00:00+02:00', '02:30:00+02:00', '02:00:00+01:00', '02:30:00+01:00'],
    );
  });
});

describe('changing what is placed', () => {
  it('[A-02] one, those from here on, or the whole series', async () => {
    const repeat = { weekdays: [1], until: '2026-12-14' };
    await work({ repeat });
    const { workingTime } = await ok<WorkingTimeList>(
      'GET',
      `/working-time?from=${monday}&to=2026-12-21`,
    );
    const [first, second, third] = workingTime as [
      { id: string; series: string },
      ...typeof workingTime,
    ];
    const change = (id: string, json: object) =>
      ok<WorkingTimeList>('PATCH', `/working-time/${id}`, json);

    const one = await change(second!.id, { from: '09:00' });
    assert.equal(one.workingTime.length, 1);
    assert.equal(one.workingTime[0]!.series, null);
    const rest = await change(third!.id, { date: '2026-12-08', to: '12:00', scope: 'following' });
    assert.equal(rest.workingTime.length, 2);
    assert.deepEqual(await worked(), [
      '11-23 08:00-10:00',
      '11-30 09:00-10:00',
      '12-08 08:00-12:00',
      '12-15 08:00-12:00',
    ]);
    // From there on it is a series of its own.
    const { series } = rest.workingTime[0]!;
    assert.ok(series && series !== first.series);
    const all = await change(rest.workingTime[1]!.id, { from: '10:00', scope: 'series' });
    assert.deepEqual(
      all.workingTime.map((row) => [row.series, row.from]),
      [
        [series, '10:00'],
        [series, '10:00'],
      ],
    );
    await ok('DELETE', `/working-time/${rest.workingTime[0]!.id}?scope=series`);
    assert.equal((await worked()).length, 2);
  });

  it('[A-02] the same of placed preblocks: changed and deleted one, from here on, or as a series', async () => {
    const repeat = { weekdays: [1], until: '2026-12-21' };
    await publish({ repeat });
    const { preblocks = [] } = await read('&layers=preblocks', monday, '2027-01-10');
    const ids = preblocks.map(({ id }) => id);
    const placed = async () =>
      (await read('&layers=preblocks', monday, '2027-01-10')).preblocks!.map(
        ({ date, from, to }) => `${date.slice(5)} ${from}-${to}`,
      );
    const change = (at: number, json: object) => ok('PATCH', `/preblocks/${ids[at]}`, json);
    await change(1, { to: '09:00' });
    await change(2, { from: '08:30', scope: 'following' });
    assert.deepEqual(await placed(), [
      ...['11-23 08:00-10:00', '11-30 08:00-09:00'],
      ...['12-07 08:30-10:00', '12-14 08:30-10:00', '12-21 08:30-10:00'],
    ]);
    await ok('DELETE', `/preblocks/${ids[3]}?scope=following`);
    assert.deepEqual(await placed(), [
      ...['11-23 08:00-10:00', '11-30 08:00-09:00', '12-07 08:30-10:00'],
    ]);
    await change(2, { to: '11:00', scope: 'series' });
    await ok('DELETE', `/preblocks/${ids[1]}?scope=one`);
    assert.deepEqual(await placed(), ['11-23 08:00-10:00', '12-07 08:30-11:00']);
    await ok('DELETE', `/preblocks/${ids[2]}?scope=series`);
    await ok('DELETE', `/preblocks/${ids[0]}?scope=series`);
    assert.deepEqual(await placed(), []);
  });

  it('[A-02] moves a series by a day, so that one comes to lie where another was', async () => {
    const { series } = await work({ repeat: { weekdays: [1, 2], until: '2026-11-24' } });
    const { workingTime } = await ok<WorkingTimeList>(
      'GET',
      `/working-time?from=${monday}&to=2026-12-01`,
    );
    await ok('PATCH', `/working-time/${workingTime[0]!.id}`, {
      date: '2026-11-24',
      scope: 'series',
    });
    assert.deepEqual(await worked(), ['11-24 08:00-10:00', '11-25 08:00-10:00']);
    assert.equal(series.length, 1);
  });

  it('[A-02] takes a preblock with its times to another hour; refuses an end before the begin', async () => {
    await work({ to: '16:00' });
    const { ids } = await publish();
    await ok('PATCH', `/preblocks/${ids[0]}`, { from: '12:00', to: '13:00' });
    assert.deepEqual(await starts(), ['11-23T12:00', '11-23T12:30']);
    assert.deepEqual(await refused('PATCH', `/preblocks/${ids[0]}`, { to: '11:00' }), [
      { path: 'to', code: 'before-start' },
    ]);
    assert.equal(
      (await operator.call('PATCH', `/preblocks/${crypto.randomUUID()}`, {})).status,
      404,
    );
  });

  it('[A-01] copies a week to others, without public holidays', async () => {
    await work();
    await work({ date: '2026-11-27', from: '12:00', to: '14:00' });
    await publish();
    const copy = {
      ...{ from: monday, to: '2026-11-30', what: ['working-time', 'preblocks'] },
      onto: ['2026-11-30', '2026-12-21'],
      exceptHolidays: true,
    };
    const copied = await ok<CopiedAnswer>('POST', '/calendar-copies', copy);
    // Friday 25 December is none.
    assert.deepEqual(copied, { workingTime: 3, preblocks: 2 });
    assert.deepEqual((await starts()).length, 8);
    const again = await refused('POST', '/calendar-copies', { ...copy, onto: ['2026-11-25'] });
    assert.deepEqual(again, [{ path: 'onto.0', code: 'overlap' }]);
  });

  it('[A-01] copies of some clinicians leave the calendars of others alone', async () => {
    await operator.call('PUT', '/clinicians/bo', { ...clinician, name: 'Bo', position: 1 });
    await work();
    await work({ clinician: 'bo' });
    const copied = await ok<CopiedAnswer>('POST', '/calendar-copies', {
      ...{ from: monday, to: '2026-11-30', onto: ['2026-11-30'], what: ['working-time'] },
      clinicians: ['bo'],
    });
    assert.equal(copied.workingTime, 1);
    const { workingTime } = await read('&layers=working-time', '2026-11-30', '2026-12-01');
    assert.deepEqual(
      workingTime!.map((row) => row.clinician),
      ['bo'],
    );
  });

  it('[A-01] [A-02] copies a range into the calendars of others, also onto the same dates, and tells before what it meets', async () => {
    await operator.call('PUT', '/clinicians/berit', { ...clinician, name: 'Berit' });
    await operator.call('PUT', '/clinics/vest', { ...clinic, name: 'Vest' });
    await operator.call('PUT', '/clinicians/dag', {
      ...{ ...clinician, name: 'Dag' },
      clinics: [{ clinic: 'vest', photoConsent: false, titleConsent: false }],
    });
    await work();
    await publish();
    const copy = {
      ...{ from: monday, to: '2026-11-25', onto: [monday], what: ['working-time', 'preblocks'] },
      ...{ clinician: 'anne', toClinicians: ['berit'] },
    };
    const check = (json: object) => ok<CalendarCheck>('POST', '/calendar-checks', json);
    const free = { count: 2, appointments: 0, left: 0, overlaps: [] };
    assert.deepEqual(await check({ kind: 'working-time', copy }), free);
    assert.deepEqual(
      await refused('POST', '/calendar-copies', { ...copy, toClinicians: ['dag'] }),
      [{ path: 'toClinicians.0', code: 'not-at-clinic' }],
    );
    const copied = await ok<CopiedAnswer>('POST', '/calendar-copies', copy);
    assert.deepEqual(copied, { workingTime: 1, preblocks: 1 });
    const { workingTime, preblocks } = await read('&layers=working-time,preblocks');
    assert.deepEqual(workingTime!.map((row) => row.clinician).toSorted(), ['anne', 'berit']);
    assert.deepEqual(preblocks!.map((row) => row.clinician).toSorted(), ['anne', 'berit']);

    // Once more it would lie over itself; an appointment in it would stay.
    await ok('POST', '/timebook', byHand('08:00', { clinician: 'berit' }));
    const met = await check({ kind: 'working-time', copy });
    assert.deepEqual([met.count, met.appointments], [2, 1]);
    const { clinic: at, from, to } = place;
    const there = { clinician: 'berit', clinic: at, date: monday, from, to };
    assert.deepEqual(met.overlaps, [there]);

    // At the place where something is to go, not where it lies: what it leaves is told besides.
    const { id } = workingTime!.find((row) => row.clinician === 'berit')!;
    const change = { id, date: '2026-11-24' };
    assert.deepEqual(await check({ kind: 'working-time', change }), { ...free, count: 1, left: 1 });
    const repeat = { weekdays: [1], until: '2026-12-07', except: ['2026-11-30'] };
    const placed = [{ ...place, clinician: 'berit', from: '09:00', to: '11:00', repeat }];
    const pattern = await check({ kind: 'working-time', place: placed });
    assert.deepEqual([pattern.count, pattern.overlaps.length], [2, 1]);
    assert.equal((await check({ kind: 'preblocks', place: placed })).overlaps.length, 0);
    assert.deepEqual(await worked(monday, '2026-12-20'), [
      '11-23 08:00-10:00',
      '11-23 08:00-10:00',
    ]);
  });

  it('[A-01] 200 preblocks in one call', async () => {
    const repeat = { weekdays: [1, 2, 3, 4, 5], until: '2027-08-27' };
    const { count } = await publish({ repeat });
    assert.equal(count, 200);
  });
});

describe('undo in the timebook', () => {
  it('[C-04] places, changes and deletes back, and forth again', async () => {
    await work({ repeat: { weekdays: [1], until: '2026-12-07' } });
    const before = await worked();
    const { workingTime } = await ok<WorkingTimeList>(
      'GET',
      `/working-time?from=${monday}&to=2026-12-21`,
    );
    await ok('PATCH', `/working-time/${workingTime[0]!.id}`, { to: '16:00', scope: 'series' });
    const changed = await worked();
    assert.equal((await undo()).status, 201);
    assert.deepEqual(await worked(), before);
    // The newest entry is the undoing itself.
    assert.equal((await undo()).status, 201);
    assert.deepEqual(await worked(), changed);
    await ok('DELETE', `/working-time/${workingTime[0]!.id}?scope=series`);
    assert.deepEqual(await worked(), []);
    assert.equal((await undo()).status, 201);
    assert.deepEqual(await worked(), changed);
    const { workingTime: back } = await ok<WorkingTimeList>(
      'GET',
      `/working-time?from=${monday}&to=2026-12-21`,
    );
    assert.deepEqual(
      back.map(({ id, series }) => [id, series]),
      workingTime.map(({ id, series }) => [id, series]),
    );
  });

  it('[C-04] not where a patient has booked since, nor where it was changed since', async () => {
    await work();
    const { ids } = await publish();
    const placing = await newest();
    service.now += 60_000;
    await bookOnline('08:30');
    const booked = await operator.call('POST', `/history/${placing.id}/undo`, {});
    assert.deepEqual(booked.body.fields, [{ path: 'id', code: 'booked-since' }]);
    await ok('PATCH', `/preblocks/${ids[0]}`, { to: '12:00' });
    const changed = await operator.call<StaffProblem>('POST', `/history/${placing.id}/undo`, {});
    assert.deepEqual(changed.body.fields, [{ path: 'id', code: 'changed-since' }]);
    assert.equal(changed.body.entry, (await newest()).id);
  });

  it('[C-04] books, moves and cancels appointments back', async () => {
    const { id } = await ok<TimebookEntry>('POST', '/timebook', byHand('08:00'));
    const shown = async () =>
      (await read()).entries
        .filter(({ status }) => status === 'booked')
        .map(({ start, minutes }) => `${start.slice(11, 16)} ${minutes}`);
    await ok('PATCH', `/timebook/${id}`, { start: `${monday}T08:10:00+01:00`, minutes: 40 });
    assert.deepEqual(await shown(), ['08:10 40']);
    assert.equal((await undo()).status, 201);
    assert.deepEqual(await shown(), ['08:00 30']);
    await ok('DELETE', `/timebook/${id}`);
    assert.deepEqual(await shown(), []);
    const cancelling = await newest();
    // Somebody else takes the time meanwhile.
    const other = await ok<TimebookEntry>('POST', '/timebook', byHand('08:15'));
    const taken = await operator.call('POST', `/history/${cancelling.id}/undo`, {});
    assert.deepEqual([taken.status, taken.body.code], [409, 'slot-taken']);
    await ok('DELETE', `/timebook/${other.id}`);
    assert.equal((await operator.call('POST', `/history/${cancelling.id}/undo`, {})).status, 201);
    assert.deepEqual(await shown(), ['08:00 30']);
    assert.equal((await read()).entries.find((entry) => entry.status === 'booked')!.id, id);
  });
});

describe("one's own undo and redo", () => {
  const again = (redo = false) =>
    operator.call<{ kind: string; count: number }>('POST', '/timebook/undo', { redo });

  it('[C-07] goes back and forth as an editor does, and never over what others did', async () => {
    await work();
    await publish();
    const who = await personOf(service, database, { roles: [{ role: 'reception' }], account });
    await who.call('POST', '/timebook', byHand('09:00'));
    const shown = async () => {
      const book = await read('&layers=entries,working-time,preblocks');
      const booked = book.entries.filter(({ status }) => status === 'booked');
      return [book.workingTime!.length, book.preblocks!.length, booked.length];
    };
    assert.deepEqual((await again()).body.kind, 'preblocks');
    assert.deepEqual(await shown(), [1, 0, 1]);
    assert.equal((await again()).body.kind, 'working-time');
    assert.deepEqual(await shown(), [0, 0, 1]);
    assert.equal((await again()).status, 404);
    assert.equal((await again(true)).body.kind, 'working-time');
    assert.equal((await again(true)).body.kind, 'preblocks');
    assert.deepEqual(await shown(), [1, 1, 1]);
    assert.equal((await again(true)).status, 404);
    await again();
    await work({ date: '2026-11-24' });
    // Something new: what was undone before cannot be done again.
    assert.equal((await again(true)).status, 404);
    // Whoever may not read the history undoes their own.
    assert.equal((await who.call('GET', '/history')).status, 403);
    assert.equal((await who.call('POST', '/timebook/undo', {})).status, 200);
    assert.deepEqual(await shown(), [2, 0, 0]);
  });
});

describe('the timebook', () => {
  it('[A-11] answers the layers that are asked for, of some clinicians', async () => {
    await work();
    await publish();
    await ok('POST', '/timebook', byHand('09:00'));
    const layers = 'entries,working-time,preblocks,offered';
    const all = await read(`&layers=${layers}&treatment=us&clinicians=anne,bo`);
    assert.equal(all.entries.length, 1);
    assert.equal(all.workingTime!.length, 1);
    assert.equal((all.preblocks as Placement[])[0]!.preblock, 'etimer');
    assert.deepEqual(
      all.offered!.map(({ start, minutes }) => [start.slice(11, 16), minutes]),
      [
        ['08:00', 30],
        ['08:30', 30],
        ['09:30', 30],
      ],
    );
    const none = await read(`&layers=${layers}&clinicians=bo`);
    assert.deepEqual(
      [none.entries, none.workingTime, none.preblocks, none.offered],
      [[], [], [], []],
    );
    assert.equal((await read()).workingTime, undefined);
  });

  it('[C-01] says of appointments that the caller may not see only that something lies there', async () => {
    await ok('POST', '/timebook', byHand('09:00', { text: 'Rotfylling' }));
    const who = await personOf(service, database, { roles: [{ role: 'publisher' }], account });
    const { body } = await who.call<Timebook>('GET', `/timebook?from=${monday}&to=2026-11-30`);
    assert.deepEqual(body.entries, []);
    assert.deepEqual(body.taken, [
      { clinician: 'anne', start: `${monday}T09:00:00+01:00`, minutes: 30 },
    ]);
  });

  it('[C-10] [A-05] moves an appointment over its own time; not over another', async () => {
    const { id } = await ok<TimebookEntry>('POST', '/timebook', byHand('08:00', { text: 'A' }));
    await ok('POST', '/timebook', byHand('09:00'));
    const move = (json: object) => operator.call<TimebookEntry>('PATCH', `/timebook/${id}`, json);
    const moved = await move({ start: `${monday}T08:20:00+01:00`, text: 'B' });
    assert.deepEqual(
      [moved.body.id, moved.body.start, moved.body.text],
      [id, `${monday}T08:20:00+01:00`, 'B'],
    );
    assert.equal((await move({ minutes: 60 })).status, 409);
    const { entries } = await read();
    assert.deepEqual(
      entries.map(({ start, status }) => [start.slice(11, 16), status]),
      [
        ['08:20', 'booked'],
        ['09:00', 'booked'],
      ],
    );
  });

  it('[C-07] notes when a patient came, for everybody with the timebook open, in the history, and with undo', async () => {
    const { id } = await ok<TimebookEntry>('POST', '/timebook', byHand('08:00'));
    const patch = (json: object) => ok<TimebookEntry>('PATCH', `/timebook/${id}`, json);
    const revision = async () =>
      (await inAccount(database.db, account, (tx) => findRevisions(tx)))!.timebook;
    const before = await revision();
    const first = await patch({ arrived: true });
    assert.equal(Date.parse(first.arrivedAt!), service.now);
    assert.ok((await revision()) > before);
    assert.deepEqual(
      [(await newest()).before, (await newest()).after].map((kept) => kept!['arrived']),
      [undefined, true],
    );
    // Said once more, it does not change when that was.
    service.now += 60_000;
    assert.equal((await patch({ arrived: true })).arrivedAt, first.arrivedAt);
    // It stays through a change of the length, and goes with another day.
    assert.equal((await patch({ minutes: 40 })).arrivedAt, first.arrivedAt);
    assert.equal((await patch({ start: '2026-11-24T08:00:00+01:00' })).arrivedAt, null);
    await patch({ arrived: true });
    assert.equal((await undo()).status, 201);
    const { entries } = await read('', '2026-11-24', '2026-11-25');
    assert.deepEqual(
      entries.map(({ status, arrivedAt }) => [status, arrivedAt]),
      [['booked', null]],
    );
    const text = await revision();
    await patch({ text: 'Rotfylling' });
    assert.ok((await revision()) > text);
  });

  it('[C-01] [C-07] tells the mobile of who comes to whoever has the right to patients', async () => {
    const patient = crypto.randomUUID();
    await ok('PUT', `/patients/${patient}`, {
      ...{ nationalId: testId(1), firstName: 'Kari', lastName: 'Lund', mobile: '41234567' },
    });
    await ok('POST', '/timebook', byHand('08:00', { patient }));
    const mobileFor = async (role: StaffRole) => {
      const who = await personOf(service, database, {
        roles: [{ role }],
        account,
        clinician: 'anne',
      });
      const { body } = await who.call<Timebook>('GET', `/timebook?from=${monday}&to=2026-11-24`);
      return body.entries[0]!.patient!.mobile;
    };
    assert.match((await mobileFor('reception'))!, /41234567$/);
    assert.equal(await mobileFor('clinician'), undefined);
  });

  it('[M-07] sends the patient nothing unless it is asked to', async () => {
    const patient = {
      nationalId: testId(1),
      firstName: 'Kari',
      lastName: 'Lund',
      mobile: '41234567',
    };
    const id = crypto.randomUUID();
    const stored = await operator.call('PUT', `/patients/${id}`, patient);
    assert.equal(stored.status, 204, JSON.stringify(stored.body));
    const silent = await ok<TimebookEntry>('POST', '/timebook', byHand('08:00', { patient: id }));
    await service.background;
    assert.equal(service.sent.length, 0);
    await ok('PATCH', `/timebook/${silent.id}`, {
      start: `${monday}T09:00:00+01:00`,
      message: true,
    });
    await ok('DELETE', `/timebook/${silent.id}?message=true`);
    await deliver(
      database.db,
      account,
      {
        sms: (message) => {
          service.sent.push(message);
          return Promise.resolve({ messageId: message.id });
        },
        email: () => Promise.resolve({ messageId: '1' }),
      },
      () => service.now,
    );
    assert.deepEqual(
      service.sent.map(({ text }) => /09[:.]00/.test(text)),
      [true],
    );
  });

  it('[C-10] [A-02] books over a preblock that may not be bypassed, with the right to and by its own word', async () => {
    await operator.call('PUT', '/preblock-definitions/etimer', { ...internet, mayBypass: false });
    await work();
    await publish();
    assert.deepEqual(await refused('POST', '/timebook', byHand('08:00')), [
      { path: 'start', code: 'preblocked' },
    ]);
    const check = (json: object) => ok<TimebookCheck>('POST', '/timebook/check', json);
    assert.deepEqual(await check(byHand('08:00')), {
      ...{ clashes: ['preblocked'], cancelClashes: [], taken: [] },
      ...{ hasResource: true, isWorked: true },
    });
    await ok('POST', '/timebook', byHand('08:00', { override: ['preblocked'] }));
    assert.deepEqual((await newest()).after!['overrode'], ['preblocked']);
    // What lets it in asks for no yes, and takes none.
    const treated = { template: 'us', override: ['preblocked'] };
    assert.deepEqual(await refused('POST', '/timebook', byHand('09:00', treated)), [
      { path: 'override', code: 'unneeded' },
    ]);
    const { clashes, taken } = await check(byHand('08:20', { template: 'us' }));
    assert.deepEqual(clashes, []);
    assert.deepEqual(taken, [{ start: byHand('08:00').start, minutes: 30 }]);
    const key = await ok<{ key: string }>('POST', '/keys', {
      ...{ name: 'Robot', rights: ['read', 'appointments'] },
    });
    const robot = operatorOf(service, account, key.key);
    const wanted = byHand('09:00', { override: ['preblocked'] });
    const { status, body } = await robot.call('POST', '/timebook', wanted);
    assert.deepEqual([status, (body as StaffProblem).right], [403, 'override']);
  });

  it('[C-10] [A-02] says where a treatment with preblocks of its own is booked outside of them, and keeps that', async () => {
    await work();
    await publish({ to: '09:00' });
    // Without a treatment, or with one that has no preblocks on that day, there is nothing to be outside of.
    await ok('POST', '/timebook', byHand('09:00'));
    const tuesday = { start: '2026-11-24T09:00:00+01:00', template: 'us' };
    const { id } = await ok<TimebookEntry>('POST', '/timebook', byHand('09:00', tuesday));
    const move = { start: `${monday}T09:30:00+01:00` };
    const { clashes } = await ok<TimebookCheck>('POST', '/timebook/check', { id, ...move });
    assert.deepEqual(clashes, ['outside-preblock']);
    await ok('PATCH', `/timebook/${id}`, { ...move, override: clashes });
    assert.deepEqual((await newest()).after!['overrode'], ['outside-preblock']);
    assert.deepEqual(await refused('PATCH', `/timebook/${id}`, { text: 'x', override: clashes }), [
      { path: 'override', code: 'unneeded' },
    ]);
  });

  it('[C-10] [A-06] moves and cancels after the patient’s deadline by a yes of its own, which the history keeps', async () => {
    await work();
    await publish();
    await operator.call('PATCH', '/settings', { changeDeadlineHours: 24 });
    const id = await bookOnline('08:00');
    const move = { start: `${monday}T09:00:00+01:00` };
    // A length or a text is no move.
    service.now = Date.parse(`${monday}T07:00:00+01:00`) - 1000;
    await ok('PATCH', `/timebook/${id}`, { text: 'Ringt' });
    const late = [{ path: 'start', code: 'deadline-passed' }];
    assert.deepEqual(await refused('PATCH', `/timebook/${id}`, move), late);
    assert.deepEqual(await refused('DELETE', `/timebook/${id}`), late);
    const found = await ok<TimebookCheck>('POST', '/timebook/check', { id });
    assert.deepEqual([found.clashes, found.cancelClashes], [[], ['deadline-passed']]);
    await ok('PATCH', `/timebook/${id}`, { ...move, override: ['deadline-passed'] });
    await ok('DELETE', `/timebook/${id}?override=deadline-passed`);
    assert.deepEqual((await newest()).before!['overrode'], ['deadline-passed']);
    assert.equal((await undo()).status, 201);
    // What has begun is nobody's to move any more, and staff tidy it up without ado.
    service.now = Date.parse(`${monday}T09:10:00+01:00`);
    await ok('DELETE', `/timebook/${id}`);
  });

  it('[A-11] finds the next times within working time that nobody has', async () => {
    await work({ to: '09:00' });
    await work({ date: '2026-12-28', to: '08:40' });
    await ok('POST', '/timebook', byHand('08:00'));
    const { times } = await ok<NextTimes>('GET', '/timebook/next?template=us');
    assert.deepEqual(
      times.map(({ start }) => start.slice(5, 16)),
      ['11-23T08:30', '12-28T08:00', '12-28T08:10'],
    );
    const long = await ok<NextTimes>('GET', '/timebook/next?minutes=40&from=2026-11-24');
    assert.deepEqual(
      long.times.map(({ start }) => start.slice(5, 16)),
      ['12-28T08:00'],
    );
    assert.deepEqual(await refused('GET', '/timebook/next'), [
      { path: 'minutes', code: 'required' },
    ]);
  });
});

describe('why there is no time', () => {
  const ask = (json: object) => ok<Explained>('POST', '/explain', { treatment: 'us', ...json });
  const failing = async (json: object) => (await ask(json)).rules.at(-1)!;

  it('[C-08] names the first rule that fails, until there are times', async () => {
    assert.deepEqual(await failing({ date: monday }), {
      ...{ rule: 'A-01', check: 'working-time', passed: false, because: 'no-working-time' },
      where: {
        ...{ kind: 'working-time', id: 'anne', clinic: 'sentrum' },
        ...{ from: '2026-11-23T00:00:00+01:00', to: '2026-11-24T00:00:00+01:00' },
      },
    });
    await work();
    assert.equal((await failing({ date: monday })).because, 'no-preblock');
    await publish();
    const { offered, rules, clinicians } = await ask({ date: monday });
    assert.equal(offered, true);
    assert.ok(rules.every(({ passed, because }) => passed && because === null));
    assert.deepEqual(
      clinicians.map(({ clinician, starts: of }) => [clinician, of.length]),
      [['anne', 4]],
    );
    await bookOnline('08:30');
    const start = `${monday}T08:30:00+01:00`;
    assert.equal((await failing({ start })).because, 'taken');
    await ok('PUT', '/status', { status: 'maintenance' });
    assert.equal((await failing({ start })).because, 'maintenance');
  });

  it('[C-08] refuses names that there are not, and asks for a date or a start', async () => {
    const ask422 = (json: object) => refused('POST', '/explain', json);
    assert.deepEqual(await ask422({ date: monday, treatment: 'rot' }), [
      { path: 'treatment', code: 'unknown' },
    ]);
    assert.deepEqual(await ask422({ date: monday, treatment: 'us', clinic: 'vest' }), [
      { path: 'clinic', code: 'unknown' },
    ]);
    assert.deepEqual(await ask422({ treatment: 'us' }), [{ path: 'date', code: 'required' }]);
  });
});

describe('changes of an open timebook', () => {
  it('[A-11] are told within a second, also those of another process', async () => {
    const other = startService(database, { platformKey });
    const aborting = new AbortController();
    const ask = (headers: Record<string, string> = {}, signal?: AbortSignal) =>
      service.fetch(
        new Request(`http://service.test/v1/staff/accounts/${account}/timebook/changes`, {
          headers: { Authorization: `Bearer ${operator.token}`, ...headers },
          ...(signal ? { signal } : {}),
        }),
      );
    const open = async (headers: Record<string, string> = {}) =>
      (await ask(headers)).body!.pipeThrough(new TextDecoderStream()).getReader();
    const response = await ask({}, aborting.signal);
    assert.equal(response.headers.get('Content-Type'), 'text/event-stream');
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    const next = async () => (await reader.read()).value ?? '';
    assert.match(await next(), /event: ready/);
    const { status } = await other.request(`/v1/staff/accounts/${account}/working-time`, {
      json: { intervals: [place] },
      headers: { Authorization: `Bearer ${operator.token}` },
    });
    assert.equal(status, 201);
    const told = await next();
    assert.match(told, /event: change/);
    assert.match(told, /"clinician":"anne","date":"2026-11-23"/);

    // Whoever comes again with the last id gets what was missed, also while others watch who were told already.
    const opened = await open();
    await opened.read();
    aborting.abort();
    await work({ date: '2026-11-24' });
    assert.match((await opened.read()).value!, /2026-11-24/);
    const again = await open({ 'Last-Event-ID': /id: (\d+)/.exec(told)![1]! });
    await again.read();
    assert.match((await again.read()).value!, /2026-11-24/);
    await Promise.all([again.cancel(), opened.cancel()]);
  });

  it('[C-02] an open timebook, and what it reads by itself, keep no session open that nobody uses', async () => {
    const who = await personOf(service, database, { roles: [{ role: 'reception' }], account });
    const range = `/timebook?from=${monday}&to=2026-11-30`;
    const statusAfter = async (hours: number, ask: () => Promise<{ status: number }>) => {
      service.now += hours * 3_600_000;
      return (await ask()).status;
    };
    const byPage = { 'Opus-Background': 'true' };
    // Eight hours without a call of the person's own end it.
    const own = () => who.call('GET', range);
    assert.equal(await statusAfter(5, own), 200);
    assert.equal(await statusAfter(4, () => who.call('GET', '/timebook/changes?seconds=0')), 200);
    assert.equal(await statusAfter(3, () => who.call('GET', range, undefined, byPage)), 200);
    assert.equal(await statusAfter(2, own), 401);
    assert.equal(await statusAfter(0, () => who.call('GET', range, undefined, byPage)), 401);
  });
});
