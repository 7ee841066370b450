import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import type {
  PlacedAnswer,
  PlacementList,
  SlotList,
  Timebook,
  TimebookEntry,
  WorkingTimeList,
} from '../../src/contract/index.js';
import { bookingOf, ola, startService, testId } from './support/service.js';
import { clinic, clinician, makeAccount, platformKey, storeCatalogue } from './support/staff.js';
import type { Operator } from './support/staff.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const monday = '2026-11-23';
const place = { clinician: 'anne', clinic: 'sentrum', date: monday, from: '08:00', to: '10:00' };
const range = `from=${monday}&to=2026-12-07`;

let service: ReturnType<typeof startService>;
let operator: Operator;
beforeEach(async () => {
  await database.clear();
  service = startService(database, { platformKey });
  operator = await makeAccount(service);
  await storeCatalogue(operator);
});

const work = (...intervals: object[]) =>
  operator.call<PlacedAnswer>('POST', '/working-time', { intervals });
const publish = (...placements: object[]) =>
  operator.call<PlacedAnswer>('POST', '/preblocks', {
    placements: placements.map((placement) => ({ preblock: 'etimer', ...placement })),
  });
const read = async <Answer>(path: string) => (await operator.call<Answer>('GET', path)).body;
const starts = async () => {
  const query = `${range}&treatment=us`;
  const { body } = await service.request<SlotList>(`/v1/accounts/tannlegen/slots?${query}`);
  return body.slots.map(({ start }) => start.slice(5, 16));
};
const fieldsOf = async (answer: Promise<{ status: number; body: unknown }>) => {
  const { status, body } = await answer;
  assert.equal(status, 422);
  assert.deepEqual(service.errors, []);
  return (body as { fields: unknown }).fields;
};

