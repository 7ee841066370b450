import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { purgeExpired } from '../../service/store/purge-expired.js';
import type { History, HistoryEntry, Me, StaffProblem } from '../../src/contract/index.js';
import { History as HistorySchema } from '../../src/contract/index.js';
import { pngUpload } from './support/images.js';
import { dumpOf } from './support/dump.js';
import { startService, testId } from './support/service.js';
import {
  clinic,
  clinician,
  internet,
  makeAccount,
  operatorOf,
  platformKey,
  setup,
  storeCatalogue,
  template,
} from './support/staff.js';
import type { Operator } from './support/staff.js';
import { countRows, openTestDatabase } from './support/test-database.js';

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

const history = async (query = '') => {
  const { status, body } = await operator.call<History>('GET', `/history${query}`);
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual(HistorySchema.parse(body), body);
  return body;
};
const newest = async () => (await history()).entries[0]!;
const undo = (id: string) =>
  operator.call<HistoryEntry & StaffProblem>('POST', `/history/${id}/undo`);
const must = async (method: string, path: string, json?: unknown) => {
  const { status, body } = await operator.call(method, path, json);
  assert.ok(status < 300, `${method} ${path}: ${JSON.stringify(body)}`);
};
const read = async (path: string) => {
  const { status, body } = await operator.call<object>('GET', path);
  return status === 200 ? body : status;
};

const uuid = '0e2f4c4e-7a3a-4f7c-9d51-0a2b3c4d5e6f';
const provider = {
  ...{ name: 'B', issuer: 'https://id.example.com', clientId: 'x', scope: 'openid profile' },
  nationalIdClaim: 'pid',
};
const image = (seed: string) => pngUpload({ seed });
const list = { name: 'L', owner: { kind: 'all' }, items: ['us'], purpose: 'booking' };

