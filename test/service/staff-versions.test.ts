import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import type { Readings, StaffProblem } from '../../src/contract/index.js';
import { readTogether, StaffProblem as ProblemSchema } from '../../src/contract/index.js';
import { startService, testId } from './support/service.js';
import {
  clinic,
  clinician,
  internet,
  makeAccount,
  platformKey,
  storeCatalogue,
  template,
} from './support/staff.js';
import type { Operator } from './support/staff.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

let service: ReturnType<typeof startService>;
let operator: Operator;
beforeEach(async () => {
  await database.clear();
  service = startService(database, { platformKey });
  operator = await makeAccount(service);
  await storeCatalogue(operator);
});
afterEach(() => assert.deepEqual(service.errors, []));

const uuid = '0e2f4c4e-7a3a-4f7c-9d51-0a2b3c4d5e6f';
const kari = { firstName: 'Kari', lastName: 'Berg', nationalId: testId(7) };
const list = { name: 'L', owner: { kind: 'all' }, items: [] };
const provider = {
  name: 'BankID',
  issuer: 'https://id.example.com',
  clientId: 'x',
  nationalIdClaim: 'pid',
};
const need = { patient: uuid, week: '2026-11-23', minutes: 30, template: 'recall' };

/** Two states of everything that has versions: what one person stores, and what another one does meanwhile. */
const changes: [method: string, path: string, mine: object, theirs: object][] = [
  ['PATCH', '/settings', { anyClinic: true }, { anyClinic: true, weekendBooking: true }],
  ['PATCH', '/texts', { welcomeHeading: 'Hei' }, { welcomeHeading: 'Heisann' }],
  ['PATCH', '/theme', { accent: '#0a7d75' }, { accent: '#aa2255' }],
  ['PUT', '/status', { status: 'maintenance' }, { status: 'unpublished' }],
  ['PUT', '/script', { html: '1' }, { html: '2' }],
  ['PUT', '/subdomain', { name: 'en' }, { name: 'to' }],
  ['PUT', '/lists', { bookingList: 'liste' }, { bookingList: null }],
  ['PUT', '/companies/firma', { name: 'A' }, { name: 'B' }],
  ['PUT', '/groups/oslo', { name: 'A', position: 0 }, { name: 'B', position: 0 }],
  ['PUT', '/clinics/sentrum', { ...clinic, name: 'A' }, { ...clinic, name: 'B' }],
  ['PUT', '/clinicians/anne', { ...clinician, name: 'A' }, { ...clinician, name: 'B' }],
  ['PUT', '/categories/us', { name: 'A', position: 0 }, { name: 'B', position: 0 }],
  [
    'PUT',
    '/resources/stol',
    { name: 'A', clinic: 'sentrum', kind: 'chair' },
    { name: 'B', clinic: 'sentrum', kind: 'chair' },
  ],
  ['PUT', '/templates/us', { ...template, minutes: 40 }, { ...template, minutes: 50 }],
  [
    'PUT',
    '/template-lists/liste',
    { ...list, purpose: 'booking', name: 'A' },
    { ...list, purpose: 'booking', name: 'B' },
  ],
  ['PUT', '/preblock-definitions/etimer', { ...internet, name: 'A' }, { ...internet, name: 'B' }],
  ['PUT', '/preblock-lists/p', { ...list, name: 'A' }, { ...list, name: 'B' }],
  ['PUT', '/message-texts/booked-sms-nb', { text: 'A' }, { text: 'B' }],
  ['PATCH', '/reminders', { to: 'none' }, { to: 'wishing' }],
  ['PUT', '/sms-senders/firma', { name: 'Klinikk A' }, { name: 'Klinikk B' }],
  ['PUT', '/eid-providers/bankid', { ...provider, name: 'A' }, { ...provider, name: 'B' }],
  [`PUT`, `/patients/${uuid}`, { ...kari, lastName: 'A' }, { ...kari, lastName: 'B' }],
  ['PUT', `/recalls/${uuid}`, { ...need, minutes: 40 }, { ...need, minutes: 50 }],
];