describe('working time and preblocks', () => {
  it('[A-01] repeats a week until a date, and deletes the series at once', async () => {
    const { status, body } = await work({
      ...place,
      recall: true,
      repeat: { weekdays: [1, 3], until: '2026-12-02' },
    });
    assert.equal(status, 201);
    assert.deepEqual([body.ids, body.series.length, body.count], [[], 1, 4]);
    const { workingTime } = await read<WorkingTimeList>(`/working-time?${range}`);
    assert.deepEqual(
      workingTime.map(({ date, from, to, recall, series }) => [date, from, to, recall, series]),
      ['2026-11-23', '2026-11-25', '2026-11-30', '2026-12-02'].map((date) => [
        date,
        '08:00',
        '10:00',
        true,
        body.series[0],
      ]),
    );
    const gone = await operator.call('DELETE', `/working-time-series/${body.series[0]}`);
    assert.equal(gone.status, 204);
    assert.deepEqual(await read(`/working-time?${range}`), { workingTime: [] });
  });

  it('[A-01] reads a half-open range, of one clinician or clinic alone', async () => {
    await operator.call('PUT', '/clinicians/bo', { ...clinician, name: 'Bo' });
    await work(place, { ...place, clinician: 'bo' }, { ...place, date: '2026-11-24', to: '24:00' });
    const ids = async (query: string) =>
      (await read<WorkingTimeList>(`/working-time?${query}`)).workingTime.map(
        ({ clinician: who, date, to }) => `${who} ${date} ${to}`,
      );
    assert.deepEqual(await ids(`from=${monday}&to=2026-11-24`), [
      'anne 2026-11-23 10:00',
      'bo 2026-11-23 10:00',
    ]);
    assert.deepEqual(await ids(`${range}&clinician=anne`), [
      'anne 2026-11-23 10:00',
      'anne 2026-11-24 24:00',
    ]);
    assert.deepEqual(await ids(`${range}&clinic=vest`), []);
  });

  it('[A-01] refuses working time at two clinics at once', async () => {
    await operator.call('PUT', '/clinics/vest', { ...clinic, name: 'Vest' });
    await operator.call('PUT', '/clinicians/anne', {
      ...clinician,
      clinics: ['sentrum', 'vest'].map((id) => ({
        clinic: id,
        photoConsent: true,
        titleConsent: true,
      })),
    });
    await work(place);
    const elsewhere = { ...place, clinic: 'vest', from: '09:30', to: '11:00' };
    assert.deepEqual(await fieldsOf(work(elsewhere)), [{ path: 'clinic', code: 'overlap' }]);
    assert.equal((await work({ ...elsewhere, from: '10:00' })).status, 201);
  });

  it('[A-02] [A-05] publishes times by placing a preblock, and takes them back with it', async () => {
    await work(place);
    assert.deepEqual(await starts(), []);
    const { body } = await publish({ ...place, from: '08:30', to: '09:30' });
    assert.deepEqual(await starts(), ['11-23T08:30', '11-23T09:00']);
    const [row, ...others] = (await read<PlacementList>(`/preblocks?${range}`)).preblocks;
    const { version: _version, ...preblock } = row!;
    assert.deepEqual(
      [preblock, ...others],
      [{ ...place, id: body.ids[0], series: null, preblock: 'etimer', from: '08:30', to: '09:30' }],
    );
    assert.equal((await operator.call('DELETE', `/preblocks/${body.ids[0]}`)).status, 204);
    assert.deepEqual(await starts(), []);
  });

  it('[A-02] places a series across the change to summer time by the clock', async () => {
    const repeat = { weekdays: [7], until: '2027-04-04' };
    const series = { ...place, date: '2027-03-21', repeat };
    await work(series);
    const { body } = await publish({ ...series, to: '08:30' });
    assert.equal(body.count, 3);
    await operator.call('PATCH', '/settings', { weekendBooking: true });
    const { body: list } = await service.request<SlotList>(
      '/v1/accounts/tannlegen/slots?from=2027-03-21&to=2027-04-05&treatment=us',
    );
    assert.deepEqual(
      list.slots.map(({ start }) => start),
      ['2027-03-21T08:00:00+01:00', '2027-03-28T08:00:00+02:00', '2027-04-04T08:00:00+02:00'],
    );
    const gone = await operator.call('DELETE', `/preblock-series/${body.series[0]}`);
    assert.equal(gone.status, 204);
  });

  it('[A-01] stores a thousand requests at once, or none of them', async () => {
    const options = Array.from({ length: 1000 }, (_, index) => ({
      ...place,
      date: `20${27 + Math.floor(index / 336)}-${String(1 + (Math.floor(index / 28) % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`,
    }));
    assert.equal((await work(...options)).body.count, 1000);
    const unknown = [...options.slice(1), { ...place, clinician: 'ukjent' }];
    assert.deepEqual(await fieldsOf(publish(...unknown)), [{ path: 'clinician', code: 'unknown' }]);
    assert.deepEqual(await read('/preblocks?from=2027-01-01&to=2027-02-01'), { preblocks: [] });
  });

  it('says what is wrong with a request or a range', async () => {
    for (const [answer, path, code] of [
      [work({ ...place, to: '08:00' }), 'intervals.0.to', 'before-start'],
      [
        work(place, { ...place, repeat: { weekdays: [1], until: '2026-11-22' } }),
        'intervals.1.repeat.until',
        'before-start',
      ],
      [
        publish({ ...place, repeat: { weekdays: [1], until: '2036-11-22' } }),
        'placements.0.repeat.until',
        'too-big',
      ],
      [publish({ ...place, preblock: 'ukjent' }), 'preblock', 'unknown'],
      [operator.call('GET', `/preblocks?from=${monday}&to=${monday}`), 'to', 'before-start'],
      [operator.call('GET', `/timebook?from=${monday}&to=2027-02-24`), 'to', 'too-big'],
    ] as const) {
      assert.deepEqual(await fieldsOf(answer), [{ path, code }]);
    }
    const days = { weekdays: [1, 2, 3, 4, 5, 6, 7], until: '9999-12-31' };
    for (const [answer, path] of [
      [work({ ...place, date: '0000-01-01' }), 'intervals.0.date'],
      [work({ ...place, date: '9999-12-30', repeat: days }), 'intervals.0.date'],
      [work({ ...place, repeat: days }), 'intervals.0.repeat.until'],
      [operator.call('GET', '/working-time?from=0000-01-01&to=0000-01-02'), 'from'],
      [operator.call('GET', '/timebook?from=9999-12-30&to=9999-12-31'), 'from'],
    ] as const) {
      assert.deepEqual(await fieldsOf(answer), [{ path, code: 'date' }], path);
    }
    for (const wrong of [{ date: '2026-02-30' }, { from: '8:00' }, { repeat: { weekdays: [] } }]) {
      await fieldsOf(work({ ...place, ...wrong }));
    }
  });
});

describe('preblocks without an end', () => {
  it("[A-02] are as long as the clinician's usual ones, until midnight at most", async () => {
    const { to: _to, ...open } = place;
    assert.deepEqual(await fieldsOf(publish(open)), [
      { path: 'placements.0.to', code: 'required' },
    ]);
    await operator.call('PUT', '/clinicians/anne', { ...clinician, preblockMinutes: 480 });
    const late = { ...open, date: '2026-11-24', from: '18:00' };
    assert.equal((await publish(open, late, { ...place, date: '2026-11-25' })).status, 201);
    const { preblocks } = await read<PlacementList>(`/preblocks?${range}`);
    assert.deepEqual(
      preblocks.map(({ from, to }) => [from, to]),
      [
        ['08:00', '16:00'],
        ['18:00', '24:00'],
        ['08:00', '10:00'],
      ],
    );
  });
});

