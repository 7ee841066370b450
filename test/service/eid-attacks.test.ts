import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { createEidClient } from '../../service/node/eid-client.js';
import type { EidStarted } from '../../src/contract/index.js';
import { eidSteps, pageOrigin, setUpEidClinic, startTestProvider } from './support/eid-clinic.js';
import { EidBrowser, serviceOrigin } from './support/eid-browser.js';
import { friday, startService } from './support/service.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
const provider = await startTestProvider();
after(() => provider.close());
after(() => database.close());
const eid = createEidClient({ isDemo: true });
const service = startService(database, { eid });
const { begin, showToken, exchange, providerUrlFor, goThrough } = eidSteps(service);

/** A login as somebody makes it who wants another person's session: without a page of the clinic, every header forged. */
async function plant() {
  const attacker = new EidBrowser(service);
  const { body: started } = await begin();
  const url = await providerUrlFor(attacker, started);
  return { attacker, started, url };
}

const waits = async (started: EidStarted) => assert.equal((await exchange(started)).status, 202);

describe('nobody gets another person’s session by e-ID', () => {
  beforeEach(async () => {
    await database.clear();
    service.now = friday;
    service.errors.length = 0;
    await setUpEidClinic(database, provider);
  });

  it('[P-33] a stolen handle is worth nothing without its token', async () => {
    const { started } = await goThrough('no-1');
    const other = (await begin()).body;
    for (const token of ['', other.token, started.token.toLowerCase(), 'x'.repeat(43)]) {
      assert.equal((await exchange({ ...started, token })).status, 404, token);
    }
    const bare = await service.call(`/logins/eid/${started.id}/exchange`, { method: 'POST' });
    assert.equal(bare.status, 404);
    assert.equal((await exchange(started)).status, 200);
  });

  it('[P-33] a provider’s address planted on a patient gives its sender no session', async () => {
    const { started, url } = await plant();
    const patient = new EidBrowser(service);
    const callback = await patient.logInAtProvider(url, 'no-1');
    const page = await patient.send(callback);
    assert.equal(page.status, 403);
    assert.doesNotMatch(page.text, /data-return-origin/);
    await waits(started);
  });

  it('[P-33] nor does a begin page planted on a patient: without its opener’s token it goes nowhere', async () => {
    const { body: started } = await begin();
    const patient = new EidBrowser(service);
    const page = await patient.send(started.url);
    assert.equal(page.headers.get('Set-Cookie'), null);
    assert.ok(!page.text.includes(provider.issuer));
    for (const token of ['', 'x'.repeat(43)]) {
      assert.equal((await showToken(patient, { ...started, token })).status, 404);
    }
    await waits(started);
  });

  it('[P-33] a page of elsewhere cannot tie its visitor to its own login', async () => {
    const { body: started } = await begin();
    const visitor = new EidBrowser(service);
    for (const headers of [
      { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
      { Origin: pageOrigin, 'Sec-Fetch-Site': 'cross-site' },
      { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' },
      { Origin: '', 'Sec-Fetch-Site': 'same-origin' },
      { Origin: serviceOrigin, 'Sec-Fetch-Site': 'same-site' },
    ]) {
      const { status, headers: got } = await showToken(visitor, started, headers);
      assert.equal(status, 404, JSON.stringify(headers));
      assert.equal(got.get('Set-Cookie'), null);
    }
  });

  it('[P-33] a callback counts only in the browser that showed the token last', async () => {
    const { attacker, started, url } = await plant();
    const patient = new EidBrowser(service);
    const callback = await patient.logInAtProvider(url, 'no-1');
    // Another login's cookie is there, yet it is not this one's.
    await providerUrlFor(patient, (await begin()).body);
    assert.equal((await patient.send(callback)).status, 403);
    await waits(started);

    const second = new EidBrowser(service);
    await providerUrlFor(second, started);
    assert.equal((await attacker.send(callback)).status, 403, 'the tie has moved on');
    await waits(started);
  });

  it('[P-33] a callback or code that is repeated does nothing, in two windows at once neither', async () => {
    const { browser, started, callback, url } = await goThrough('no-1');
    assert.equal((await browser.send(callback)).status, 403);
    assert.equal((await exchange(started)).status, 200);
    assert.equal((await browser.send(callback)).status, 403);
    assert.equal((await showToken(browser, started)).status, 404);
    assert.equal((await exchange(started)).status, 404);

    const other = new EidBrowser(service);
    const { body: next } = await begin();
    const nextUrl = await providerUrlFor(other, next);
    const used = new URL(callback);
    used.searchParams.set('state', new URL(nextUrl).searchParams.get('state')!);
    assert.equal((await other.send(used.href)).status, 200);
    assert.equal((await exchange(next)).status, 403, 'a used code of another login');
    assert.notEqual(url, nextUrl);
  });

  it('[P-33] two callbacks at once open one session', async () => {
    const browser = new EidBrowser(service);
    const { body: started } = await begin();
    const callback = await browser.logInAtProvider(await providerUrlFor(browser, started), 'no-1');
    const pages = await Promise.all([browser.send(callback), browser.send(callback)]);
    assert.deepEqual(pages.map(({ status }) => status).sort(), [200, 403]);
    const answers = await Promise.all(Array.from({ length: 5 }, () => exchange(started)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 404, 404, 404, 404]);
  });

  it('[P-33] nonce and PKCE tie the code to the login that asked for it', async () => {
    for (const [name, value] of [
      ['nonce', 'n'.repeat(43)],
      ['code_challenge', 'c'.repeat(43)],
    ] as const) {
      const browser = new EidBrowser(service);
      const { body: started } = await begin();
      const url = new URL(await providerUrlFor(browser, started));
      url.searchParams.set(name, value);
      const callback = await browser.logInAtProvider(url.href, 'no-1');
      assert.match((await browser.send(callback)).text, /lyktes ikke/, name);
      assert.equal((await exchange(started)).status, 403, name);
      assert.match((service.errors.at(-1) as Error).name, /^EidProviderError/);
    }
  });

  it('[P-33] a code of one login is no good in the callback of another', async () => {
    const [one, two] = [new EidBrowser(service), new EidBrowser(service)];
    const first = (await begin()).body;
    const second = (await begin()).body;
    const victims = await one.logInAtProvider(await providerUrlFor(one, first), 'no-1');
    const own = new URL(await providerUrlFor(two, second));
    const mixed = new URL(victims);
    mixed.searchParams.set('state', own.searchParams.get('state')!);
    await two.send(mixed.href);
    assert.equal((await exchange(second)).status, 403);
  });

  it('[P-33] only pages of the account’s list begin, and only for themselves', async () => {
    const refused = async (...request: Parameters<typeof begin>) => {
      const { status, body } = await begin(...request);
      assert.deepEqual([status, body.reason], [403, 'setting'], JSON.stringify(request));
    };
    await refused({ returnOrigin: 'https://evil.example' }, { Origin: 'https://evil.example' });
    await refused({ returnOrigin: `${pageOrigin}/` });
    await refused({ returnOrigin: `${pageOrigin}.evil.example` });
    await refused({}, { Origin: 'https://evil.example' });
    await refused({}, { Origin: 'null' });
    await refused({ idp: 'mitid' });
    // A program that is no browser says no origin; whatever it begins, it can't go on in a patient's browser.
    const json = { idp: 'bankid', returnOrigin: pageOrigin };
    assert.equal((await service.call('/logins/eid', { json })).status, 202);
  });

  it('[P-33] is refused where the account does not offer it, has no provider, or the host has no client', async () => {
    await setUpEidClinic(database, provider, {
      id: 'other',
      settings: { login: { on: true, sms: true, eid: [] } },
    });
    const { body } = await begin({}, {}, 'other');
    assert.deepEqual([body.code, body.reason], ['not-allowed', 'setting']);
    const without = eidSteps(startService(database));
    assert.equal((await without.begin()).body.code, 'not-allowed');
    const path = '/logins/eid/9a1f7c9e-6a4e-4a52-9a86-0f2b2ac3a111/begin';
    assert.equal((await startService(database).call(path)).status, 404);
  });

  it('[N-04] a state made for another account, or made up, is refused', async () => {
    await setUpEidClinic(database, provider, { id: 'other' });
    const browser = new EidBrowser(service);
    const { body: started } = await begin();
    const callback = await browser.logInAtProvider(await providerUrlFor(browser, started), 'no-1');
    const { searchParams } = new URL(callback);
    const [, id = '', mac = ''] = searchParams.get('state')!.split('.');
    for (const state of [
      `other.${id}.${mac}`,
      `demo.${id.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))}.${mac}`,
      `demo.${id}.${mac}.x`,
      `demo.${id}`,
      `demo.${id}.${'x'.repeat(43)}`,
      '',
      '..',
      "demo'.x.y",
    ]) {
      const forged = new URL(callback);
      forged.searchParams.set('state', state);
      assert.equal((await browser.send(forged.href)).status, 403, state);
    }
    assert.equal((await exchange(started, 'other')).status, 404);
    assert.equal(
      (await showToken(browser, { ...started, url: started.url.replace('/demo/', '/other/') }))
        .status,
      404,
    );
    assert.equal((await browser.send(callback)).status, 200, 'nothing of it used the login up');
    assert.equal((await exchange(started)).status, 200);
  });

  it('[P-33] counts the logins of an address', async () => {
    const limited = eidSteps(startService(database, { eid, limits: { eidPerAddressAnHour: 2 } }));
    assert.equal((await limited.begin()).status, 202);
    assert.equal((await limited.begin()).status, 202);
    const { status, headers } = await limited.begin();
    assert.equal(status, 429);
    assert.ok(Number(headers.get('Retry-After')) > 0);
  });

  it('[P-40] is closed while the page is down', async () => {
    await database.clear();
    await setUpEidClinic(database, provider, { status: 'maintenance' });
    assert.equal((await begin()).status, 503);
  });

  it('[P-33] takes no one in whose national ID is not of the account’s market', async () => {
    await setUpEidClinic(database, provider, { id: 'swedish', market: 'NO' });
    const { started, page } = await goThrough('se-1', { account: 'swedish', lang: 'sv' });
    assert.match(page.text, /lyckades inte/);
    assert.equal((await exchange(started, 'swedish')).status, 403);
    const [error] = service.errors as Error[];
    assert.equal(error?.name, 'NoNationalIdError');
    assert.doesNotMatch(String(error), /\d{6}/);
  });
});
