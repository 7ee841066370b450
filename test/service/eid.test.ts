import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { createEidClient } from '../../service/node/eid-client.js';
import { findTestPerson } from '../../demo/provider/test-persons.js';
import { inAccount } from '../../service/store/database.js';
import { addPatient } from '../../service/store/patients.js';
import { purgeExpired } from '../../service/store/purge-expired.js';
import type { Session } from '../../src/contract/index.js';
import { eidSteps, pageOrigin, setUpEidClinic, startTestProvider } from './support/eid-clinic.js';
import { EidBrowser } from './support/eid-browser.js';
import { friday, startService } from './support/service.js';
import { countRows, openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
const provider = await startTestProvider();
after(() => provider.close());
after(() => database.close());
const service = startService(database, { eid: createEidClient({ isDemo: true }) });
const { begin, showToken, exchange, providerUrlFor, goThrough } = eidSteps(service);

const kari = findTestPerson('no-1')!;

async function putOnFile(): Promise<void> {
  await inAccount(database.db, 'demo', (tx) =>
    addPatient(tx, {
      accountId: 'demo',
      nationalId: kari.nationalId,
      firstName: 'Kari Anne',
      lastName: 'Furuseth',
      mobile: '+4791234567',
      createdAt: new Date(friday),
    }),
  );
}

describe('logging in by e-ID at a real OpenID provider', () => {
  beforeEach(async () => {
    await database.clear();
    service.now = friday;
    service.errors.length = 0;
    await setUpEidClinic(database, provider);
  });

  it('[P-33] opens a session once, for a patient on file with the whole record', async () => {
    await putOnFile();
    const browser = new EidBrowser(service);
    const { status, body: started } = await begin();
    assert.equal(status, 202, JSON.stringify(started));
    assert.equal((await exchange(started)).status, 202);
    const url = await providerUrlFor(browser, started);
    assert.equal((await exchange(started)).status, 202);
    const callback = await browser.logInAtProvider(url, 'no-1');
    assert.equal((await browser.send(callback)).status, 200);

    const { status: found, body: session } = await exchange(started);
    assert.equal(found, 200, JSON.stringify(session));
    assert.equal(session.access, 'record');
    assert.equal(session.patient.firstName, 'Kari Anne');
    assert.equal(session.patient.nationalIdMasked, '148458-*****');
    // Moving and cancelling still ask for a code (P-43).
    assert.equal(session.needsCode, true);
    const mine = await service.call<Session>('/session', {
      headers: { Authorization: `Bearer ${session.token}` },
    });
    assert.equal(mine.body.patient.lastName, 'Furuseth');
    assert.equal((await exchange(started)).status, 404);
    assert.deepEqual(service.errors, []);
  });

  it('[P-33] tells the names of the provider for whoever is not on file', async () => {
    const { started } = await goThrough('no-2');
    const { body } = await exchange(started);
    assert.equal(body.access, 'none');
    assert.deepEqual(body.patient, {
      firstName: 'Jonas',
      lastName: 'Bakketun',
      nationalIdMasked: '278791-*****',
    });
  });

  it('[P-33] ends when the patient turns round at the provider, and may begin anew', async () => {
    const { started, page } = await goThrough('cancel');
    assert.match(page.text, /avbrutt/);
    assert.equal((await exchange(started)).status, 403);
    assert.deepEqual(service.errors, []);
    const again = await goThrough('no-1');
    assert.equal((await exchange(again.started)).status, 200);
  });

  it('[P-33] asks for no one’s own session at the provider: each login picks anew', async () => {
    const { browser } = await goThrough('no-1');
    const { body: started } = await begin();
    const url = await providerUrlFor(browser, started);
    assert.equal(new URL(url).searchParams.get('prompt'), 'login');
    await browser.send(await browser.logInAtProvider(url, 'no-2'));
    assert.equal((await exchange(started)).body.patient.firstName, 'Jonas');
  });

  it('[P-33] is over after ten minutes, at each step', async () => {
    const minutes = (count: number) => friday + count * 60_000;
    const { body: first } = await begin();
    service.now = minutes(10);
    const browser = new EidBrowser(service);
    assert.equal((await showToken(browser, first)).status, 404);
    assert.equal((await browser.send(first.url)).status, 403);
    assert.equal((await exchange(first)).status, 404);

    const { body: second } = await begin();
    const url = await providerUrlFor(browser, second);
    const callback = await browser.logInAtProvider(url, 'no-1');
    service.now = minutes(20);
    assert.equal((await browser.send(callback)).status, 403);

    const third = await goThrough('no-1');
    service.now = minutes(30);
    assert.equal((await exchange(third.started)).status, 404);
  });

  it('[N-02] keeps ID, code and tokens out of addresses, pages and, once used, the login', async () => {
    const { started, url, callback, page } = await goThrough('no-1');
    const { body: session } = await exchange(started);
    for (const text of [started.url, url, page.text, callback]) {
      for (const secret of [started.token, kari.nationalId, session.token]) {
        assert.ok(!text.includes(secret), text);
      }
    }
    const { searchParams } = new URL(url);
    assert.equal(searchParams.get('code_challenge_method'), 'S256');
    assert.equal(searchParams.get('response_type'), 'code');
    assert.equal(await countRows(database.db, `logins WHERE national_id_sealed IS NOT NULL`), 0);
    assert.equal(await countRows(database.db, `logins WHERE first_name IS NOT NULL`), 0);
    const code = new URL(callback).searchParams.get('code')!;
    assert.ok(!page.text.includes(code));
    assert.match(page.headers.get('Set-Cookie') ?? '', /Max-Age=0/);
    await purgeExpired(database.db, friday + 2 * 86_400_000);
    assert.equal(await countRows(database.db, 'logins'), 0);
  });

  it('[N-03] shows pages that run one script of ours, sit in no frame and are kept by nobody', async () => {
    const { body: started } = await begin({ lang: 'en' });
    const first = await new EidBrowser(service).send(started.url);
    const last = (await goThrough('no-1')).page;
    for (const { status, headers, text } of [first, last]) {
      assert.equal(status, 200);
      const policy = headers.get('Content-Security-Policy') ?? '';
      assert.match(policy, /default-src 'none'/);
      assert.match(policy, /script-src 'sha256-[^']+'(;|$)/);
      assert.match(policy, /frame-ancestors 'none'/);
      assert.doesNotMatch(policy, /unsafe|\*/);
      assert.equal(headers.get('Cache-Control'), 'no-store');
      assert.equal(headers.get('Referrer-Policy'), 'no-referrer');
      // The opener must stay in reach.
      assert.equal(headers.get('Cross-Origin-Opener-Policy'), null);
      assert.match(text, new RegExp(`data-return-origin="${pageOrigin}"`));
    }
    assert.match(first.text, /lang="en"/);
    assert.match(first.text, /Taking you to BankID \(test\)/);
  });

  it('[P-33] takes the text of the account for the window unless it is asked for another', async () => {
    const { body: started } = await begin();
    assert.match((await new EidBrowser(service).send(started.url)).text, /lang="nb"/);
    const { body: swedish } = await begin({ lang: 'sv' });
    const { text, headers } = await new EidBrowser(service).send(swedish.url);
    assert.match(text, /lang="sv"/);
    assert.match(headers.get('Content-Type') ?? '', /charset=utf-8/);
  });

  it('[P-33] writes a cookie for the callback alone, and one that no neighbour can plant on https', async () => {
    const { body: started } = await begin();
    const { headers } = await showToken(new EidBrowser(service), started);
    assert.match(
      headers.get('Set-Cookie') ?? '',
      /^opus-eid-[0-9a-f-]{36}=[\w-]{43}; Path=\/v1\/eid\/callback; Max-Age=600; HttpOnly; SameSite=Lax$/,
    );
    const secure = startService(database, {
      eid: createEidClient({ isDemo: true }),
      publicUrl: 'https://booking.example/opus',
    });
    const steps = eidSteps(secure);
    const { body } = await steps.begin();
    assert.match(body.url, /^https:\/\/booking\.example\/opus\/v1\/accounts\/demo\/logins\/eid\//);
    const path = new URL(body.url).pathname.replace('/opus', '');
    const own = { Origin: 'https://booking.example', 'Login-Token': body.token };
    const shown = await secure.request<{ url: string }>(path, { method: 'POST', headers: own });
    assert.equal(shown.status, 200);
    assert.match(
      shown.headers.get('Set-Cookie') ?? '',
      /^__Host-opus-eid-[0-9a-f-]{36}=[\w-]{43}; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/,
    );
    const { searchParams } = new URL(shown.body.url);
    assert.equal(searchParams.get('redirect_uri'), 'https://booking.example/opus/v1/eid/callback');
  });

  it('[P-33] says what does not work at the provider, to the patient and to whoever runs the service', async () => {
    await provider.close();
    const { body: started } = await begin();
    const shown = await showToken(new EidBrowser(service), started);
    assert.equal(shown.status, 200, 'what is known of a provider is known for an hour');

    const fresh = startService(database, { eid: createEidClient({ isDemo: true }) });
    const steps = eidSteps(fresh);
    const { body: second } = await steps.begin();
    assert.equal((await steps.showToken(new EidBrowser(fresh), second)).status, 403);
    assert.equal((await steps.exchange(second)).status, 403);
    assert.match((fresh.errors[0] as Error).name, /^EidProviderError/);
  });
});
