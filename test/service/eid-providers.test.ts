import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { EidClient } from '../../service/context/eid-client.js';
import type { EidProviderList, Problem } from '../../src/contract/index.js';
import { startService } from './support/service.js';
import { makeAccount, platformKey } from './support/staff.js';
import { countRows, openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());
const service = startService(database, { platformKey });
const staff = await makeAccount(service);

const bankId = {
  name: 'BankID',
  issuer: 'https://id.example.com/realm',
  clientId: 'tannlegen',
  clientSecret: 'the-secret-of-the-client',
  nationalIdClaim: 'pid',
};

const secretStored = (secret: string) =>
  countRows(database.db, `eid_providers WHERE client_secret = '${secret}'`);

describe('OpenID providers of an account', () => {
  it('[P-33] are stored, listed without their secret, and deleted', async () => {
    const put = await staff.call('PUT', '/eid-providers/bankid', bankId);
    assert.equal(put.status, 204, JSON.stringify(put.body));
    const list = await staff.call<EidProviderList>('GET', '/eid-providers');
    assert.equal(list.status, 200);
    const { clientSecret: _secret, ...shown } = bankId;
    assert.deepEqual(list.body.providers, [
      { ...shown, id: 'bankid', scope: 'openid profile', hasSecret: true },
    ]);
    assert.equal(await secretStored(bankId.clientSecret), 1);
    assert.equal((await staff.call('DELETE', '/eid-providers/bankid')).status, 204);
    assert.equal((await staff.call('DELETE', '/eid-providers/bankid')).status, 404);
  });

  it('[N-02] keep a secret that is left out, but not for another issuer or client', async () => {
    const { clientSecret: _secret, ...without } = bankId;
    for (const [change, kept] of [
      [{ name: 'BankID 2', scope: 'openid nnin' }, 1],
      [{ issuer: 'https://id.example.net/realm' }, 0],
      [{ clientId: 'other' }, 0],
    ] as const) {
      await staff.call('PUT', '/eid-providers/bankid', bankId);
      const put = await staff.call('PUT', '/eid-providers/bankid', { ...without, ...change });
      assert.equal(put.status, 204);
      assert.equal(await secretStored(bankId.clientSecret), kept, JSON.stringify(change));
      const { body } = await staff.call<EidProviderList>('GET', '/eid-providers');
      assert.equal(body.providers[0]?.hasSecret, kept === 1);
    }
  });

  it('[N-02] need https and a plain issuer, in demo mode too unless it is this machine', async () => {
    const demo = startService(database, { platformKey, demo: true });
    const demoStaff = await makeAccount(demo, 'demo-clinic');
    for (const [issuer, normally, inDemo] of [
      ['https://id.example.com', 204, 204],
      ['https://id.example.com/?realm=1', 422, 422],
      ['https://id.example.com/#x', 422, 422],
      ['https://me:secret@id.example.com', 422, 422],
      ['http://id.example.com', 422, 422],
      ['http://localhost.example.com', 422, 422],
      ['http://localhost:4311', 422, 204],
      ['http://127.0.0.1:4311', 422, 204],
      ['ftp://localhost', 422, 422],
      ['id.example.com', 422, 422],
    ] as const) {
      const input = { ...bankId, issuer };
      const put = await staff.call<Problem>('PUT', '/eid-providers/x', input);
      assert.equal(put.status, normally, issuer);
      if (put.status === 422) assert.equal(put.body.fields?.[0]?.path, 'issuer');
      assert.equal((await demoStaff.call('PUT', '/eid-providers/x', input)).status, inDemo, issuer);
    }
  });

  it('[P-33] are not deleted while patients are offered them', async () => {
    await staff.call('PUT', '/eid-providers/bankid', bankId);
    const offer = (eid: object[]) => staff.call('PATCH', '/settings', { login: { eid } });
    await offer([{ id: 'bankid', name: 'BankID' }]);
    const refused = await staff.call<Problem>('DELETE', '/eid-providers/bankid');
    assert.equal(refused.status, 422);
    assert.deepEqual(refused.body.fields, [{ path: 'id', code: 'in-use' }]);
    await offer([]);
    assert.equal((await staff.call('DELETE', '/eid-providers/bankid')).status, 204);
  });

  it('[P-33] [C-02] have addresses to register, and theirs are looked at a number of times an hour', async () => {
    const looking = startService(database, {
      platformKey,
      publicUrl: 'https://booking.example',
      consoleOf: () => 'https://console.example/x',
      limits: { providerChecksPerAccountAnHour: 2 },
      eid: { look: () => Promise.resolve('other-issuer') } as unknown as EidClient,
    });
    const own = await makeAccount(looking, 'looking');
    assert.deepEqual((await own.call('GET', '/provider-addresses')).body, {
      patients: 'https://booking.example/v1/eid/callback',
      staff: 'https://console.example/v1/staff/sign-in/callback',
    });
    const look = (path: string, issuer: string) => own.call<Problem>('POST', path, { issuer });
    const plain = await look('/eid-provider-checks', 'http://id.example');
    assert.deepEqual(plain.body.fields, [{ path: 'issuer', code: 'https' }]);
    for (const path of ['/eid-provider-checks', '/sign-in-provider-checks']) {
      const { status, body } = await look(path, 'https://id.example');
      assert.deepEqual([status, body], [200, { outcome: 'other-issuer' }]);
    }
    assert.equal((await look('/eid-provider-checks', 'https://id.example')).status, 429);
  });

  it('[N-04] are the account’s own', async () => {
    const other = await makeAccount(service, 'other');
    await staff.call('PUT', '/eid-providers/bankid', bankId);
    const list = await other.call<EidProviderList>('GET', '/eid-providers');
    assert.deepEqual(list.body.providers, []);
    assert.equal((await other.call('DELETE', '/eid-providers/bankid')).status, 404);
    const foreign = await service.request('/v1/staff/accounts/tannlegen/eid-providers', {
      headers: { Authorization: `Bearer ${other.token}` },
    });
    assert.equal(foreign.status, 401);
  });
});
