import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import type {
  AccountCreated,
  GivenRole,
  History,
  KeyCreated,
  Me,
  PeopleList,
  PersonInput,
  SignedIn,
  StaffProblem,
  StaffRole,
} from '../../src/contract/index.js';
import { StaffRight } from '../../src/contract/index.js';
import { setUpClinic } from './support/clinic-fixture.js';
import type { TestPerson } from './support/people.js';
import { personOf } from './support/people.js';
import { startService } from './support/service.js';
import type { TestService } from './support/service.js';
import { operatorOf, platformKey, setup } from './support/staff.js';
import { countRows, openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const consoleUrl = 'https://console.example/demo';
let service: TestService;
let owner: TestPerson;
beforeEach(async () => {
  await database.clear();
  await setUpClinic(database.db, {});
  service = startService(database, { platformKey, consoleOf: () => consoleUrl });
  owner = await personOf(service, database, { name: 'Åse Eier' });
});

const of = (role: StaffRole, clinics?: string[]): GivenRole[] => [
  { role, ...(clinics ? { clinics } : {}) },
];
const person = (change: Partial<PersonInput> = {}): PersonInput => ({
  name: 'Kari Berg',
  email: 'Kari.Berg@clinic.test',
  roles: of('reception'),
  ...change,
});
const put = (by: TestPerson, id: string, change: Partial<PersonInput> = {}) =>
  by.call<StaffProblem>('PUT', `/people/${id}`, person(change));
const newId = () => crypto.randomUUID();
const day = 86_400_000;

describe('people of the staff', () => {
  it('[C-01] are stored, listed and read as they were stored', async () => {
    const id = newId();
    const all = { clinician: 'anne', language: 'sv' as const, mayPublish: false };
    assert.equal((await put(owner, id, all)).status, 204);
    const read = await owner.call<PersonInput>('GET', `/people/${id}`);
    assert.deepEqual(read.body, { ...person(all) });
    assert.equal((await put(owner, id, read.body)).status, 204);
    const { items } = (await owner.call<PeopleList>('GET', '/people')).body;
    assert.deepEqual(
      items.map(({ name, passkeys, seenAt }) => [name, passkeys, seenAt !== undefined]),
      [
        ['Kari Berg', 0, false],
        ['Åse Eier', 0, true],
      ],
    );
  });

  it('[C-03] two who change one person at once: the second is told so, and gets what is stored now', async () => {
    const id = newId();
    const path = `/people/${id}`;
    const created = await put(owner, id);
    const { headers, body } = await owner.call<PersonInput>('GET', path);
    const tag = headers.get('ETag')!;
    assert.match(tag, /^"[\w-]{22}"$/);
    assert.equal(created.headers.get('ETag'), tag);
    const call = <Answer>(method: string, json?: object, match: Record<string, string> = {}) =>
      service.request<Answer>(`/v1/staff/accounts/demo${path}`, {
        method,
        headers: { Authorization: `Bearer ${owner.token}`, ...match },
        ...(json ? { json } : {}),
      });
    const both = await Promise.all(
      ['reception', 'reader'].map((role) =>
        call<StaffProblem>('PUT', { ...body, roles: [{ role }], name: role }, { 'If-Match': tag }),
      ),
    );
    assert.deepEqual(both.map(({ status }) => status).sort(), [204, 412]);
    const stored = await owner.call<PersonInput>('GET', path);
    const refused = both.find(({ status }) => status === 412)!;
    assert.deepEqual(
      [refused.body.code, refused.body.current],
      ['version-conflict', { ...stored.body }],
    );
    assert.equal(
      both.find(({ status }) => status === 204)!.headers.get('ETag'),
      stored.headers.get('ETag'),
    );

    const gone = await call<StaffProblem>('DELETE', undefined, { 'If-Match': tag });
    assert.deepEqual([gone.status, gone.body.code], [412, 'version-conflict']);
    const again = await call<StaffProblem>('PUT', body, { 'If-None-Match': '*' });
    assert.deepEqual([again.status, again.body.code], [412, 'version-conflict']);
    // Without a version as ever.
    assert.equal((await call('PUT', body)).status, 204);
    assert.equal((await call('DELETE', undefined, { 'If-Match': tag })).status, 204);
  });

  it('[C-03] whoever changes their own name meanwhile is not overwritten', async () => {
    const kari = await personOf(service, database, { name: 'Kari', roles: of('reception') });
    const path = `/people/${kari.id}`;
    const { headers, body } = await owner.call<PersonInput>('GET', path);
    assert.equal((await kari.call('PATCH', '/me', { name: 'Kari Berg' })).status, 204);
    const { status } = await service.request(`/v1/staff/accounts/demo${path}`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${owner.token}`, 'If-Match': headers.get('ETag')! },
      json: { ...body, roles: of('reader') },
    });
    assert.equal(status, 412);
    assert.equal((await owner.call<PersonInput>('GET', path)).body.name, 'Kari Berg');
  });

  it('[C-01] have an address of their own, whatever its case', async () => {
    assert.equal((await put(owner, newId())).status, 204);
    const { status, body } = await put(owner, newId(), { email: 'kari.berg@CLINIC.test' });
    assert.deepEqual([status, body.fields], [422, [{ path: 'email', code: 'taken' }]]);
  });

  const wrong: [string, Partial<PersonInput>, { path: string; code: string }][] = [
    ['no address', { email: 'kari' }, { path: 'email', code: 'at-sign' }],
    [
      'an address no mail gets to',
      { email: 'kåre@clinic.test' },
      { path: 'email', code: 'letters' },
    ],
    [
      'no such clinic',
      { roles: of('reception', ['north']) },
      { path: 'roles.0.clinics.0', code: 'unknown' },
    ],
    [
      'an owner of one clinic',
      { roles: of('owner', ['west']) },
      { path: 'roles.0.clinics', code: 'everywhere' },
    ],
    [
      'a reader of one clinic',
      { roles: of('reader', ['west']) },
      { path: 'roles.0.clinics', code: 'everywhere' },
    ],
    ['no such clinician', { clinician: 'nobody' }, { path: 'clinician', code: 'unknown' }],
  ];
  for (const [what, change, field] of wrong) {
    it(`[C-01] ${what}: refused beside its field`, async () => {
      const { status, body } = await put(owner, newId(), change);
      assert.deepEqual([status, body.fields], [422, [field]]);
      assert.equal(await countRows(database.db, 'staff_people'), 1);
    });
  }

  it('[C-01] change their own name and language, and nothing else', async () => {
    const reader = await personOf(service, database, { roles: of('reader') });
    assert.equal((await reader.call('PATCH', '/me', { name: 'Ny', language: 'fi' })).status, 204);
    const { body } = await reader.call<Me>('GET', '/me');
    assert.deepEqual([body.name, body.language, body.roles], ['Ny', 'fi', of('reader')]);
    const more = await reader.call<StaffProblem>('PATCH', '/me', { roles: of('owner') });
    assert.deepEqual([more.status, more.body.fields], [422, [{ path: 'roles', code: 'unknown' }]]);
  });

  it('[C-01] a right that is taken away is gone with the next call, in the session that is open', async () => {
    const kari = await personOf(service, database, { roles: of('administrator') });
    assert.equal((await kari.call('PATCH', '/settings', {})).status, 200);
    assert.equal(
      (await put(owner, kari.id, { email: kari.email, roles: of('reader') })).status,
      204,
    );
    assert.equal((await kari.call('PATCH', '/settings', {})).status, 403);
    assert.equal((await kari.call('GET', '/settings')).status, 200);
  });

  it('[C-02] somebody removed is out with the next call; the name stays, the address goes', async () => {
    const kari = await personOf(service, database, { roles: of('reception'), name: 'Kari' });
    assert.equal((await owner.call('DELETE', `/people/${kari.id}`)).status, 204);
    assert.equal((await kari.call('GET', '/me')).status, 401);
    assert.equal((await owner.call('GET', `/people/${kari.id}`)).status, 404);
    assert.equal((await owner.call('DELETE', `/people/${kari.id}`)).status, 404);
    assert.equal((await put(owner, kari.id)).status, 404);
    assert.equal(
      await countRows(database.db, "staff_people WHERE name = 'Kari' AND email IS NULL"),
      1,
    );
    assert.equal(await countRows(database.db, 'staff_sessions'), 1);
    assert.equal((await put(owner, newId(), { email: kari.email })).status, 204);
  });

  it('[C-02] another address ends sessions and invitations that the former one vouched for', async () => {
    const kari = await personOf(service, database, { roles: of('reception') });
    await owner.call('POST', `/people/${kari.id}/invitations`);
    await service.background;
    const token = tokenSent();
    assert.equal((await put(owner, kari.id, { email: 'other@clinic.test' })).status, 204);
    assert.equal((await kari.call('GET', '/me')).status, 401);
    assert.equal((await accept(token)).status, 404);
  });

  it('[C-02] are signed out everywhere by who keeps the people', async () => {
    const kari = await personOf(service, database, { roles: of('reception') });
    assert.equal((await owner.call('DELETE', `/people/${kari.id}/sessions`)).status, 204);
    assert.equal((await kari.call('GET', '/me')).status, 401);
  });
});

describe('the history of people and keys', () => {
  it('[C-04] tells who did what, and nothing that opens anything or finds a person', async () => {
    const id = newId();
    await put(owner, id);
    await put(owner, id, { roles: of('reader'), email: 'other@clinic.test' });
    await put(owner, id, { roles: of('reader'), email: 'other@clinic.test' });
    await owner.call('POST', `/people/${id}/invitations`);
    await owner.call('DELETE', `/people/${id}/sessions`);
    const key = { name: 'Statistics', rights: ['read'] };
    const made = await owner.call<KeyCreated>('POST', '/keys', key);
    await owner.call('DELETE', `/keys/${made.body.id}`);
    await owner.call('DELETE', `/people/${id}`);
    const { entries } = (await owner.call<History>('GET', '/history')).body;
    const told = entries.map(({ kind, action, name, canUndo }) => [kind, action, name, canUndo]);
    assert.deepEqual(told.reverse(), [
      ['people', 'stored', 'Kari Berg', false],
      ['people', 'stored', 'Kari Berg', false],
      ['invitations', 'stored', 'Kari Berg', false],
      ['staff-sessions', 'removed', 'Kari Berg', false],
      ['keys', 'stored', 'Statistics', false],
      ['keys', 'removed', 'Statistics', false],
      ['people', 'removed', 'Kari Berg', false],
    ]);
    const changed = entries[5]!;
    assert.deepEqual(
      [changed.actor, changed.fields, changed.before, changed.after],
      [
        { kind: 'person', id: owner.id, name: 'Åse Eier' },
        ['email', 'roles'],
        { roles: of('reception') },
        { roles: of('reader') },
      ],
    );
    const all = JSON.stringify(entries);
    assert.ok(
      !all.includes('@clinic.test') && !all.includes(made.body.key) && !all.includes(tokenSent()),
    );
  });
});

describe('nobody gives what they have not', () => {
  it('[C-01] an administrator makes no owner, nor themselves one', async () => {
    const admin = await personOf(service, database, { roles: of('administrator') });
    const made = await put(admin, newId(), { roles: of('owner') });
    assert.deepEqual([made.status, made.body.code, made.body.right], [403, 'not-allowed', 'keys']);
    assert.equal(
      (await put(admin, admin.id, { email: admin.email, roles: of('owner') })).status,
      403,
    );
    assert.equal((await put(admin, newId(), { roles: of('administrator') })).status, 204);
  });

  it('[C-01] an administrator touches no owner: neither address, nor name, nor sessions, nor removal', async () => {
    const admin = await personOf(service, database, { roles: of('administrator') });
    const mine = { email: 'mine@clinic.test', roles: of('administrator') };
    assert.equal((await put(admin, owner.id, mine)).status, 403);
    for (const [method, path] of [
      ['DELETE', `/people/${owner.id}`],
      ['DELETE', `/people/${owner.id}/sessions`],
      ['POST', `/people/${owner.id}/invitations`],
    ] as const) {
      assert.equal((await admin.call(method, path)).status, 403, path);
    }
    assert.equal((await owner.call('GET', '/me')).status, 200);
  });

  it('[C-01] [A-13] who keeps the people but may not publish still says who may', async () => {
    const admin = await personOf(service, database, {
      roles: of('administrator'),
      mayPublish: false,
    });
    assert.equal((await put(admin, newId(), { roles: of('publisher') })).status, 204);
  });

  it('[C-11] a key gives no right that it has not, to a person or to another key', async () => {
    const made = await owner.call<KeyCreated>('POST', '/keys', {
      name: 'K',
      rights: ['people', 'keys', 'read'],
    });
    const key = operatorOf(service, 'demo', made.body.key);
    const refused = await key.call<StaffProblem>('PUT', `/people/${newId()}`, person());
    assert.deepEqual([refused.status, refused.body.right], [403, 'publish']);
    const reader = person({ roles: of('reader') });
    assert.equal((await key.call('PUT', `/people/${newId()}`, reader)).status, 204);
    const more = await key.call<StaffProblem>('POST', '/keys', { name: 'L', rights: ['settings'] });
    assert.deepEqual([more.status, more.body.right], [403, 'settings']);
    assert.equal((await key.call('POST', '/keys', { name: 'L', rights: ['read'] })).status, 201);
  });
});

describe('the last owner', () => {
  const lastOwner = (path: string) => [{ path, code: 'last-owner' }];

  it('[C-02] is not removed, and stays owner', async () => {
    const removed = await owner.call<StaffProblem>('DELETE', `/people/${owner.id}`);
    assert.deepEqual([removed.status, removed.body.fields], [422, lastOwner('id')]);
    const changed = await put(owner, owner.id, { email: owner.email, roles: of('administrator') });
    assert.deepEqual([changed.status, changed.body.fields], [422, lastOwner('roles')]);
    const renamed = { name: 'Ny', email: owner.email, roles: of('owner') };
    assert.equal((await put(owner, owner.id, renamed)).status, 204);
  });

  it('[C-02] is the one who is left after the other has gone', async () => {
    const other = await personOf(service, database, {});
    assert.equal((await other.call('DELETE', `/people/${owner.id}`)).status, 204);
    assert.equal((await other.call('DELETE', `/people/${other.id}`)).status, 422);
  });
});

/** The token of the newest invitation. */
function tokenSent(): string {
  const text = service.sent.findLast(({ text: sent }) => sent.includes('#invitation='))?.text ?? '';
  return /#invitation=([\w-]+)/.exec(text)?.[1] ?? '';
}
const accept = (token: string, account = 'demo') =>
  service.request<SignedIn & StaffProblem>(`/v1/staff/accounts/${account}/invitations/accept`, {
    json: { token },
  });

describe('an invitation', () => {
  let kari: string;
  beforeEach(async () => {
    kari = newId();
    await put(owner, kari, { language: 'sv' });
  });
  const invite = async () => {
    const answer = await owner.call<StaffProblem>('POST', `/people/${kari}/invitations`);
    await service.background;
    return answer;
  };

  it('[C-02] comes by e-mail in the language of the invited, with its token in the fragment, and signs in once', async () => {
    assert.equal((await invite()).status, 202);
    const mail = service.sent.at(-1)!;
    assert.deepEqual([mail.channel, mail.to], ['email', 'Kari.Berg@clinic.test']);
    assert.match(mail.text, /^Hej Kari Berg,/);
    assert.ok(mail.text.includes(`${consoleUrl}#invitation=`));
    const { status, body, headers } = await accept(tokenSent());
    assert.deepEqual([status, body.me.id, body.token], [200, kari, undefined]);
    assert.match(headers.get('Set-Cookie') ?? '', /^__Host-opus-staff-demo=/);
    const again = await accept(tokenSent());
    assert.deepEqual([again.status, again.body.code], [404, 'not-found']);
  });

  it('[C-02] ends after seven days, and with the next one', async () => {
    await invite();
    const first = tokenSent();
    await invite();
    assert.equal((await accept(first)).status, 404);
    service.now += 7 * day;
    assert.equal((await accept(tokenSent())).status, 404);
  });

  it('[C-02] of another account, or somebody removed, opens nothing', async () => {
    await setUpClinic(database.db, { id: 'other' });
    await invite();
    assert.equal((await accept(tokenSent(), 'other')).status, 404);
    await owner.call('DELETE', `/people/${kari}`);
    assert.equal((await accept(tokenSent())).status, 404);
  });

  it('[C-02] is used once when two use it at once', async () => {
    await invite();
    const answers = await Promise.all([1, 2, 3].map(() => accept(tokenSent())));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 404, 404]);
  });

  it('[N-02] keeps its token neither in the outbox once it is sent, nor anywhere as it is', async () => {
    await invite();
    assert.equal(await countRows(database.db, 'outbox WHERE text IS NOT NULL'), 0);
    const found = await countRows(
      database.db,
      `staff_invitations WHERE token_hash = '${tokenSent()}'`,
    );
    assert.equal(found, 0);
  });

  it('[C-02] is not sent where the host has told no address of the console', async () => {
    const bare = startService(database, { platformKey });
    const answer = await bare.request<StaffProblem>(
      `/v1/staff/accounts/demo/people/${kari}/invitations`,
      { method: 'POST', headers: { Authorization: `Bearer ${owner.token}` } },
    );
    assert.deepEqual([answer.status, answer.body.reason], [403, 'setting']);
  });
});

