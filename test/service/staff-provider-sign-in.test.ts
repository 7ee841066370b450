import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { RunningProvider } from '../../demo/provider/start-provider.js';
import { createEidClient } from '../../service/node/eid-client.js';
import type {
  Me,
  ProviderSignIn,
  SignInProviderInput,
  SignInProviderList,
  StaffProblem,
} from '../../src/contract/index.js';
import { setUpClinic } from './support/clinic-fixture.js';
import { EidBrowser, serviceOrigin } from './support/eid-browser.js';
import { startTestProvider } from './support/eid-clinic.js';
import type { TestPerson } from './support/people.js';
import { personOf } from './support/people.js';
import { startService } from './support/service.js';
import type { TestService } from './support/service.js';
import { countRows, openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const callback = `${serviceOrigin}/v1/staff/sign-in/callback`;
const root = '/v1/staff/accounts/demo';
/** What the chain's provider tells of whoever logs in there. */
let told: { email: string; email_verified?: boolean };
let provider: RunningProvider;
before(async () => {
  provider = await startTestProvider({
    clients: [{ id: 'demo', name: 'Kjeden', market: 'NO', redirectUris: [callback] }],
    emailOf: () => told,
  });
});
after(() => provider.close());

let service: TestService;
let owner: TestPerson;
let kari: TestPerson;
beforeEach(async () => {
  await database.clear();
  await setUpClinic(database.db, {});
  service = startService(database, {
    demo: true,
    eid: createEidClient({ isDemo: true }),
    consoleOf: (id) => `${serviceOrigin}/console/${id}`,
  });
  owner = await personOf(service, database, {});
  kari = await personOf(service, database, { name: 'Kari', roles: [{ role: 'reception' }] });
  told = { email: kari.email.toUpperCase(), email_verified: true };
  assert.equal((await put()).status, 204);
});

const input = (change: Partial<SignInProviderInput> = {}): SignInProviderInput => ({
  name: 'Kjeden',
  domains: ['clinic.test'],
  issuer: provider.issuer,
  clientId: 'demo',
  clientSecret: provider.secretOf('demo'),
  ...change,
});
const put = (change: Partial<SignInProviderInput> = {}, id = 'kjeden', by = owner) =>
  by.call<StaffProblem>('PUT', `/sign-in-providers/${id}`, input(change));
const begin = (browser: EidBrowser, email: string, headers: Record<string, string> = {}) =>
  service
    .request<ProviderSignIn & StaffProblem>(`${root}/sign-ins/provider`, {
      json: { email },
      headers,
    })
    .then((answer) => {
      browser.take(callback, answer.headers);
      return answer;
    });
/** Goes to the provider and back; the callback is not visited yet. */
async function logIn(browser: EidBrowser, url: string, person = 'no-1'): Promise<string> {
  const page = await browser.visit(url, callback);
  const form = new URLSearchParams(
    person === 'cancel' ? { do: 'cancel' } : { do: 'login', person },
  );
  return (await browser.visit(page.url, callback, { method: 'POST', form })).url;
}
async function signIn(email = kari.email, person?: string) {
  const browser = new EidBrowser(service);
  const { body } = await begin(browser, email);
  return { browser, visit: await browser.send(await logIn(browser, body.url, person)) };
}
const consoleUrl = `${serviceOrigin}/console/demo`;

describe("signing in at a chain's provider", () => {
  it('[C-02] leads back to the console in a session of whoever has the verified address', async () => {
    const { browser, visit } = await signIn();
    assert.deepEqual([visit.status, visit.location], [303, consoleUrl]);
    const token = browser.cookie(callback, 'opus-staff-demo');
    const me = await service.request<Me>(`${root}/me`, {
      headers: { Cookie: `opus-staff-demo=${token}` },
    });
    assert.deepEqual([me.status, me.body.id], [200, kari.id]);
  });

  const refused: [string, () => typeof told][] = [
    ['that the provider has not verified', () => ({ email: kari.email, email_verified: false })],
    ['of which it does not say so', () => ({ email: kari.email })],
    ['that nobody of the staff has', () => ({ email: 'x@clinic.test', email_verified: true })],
    ['of a domain that is not the chain’s', () => ({ email: 'kari@x.test', email_verified: true })],
  ];
  for (const [what, email] of refused) {
    it(`[C-02] an address ${what} signs nobody in, and the console is told`, async () => {
      if (what.includes('domain')) {
        const foreign = { name: 'Kari', email: 'kari@x.test', roles: [{ role: 'reader' }] };
        await owner.call('PUT', `/people/${kari.id}`, foreign);
      }
      told = email();
      const sessions = await countRows(database.db, 'staff_sessions');
      const { visit } = await signIn();
      assert.deepEqual([visit.status, visit.location], [303, `${consoleUrl}#sign-in=unknown`]);
      assert.equal(await countRows(database.db, 'staff_sessions'), sessions);
    });
  }

  it('[C-02] who turns round at the provider is told so', async () => {
    const { visit } = await signIn(kari.email, 'cancel');
    assert.equal(visit.location, `${consoleUrl}#sign-in=cancelled`);
  });

  it('[C-02] a callback counts once, in the browser that began, within ten minutes', async () => {
    const browser = new EidBrowser(service);
    const { body } = await begin(browser, kari.email);
    const back = await logIn(browser, body.url);
    assert.equal((await new EidBrowser(service).send(back)).status, 404);
    assert.equal((await browser.send(back)).location, consoleUrl);
    assert.equal((await browser.send(back)).status, 404);
    const late = new EidBrowser(service);
    const lateBack = await logIn(late, (await begin(late, kari.email)).body.url);
    service.now += 10 * 60_000;
    assert.equal((await late.send(lateBack)).status, 404);
    assert.equal((await browser.send(`${callback}?state=demo.x.y&code=z`)).status, 404);
  });

  it('[C-02] no page of another origin begins one for its visitor', async () => {
    const headers = { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' };
    assert.equal((await begin(new EidBrowser(service), kari.email, headers)).status, 403);
  });

  it('[C-02] a domain without a provider is told', async () => {
    const { status, body } = await begin(new EidBrowser(service), 'kari@elsewhere.test');
    assert.deepEqual([status, body.code], [404, 'not-found']);
  });

  it('[C-02] a provider that is taken away meanwhile signs nobody in', async () => {
    const browser = new EidBrowser(service);
    const back = await logIn(browser, (await begin(browser, kari.email)).body.url);
    assert.equal((await owner.call('DELETE', '/sign-in-providers/kjeden')).status, 204);
    assert.equal((await browser.send(back)).location, `${consoleUrl}#sign-in=failed`);
  });
});

describe('providers to sign in at', () => {
  it('[C-02] are an owner’s to choose: whoever chooses one can be anybody of its domains', async () => {
    const admin = await personOf(service, database, { roles: [{ role: 'administrator' }] });
    const { status, body } = await put({}, 'mine', admin);
    assert.deepEqual([status, body.right], [403, 'keys']);
  });

  it('[C-02] [N-02] never tell their secret, which the database holds encrypted', async () => {
    const { body } = await owner.call<SignInProviderList>('GET', '/sign-in-providers');
    const { clientSecret, ...shown } = input();
    assert.deepEqual(body.items, [{ id: 'kjeden', ...shown, hasSecret: true }]);
    const hex = Buffer.from(clientSecret!).toString('hex');
    const found = `staff_sign_in_providers WHERE encode(sealed_secret, 'hex') LIKE '%${hex}%'`;
    assert.equal(await countRows(database.db, found), 0);
  });

  it('[C-02] keep their secret with the issuer and client that it was given for', async () => {
    const withoutSecret = { ...input() };
    delete withoutSecret.clientSecret;
    await owner.call('PUT', '/sign-in-providers/kjeden', { ...withoutSecret, name: 'Ny' });
    const hasSecret = async () =>
      (await owner.call<SignInProviderList>('GET', '/sign-in-providers')).body.items[0]?.hasSecret;
    assert.equal(await hasSecret(), true);
    const elsewhere = { ...withoutSecret, issuer: 'https://evil.example' };
    await owner.call('PUT', '/sign-in-providers/kjeden', elsewhere);
    assert.equal(await hasSecret(), false);
  });

  const wrong: [string, Partial<SignInProviderInput>, { path: string; code: string }][] = [
    ['a domain that another one has', {}, { path: 'domains.0', code: 'taken' }],
    ['what is no domain', { domains: ['X'] }, { path: 'domains.0', code: 'format' }],
    ['plain http', { issuer: 'http://id.example' }, { path: 'issuer', code: 'https' }],
  ];
  for (const [what, change, field] of wrong) {
    it(`[C-02] ${what}: refused beside its field`, async () => {
      const { status, body } = await put(change, 'other');
      assert.deepEqual([status, body.fields], [422, [field]]);
    });
  }
});
