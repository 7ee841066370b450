import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { createEidClient } from '../../service/node/eid-client.js';
import type { EidRedirect, Problem, Session } from '../../src/contract/index.js';
import { pageOrigin, setUpEidClinic, startTestProvider } from './support/eid-clinic.js';
import { EidBrowser, serviceOrigin } from './support/eid-browser.js';
import { friday, startService } from './support/service.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
const provider = await startTestProvider();
after(() => provider.close());
after(() => database.close());
const eid = createEidClient({ isDemo: true });
const service = startService(database, { eid });

const own = { Origin: serviceOrigin, 'Sec-Fetch-Site': 'same-origin' };
const returnPath = '/?step=time&resume=login';

/** What the hosted page does before it leaves; the cookie stays in the browser. */
async function leave(browser: EidBrowser, change: object = {}, headers: object = own) {
  const path = '/v1/accounts/demo/logins/eid/redirect';
  const json = { idp: 'bankid', returnPath, lang: 'nb', ...change };
  const answer = await service.request<EidRedirect & Problem>(path, {
    json,
    headers: { ...headers },
  });
  browser.take(serviceOrigin, answer.headers);
  return answer;
}

/** What the hosted page does when it is back. */
async function fetchSession(browser: EidBrowser, headers: object = own, account = 'demo') {
  const url = `${serviceOrigin}/v1/accounts/${account}/logins/eid/return`;
  const answer = await browser.send(url, { method: 'POST', headers: { ...headers } });
  return { ...answer, body: JSON.parse(answer.text || 'null') as Session & Problem };
}

async function goThrough(person: string) {
  const browser = new EidBrowser(service);
  const { body } = await leave(browser);
  const callback = await browser.logInAtProvider(body.url, person);
  return { browser, url: body.url, callback, back: await browser.send(callback) };
}

