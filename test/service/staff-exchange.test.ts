import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { sampleAccounts, setUp } from '../../demo/accounts/index.js';
import type { AccountExport, History, ImportAnswer, Problem } from '../../src/contract/index.js';
import { AccountExport as ExportSchema } from '../../src/contract/index.js';
import type { Fetch } from '../../demo/accounts/staff-client.js';
import { pngUpload } from './support/images.js';
import { startService, testId } from './support/service.js';
import {
  clinician,
  makeAccount,
  operatorOf,
  platformKey,
  storeCatalogue,
} from './support/staff.js';
import type { Operator } from './support/staff.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const operatorKey = 'the-key-of-all-operators';
let service: ReturnType<typeof startService>;
let from: Operator;
let to: Operator;
beforeEach(async () => {
  await database.clear();
  service = startService(database, { platformKey, operatorKey });
  from = await makeAccount(service);
  to = await makeAccount(service, 'andre');
  await storeCatalogue(from);
  const photo = pngUpload({ seed: 'a face' });
  for (const [method, path, input] of [
    ['PUT', '/clinicians/anne', { ...clinician, photo, bookingList: 'l' }],
    ['PATCH', '/settings', { anyClinic: true, changeDeadlineHours: null }],
    ['PATCH', '/texts', { welcomeHeading: 'Hei', consentText: 'Samtykke' }],
    ['PATCH', '/theme', { accent: '#0a7d75', logo: photo }],
    ['PUT', '/script', { html: '<b>' }],
    ['PUT', '/message-texts/booked-sms-nb', { text: 'Hei' }],
    ['PUT', '/sms-senders/firma', { name: 'Klinikken', approvals: { NO: 'approved' } }],
    ['PATCH', '/reminders', { reminders: [{ text: 'Hei' }], thankYou: {} }],
    [
      'PUT',
      '/eid-providers/bankid',
      {
        name: 'BankID',
        issuer: 'https://id.example.com',
        clientId: 'x',
        clientSecret: 'very-secret',
        nationalIdClaim: 'pid',
      },
    ],
    [
      'PUT',
      '/patients/0e2f4c4e-7a3a-4f7c-9d51-0a2b3c4d5e6f',
      { firstName: 'Karianne', lastName: 'Berg', nationalId: testId(7) },
    ],
  ] as const) {
    if (path === '/clinicians/anne') {
      const list = { name: 'L', owner: { kind: 'all' }, items: ['us'], purpose: 'booking' };
      assert.equal((await from.call('PUT', '/template-lists/l', list)).status, 204);
    }
    const { status, body } = await from.call(method, path, input);
    assert.ok(status < 300, `${path}: ${JSON.stringify(body)}`);
  }
});
afterEach(() => assert.deepEqual(service.errors, []));

const exported = async (operator: Operator) => {
  const { status, body } = await operator.call<AccountExport>('GET', '/export');
  assert.equal(status, 200);
  assert.deepEqual(ExportSchema.parse(body), body);
  return body;
};
const send = (operator: Operator, document: unknown, dryRun?: boolean) =>
  operator.call<ImportAnswer & Problem>('POST', '/import', {
    document,
    ...(dryRun === undefined ? {} : { dryRun }),
  });
/** What another account may have in common with the one that was exported. */
const content = ({
  account: _account,
  texts: { consentVersion: _version, ...texts },
  ...rest
}: AccountExport) => ({
  ...rest,
  texts,
});

