import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import type { CspViolation } from '../../service/context/services.js';
import { startService } from './support/service.js';
import type { TestService } from './support/service.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

let service: TestService;
let told: CspViolation[];
beforeEach(() => {
  told = [];
  service = startService(database, { onCspViolation: (violation) => void told.push(violation) });
});

const send = (text: string, type = 'application/csp-report') =>
  service.request('/csp-report', { method: 'POST', text, headers: { 'Content-Type': type } });

/** As Firefox and Safari send it (CSP 2), with what a page's address and its fields may hold. */
const old = (blocked: string, directive = 'script-src-elem') =>
  JSON.stringify({
    'csp-report': {
      'document-uri': 'https://clinic.example/?clinic=vest&name=Ola',
      referrer: 'https://elsewhere.example/19047649954',
      'violated-directive': directive,
      'original-policy': "default-src 'none'",
      'blocked-uri': blocked,
      'script-sample': '19047649954',
    },
  });

/** As Chromium sends it (Reporting API). */
const modern = (...blocked: string[]) =>
  JSON.stringify(
    blocked.map((blockedURL) => ({
      age: 10,
      type: 'csp-violation',
      url: 'https://clinic.example/?clinic=vest',
      user_agent: 'Mozilla/5.0',
      body: {
        documentURL: 'https://clinic.example/?clinic=vest',
        effectiveDirective: 'img-src',
        blockedURL,
        sample: 'Ola',
      },
    })),
  );

describe('reports of what a page’s policy refused', () => {
  it('[N-02] are told by directive and origin alone, in both formats', async () => {
    assert.equal((await send(old('https://evil.example/a.js?id=19047649954'))).status, 204);
    const path = 'https://img.example:8443/ola.png';
    assert.equal((await send(modern(path, 'inline'), 'application/reports+json')).status, 204);
    await send(old('chrome-extension://abcdefgh/script.js'));
    await send(old('data:text/html,19047649954', "script-src 'self'"));
    assert.deepEqual(told, [
      { directive: 'script-src-elem', blocked: 'https://evil.example' },
      { directive: 'img-src', blocked: 'https://img.example:8443' },
      { directive: 'img-src', blocked: 'inline' },
      { directive: 'script-src-elem', blocked: 'chrome-extension:' },
      { directive: 'script-src', blocked: 'data:' },
    ]);
    assert.doesNotMatch(JSON.stringify(told), /Ola|1904|vest/);
  });

  it('[N-02] that are none, or lie, tell nothing', async () => {
    for (const text of [
      '',
      'null',
      '[]',
      '{',
      '[null, 1]',
      '{"csp-report":null}',
      old('https://evil.example', 'Ola Nordmann'),
      old('https://evil.example', '\nfaked line'),
    ]) {
      assert.equal((await send(text)).status, 204, text);
    }
    assert.deepEqual(told, []);
    await send(old('19047649954\nfaked line'));
    assert.deepEqual(told, [{ directive: 'script-src-elem', blocked: 'unknown' }]);
    assert.deepEqual(service.errors, []);
  });

  it('[S-08] are told once an hour each', async () => {
    for (let count = 0; count < 5; count += 1) await send(old('https://evil.example/a'));
    assert.equal(told.length, 1);
    service.now += 3_600_000;
    await send(old('https://evil.example/b'));
    assert.equal(told.length, 2);
  });

  it('[S-08] are small, and few: what is more is not looked at', async () => {
    const large = await send(old(`https://evil.example/${'x'.repeat(20_000)}`));
    assert.equal(large.status, 413);
    await send(modern(...Array.from({ length: 50 }, (_, index) => `https://x${index}.example`)));
    assert.equal(told.length, 10);
    let refused = 0;
    for (let count = 0; count < 100; count += 1) {
      const { status } = await send(old(`https://y${count}.example/`));
      if (status === 429) refused += 1;
    }
    assert.equal(refused, 42);
    assert.equal(told.length, 68);
    service.now += 60_000;
    assert.equal((await send(old('https://z.example/'))).status, 204);
  });
});

describe('every answer', () => {
  it('[N-02] says that its type is no guess', async () => {
    for (const [path, method] of [
      ['/healthz', 'GET'],
      ['/openapi.json', 'GET'],
      ['/v1/accounts/none', 'GET'],
      ['/v1/accounts/none/holds', 'POST'],
      ['/v1/accounts/none/holds', 'OPTIONS'],
      ['/v1/staff/accounts/none/settings', 'GET'],
      ['/nowhere', 'GET'],
    ] as const) {
      const { headers } = await service.request(path, { method });
      assert.equal(headers.get('X-Content-Type-Options'), 'nosniff', path);
      assert.equal(headers.get('Strict-Transport-Security'), null, path);
    }
  });

  it('[N-02] keeps browsers on HTTPS where they came by it', async () => {
    const year = 'max-age=31536000';
    const asked = async (
      options: Parameters<typeof startService>[1],
      headers: Record<string, string> = {},
    ) => {
      const answer = await startService(database, options).request('/healthz', { headers });
      return answer.headers.get('Strict-Transport-Security');
    };
    assert.equal(await asked({ publicUrl: 'https://booking.example' }), year);
    assert.equal(await asked({ publicUrl: 'http://booking.example' }), null);
    const forwarded = { 'X-Forwarded-Proto': 'https' };
    assert.equal(await asked({ trustProxy: 1 }, forwarded), year);
    assert.equal(await asked({ trustProxy: 2 }, forwarded), year);
    assert.equal(await asked({ trustProxy: 1 }, { 'X-Forwarded-Proto': 'http' }), null);
    // What a stranger writes before the proxy does.
    assert.equal(await asked({ trustProxy: 1 }, { 'X-Forwarded-Proto': 'https, http' }), null);
    assert.equal(await asked({}, forwarded), null);
  });
});
