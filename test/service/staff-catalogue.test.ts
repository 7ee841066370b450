import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import type { Account } from '../../src/contract/index.js';
import { pngUpload } from './support/images.js';
import { startService } from './support/service.js';
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

const account = async () => (await service.request<Account>('/v1/accounts/tannlegen')).body;
const must = async (method: string, path: string, json?: unknown) => {
  const { status, body } = await operator.call(method, path, json);
  assert.equal(status, 204, `${method} ${path}: ${JSON.stringify(body)}`);
};
const refused = async (method: string, path: string, json?: unknown) => {
  const { status, body } = await operator.call(method, path, json);
  assert.deepEqual([status, body.code], [422, 'invalid'], `${method} ${path}`);
  assert.deepEqual(service.errors, []);
  return body.fields;
};

describe('the catalogue', () => {
  it('[S-01] shows what staff stored, in their order', async () => {
    await must('PUT', '/clinics/vest', { ...clinic, name: 'Vest', position: 1 });
    await must('PUT', '/clinicians/bo', {
      ...clinician,
      name: 'Bo',
      position: 0,
      clinics: [{ clinic: 'vest', photoConsent: false, titleConsent: true }],
    });
    await must('PUT', '/clinicians/anne', { ...clinician, position: 1, text: 'Siden 2004.' });
    const { groups, clinics, clinicians, treatments, offers } = await account();
    assert.deepEqual(groups, [{ id: 'oslo', name: 'Oslo' }]);
    assert.deepEqual(
      clinics.map(({ id, group }) => [id, group]),
      [
        ['sentrum', 'oslo'],
        ['vest', undefined],
      ],
    );
    assert.deepEqual(
      clinicians.map(({ id, text }) => [id, text]),
      [
        ['bo', undefined],
        ['anne', 'Siden 2004.'],
      ],
    );
    assert.deepEqual(treatments, [{ id: 'us', name: 'Undersøkelse', minutes: 30 }]);
    const title = offers.map((offer) => [offer.clinician, offer.title]);
    assert.deepEqual(title.sort(), [
      ['anne', undefined],
      ['bo', 'Tannlege'],
    ]);
  });

  it('[P-16] [S-02] shows a photo at the clinics of consent, keeps it when it is not sent, and removes it', async () => {
    const photo = pngUpload({ width: 56, height: 56 });
    await must('PUT', '/clinicians/anne', { ...clinician, photo });
    const url = (await account()).offers[0]?.photo;
    assert.ok(url);
    const shown = await service.fetch(new Request(`http://service.test${url}`));
    const bytes = Buffer.from(await shown.arrayBuffer());
    assert.equal(bytes.toString('base64'), photo.base64);
    await must('PUT', '/clinicians/anne', clinician);
    assert.equal((await account()).offers[0]?.photo, url);
    await must('PUT', '/clinicians/anne', {
      ...clinician,
      clinics: [{ clinic: 'sentrum', photoConsent: false, titleConsent: false }],
    });
    assert.equal((await account()).offers[0]?.photo, undefined);
    assert.equal((await service.request(url)).status, 404);
    await must('PUT', '/clinicians/anne', { ...clinician, photo: null });
    assert.equal((await account()).offers[0]?.photo, undefined);
  });

  it('[S-01] shows no clinician who does not take part, nor one who was deleted', async () => {
    await must('PUT', '/clinicians/anne', { ...clinician, published: false });
    assert.deepEqual((await account()).clinicians, []);
    await must('PUT', '/clinicians/anne', clinician);
    assert.equal((await account()).clinicians.length, 1);
    await must('DELETE', '/clinicians/anne');
    assert.deepEqual((await account()).clinicians, []);
    await must('PUT', '/clinicians/anne', clinician);
    assert.equal((await account()).clinicians.length, 1);
  });

  it('[A-03] forgets what a template no longer says', async () => {
    await must('PUT', '/templates/us', { ...template, priceText: '900 kr', description: 'Sjekk' });
    await must('PUT', '/templates/us', { ...template, priceText: '950 kr' });
    const [treatment] = (await account()).treatments;
    assert.deepEqual([treatment?.priceText, treatment?.description], ['950 kr', undefined]);
  });

  it('answers not-found when there is nothing to delete', async () => {
    for (const things of [
      'companies',
      'groups',
      'clinics',
      'clinicians',
      'categories',
      'resources',
      'templates',
      'template-lists',
      'preblock-definitions',
      'preblock-lists',
      'working-time',
      'working-time-series',
      'preblocks',
      'preblock-series',
      'timebook',
    ]) {
      const { status } = await operator.call('DELETE', `/${things}/finnesikke`);
      assert.equal(status, 404, things);
    }
    assert.deepEqual(service.errors, []);
  });

  it('says what is in use when it is to be deleted, and deletes it afterwards', async () => {
    for (const path of ['/companies/firma', '/groups/oslo', '/categories/us']) {
      assert.deepEqual(await refused('DELETE', path), [{ path: 'id', code: 'in-use' }], path);
    }
    await must('PUT', '/clinics/sentrum', { ...clinic, group: null });
    await must('DELETE', '/groups/oslo');
    assert.deepEqual((await account()).groups, []);
  });

  it('says which field names something unknown', async () => {
    for (const [path, input, field] of [
      ['/clinics/sentrum', { ...clinic, company: 'ukjent' }, 'company'],
      ['/clinics/sentrum', { ...clinic, group: 'ukjent' }, 'group'],
      ['/templates/us', { ...template, category: 'ukjent' }, 'category'],
      ['/preblock-definitions/etimer', { ...internet, categories: ['ukjent'] }, 'category'],
      ['/resources/stol', { name: 'Stol', clinic: 'ukjent', kind: 'stol' }, 'clinic'],
      [
        '/clinicians/anne',
        { ...clinician, clinics: [{ clinic: 'ukjent', photoConsent: true, titleConsent: true }] },
        'clinic',
      ],
      ['/clinicians/anne', { ...clinician, bookingList: 'ukjent' }, 'bookingList'],
      ['/companies/firma', { name: 'Firma', preblockList: 'ukjent' }, 'preblockList'],
      ['/lists', { bookingList: 'ukjent' }, 'bookingList'],
    ] as const) {
      assert.deepEqual(await refused('PUT', path, input), [{ path: field, code: 'unknown' }], path);
    }
  });

  it('refuses what the contract refuses, field by field', async () => {
    for (const [path, input] of [
      ['/clinics/sentrum', { ...clinic, name: ' ' }],
      ['/templates/us', { ...template, minutes: 0 }],
      ['/templates/us', { ...template, minutes: 721 }],
      ['/clinicians/anne', { ...clinician, clinics: 'sentrum' }],
      ['/preblock-definitions/etimer', { ...internet, type: 'secret' }],
      ['/categories/us', { name: 'US', position: -1 }],
    ] as const) {
      const fields = await refused('PUT', path, input);
      assert.equal(fields?.length, 1, path);
    }
  });
});