describe('a login by e-ID with the whole page', () => {
  beforeEach(async () => {
    await database.clear();
    service.now = friday;
    service.errors.length = 0;
    await setUpEidClinic(database, provider, {
      settings: { allowedOrigins: [pageOrigin, serviceOrigin] },
    });
  });

  it('[P-33] [N-02] comes back to where it began, with nothing of the patient in the address, and opens one session', async () => {
    const { browser, back } = await goThrough('no-1');
    assert.equal(back.status, 303);
    assert.equal(back.location, `${serviceOrigin}${returnPath}`);
    assert.equal(back.headers.get('Cache-Control'), 'no-store');
    const { status, body, headers } = await fetchSession(browser);
    assert.equal(status, 200);
    assert.equal(body.access, 'none');
    assert.match(body.patient.nationalIdMasked, /\*/);
    assert.match(headers.get('Set-Cookie')!, /Max-Age=0/);
    assert.equal((await fetchSession(browser)).status, 404);
    const session = await service.call('/session', {
      headers: { Authorization: `Bearer ${body.token}` },
    });
    assert.equal(session.status, 200);
  });

  it('[N-02] its cookies are read by no script, and go to the calls that need them only', async () => {
    const browser = new EidBrowser(service);
    const { headers, body } = await leave(browser);
    assert.match(
      headers.get('Set-Cookie')!,
      /^opus-eid-[\w-]+=[\w-]+; Path=\/v1\/eid\/callback; Max-Age=600; HttpOnly; SameSite=Lax$/,
    );
    const back = await browser.send(await browser.logInAtProvider(body.url, 'no-1'));
    const [cleared, given] = back.headers.getSetCookie();
    assert.match(cleared!, /^opus-eid-[\w-]+=; .*Max-Age=0/);
    assert.match(
      given!,
      /^opus-eid-return-demo=[\w.-]+; Path=\/v1\/accounts\/demo\/logins\/eid\/return; Max-Age=600; HttpOnly; SameSite=Strict$/,
    );
  });

  it('[P-33] a provider’s address planted on a patient gives its sender no session', async () => {
    const attacker = new EidBrowser(service);
    const { body } = await leave(attacker);
    const patient = new EidBrowser(service);
    const callback = await patient.logInAtProvider(body.url, 'no-1');
    const page = await patient.send(callback);
    assert.equal(page.status, 403);
    assert.equal(page.headers.get('Set-Cookie'), null);
    assert.equal((await fetchSession(attacker)).status, 404);
    assert.equal((await fetchSession(patient)).status, 404);
  });

  it('[P-33] a callback planted on a patient logs them in as nobody', async () => {
    const attacker = new EidBrowser(service);
    const { body } = await leave(attacker);
    const callback = await attacker.logInAtProvider(body.url, 'no-1');
    const patient = new EidBrowser(service);
    // The patient has a login of their own under way.
    await leave(patient);
    assert.equal((await patient.send(callback)).status, 403);
    assert.equal((await fetchSession(patient)).status, 404);
  });

  it('[P-33] the session is the browser’s that came back: not without its cookie, not with another login’s', async () => {
    const { browser, callback } = await goThrough('no-1');
    assert.equal((await browser.send(callback)).status, 403, 'a repeated callback');
    assert.equal((await fetchSession(new EidBrowser(service))).status, 404);
    const other = await goThrough('no-2');
    const [id] = cookieOf(browser).split('.');
    const [, secret] = cookieOf(other.browser).split('.');
    const forger = new EidBrowser(service);
    const cookie = (value: string) => ({ ...own, Cookie: `opus-eid-return-demo=${value}` });
    for (const value of [`${id}.${secret}`, `${id}.`, `${id}`, `.${secret}`, 'x.y']) {
      assert.equal((await fetchSession(forger, cookie(value))).status, 404, value);
    }
    const answers = await Promise.all([1, 2, 3].map(() => fetchSession(browser)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 404, 404]);
  });

  it('[P-33] a login in a window of its own is never fetched so', async () => {
    const json = { idp: 'bankid', returnOrigin: pageOrigin };
    const started = await service.call<{ id: string }>('/logins/eid', { json });
    const headers = { ...own, Cookie: `opus-eid-return-demo=${started.body.id}.` };
    assert.equal((await fetchSession(new EidBrowser(service), headers)).status, 404);
  });

  it('[P-33] begins and ends on the service’s own pages only', async () => {
    const { browser } = await goThrough('no-1');
    for (const headers of [
      { Origin: pageOrigin },
      { Origin: 'null' },
      {},
      { Origin: serviceOrigin, 'Sec-Fetch-Site': 'same-site' },
    ]) {
      const { status, body } = await leave(new EidBrowser(service), {}, headers);
      assert.deepEqual([status, body.code, body.reason], [403, 'not-allowed', 'setting']);
      assert.equal((await fetchSession(browser, headers)).status, 403);
    }
    assert.equal((await fetchSession(browser)).status, 200, 'nothing of it used the login up');
  });

  it('[P-33] is refused where the account does not list the page, and for a way back that leaves the service', async () => {
    for (const path of ['https://evil.example/', 'evil', '/\\evil.example', '/a\nb', '']) {
      assert.equal((await leave(new EidBrowser(service), { returnPath: path })).status, 422, path);
    }
    const outside = new EidBrowser(service);
    const { body } = await leave(outside, { returnPath: '//evil.example/' });
    const back = await outside.send(await outside.logInAtProvider(body.url, 'no-1'));
    assert.equal(new URL(back.location!).origin, serviceOrigin);

    await database.clear();
    await setUpEidClinic(database, provider);
    assert.equal((await leave(new EidBrowser(service))).body.reason, 'setting');
  });

  it('[P-33] who turned round at the provider is brought back, and told so', async () => {
    const { browser, back } = await goThrough('cancel');
    assert.equal(back.location, `${serviceOrigin}${returnPath}`);
    const { status, body } = await fetchSession(browser);
    assert.deepEqual([status, body.code], [403, 'not-allowed']);
  });

  it('[P-33] ends after ten minutes, at the provider or on the way back', async () => {
    const late = new EidBrowser(service);
    const { body } = await leave(late);
    const callback = await late.logInAtProvider(body.url, 'no-1');
    const { browser } = await goThrough('no-1');
    service.now = friday + 10 * 60_000;
    assert.equal((await late.send(callback)).status, 403);
    assert.equal((await fetchSession(browser)).status, 404);
  });

  it('[N-04] another account’s page gets nothing', async () => {
    await setUpEidClinic(database, provider, {
      id: 'other',
      settings: { allowedOrigins: [serviceOrigin] },
    });
    const { browser } = await goThrough('no-1');
    const headers = { ...own, Cookie: `opus-eid-return-other=${cookieOf(browser)}` };
    assert.equal((await fetchSession(new EidBrowser(service), headers, 'other')).status, 404);
    assert.equal((await fetchSession(browser)).status, 200);
  });

  it('[P-33] a provider out of reach ends the login, and counts for the address', async () => {
    const broken = { ...eid, authorizationUrl: () => Promise.reject(new Error('down')) };
    const limits = { eidPerAddressAnHour: 2 };
    const lonely = startService(database, { eid: broken, limits });
    const ask = () =>
      lonely.request<Problem>('/v1/accounts/demo/logins/eid/redirect', {
        json: { idp: 'bankid', returnPath },
        headers: own,
      });
    const first = await ask();
    assert.deepEqual([first.status, first.body.code], [403, 'not-allowed']);
    assert.equal(first.headers.get('Set-Cookie'), null);
    assert.equal((lonely.errors.at(-1) as Error).message, 'down');
    await ask();
    assert.equal((await ask()).status, 429);
  });
});

function cookieOf(browser: EidBrowser): string {
  return browser.cookie(serviceOrigin, 'opus-eid-return-demo');
}