/** Changes of every kind that can be undone: where to read it, and what makes the change. */
const kinds: [
  title: string,
  path: string,
  before: [string, object][],
  change: [string, string, unknown?],
][] = [
  [
    'settings',
    '/settings',
    [],
    ['PATCH', '/settings', { anyClinic: true, changeDeadlineHours: null }],
  ],
  [
    'texts',
    '/texts',
    [['/texts', { welcomeHeading: 'Hei', translations: { en: { welcomeHeading: 'Hi' } } }]],
    [
      'PATCH',
      '/texts',
      {
        welcomeHeading: '',
        consentText: 'Nytt',
        translations: { en: { welcomeHeading: '', clinicText: 'x' } },
      },
    ],
  ],
  ['the colour', '/theme', [], ['PATCH', '/theme', { accent: '#0a7d75' }]],
  [
    'the logo',
    '/theme',
    [['/theme', { logo: image('old') }]],
    ['PATCH', '/theme', { logo: image('new') }],
  ],
  ['the state', '/status', [], ['PUT', '/status', { status: 'maintenance' }]],
  [
    'one switch of the state beside another',
    '/status',
    [['/status', { newBookingOff: true }]],
    ['PUT', '/status', { maintenance: true }],
  ],
  ['the script', '/script', [['/script', { html: '<b>' }]], ['PUT', '/script', { html: '' }]],
  [
    'lists in force',
    '/lists',
    [['/template-lists/l', list]],
    ['PUT', '/lists', { bookingList: 'l' }],
  ],
  ['a new clinic', '/clinics/vest', [], ['PUT', '/clinics/vest', { ...clinic, name: 'Vest' }]],
  ['a clinic that was deleted', '/clinics/sentrum', [], ['DELETE', '/clinics/sentrum']],
  [
    'a clinician and the photo',
    '/clinicians/anne',
    [['/clinicians/anne', { ...clinician, photo: image('face') }]],
    ['PUT', '/clinicians/anne', { ...clinician, name: 'Anne', photo: null, clinics: [] }],
  ],
  ['a clinician who was deleted', '/clinicians/anne', [], ['DELETE', '/clinicians/anne']],
  ['a company', '/companies/firma', [], ['PUT', '/companies/firma', { name: 'Ny AS' }]],
  ['a group', '/groups/ny', [], ['PUT', '/groups/ny', { name: 'Ny', position: 3 }]],
  ['a category', '/categories/us', [], ['PUT', '/categories/us', { name: 'X', position: 3 }]],
  [
    'a room',
    '/resources/r',
    [],
    ['PUT', '/resources/r', { name: 'R', clinic: 'sentrum', kind: 'x' }],
  ],
  [
    'a template',
    '/templates/us',
    [],
    ['PUT', '/templates/us', { ...template, minutes: 45, leadDays: 2 }],
  ],
  [
    'a list that was deleted',
    '/template-lists/l',
    [['/template-lists/l', list]],
    ['DELETE', '/template-lists/l'],
  ],
  [
    'a preblock',
    '/preblock-definitions/etimer',
    [],
    ['PUT', '/preblock-definitions/etimer', { ...internet, mode: 'deny', categories: [] }],
  ],
  [
    'a list of preblocks',
    '/preblock-lists/p',
    [],
    ['PUT', '/preblock-lists/p', { name: 'P', owner: { kind: 'all' }, items: ['etimer'] }],
  ],
  [
    'a message',
    '/message-texts/booked-sms-nb',
    [],
    ['PUT', '/message-texts/booked-sms-nb', { text: 'Hei' }],
  ],
  [
    'reminders',
    '/reminders',
    [],
    [
      'PATCH',
      '/reminders',
      {
        reminders: [{ hoursBefore: 5, text: 'Hei' }],
        thankYou: {},
        pauses: { night: { from: '22:00', to: '07:00' } },
        exceptions: [{ clinic: 'sentrum', thankYou: null }],
      },
    ],
  ],
  [
    'the name of an e-ID provider',
    '/eid-providers/b',
    [['/eid-providers/b', { ...provider, clientSecret: 'a-secret' }]],
    ['PUT', '/eid-providers/b', { ...provider, name: 'C', scope: 'openid' }],
  ],
  ['a sender', '/sms-senders/firma', [], ['PUT', '/sms-senders/firma', { name: 'Klinikken' }]],
];