describe('an account set up by the platform', () => {
  const owner1 = { name: 'Åse Eier', email: 'aase@clinic.test' };
  const setUp = (change: object = {}) =>
    operatorOf(service, 'ny', platformKey).call<AccountCreated & StaffProblem>('PUT', '', {
      ...setup,
      ...change,
    });

  it('[C-02] [S-08] invites its first owner, who may then do everything', async () => {
    const { status, body } = await setUp({ owner: owner1 });
    assert.equal(status, 201);
    assert.equal(typeof body.operatorToken, 'string');
    assert.equal(service.sent.at(-1)?.to, owner1.email);
    const opened = await accept(tokenSent(), 'ny');
    assert.deepEqual([opened.status, opened.body.me.roles], [200, of('owner')]);
    assert.equal(opened.body.me.grants.length, StaffRight.options.length);
  });

  it('[C-02] set up again with the same owner sends a new invitation, and makes nobody twice', async () => {
    await setUp({ owner: owner1 });
    const first = tokenSent();
    const again = await setUp({ owner: { ...owner1, email: 'AASE@clinic.test' } });
    assert.deepEqual([again.status, again.body.operatorToken], [200, undefined]);
    assert.equal(await countRows(database.db, "staff_people WHERE account_id = 'ny'"), 1);
    assert.equal((await accept(first, 'ny')).status, 404);
    assert.equal((await accept(tokenSent(), 'ny')).status, 200);
  });

  it('[C-02] stores nothing where the address of its owner is none', async () => {
    const { status, body } = await setUp({ owner: { ...owner1, email: 'aase' } });
    assert.deepEqual([status, body.fields], [422, [{ path: 'owner.email', code: 'at-sign' }]]);
    assert.equal(await countRows(database.db, "accounts WHERE id = 'ny'"), 0);
  });
});
