import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import type {
  Passkey,
  PasskeyList,
  PasskeyOptions,
  SignedIn,
  StaffProblem,
} from '../../src/contract/index.js';
import { Authenticator } from './support/authenticator.js';
import type { Deviation } from './support/authenticator.js';
import { setUpClinic } from './support/clinic-fixture.js';
import type { TestPerson } from './support/people.js';
import { personOf } from './support/people.js';
import { startService } from './support/service.js';
import type { TestService } from './support/service.js';
import { countRows, openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const origin = 'https://console.example';
let service: TestService;
let kari: TestPerson;
let device: Authenticator;
beforeEach(async () => {
  await database.clear();
  await setUpClinic(database.db, {});
  service = startService(database, { consoleOf: (id) => `${origin}/${id}` });
  kari = await personOf(service, database, { name: 'Kari' });
  device = new Authenticator(origin, 'console.example');
});

const beginAdding = async () => (await kari.call<PasskeyOptions>('POST', '/passkeys/options')).body;
const add = (options: PasskeyOptions, deviation: Deviation = {}, name = 'Phone') =>
  kari.call<Passkey & StaffProblem>('POST', '/passkeys', {
    id: options.id,
    name,
    credential: device.create(options, deviation),
  });
const root = '/v1/staff/accounts/demo';
const beginSigningIn = async (account = 'demo') =>
  (
    await service.request<PasskeyOptions>(`/v1/staff/accounts/${account}/passkey-sign-ins`, {
      method: 'POST',
    })
  ).body;
const finish = (options: PasskeyOptions, deviation: Deviation = {}, account = 'demo') =>
  service.request<SignedIn & StaffProblem>(
    `/v1/staff/accounts/${account}/passkey-sign-ins/${options.id}`,
    { json: { credential: device.get(options, deviation) } },
  );

describe('a passkey', () => {
  it('[C-02] is added in a session, and signs its person in without an address', async () => {
    const options = await beginAdding();
    const { rp, authenticatorSelection } = options.options as {
      rp: object;
      authenticatorSelection: { residentKey: string; userVerification: string };
    };
    assert.deepEqual(rp, { name: 'Account demo', id: 'console.example' });
    assert.equal(authenticatorSelection.residentKey, 'required');
    assert.equal(authenticatorSelection.userVerification, 'required');
    const added = await add(options);
    assert.deepEqual([added.status, added.body.name], [201, 'Phone']);

    const challenge = await beginSigningIn();
    assert.deepEqual(
      [challenge.options.allowCredentials ?? [], challenge.options.userVerification],
      [[], 'required'],
    );
    const { status, body, headers } = await finish(challenge);
    assert.deepEqual([status, body.me.id, body.me.passkeys], [200, kari.id, 1]);
    assert.match(headers.get('Set-Cookie') ?? '', /^__Host-opus-staff-demo=[\w-]{43};/);
  });

  it('[C-02] is not made twice on one device, nor stored twice', async () => {
    await add(await beginAdding());
    const options = await beginAdding();
    const { excludeCredentials } = options.options as { excludeCredentials: { id: string }[] };
    assert.deepEqual(
      excludeCredentials.map(({ id }) => id),
      [device.create(options).id],
    );
    const again = await add(options);
    assert.deepEqual(
      [again.status, again.body.fields],
      [422, [{ path: 'credential', code: 'taken' }]],
    );
  });

  it('[C-02] is listed, renamed and deleted by its person alone', async () => {
    const { body: added } = await add(await beginAdding());
    const other = await personOf(service, database, {});
    assert.equal((await other.call('PATCH', `/passkeys/${added.id}`, { name: 'X' })).status, 404);
    assert.equal((await other.call('DELETE', `/passkeys/${added.id}`)).status, 404);
    assert.equal((await kari.call('PATCH', `/passkeys/${added.id}`, { name: 'Old' })).status, 204);
    await finish(await beginSigningIn());
    const { items } = (await kari.call<PasskeyList>('GET', '/passkeys')).body;
    assert.deepEqual(
      items.map(({ name, usedAt }) => [name, usedAt !== undefined]),
      [['Old', true]],
    );
    assert.equal((await kari.call('DELETE', `/passkeys/${added.id}`)).status, 204);
    assert.equal((await finish(await beginSigningIn())).status, 403);
  });

  const lies: [string, Deviation][] = [
    ['from a page of another origin', { origin: 'https://demo.example' }],
    ['for another console', { rpId: 'other.example' }],
    ['for a challenge that was not given', { challenge: 'AAAA' }],
    ['without having asked who uses the device', { isUnverified: true }],
  ];
  for (const [what, deviation] of lies) {
    it(`[C-02] ${what}: neither stored nor good to sign in`, async () => {
      const refused = await add(await beginAdding(), deviation);
      assert.deepEqual(
        [refused.status, refused.body.fields],
        [422, [{ path: 'credential', code: 'value' }]],
      );
      assert.equal(await countRows(database.db, 'staff_passkeys'), 0);
      await add(await beginAdding());
      const { status, body } = await finish(await beginSigningIn(), deviation);
      assert.deepEqual([status, body.code], [403, 'not-allowed']);
    });
  }

  it('[C-02] whose counter goes back is a copy', async () => {
    await add(await beginAdding());
    assert.equal((await finish(await beginSigningIn(), { counter: 7 })).status, 200);
    assert.equal((await finish(await beginSigningIn(), { counter: 7 })).status, 403);
    assert.equal((await finish(await beginSigningIn(), { counter: 8 })).status, 200);
  });

  it('[C-02] answers a challenge once, within ten minutes, and no other one’s', async () => {
    await add(await beginAdding());
    const options = await beginSigningIn();
    assert.equal((await finish(options)).status, 200);
    assert.equal((await finish(options)).body.code, 'code-expired');
    const late = await beginSigningIn();
    service.now += 10 * 60_000;
    assert.equal((await finish(late)).body.code, 'code-expired');
    const adding = await beginAdding();
    assert.equal((await finish(adding)).body.code, 'code-expired');
    const wrong = await beginSigningIn();
    assert.equal((await finish(wrong, { isUnverified: true })).status, 403);
    assert.equal((await finish(wrong)).body.code, 'code-expired');
  });

  it('[C-02] a challenge for adding is its person’s', async () => {
    const options = await beginAdding();
    const other = await personOf(service, database, {});
    const json = { id: options.id, name: 'X', credential: device.create(options) };
    const { status, body } = await other.call<StaffProblem>('POST', '/passkeys', json);
    assert.deepEqual([status, body.code], [410, 'code-expired']);
  });

  it('[N-04] opens no other account', async () => {
    await setUpClinic(database.db, { id: 'other' });
    await add(await beginAdding());
    assert.equal((await finish(await beginSigningIn('other'), {}, 'other')).status, 403);
    assert.equal((await finish(await beginSigningIn('demo'), {}, 'other')).status, 410);
  });

  it('[C-02] of somebody removed opens nothing', async () => {
    await personOf(service, database, {});
    await add(await beginAdding());
    assert.equal((await kari.call('DELETE', `/people/${kari.id}`)).status, 204);
    assert.equal((await finish(await beginSigningIn())).status, 403);
  });

  it('[N-05] strangers are slowed down by network', async () => {
    const few = startService(database, { limits: { passkeysPerAddressAnHour: 2 } });
    const begin = (from: string) =>
      few.request(`${root}/passkey-sign-ins`, { method: 'POST', from });
    const statuses = [];
    for (let times = 0; times < 3; times += 1) statuses.push((await begin('198.51.100.7')).status);
    assert.deepEqual(statuses, [201, 201, 429]);
    assert.equal((await begin('203.0.113.9')).status, 201);
  });
});