describe('lists', () => {
  const list = { name: 'Liste', purpose: 'booking', owner: { kind: 'organisation' } };
  const offered = async () =>
    (await account()).offers.map(({ clinician, treatments }) => [clinician, treatments]);

  beforeEach(async () => {
    await must('PUT', '/templates/akutt', { ...template, name: 'Akutt', minutes: 20 });
    await must('PUT', '/templates/rens', { ...template, name: 'Rens', minutes: 40 });
    await must('PUT', '/template-lists/alle', { ...list, items: ['rens', 'us'] });
    await must('PUT', '/template-lists/ett', { ...list, items: ['akutt'] });
  });

  it('[A-07] offers the list of the clinician, else of the company, else of the organisation', async () => {
    await must('PUT', '/lists', { bookingList: 'alle' });
    assert.deepEqual(await offered(), [['anne', ['rens', 'us']]]);
    await must('PUT', '/companies/firma', { name: 'Firma', bookingList: 'ett' });
    assert.deepEqual(await offered(), [['anne', ['akutt']]]);
    await must('PUT', '/clinicians/anne', { ...clinician, bookingList: 'alle' });
    assert.deepEqual(await offered(), [['anne', ['rens', 'us']]]);
  });

  it('[A-07] deletes no list that is assigned, and offers everything when none is', async () => {
    await must('PUT', '/lists', { bookingList: 'ett' });
    const inUse = [{ path: 'id', code: 'in-use' }];
    assert.deepEqual(await refused('DELETE', '/template-lists/ett'), inUse);
    await must('PUT', '/lists', { bookingList: null });
    await must('DELETE', '/template-lists/ett');
    const [[, treatments] = []] = await offered();
    assert.deepEqual([...(treatments ?? [])].sort(), ['akutt', 'rens', 'us']);
  });

  it('[A-07] assigns no list of the timebook, and stores none that names something twice or unknown', async () => {
    await must('PUT', '/template-lists/timebok', { ...list, purpose: 'timebook', items: ['us'] });
    assert.deepEqual(await refused('PUT', '/lists', { bookingList: 'timebok' }), [
      { path: 'bookingList', code: 'unknown' },
    ]);
    const twice = { ...list, items: ['us', 'rens', 'us'] };
    assert.deepEqual(await refused('PUT', '/template-lists/ett', twice), [
      { path: 'items.2', code: 'twice' },
    ]);
    const unknown = { ...list, items: ['ukjent'] };
    assert.deepEqual(await refused('PUT', '/template-lists/ett', unknown), [
      { path: 'template', code: 'unknown' },
    ]);
    const preblocks = { name: 'P', owner: { kind: 'all' }, items: ['ukjent'] };
    assert.deepEqual(await refused('PUT', '/preblock-lists/p', preblocks), [
      { path: 'preblock', code: 'unknown' },
    ]);
  });

  it('[A-07] a list for the timebook is assigned as that alone, and stays what it is while it is', async () => {
    const desk = { name: 'D', owner: { kind: 'all' }, items: [], purpose: 'timebook' };
    await must('PUT', '/template-lists/desk', desk);
    assert.deepEqual(await refused('PUT', '/lists', { bookingList: 'desk' }), [
      { path: 'bookingList', code: 'unknown' },
    ]);
    await must('PUT', '/lists', { timebookList: 'desk' });
    assert.deepEqual(
      await refused('PUT', '/template-lists/desk', { ...desk, purpose: 'booking' }),
      [{ path: 'purpose', code: 'in-use' }],
    );
    assert.equal((await refused('DELETE', '/template-lists/desk'))?.[0]?.code, 'in-use');
    await must('PUT', '/lists', {});
    await must('DELETE', '/template-lists/desk');
  });

  it('[A-07] stores, assigns and deletes lists of preblocks', async () => {
    await must('PUT', '/preblock-lists/p', {
      name: 'P',
      owner: { kind: 'all' },
      items: ['etimer'],
    });
    await must('PUT', '/lists', { preblockList: 'p' });
    assert.equal((await refused('DELETE', '/preblock-lists/p'))?.[0]?.code, 'in-use');
    await must('PUT', '/lists', {});
    await must('DELETE', '/preblock-lists/p');
  });
});