const tagOf = async (path: string) => (await operator.call('GET', path)).headers.get('ETag') ?? '';
const prepare = async () => {
  await operator.call('PUT', '/template-lists/liste', { ...list, purpose: 'booking' });
  await operator.call('PUT', '/templates/recall', { ...template, useInRecall: true });
  await operator.call('PUT', `/patients/${uuid}`, kari);
};

describe('two people at once', () => {
  it('[C-03] whoever is second is told so, and gets what is stored now', async () => {
    await prepare();
    for (const [method, path, mine, theirs] of changes) {
      const first = await operator.call(method, path, mine);
      assert.ok(first.status < 300, `${path}: ${JSON.stringify(first.body)}`);
      const tag = await tagOf(path);
      assert.match(tag, /^"[\w-]{22}"$/, path);
      const second = await operator.call(method, path, theirs, { 'If-Match': tag });
      assert.ok(second.status < 300, `${path}: ${JSON.stringify(second.body)}`);
      const present = await operator.call<object>('GET', path);
      assert.notEqual(present.headers.get('ETag'), tag, path);

      const stale = await operator.call<StaffProblem>(method, path, mine, { 'If-Match': tag });
      assert.deepEqual([stale.status, stale.body.code], [412, 'version-conflict'], path);
      assert.deepEqual(stale.body.current, present.body, path);
      assert.ok(ProblemSchema.safeParse(stale.body).success);
      assert.deepEqual((await operator.call('GET', path)).body, present.body, path);
      // Without a version as ever.
      assert.ok((await operator.call(method, path, mine)).status < 300, path);
    }
  });

  it('[C-03] read together, each is what its own call answers, with its version', async () => {
    await prepare();
    const names: Readonly<Record<string, string>> = {
      ...{ settings: '/settings', texts: '/texts', theme: '/theme', status: '/status' },
      ...{ subdomain: '/subdomain', lists: '/lists', templateLists: '/template-lists' },
      ...{ preblockDefinitions: '/preblock-definitions', preblockLists: '/preblock-lists' },
    };
    const all = readTogether.map((name) => [name, names[name] ?? `/${name}`] as const);
    const { status, body } = await operator.call<Readings>(
      'GET',
      `/readings?of=${readTogether.join(',')}`,
    );
    assert.equal(status, 200, JSON.stringify(body));
    assert.deepEqual(Object.keys(body), [...readTogether]);
    for (const [name, path] of all) {
      const own = await operator.call('GET', path);
      const { version: tag, body: read } = body[name]!;
      assert.deepEqual([read, tag], [own.body, own.headers.get('ETag')], path);
    }
    for (const of of ['', 'patients', 'clinics,', 'clinics,people']) {
      const wrong = await operator.call<StaffProblem>('GET', `/readings?of=${of}`);
      assert.deepEqual([wrong.status, wrong.body.code], [422, 'invalid'], of);
    }
  });

  it('[C-03] read together, what the caller knows is left out until it changes', async () => {
    await prepare();
    const read = async (known: readonly string[] = []) => {
      const query = known.length > 0 ? `&known=${known.join(',')}` : '';
      const of = 'subdomain,settings,clinics,clinicians';
      const { status, body } = await operator.call<Readings>('GET', `/readings?of=${of}${query}`);
      assert.equal(status, 200, JSON.stringify(body));
      return body;
    };
    const left = (readings: Readings) =>
      Object.keys(readings).filter((name) => readings[name]!.body === undefined);
    const first = await read();
    assert.deepEqual(left(first), []);
    const known = Object.values(first).map(({ version }) => version.slice(1, -1));
    const again = await read(known);
    // Former names of the page end by themselves, under the same version.
    assert.deepEqual(left(again), ['settings', 'clinics', 'clinicians']);
    assert.deepEqual(again.subdomain, first.subdomain);
    for (const name of Object.keys(first)) assert.equal(again[name]!.version, first[name]!.version);

    const changes: readonly [name: string, path: string, body: object][] = [
      ['clinics', '/clinics/sentrum', { ...clinic, name: 'Ved torget' }],
      ['clinicians', '/clinicians/anne', { ...clinician, name: 'Anne B.' }],
      ['clinicians', '/clinicians/anne', { ...clinician, clinics: [] }],
    ];
    for (const [name, path, change] of changes) {
      assert.ok((await operator.call('PUT', path, change)).status < 300, path);
      const changed = await read(known);
      assert.deepEqual(changed[name]!.body, (await operator.call('GET', `/${name}`)).body);
    }
    assert.equal((await operator.call('PATCH', '/settings', { anyClinic: true })).status, 200);
    assert.deepEqual(
      (await read(known)).settings!.body,
      (await operator.call('GET', '/settings')).body,
    );
    // A change that is refused on the way leaves nothing behind.
    const before = await read();
    const wrong = await operator.call('PUT', '/clinicians/anne', {
      ...clinician,
      clinics: [{ clinic: 'nowhere', photoConsent: false, titleConsent: false }],
    });
    assert.equal(wrong.status, 422);
    assert.deepEqual(await read(), before);
    for (const wrongKnown of ['kort', `${known[0]!},`]) {
      const { status } = await operator.call('GET', `/readings?of=clinics&known=${wrongKnown}`);
      assert.equal(status, 422, wrongKnown);
    }
  });

  it('[C-03] a deletion is meant for one version too', async () => {
    await prepare();
    for (const [method, path, mine, theirs] of changes) {
      if (!/^\/.+\//.test(path)) continue;
      // Deleting a patient asks for more.
      if (/patients|recalls|categories|companies/.test(path)) continue;
      await operator.call(method, path, mine);
      const tag = await tagOf(path);
      await operator.call(method, path, theirs);
      const stale = await operator.call<StaffProblem>('DELETE', path, undefined, {
        'If-Match': tag,
      });
      assert.deepEqual([stale.status, stale.body.code], [412, 'version-conflict'], path);
      assert.equal((await operator.call('GET', path)).status, 200, path);
    }
  });

  it('[C-03] a change of what is gone meanwhile is refused, with nothing stored', async () => {
    const tag = await tagOf('/groups/oslo');
    await operator.call('PUT', '/clinics/sentrum', clinic);
    await operator.call('DELETE', '/groups/oslo');
    const { status, body } = await operator.call<StaffProblem>(
      'PUT',
      '/groups/oslo',
      { name: 'Oslo', position: 1 },
      { 'If-Match': tag },
    );
    assert.deepEqual([status, body.code, body.current], [412, 'version-conflict', undefined]);
    assert.equal((await operator.call('GET', '/groups/oslo')).status, 404);
  });

  it('[C-03] takes any version, one of several, and a tag that was made weak by compressing', async () => {
    const tag = await tagOf('/groups/oslo');
    for (const header of [tag, `W/${tag}`, '*', `"other", ${tag}`]) {
      const group = { name: 'Oslo', position: 0 };
      const { status } = await operator.call('PUT', '/groups/oslo', group, { 'If-Match': header });
      assert.equal(status, 204, header);
    }
    for (const header of ['oslo', '"', '', '"a" "b"']) {
      const { status, body } = await operator.call(
        'PUT',
        '/groups/oslo',
        { name: 'O', position: 0 },
        {
          'If-Match': header,
        },
      );
      assert.deepEqual(
        [status, body.fields],
        [422, [{ path: 'If-Match', code: 'format' }]],
        header,
      );
    }
  });

  it('[C-03] what two make under one id at once is made once, where they say that it is new', async () => {
    const isNew = { 'If-None-Match': '*' };
    const group = { name: 'Vest', position: 0 };
    assert.equal((await operator.call('PUT', '/groups/vest', group, isNew)).status, 204);
    const again = await operator.call<StaffProblem>('PUT', '/groups/vest', group, isNew);
    assert.deepEqual([again.status, again.body.current], [412, group]);
  });
});