describe('the timebook', () => {
  const byHand = (start: string, minutes = 30) =>
    operator.call<TimebookEntry>('POST', '/timebook', {
      start: `${monday}T${start}:00+01:00`,
      minutes,
      clinic: 'sentrum',
      clinician: 'anne',
      text: 'Kontroll',
    });

  beforeEach(async () => {
    await work(place);
    await publish(place);
  });

  it('[A-05] takes a time from the patients, and gives it back', async () => {
    const { status, body } = await byHand('08:15', 20);
    assert.equal(status, 201);
    assert.deepEqual(
      [body.status, body.start, body.minutes, body.text, body.patient, body.template],
      ['booked', `${monday}T08:15:00+01:00`, 20, 'Kontroll', null, null],
    );
    assert.notEqual(body.registeredBy, 'ITB');
    assert.deepEqual(await starts(), ['11-23T09:00', '11-23T09:30']);
    assert.equal((await operator.call('DELETE', `/timebook/${body.id}`)).status, 204);
    assert.equal((await starts()).length, 4);
    assert.equal((await operator.call('DELETE', `/timebook/${body.id}`)).status, 404);
    const { entries } = await read<Timebook>(`/timebook?${range}`);
    assert.deepEqual(
      entries.map((entry) => entry.status),
      ['cancelled'],
    );
  });

  it('[A-10] books no time by hand that no timebook has', async () => {
    const request = {
      start: `${monday}T08:00:00Z`,
      minutes: 30,
      clinic: 'sentrum',
      clinician: 'anne',
    };
    for (const [wrong, field] of [
      [{ start: '0000-01-01T00:00:00Z' }, { path: 'start', code: 'date' }],
      [{ start: '9999-12-31T23:59:59-14:00' }, { path: 'start', code: 'date' }],
      [{ minutes: 2 ** 40 }, { path: 'minutes', code: 'too-big' }],
    ] as const) {
      const answer = operator.call('POST', '/timebook', { ...request, ...wrong });
      assert.deepEqual(await fieldsOf(answer), [field]);
    }
  });

  it('[A-05] shows no hold that has expired', async () => {
    const json = { start: `${monday}T08:00:00+01:00`, treatment: 'us' };
    const { status } = await service.request('/v1/accounts/tannlegen/holds', { json });
    assert.equal(status, 201);
    const shown = async () => (await read<Timebook>(`/timebook?${range}`)).entries.length;
    assert.equal(await shown(), 1);
    service.now += 10 * 60_000;
    assert.equal(await shown(), 0);
  });

  it('[A-02] books by hand over a preblock that may not be bypassed only what it lets in', async () => {
    const { internet, template } = await import('./support/staff.js');
    const tell = (change: object) =>
      operator.call('PUT', '/preblock-definitions/etimer', { ...internet, ...change });
    await operator.call('PUT', '/categories/endo', { name: 'Endo', position: 1 });
    await operator.call('PUT', '/templates/rot', { ...template, category: 'endo' });
    const book = (start: string, by: object = {}) =>
      operator.call<TimebookEntry>('POST', '/timebook', {
        start: `${monday}T${start}:00+01:00`,
        ...{ minutes: 30, clinic: 'sentrum', clinician: 'anne', ...by },
      });
    const blocked = [{ path: 'start', code: 'preblocked' }];
    await tell({ mayBypass: false });
    for (const by of [{}, { template: 'rot' }]) {
      assert.deepEqual(await fieldsOf(book('08:00', by)), blocked);
      // A part of it is enough.
      assert.deepEqual(await fieldsOf(book('07:45', by)), blocked);
      assert.deepEqual(await fieldsOf(book('09:45', by)), blocked);
    }
    // Beside it, and what it lets in.
    for (const [start, by] of [
      ['07:30', {}],
      ['10:00', {}],
      ['08:00', { template: 'us' }],
    ] as const) {
      assert.equal((await book(start, by)).status, 201, start);
    }
    await tell({ mayBypass: false, mode: 'deny' });
    assert.equal((await book('08:30')).status, 201);
    await tell({ mayBypass: false, type: 'administration', categories: [] });
    assert.deepEqual(await fieldsOf(book('09:00')), blocked);
    // Two days before it stops to count: the clock of the test is on the Friday before, three days off.
    await tell({ mayBypass: false, expiresDaysBefore: 2 });
    assert.deepEqual(await fieldsOf(book('09:00')), blocked);
    await tell({ mayBypass: false, expiresDaysBefore: 3 });
    assert.equal((await book('09:00')).status, 201);
    await tell({ mayBypass: true });
    assert.equal((await book('09:30', { template: 'rot' })).status, 201);
  });

  it('[A-03] books by hand no treatment that is not for the timebook', async () => {
    const { template } = await import('./support/staff.js');
    await operator.call('PUT', '/templates/us', { ...template, useInTimebook: false });
    const book = () =>
      operator.call('POST', '/timebook', {
        start: `${monday}T08:00:00+01:00`,
        ...{ minutes: 30, clinic: 'sentrum', clinician: 'anne', template: 'us' },
      });
    assert.deepEqual(await fieldsOf(book()), [{ path: 'template', code: 'not-in-timebook' }]);
    // Patients may book it all the same.
    assert.equal((await starts()).length, 4);
    await operator.call('PUT', '/templates/us', template);
    assert.equal((await book()).status, 201);
  });

  it('[A-11] an appointment has one id, for staff and patients, also once it is cancelled', async () => {
    await operator.call('PATCH', '/settings', { confirmation: 'none' });
    const at = { account: 'tannlegen' };
    const hold = await service.hold({ start: `${monday}T08:30:00+01:00`, treatment: 'us' }, at);
    const shown = async () => (await read<Timebook>(`/timebook?${range}`)).entries;
    // What is only held is no appointment yet.
    assert.deepEqual(
      (await shown()).map(({ id, status }) => [id, status]),
      [[hold.body.id, 'held']],
    );
    const contact = { nationalId: testId(3), mobile: '41234567', email: 'ola@example.com' };
    const request = { ...bookingOf(hold.body), patient: { ...ola, ...contact } };
    const booked = await service.book(hold.body, request, at);
    assert.equal(booked.status, 201);
    const { id } = booked.body.appointment;
    assert.notEqual(id, hold.body.id);
    assert.deepEqual(
      (await shown()).map((entry) => entry.id),
      [id],
    );
    assert.equal((await operator.call('DELETE', `/timebook/${id}`)).status, 204);
    assert.deepEqual(
      (await shown()).map((entry) => [entry.id, entry.status]),
      [[id, 'cancelled']],
    );
    assert.equal((await operator.call('DELETE', `/timebook/${id}`)).status, 404);
  });

  it('[A-11] the id that the timebook answered before still cancels', async () => {
    await operator.call('PATCH', '/settings', { confirmation: 'none' });
    const at = { account: 'tannlegen' };
    const hold = await service.hold({ start: `${monday}T08:30:00+01:00`, treatment: 'us' }, at);
    const contact = { nationalId: testId(3), mobile: '41234567', email: 'ola@example.com' };
    const request = { ...bookingOf(hold.body), patient: { ...ola, ...contact } };
    assert.equal((await service.book(hold.body, request, at)).status, 201);
    assert.equal((await operator.call('DELETE', `/timebook/${hold.body.id}`)).status, 204);
    assert.equal((await starts()).length, 4);
  });

  it('[A-10] books nothing by hand over what is taken', async () => {
    await byHand('08:00');
    const { status, body } = await byHand('08:10');
    assert.deepEqual([status, (body as unknown as { code: string }).code], [409, 'slot-taken']);
  });

  it('[A-11] shows a patient who booked as registered by ITB, with text, campaign code and message', async () => {
    await operator.call('PATCH', '/settings', {
      confirmation: 'none',
      fields: { campaignCode: true },
    });
    await operator.call('PUT', '/templates/us', {
      ...(await import('./support/staff.js')).template,
      timebookText: 'Sjekk_e-time',
    });
    const hold = await service.hold(
      { start: `${monday}T08:30:00+01:00`, treatment: 'us' },
      { account: 'tannlegen' },
    );
    const { status } = await service.book(
      hold.body,
      {
        ...bookingOf(hold.body),
        patient: { ...ola, nationalId: testId(3), mobile: '41234567', email: 'ola@example.com' },
        campaignCode: 'VINTER',
        message: 'Gruer meg.',
      },
      { account: 'tannlegen' },
    );
    assert.equal(status, 201);
    const { entries } = await read<Timebook>(`/timebook?${range}`);
    assert.equal(entries.length, 1);
    const [entry] = entries;
    assert.deepEqual(
      [entry?.status, entry?.registeredBy, entry?.template, entry?.patient?.firstName],
      ['booked', 'ITB', 'us', 'Ola'],
    );
    for (const part of ['Sjekk_e-time', 'CC: VINTER', 'Gruer meg.']) {
      assert.ok(entry?.text.includes(part), part);
    }
  });

  it('[P-39] shows no pending changes while there are none, and decides only those there are', async () => {
    assert.deepEqual(await read('/patient-changes'), { changes: [] });
    const unknown = await operator.call(
      'POST',
      '/patient-changes/0e2f4c4e-7a3a-4f7c-9d51-0a2b3c4d5e6f',
      { accept: true },
    );
    assert.equal(unknown.status, 404);
  });
});
