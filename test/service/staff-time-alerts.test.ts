import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { inAccount } from '../../service/store/database.js';
import { accounts } from '../../service/store/schema/index.js';
import type {
  History,
  PatientExport,
  StaffProblem,
  TimebookEntry,
  WaitingPatient,
  WaitingPatients,
} from '../../src/contract/index.js';
import { alertsOf } from './support/alerts.js';
import { setUpClinic } from './support/clinic-fixture.js';
import { personOf, type PersonOptions, type TestPerson } from './support/people.js';
import { startService, testId } from './support/service.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const kari = '0e2f4c4e-7a3a-4f7c-9d51-0a2b3c4d5e6f';
const ola = '1e2f4c4e-7a3a-4f7c-9d51-0a2b3c4d5e6f';

let service: ReturnType<typeof startService>;
let alerts: ReturnType<typeof alertsOf>;
let owner: TestPerson;
beforeEach(async () => {
  await database.clear();
  const settings = { timeAlerts: true, changeDeadlineHours: 1 };
  await setUpClinic(database.db, { settings, clinicians: [{ id: 'berit' }] });
  service = startService(database, { later: () => undefined });
  alerts = alertsOf(service, database);
  owner = await person({ roles: [{ role: 'owner' }] });
  await ok('PUT', `/patients/${kari}`, {
    ...{ nationalId: testId(1), firstName: 'Kari', lastName: 'Lund' },
    ...{ mobile: '41234567', email: 'kari@example.com' },
  });
  await ok('PUT', `/patients/${ola}`, {
    ...{ nationalId: testId(2), firstName: 'Ola', lastName: 'Berg' },
  });
});

const person = (options: PersonOptions) =>
  personOf(service, database, { account: 'demo', ...options });
const ok = async <Body>(method: string, path: string, json?: unknown, who = owner) => {
  const { status, body } = await who.call<Body>(method, path, json);
  assert.ok(status < 300, `${method} ${path}: ${status} ${JSON.stringify(body)}`);
  return body;
};
const refused = async (method: string, path: string, json?: unknown, who = owner) => {
  const { status, body } = await who.call<StaffProblem>(method, path, json);
  return [status, body.fields?.[0]?.path ?? body.right, body.fields?.[0]?.code].filter(Boolean);
};
const at = (day: number, clock: string) => `2026-11-${day}T${clock}:00+01:00`;
const book = (start: string, part: object = {}) =>
  ok<TimebookEntry>('POST', '/timebook', {
    ...{ start, minutes: 30, clinic: 'west', clinician: 'anne', template: 'check' },
    ...part,
  });
const list = (query: Record<string, string> = {}, who = owner) =>
  ok<WaitingPatients>('GET', `/time-alerts?${new URLSearchParams(query)}`, undefined, who);
const waiting = async (query: Record<string, string> = {}) =>
  (await list(query)).alerts.map(({ address }) => address);
/** One after the other, so that who waits longest is known. */
const wait = async (mobile: string, body: object = {}) => {
  await alerts.wait(mobile, { ...body });
  service.now += 1000;
};
/** A stretch of Anne's at the clinic. */
const stretch = (from: string, until: string, clinician = 'anne') => ({
  ...{ clinic: 'west', clinician, from, until },
});