describe('undo', () => {
  for (const [title, path, before, change] of kinds) {
    it(`[C-04] ${title}: all is as it was, and the undo can be undone`, async () => {
      for (const [where, input] of before) {
        await must(where === '/texts' || where === '/theme' ? 'PATCH' : 'PUT', where, input);
      }
      const former = await read(path);
      await must(...change);
      const changed = await read(path);
      assert.notDeepEqual(changed, former);
      const entry = await newest();
      assert.ok(entry.canUndo);
      const undone = await undo(entry.id);
      assert.equal(undone.status, 201, JSON.stringify(undone.body));
      assert.deepEqual(await read(path), former);
      assert.deepEqual([undone.body.action, undone.body.undoes], ['undone', entry.id]);
      const [, known] = (await history()).entries;
      assert.deepEqual([known!.undoneBy, known!.canUndo], [undone.body.id, false]);

      const again = await undo(undone.body.id);
      assert.equal(again.status, 201, JSON.stringify(again.body));
      assert.deepEqual(await read(path), changed);
    });
  }

  it('[P-09] a logo that comes back is shown to patients, byte by byte', async () => {
    await must('PATCH', '/theme', { logo: image('old') });
    await must('PATCH', '/theme', { logo: null });
    await undo((await newest()).id);
    const logo = await service.fetch(new Request('http://service.test/v1/accounts/tannlegen/logo'));
    const bytes = Buffer.from(await logo.arrayBuffer());
    assert.equal(bytes.toString('base64'), image('old').base64);
  });

  it('[P-28] a consent that comes back has its own version again', async () => {
    await must('PATCH', '/texts', { consentText: 'Første', consentVersion: '2026-01' });
    await must('PATCH', '/texts', { consentText: 'Andre' });
    assert.deepEqual(await read('/texts'), { consentText: 'Andre', consentVersion: '2026-01+2' });
    await undo((await newest()).id);
    assert.deepEqual(await read('/texts'), { consentText: 'Første', consentVersion: '2026-01' });
  });

  it('[C-04] is refused where a later change stands on it, and names that one; other fields do not matter', async () => {
    await must('PATCH', '/settings', { anyClinic: true, fields: { address1: true } });
    const first = await newest();
    await must('PATCH', '/settings', { anyClinic: false });
    const later = await newest();
    const refused = await undo(first.id);
    assert.deepEqual(
      [refused.status, refused.body.fields, refused.body.entry],
      [422, [{ path: 'anyClinic', code: 'changed-since' }], later.id],
    );
    await undo(later.id);
    await must('PATCH', '/settings', { weekendBooking: true, fields: { email: false } });
    assert.equal((await undo(first.id)).status, 201);
    const settings = await read('/settings');
    const { anyClinic, weekendBooking, fields } = settings as unknown as Record<string, unknown>;
    assert.deepEqual([anyClinic, weekendBooking], [false, true]);
    const form = fields as Record<string, boolean>;
    assert.deepEqual([form.address1, form.email], [false, false]);
  });

  it('[C-04] is refused twice, of what something needs, and of what was deleted and made anew', async () => {
    await must('PUT', '/companies/ny', { name: 'Ny' });
    const company = await newest();
    await must('PUT', '/clinics/vest', { ...clinic, company: 'ny' });
    const used = await undo(company.id);
    assert.deepEqual([used.status, used.body.fields], [422, [{ path: 'id', code: 'in-use' }]]);
    const made = await newest();
    await undo(made.id);
    const twice = await undo(made.id);
    assert.deepEqual(
      [twice.status, twice.body.fields],
      [422, [{ path: 'id', code: 'changed-since' }]],
    );
    assert.equal((await undo('999999999')).status, 404);
    assert.equal((await undo('x')).status, 404);
  });

  it('[C-04] of what was deleted names what it needs and is gone', async () => {
    await must('PUT', '/categories/ny', { name: 'Ny', position: 0 });
    await must('PUT', '/preblock-definitions/ny', { ...internet, categories: ['ny'] });
    await must('PUT', '/preblock-definitions/ny', { ...internet, categories: [] });
    const entry = await newest();
    await must('DELETE', '/categories/ny');
    const { status, body } = await undo(entry.id);
    assert.deepEqual([status, body.fields], [422, [{ path: 'category', code: 'unknown' }]]);
    assert.deepEqual(await read('/preblock-definitions/ny'), { ...internet, categories: [] });
  });
});

