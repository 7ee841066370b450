import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import type {
  DataJournal,
  KeyCreated,
  KeyInput,
  KeyList,
  Me,
  StaffProblem,
} from '../../src/contract/index.js';
import { StaffRight } from '../../src/contract/index.js';
import { setUpClinic } from './support/clinic-fixture.js';
import { storePatient } from './support/patients.js';
import type { TestPerson } from './support/people.js';
import { personOf } from './support/people.js';
import { startService } from './support/service.js';
import type { TestService } from './support/service.js';
import type { Operator } from './support/staff.js';
import { makeAccount, operatorOf, platformKey } from './support/staff.js';
import { countRows, openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

let service: TestService;
let owner: TestPerson;
beforeEach(async () => {
  await database.clear();
  await setUpClinic(database.db, {});
  service = startService(database, { platformKey });
  owner = await personOf(service, database, { name: 'Åse Eier' });
});

const hour = 3_600_000;
const create = (input: Partial<KeyInput>, by: Operator = owner) =>
  by.call<KeyCreated & StaffProblem>('POST', '/keys', { name: 'K', rights: ['read'], ...input });
const keyOf = async (input: Partial<KeyInput>) => {
  const { body } = await create(input);
  return { id: body.id, ...operatorOf(service, 'demo', body.key) };
};
const list = async () => (await owner.call<KeyList>('GET', '/keys')).body.items;

describe('an API key', () => {
  it('[C-11] [S-10] opens what its rights open, is shown once, and stored as a hash', async () => {
    const key = await keyOf({ name: 'Statistics', rights: ['read', 'history'] });
    assert.match(key.token, /^opus_[\w-]{43}$/);
    assert.equal((await key.call('GET', '/settings')).status, 200);
    const refused = await key.call<StaffProblem>('PATCH', '/settings', {});
    assert.deepEqual([refused.status, refused.body.right], [403, 'settings']);
    assert.equal(await countRows(database.db, `staff_keys WHERE token_hash = '${key.token}'`), 0);
    const [shown, ...others] = await list();
    assert.equal(others.length, 0);
    assert.deepEqual(
      [shown?.name, shown?.rights, shown?.createdBy, shown?.isOperator],
      ['Statistics', ['read', 'history'], 'Åse Eier', false],
    );
    assert.ok(!JSON.stringify(shown).includes(key.token.slice(5)));
    const { body } = await key.call<Me>('GET', '/me');
    assert.deepEqual([body.kind, body.id, body.name], ['key', key.id, 'Statistics']);
  });

  it('[C-11] ends when it is revoked, and at its own end', async () => {
    const [one, two] = [
      await keyOf({}),
      await keyOf({ expiresAt: new Date(service.now + hour).toISOString() }),
    ];
    assert.equal((await owner.call('DELETE', `/keys/${one.id}`)).status, 204);
    assert.equal((await one.call('GET', '/settings')).status, 401);
    assert.equal((await owner.call('DELETE', `/keys/${one.id}`)).status, 404);
    assert.equal((await two.call('GET', '/settings')).status, 200);
    service.now += hour;
    assert.equal((await two.call('GET', '/settings')).status, 401);
    const revoked = (await list()).map(({ id, revokedAt }) => [id, revokedAt !== undefined]);
    assert.deepEqual(
      new Map(revoked as [string, boolean][]),
      new Map([
        [one.id, true],
        [two.id, false],
      ]),
    );
  });

  it('[C-11] tells when it was last used, to the minute', async () => {
    const key = await keyOf({});
    const usedAt = async () => (await list())[0]?.usedAt;
    assert.equal(await usedAt(), undefined);
    await key.call('GET', '/settings');
    const first = await usedAt();
    service.now += 59_000;
    await key.call('GET', '/settings');
    assert.equal(await usedAt(), first);
    service.now += 1000;
    await key.call('GET', '/settings');
    assert.notEqual(await usedAt(), first);
  });

  it('[C-11] at some clinics works there, and reads what all share', async () => {
    const key = await keyOf({ rights: ['read', 'publish', 'patients'], clinics: ['west'] });
    const at = (clinic: string) => ({
      intervals: [{ clinic, clinician: 'anne', date: '2026-12-20', from: '08:00', to: '09:00' }],
    });
    assert.equal((await key.call('POST', '/working-time', at('east'))).status, 403);
    assert.equal((await key.call('POST', '/working-time', at('west'))).status, 201);
    assert.equal((await key.call('POST', '/patient-search', { nationalId: 'x' })).status, 422);
  });

  const wrong: [string, Partial<KeyInput>, { path: string; code: string }][] = [
    [
      'a clinic that does not exist',
      { clinics: ['north'] },
      { path: 'clinics.0', code: 'unknown' },
    ],
    [
      'a right over the account at one clinic',
      { rights: ['read', 'people'], clinics: ['west'] },
      { path: 'rights.1', code: 'everywhere' },
    ],
    [
      'an end that is past',
      { expiresAt: '2026-01-01T00:00:00Z' },
      { path: 'expiresAt', code: 'past' },
    ],
    ['no rights', { rights: [] }, { path: 'rights', code: 'too-small' }],
  ];
  for (const [what, input, field] of wrong) {
    it(`[C-11] ${what}: refused beside its field`, async () => {
      const { status, body } = await create(input);
      assert.deepEqual([status, body.fields], [422, [field]]);
    });
  }

  it('[C-11] has no sessions, no passkeys and no name to change', async () => {
    const key = await keyOf({ rights: [...StaffRight.options] });
    for (const [method, path, json] of [
      ['GET', '/sessions', undefined],
      ['DELETE', '/session', undefined],
      ['DELETE', '/sessions', undefined],
      ['GET', '/passkeys', undefined],
      ['POST', '/passkeys/options', undefined],
      ['PATCH', '/me', {}],
    ] as const) {
      assert.equal((await key.call(method, path, json)).status, 403, path);
    }
  });

  it('[N-04] opens no other account', async () => {
    await setUpClinic(database.db, { id: 'other' });
    const key = await keyOf({});
    assert.equal(
      (await operatorOf(service, 'other', key.token).call('GET', '/settings')).status,
      401,
    );
  });

  it('[N-08] the journal of personal data names the person or the key', async () => {
    const { id } = await storePatient(database);
    const key = await keyOf({ name: 'Archive', rights: ['privacy'] });
    await key.call('GET', `/patients/${id}/export`);
    service.now += 1000;
    await owner.call('GET', `/patients/${id}/export`);
    const { entries } = (await owner.call<DataJournal>('GET', '/data-journal')).body;
    assert.deepEqual(
      entries.map(({ actor, name }) => [actor, name]),
      [
        ['person', 'Åse Eier'],
        ['key', 'Archive'],
      ],
    );
  });
});

describe("an operator's token", () => {
  it('[C-11] is one of the keys, with every right, and is revoked like one', async () => {
    const operator = await makeAccount(service);
    const keys = await operator.call<KeyList>('GET', '/keys');
    const [key] = keys.body.items;
    assert.deepEqual(
      [key?.name, key?.isOperator, key?.rights],
      ['Operator', true, StaffRight.options],
    );
    await operator.call('POST', '/operator-token');
    assert.equal((await operator.call('GET', '/keys')).status, 401);
    const platform = operatorOf(service, 'tannlegen', platformKey);
    const { body } = await platform.call<{ operatorToken: string }>('POST', '/operator-token');
    const next = operatorOf(service, 'tannlegen', body.operatorToken);
    const after = (await next.call<KeyList>('GET', '/keys')).body.items;
    assert.equal(after.filter(({ revokedAt }) => revokedAt === undefined).length, 1);
    const { id } = after.find(({ revokedAt }) => revokedAt === undefined)!;
    assert.equal((await next.call('DELETE', `/keys/${id}`)).status, 204);
    assert.equal((await next.call('GET', '/keys')).status, 401);
    assert.equal((await platform.call('POST', '/operator-token')).status, 201);
  });
});