describe('who waits for an earlier time, as staff see it', () => {
  it('[P-48] [C-07] notes what a patient says on the phone, tells of it as of any, and ends with the wish or with an earlier time', async () => {
    const entry = await book(at(27, '10:00'), { patient: kari });
    const noted = await ok<WaitingPatient>('POST', '/time-alerts', {
      ...{ appointment: entry.id, clinician: 'anne' },
    });
    const { id, ...rest } = noted;
    assert.deepEqual(rest, {
      ...{ since: at(20, '08:00'), expiresAt: at(27, '10:00'), before: at(27, '10:00') },
      ...{ clinic: null, group: null, clinician: 'anne', treatment: 'check', minutes: 30 },
      ...{ toldAt: null, address: '+4741234567', mobile: '+4741234567' },
      patient: { id: kari, firstName: 'Kari', lastName: 'Lund' },
      appointment: {
        ...{ id: entry.id, start: at(27, '10:00'), minutes: 30, clinic: 'west' },
        clinician: 'anne',
      },
    });
    assert.deepEqual(await list(), { alerts: [noted], count: 1, isTold: true });

    // What is freed is told to her, as to those who have asked by themselves.
    const other = await book(at(24, '09:00'));
    await ok('DELETE', `/timebook/${other.id}`);
    assert.deepEqual(
      (await alerts.round()).map(({ to }) => to),
      ['+4741234567'],
    );
    assert.notEqual((await list({ appointment: entry.id })).alerts[0]?.toldAt, null);

    // Noted once more with other words, she keeps her place.
    service.now += 60_000;
    const again = await ok<WaitingPatient>('POST', '/time-alerts', {
      ...{ appointment: entry.id, until: '2026-11-25' },
    });
    assert.deepEqual(
      [again.since, again.before, again.clinician],
      [noted.since, at(26, '00:00'), null],
    );
    assert.equal((await list()).count, 1);
    assert.notEqual(again.id, id);

    // Later is no earlier time; earlier is.
    await ok('PATCH', `/timebook/${entry.id}`, { start: at(27, '11:00') });
    assert.equal((await list()).count, 1);
    await ok('PATCH', `/timebook/${entry.id}`, { start: at(24, '09:00') });
    assert.equal((await list()).count, 0);

    const wish = await ok<WaitingPatient>('POST', '/time-alerts', { appointment: entry.id });
    await ok('DELETE', `/time-alerts/${wish.id}`);
    assert.equal((await list()).count, 0);
    assert.deepEqual(await refused('DELETE', `/time-alerts/${wish.id}`), [404]);
    const { entries } = await ok<History>('GET', '/history?kind=time-alerts');
    assert.deepEqual(
      entries.map(({ action, record, after: values }) => [action, record, values]),
      [
        ['removed', wish.id, undefined],
        ['stored', wish.id, undefined],
        ['stored', again.id, undefined],
        ['stored', id, undefined],
      ],
    );
  });

  it('[P-48] says for whom a stretch would do: where, with whom, early and long enough', async () => {
    await wait('41234501', { clinic: 'west', clinician: 'anne', until: '2026-11-24' });
    await wait('41234502', { clinician: 'berit' });
    await wait('41234503', { treatment: 'long' });
    const late = await book(at(27, '10:00'), { patient: kari, clinician: 'berit' });
    await ok('POST', '/time-alerts', { appointment: late.id });
    const all = ['+4741234501', '+4741234502', '+4741234503', '+4741234567'];
    assert.deepEqual(await waiting(), all);
    assert.deepEqual(await waiting(stretch(at(23, '09:00'), at(23, '10:00'))), [
      ...['+4741234501', '+4741234503', '+4741234567'],
    ]);
    // 40 minutes do not fit, and the 25th is too late for the first.
    assert.deepEqual(await waiting(stretch(at(25, '09:00'), at(25, '09:30'))), ['+4741234567']);
    assert.deepEqual(await waiting(stretch(at(27, '10:00'), at(27, '10:30'), 'berit')), [
      '+4741234502',
    ]);
    // The first wants the clinic in the west, the second Berit.
    assert.deepEqual(await waiting({ clinic: 'east', clinician: 'anne' }), all.slice(2));

    for (const [query, path, code] of [
      [{ from: at(23, '09:00'), until: at(23, '10:00') }, 'clinician', 'required'],
      [{ clinician: 'anne', from: at(23, '09:00') }, 'until', 'required'],
      [{ clinician: 'anne', until: at(23, '09:00') }, 'from', 'required'],
      [stretch(at(23, '10:00'), at(23, '10:00')), 'until', 'order'],
    ] as const) {
      const answered = await refused('GET', `/time-alerts?${new URLSearchParams(query)}`);
      assert.deepEqual(answered, [422, path, code]);
    }
    // A booking by hand makes up for what its patient waits for.
    await ok('PUT', `/patients/${ola}`, {
      ...{ nationalId: testId(2), firstName: 'Ola', lastName: 'Berg', mobile: '41234501' },
    });
    await book(at(24, '08:00'), { patient: ola });
    assert.deepEqual(await waiting(), all.slice(1));
  });

  it('[P-48] takes no wish that nobody could be told of, or that is none; and is exported and erased with the patient', async () => {
    const nameless = await book(at(27, '08:00'), { patient: ola });
    const wish = (appointment: string, part: object = {}) =>
      refused('POST', '/time-alerts', { appointment, ...part });
    assert.deepEqual(await wish(nameless.id), [422, 'appointment', 'no-address']);
    assert.deepEqual(await wish(crypto.randomUUID()), [404]);
    const entry = await book(at(27, '10:00'), { patient: kari });
    assert.deepEqual(await wish(entry.id, { until: '2026-11-19' }), [422, 'until', 'past']);
    await ok('POST', '/time-alerts', { appointment: entry.id });
    const { alerts: kept } = await ok<PatientExport>('GET', `/patients/${kari}/export`);
    assert.equal(kept[0]?.consent.version, 'staff');
    await ok('DELETE', `/timebook/${entry.id}`);
    assert.equal((await list()).count, 0);

    // Where the service tells nobody by itself, staff still see who waits.
    await inAccount(database.db, 'demo', (tx) =>
      tx.update(accounts).set({ settings: sql`settings || '{"timeAlerts": false}'` }),
    );
    const second = await book(at(27, '10:00'), { patient: kari });
    await ok('POST', '/time-alerts', { appointment: second.id });
    const { count, isTold } = await list();
    assert.deepEqual([count, isTold], [1, false]);
  });

  it('[C-01] [P-48] shows each the wishes of their own calendars, names to whoever may see them, and addresses with the right to patients', async () => {
    const entry = await book(at(27, '10:00'), { patient: kari });
    const { id } = await ok<WaitingPatient>('POST', '/time-alerts', { appointment: entry.id });
    service.now += 1000;
    await wait('41234501', { clinic: 'west' });
    await wait('41234502', { clinic: 'east' });
    const shown = async (options: PersonOptions) => {
      const { alerts: found } = await list({}, await person(options));
      return found.map(({ patient, address, clinic }) => [patient?.lastName, address, clinic]);
    };
    const reception = { roles: [{ role: 'reception' as const, clinics: ['west'] }] };
    assert.deepEqual(await shown(reception), [
      ['Lund', '+4741234567', null],
      [undefined, '+4741234501', 'west'],
    ]);
    const roles = [{ role: 'clinician' as const }];
    assert.deepEqual(await shown({ roles, clinician: 'anne' }), [
      ['Lund', undefined, null],
      [undefined, undefined, 'west'],
      [undefined, undefined, 'east'],
    ]);
    const berit = await person({ roles, clinician: 'berit' });
    assert.deepEqual(
      (await list({}, berit)).alerts.map(({ appointment }) => appointment),
      [null, null],
    );
    const body = { appointment: entry.id };
    assert.deepEqual(await refused('POST', '/time-alerts', body, berit), [403, 'appointments']);
    assert.deepEqual(await refused('DELETE', `/time-alerts/${id}`, undefined, berit), [
      ...[403, 'appointments'],
    ]);
  });
});