describe('the history', () => {
  it('[C-04] says who, when, what, before and after, and only what changed', async () => {
    await must('PUT', '/clinics/sentrum', {
      ...clinic,
      group: 'oslo',
      name: 'Torget',
      text: 'Inngang',
    });
    const entry = await newest();
    const { body: me } = await operator.call<Me>('GET', '/me');
    assert.deepEqual(entry, {
      id: entry.id,
      at: '2026-11-20T08:00:00+01:00',
      actor: { kind: 'key', id: me.id, name: 'Operator' },
      action: 'stored',
      kind: 'clinics',
      record: 'sentrum',
      name: 'Torget',
      fields: ['name', 'text'],
      before: { name: 'Sentrum', text: null },
      after: { name: 'Torget', text: 'Inngang' },
      canUndo: true,
    });
    await must('PUT', '/clinics/sentrum', {
      ...clinic,
      group: 'oslo',
      name: 'Torget',
      text: 'Inngang',
    });
    assert.equal((await newest()).id, entry.id, 'what changes nothing is no change');
    await must('PUT', '/clinics/sentrum', clinic);
    const refused = await operator.call('PUT', '/clinics/sentrum', { ...clinic, company: 'x' });
    assert.equal(refused.status, 422);
    assert.equal((await history('?kind=clinics')).entries.length, 3);
  });

  it('[C-04] is found by kind, record, person and date, page by page', async () => {
    for (let count = 0; count < 105; count += 1) {
      await must('PUT', '/script', { html: String(count) });
    }
    const first = await history();
    assert.equal(first.entries.length, 100);
    const second = await history(`?before=${first.next}`);
    const all = [...first.entries, ...second.entries];
    assert.equal(new Set(all.map(({ id }) => id)).size, 105 + 8);
    assert.equal(second.next, undefined);
    assert.deepEqual(
      all.map(({ id }) => Number(id)),
      all.map(({ id }) => Number(id)).sort((one, other) => other - one),
    );
    assert.equal((await history('?kind=templates&record=us')).entries.length, 1);
    assert.equal((await history('?person=nobody')).entries.length, 0);
    assert.equal((await history('?from=2026-11-21')).entries.length, 0);
    assert.equal((await history('?from=2026-11-20&to=2026-11-21&kind=clinics')).entries.length, 1);
    const wrong = await operator.call('GET', '/history?from=2026-02-30');
    assert.deepEqual(wrong.body.fields, [{ path: 'from', code: 'format' }]);
  });

  it('[C-04] tells of placed time and of bookings by hand how many and where', async () => {
    const place = {
      clinician: 'anne',
      clinic: 'sentrum',
      date: '2026-11-23',
      from: '08:00',
      to: '09:00',
    };
    const repeat = { weekdays: [1, 2], until: '2026-12-01' };
    const placed = await operator.call<{ series: string[] }>('POST', '/working-time', {
      intervals: [{ ...place, repeat }],
    });
    const at = { clinic: 'sentrum', clinician: 'anne', from: '2026-11-23', to: '2026-12-01' };
    const entry = await newest();
    assert.deepEqual(
      [entry.kind, entry.action, entry.count, entry.place, entry.canUndo],
      ['working-time', 'stored', 4, at, true],
    );
    await must('DELETE', `/working-time-series/${placed.body.series[0]}`);
    const removed = await newest();
    assert.deepEqual([removed.action, removed.count, removed.place], ['removed', 4, at]);
    await must('POST', '/preblocks', { placements: [{ ...place, preblock: 'etimer' }] });
    const booked = await operator.call<{ id: string }>('POST', '/timebook', {
      start: '2026-11-23T08:00:00+01:00',
      minutes: 30,
      clinic: 'sentrum',
      clinician: 'anne',
      text: 'Rotfylling',
    });
    await must('DELETE', `/timebook/${booked.body.id}`);
    const entries = (await history()).entries.slice(0, 3);
    assert.deepEqual(
      entries.map(({ kind, action, count }) => [kind, action, count]),
      [
        ['timebook', 'removed', 1],
        ['timebook', 'stored', 1],
        ['preblocks', 'stored', 1],
      ],
    );
    assert.ok(!JSON.stringify(entries).includes('Rotfylling'));
  });

  it('[C-04] [N-08] knows of patients only which fields changed; after an erasure nothing is left of them', async () => {
    const kari = { firstName: 'Karianne', lastName: 'Bergstrøm', nationalId: testId(7) };
    await must('PUT', `/patients/${uuid}`, { ...kari, mobile: '98765432' });
    await must('PUT', `/patients/${uuid}`, { ...kari, nationalId: testId(8), mobile: '41234567' });
    const entry = await newest();
    assert.deepEqual(
      [entry.fields, entry.before, entry.after],
      [['mobile', 'nationalId'], undefined, undefined],
    );
    assert.ok(!entry.canUndo);
    await must('GET', `/patients/${uuid}/export`);
    await must('DELETE', `/patients/${uuid}`);
    assert.deepEqual([(await newest()).action, (await newest()).record], ['removed', uuid]);
    const dump = await dumpOf({ ...database, db: database.db });
    for (const trace of [
      'Karianne',
      'Bergstrøm',
      'karianne',
      'bergstrom',
      '98765432',
      '41234567',
      testId(7),
    ]) {
      assert.ok(!dump.includes(trace), trace);
    }
  });

  it('[N-02] [P-33] keeps no secret of a provider, only that it was changed', async () => {
    await must('PUT', '/eid-providers/b', { ...provider, clientSecret: 'first-secret' });
    await must('PUT', '/eid-providers/b', { ...provider, clientSecret: 'second-secret' });
    const { entries } = await history('?kind=eid-providers');
    assert.deepEqual(entries[0]!.fields, ['clientSecret']);
    assert.ok(!/-secret/.test(JSON.stringify(entries)));
    // What took a secret with it cannot be had back.
    await must('PUT', '/eid-providers/b', { ...provider, issuer: 'https://other.example.com' });
    await must('DELETE', '/eid-providers/b');
    const { entries: later } = await history('?kind=eid-providers');
    assert.deepEqual(
      later.map(({ canUndo }) => canUndo),
      [false, false, false, true],
    );
    const { status, body } = await undo(later[0]!.id);
    assert.deepEqual([status, body.fields], [422, [{ path: 'kind', code: 'no-undo' }]]);
  });

  it('[C-04] tells what the platform has set up and changed, and whom it has invited', async () => {
    const consoleOf = () => 'https://console.example.com/nabo';
    const host = startService(database, { platformKey, consoleOf });
    const platform = operatorOf(host, 'nabo', platformKey);
    const owner = { name: 'Kari Berg', email: 'kari@klinikk.example' };
    const made = await platform.call<{ operatorToken: string }>('PUT', '', { ...setup, owner });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    await platform.call('PUT', '', { ...setup, name: 'Naboen' });
    await platform.call('PUT', '', { ...setup, name: 'Naboen' });
    const neighbour = operatorOf(service, 'nabo', made.body.operatorToken);
    const { body } = await neighbour.call<History>('GET', '/history');
    assert.deepEqual(
      body.entries.map(({ kind, actor, fields }) => [kind, actor.kind, fields.join()]),
      [
        ['account', 'host', 'name'],
        ['invitations', 'host', ''],
        ['people', 'host', 'email,name,roles'],
        ['account', 'host', 'languages,market,name,textLanguage,timeZone'],
      ],
    );
    assert.deepEqual(
      [body.entries[0]!.before, body.entries[0]!.after],
      [{ name: setup.name }, { name: 'Naboen' }],
    );
    assert.ok(!JSON.stringify(body).includes('klinikk.example'));
    assert.ok(body.entries.every(({ canUndo }) => !canUndo));
  });

  it('[N-08] is forgotten after two years, with the images that only it named', async () => {
    await must('PATCH', '/theme', { logo: image('old') });
    await must('PATCH', '/theme', { logo: null });
    service.now += 700 * 86_400_000;
    await must('PUT', '/script', { html: 'x' });
    await purgeExpired(database.db, service.now);
    assert.equal((await history()).entries.length, 8 + 3);
    service.now += 100 * 86_400_000;
    await purgeExpired(database.db, service.now);
    assert.deepEqual(
      (await history()).entries.map(({ kind }) => kind),
      ['script'],
    );
    assert.equal(await countRows(database.db, 'staff_images'), 0);
  });

  it('[N-04] cannot be altered by the role of the service', async () => {
    const { inAccount } = await import('../../service/store/database.js');
    for (const statement of [
      'UPDATE staff_history SET actor_name = $$x$$',
      'DELETE FROM staff_history',
    ]) {
      await assert.rejects(inAccount(database.db, 'tannlegen', (tx) => tx.execute(statement)));
    }
  });
});