describe('export and import', () => {
  it('[C-12] [S-08] holds settings and catalogue, and no secret and no patient', async () => {
    const document = await exported(from);
    assert.deepEqual(
      [document.version, document.clinics.length, document.clinicians.length],
      [1, 1, 1],
    );
    assert.equal(document.theme.logo?.base64, pngUpload({ seed: 'a face' }).base64);
    const text = JSON.stringify(document);
    for (const secret of ['very-secret', 'Karianne', testId(7)]) assert.ok(!text.includes(secret));
  });

  it('[C-12] goes into another account: a dry run says what is new, and stores nothing', async () => {
    const document = await exported(from);
    const before = await exported(to);
    const dry = await send(to, document, true);
    assert.equal(dry.status, 200, JSON.stringify(dry.body));
    assert.deepEqual([dry.body.isDryRun, dry.body.import], [true, undefined]);
    assert.deepEqual(await exported(to), before);
    const history = async () => (await to.call<History>('GET', '/history')).body.entries;
    const begun = await history();
    // Whoever runs the service has set the account up.
    assert.deepEqual(
      begun.map(({ actor }) => actor.kind),
      ['host'],
    );

    const real = await send(to, document);
    assert.equal(real.status, 200, JSON.stringify(real.body));
    assert.deepEqual(real.body.differences, dry.body.differences);
    assert.deepEqual(content(await exported(to)), content(document));
    const entries = (await history()).slice(0, -begun.length);
    assert.equal(entries.length, real.body.differences.length);
    assert.deepEqual(new Set(entries.map((entry) => entry.import)), new Set([real.body.import]));

    const again = await send(to, await exported(to));
    assert.deepEqual([again.body.differences, again.body.import], [[], undefined]);
  });

  it('[C-12] tells changes field by field, and leaves what the document does not have', async () => {
    const document = await exported(from);
    await from.call('PUT', '/groups/ny', { name: 'Ny', position: 1 });
    const changed = {
      ...document,
      clinics: document.clinics.map((one) => ({ ...one, name: 'Torget' })),
      settings: { changeDeadlineHours: 12 },
    };
    const { body } = await send(from, changed);
    assert.deepEqual(body.differences, [
      { kind: 'clinics', id: 'sentrum', what: 'changed', fields: ['name'] },
      { kind: 'settings', what: 'changed', fields: ['changeDeadlineHours'] },
    ]);
    assert.equal((await from.call('GET', '/groups/ny')).status, 200);
    const settings = await from.call<{ anyClinic: boolean }>('GET', '/settings');
    assert.equal(settings.body.anyClinic, true);
  });

  it('[C-12] a document of another version is refused as that', async () => {
    const document = { ...(await exported(from)), version: 2, more: true };
    const { status, body } = await send(to, document);
    assert.deepEqual([status, body.fields], [422, [{ path: 'document.version', code: 'value' }]]);
  });

  it('[C-12] one wrong record and nothing is stored; it is named with its field, by the dry run too', async () => {
    const document = await exported(from);
    const before = await exported(to);
    const wrong = {
      ...document,
      clinicians: document.clinicians.map((one) => ({ ...one, bookingList: 'nowhere' })),
    };
    const other = {
      ...document,
      clinics: document.clinics.map((one) => ({ ...one, company: 'x' })),
    };
    for (const dryRun of [true, false]) {
      const first = await send(to, wrong, dryRun);
      assert.deepEqual(
        [first.status, first.body.fields],
        [422, [{ path: 'document.clinicians.anne.bookingList', code: 'unknown' }]],
      );
      const second = await send(to, other, dryRun);
      assert.deepEqual(second.body.fields, [
        { path: 'document.clinics.sentrum.company', code: 'unknown' },
      ]);
    }
    assert.deepEqual(await exported(to), before);
  });

  it('[C-12] texts that are written in another language are refused', async () => {
    const document = await exported(from);
    const { status, body } = await send(to, {
      ...document,
      account: { ...document.account, textLanguage: 'en' },
    });
    assert.deepEqual(
      [status, body.fields],
      [422, [{ path: 'document.account.textLanguage', code: 'other-language' }]],
    );
  });

  it('[C-12] [N-07] takes a document with many photos, and reads it of nobody who may not import', async () => {
    const document = await exported(from);
    const photo = pngUpload({ bytes: 25_000 });
    const clinicians = Array.from({ length: 40 }, (_, index) => ({
      ...document.clinicians[0],
      id: `c-${index}`,
      photo,
    }));
    const large = { document: { ...document, clinicians } };
    assert.ok(JSON.stringify(large).length > 1_300_000);
    const taken = await to.call<ImportAnswer>('POST', '/import', large);
    assert.equal(taken.status, 200);
    const stranger = operatorOf(service, 'andre', 'x'.repeat(40));
    assert.equal((await stranger.call('POST', '/import', large)).status, 401);
    const other = await to.call('PATCH', '/texts', { welcomeText: 'x'.repeat(1_000_000) });
    assert.equal(other.status, 413);
  });

  it('[C-12] a whole sample account goes over and comes back the same', async () => {
    const sample = sampleAccounts.find(({ id }) => id === 'kodefri') ?? sampleAccounts[0]!;
    const demo = startService(database, { platformKey, operatorKey, demo: true });
    const call: Fetch = (request) => demo.fetch(request);
    await setUp(call, { platformKey, operatorKey }, sample);
    const document = await exported(operatorOf(demo, sample.id, operatorKey));
    const target = operatorOf(demo, 'kopi', operatorKey);
    const made = await operatorOf(demo, 'kopi', platformKey).call('PUT', '', sample.setup);
    assert.equal(made.status, 201);
    const { status, body } = await send(target, document);
    assert.equal(status, 200, JSON.stringify(body));
    assert.deepEqual(content(await exported(target)), content(document));
  });
});
