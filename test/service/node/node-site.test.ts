import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { hostedPage } from '../../../service/hosted/hosted-page.js';
import { words } from '../../../service/hosted/words.js';
import { createNodeSite } from '../../../service/node/node-site.js';
import type { Account } from '../../../src/contract/index.js';
import { catalogue } from '../../domain/support/catalogue.js';

const cdnFolder = mkdtempSync(join(tmpdir(), 'opus-cdn-'));
after(() => rmSync(cdnFolder, { recursive: true, force: true }));
const script = 'export const word = "time";\n'.repeat(200);
writeFileSync(join(cdnFolder, 'opus-booking.js'), script);
writeFileSync(join(cdnFolder, 'week-calendar-B1c2D3e4.js'), script);
for (const name of ['core', 'nb', 'embed']) {
  writeFileSync(join(cdnFolder, `opus-booking-${name}.js`), script);
}
writeFileSync(join(cdnFolder, '.secret.js'), 'no');

const whole = catalogue({
  clinics: { vest: null, ost: null },
  treatments: ['us'],
  offers: { 'vest/bo': ['us'], 'ost/bo': ['us'] },
});
const account: Account = {
  ...whole,
  id: 'klinikk',
  name: '<b>Klinikk</b>',
  languages: ['sv', 'en'],
  theme: { accent: '#a33b20' },
  clinics: whole.clinics.map((clinic) => ({
    ...clinic,
    ...{ name: `<b>Klinikk</b> ${clinic.id}`, phone: '66776040' },
  })),
};

const scripts: Record<string, string> = {};
const site = createNodeSite({
  scriptOf: (account) => Promise.resolve(scripts[account]),
  cdnFolder,
  domain: 'localhost',
  service: (request) => {
    const { pathname } = new URL(request.url);
    const isKnown = pathname === '/v1/accounts/klinikk' || pathname === '/healthz';
    return Response.json(isKnown ? account : {}, {
      status: isKnown ? 200 : 404,
      headers: { ETag: '"7"', 'X-Service': '1' },
    });
  },
});

const ask = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  site(new Request(url, { headers, method }));
const hosted = async (query = '') => (await ask(`http://klinikk.localhost:4310/${query}`)).text();

describe('the hosted page', () => {
  it('[P-10] hands over what the link chose, and nothing else', async () => {
    const given = {
      clinic: 'vest',
      group: 'oslo',
      treatment: 'us',
      clinician: 'any',
      step: 'time',
      idp: 'bankid',
    };
    const page = await hosted(`?${String(new URLSearchParams(given))}&name=Ola&lang=en`);
    for (const [name, value] of Object.entries(given)) {
      assert.ok(page.includes(`${name}="${value}"`), name);
    }
    assert.equal(page.includes('Ola'), false);
    assert.match(page, /<html lang="en">/);
    assert.doesNotMatch(await hosted(), /\s(clinic|step)="/);
  });

  it('speaks the first language of the account unless the link asks for another of its languages', async () => {
    assert.match(await hosted(), /<html lang="sv">/);
    assert.match(await hosted('?lang=fi'), /<html lang="sv">/);
    assert.match(await hosted(), /Tidsbokningen behöver JavaScript.*66776040/);
  });

  it('[N-03] runs nothing of a link or an account', async () => {
    const page = await hosted(`?clinic=${encodeURIComponent('"><script>alert(1)</script>')}`);
    assert.equal(page.includes('<script>alert'), false);
    assert.equal(page.includes('<b>Klinikk</b>'), false);
    const { headers } = await ask('http://klinikk.localhost:4310/');
    const policy = headers.get('Content-Security-Policy') ?? '';
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /script-src 'self'(;|$)/);
    assert.doesNotMatch(policy, /https?:|\*/);
  });

  for (const language of ['nb', 'sv', 'fi', 'da', 'en'] as const) {
    it(`[P-50] says in ${language} where the clinics are, for a page in which the widget does not come`, async () => {
      const { withoutScript, unavailable, tryAgain } = words[language];
      const clinic = { name: 'Vest', address1: 'Gata 1', postalCode: '0150', city: 'Oslo' };
      const page = String(
        await hostedPage(
          {
            ...account,
            languages: [language],
            clinics: [{ ...clinic, id: 'vest', phone: '66776040', email: '' }],
          },
          new URLSearchParams(),
          { hasScript: false, nonce: 'n', styles: '' },
        ),
      );
      for (const text of [withoutScript('66776040'), unavailable, tryAgain, 'Gata 1, 0150 Oslo']) {
        assert.ok(page.includes(text), text);
      }
      assert.match(page, /href="tel:66776040">66.77.60.40</);
    });
  }

  it('[P-50] lets its watchdog run, and Lit write styles, by a nonce that is never the same', async () => {
    const answer = async () => {
      const response = await ask('http://klinikk.localhost:4310/');
      const policy = response.headers.get('Content-Security-Policy') ?? '';
      const [, nonce = ''] = /<script nonce="([\w-]{36})">/.exec(await response.text()) ?? [];
      assert.ok(policy.includes(`script-src-elem 'self' 'nonce-${nonce}'`), policy);
      assert.ok(policy.includes(`style-src-elem 'self' 'nonce-${nonce}'`), policy);
      assert.ok(policy.includes(`style-src 'self' 'nonce-${nonce}'`), policy);
      return nonce;
    };
    assert.notEqual(await answer(), await answer());
  });

  it('[P-50] has the first step in itself, as text alone', async () => {
    const page = await hosted();
    assert.match(page, /class="first-look" data-step="clinic" hidden/);
    assert.match(page, /value="vest"[^>]*>&lt;b&gt;Klinikk&lt;\/b&gt; vest</);
    assert.doesNotMatch(await hosted('?step=time'), /first-look" data-step/);
    // A file that it waits for would be a round trip before the first paint.
    const [, nonce = ''] = /<style nonce="([\w-]{36})">\s*html \{/.exec(page) ?? [];
    assert.ok(page.includes(`<script nonce="${nonce}">`));
    assert.doesNotMatch(page, /rel="stylesheet"/);
  });

  it("[P-41] runs the account's script in a frame of its own, and stays as strict itself", async () => {
    const policyOf = async (path: string) => {
      const { headers } = await ask(`http://klinikk.localhost:4310${path}`);
      return headers.get('Content-Security-Policy')?.replace(/'nonce-[\w-]{36}'/g, "'nonce'");
    };
    const strict = await policyOf('/');
    assert.equal((await ask('http://klinikk.localhost:4310/script')).status, 404);
    assert.doesNotMatch(await hosted(), /statistics\.js/);

    scripts.klinikk = '<script>var told = "<b>";</script>';
    assert.match(await hosted(), /src="\/hosted\/statistics\.js"/);
    assert.equal((await hosted()).includes('var told'), false);
    assert.equal(await policyOf('/'), `${strict}; frame-src 'self'`);
    const frame = await (await ask('http://klinikk.localhost:4310/script')).text();
    assert.ok(frame.includes(scripts.klinikk));
    const policy = (await policyOf('/script')) ?? '';
    assert.match(policy, /^sandbox allow-scripts;/);
    assert.match(policy, /frame-ancestors 'self'/);
    assert.equal((await ask('http://localhost:4310/script')).status, 404);
    assert.equal((await ask('http://annen.localhost:4310/script')).status, 404);
    delete scripts.klinikk;
  });

  it('[N-02] [N-03] makes no text script, keeps its popups, and reports what it refused', async () => {
    const policyOf = async (url: string) => {
      const { headers } = await ask(url);
      assert.equal(headers.get('Cross-Origin-Opener-Policy'), 'same-origin-allow-popups', url);
      assert.equal(headers.get('Reporting-Endpoints'), 'csp="/csp-report"', url);
      return headers.get('Content-Security-Policy')?.split('; ') ?? [];
    };
    const page = await policyOf('http://klinikk.localhost:4310/');
    const nobody = await policyOf('http://localhost:4310/');
    for (const policy of [page, nobody]) {
      for (const part of [
        "require-trusted-types-for 'script'",
        'report-uri /csp-report',
        'report-to csp',
      ]) {
        assert.ok(policy.includes(part), part);
      }
      const names = policy.map((part) => part.split(' ')[0]);
      assert.equal(
        new Set(names).size,
        names.length,
        'of two of a name, the second counts nothing',
      );
    }
    assert.ok(page.includes('trusted-types lit-html'));
    assert.ok(nobody.includes("trusted-types 'none'"));
  });

  it('[N-02] every page, file and answer says that its type is no guess, and stays on HTTPS', async () => {
    const urls = [
      'http://klinikk.localhost:4310/',
      'http://klinikk.localhost:4310/v1/accounts/klinikk',
      'http://localhost:4310/cdn/opus-booking.js',
      'http://localhost:4310/hosted/hosted.css',
      'http://localhost:4310/favicon.ico',
      'http://localhost:4310/nowhere',
    ];
    for (const url of urls) {
      const { headers } = await ask(url);
      assert.equal(headers.get('X-Content-Type-Options'), 'nosniff', url);
      assert.equal(headers.get('Strict-Transport-Security'), null, url);
      const secure = await ask(url.replace('http:', 'https:'));
      assert.equal(secure.headers.get('Strict-Transport-Security'), 'max-age=31536000', url);
    }
    const post = await ask('http://localhost:4310/', {}, 'POST');
    assert.equal(post.headers.get('X-Content-Type-Options'), 'nosniff');
  });

  it('answers kindly where there is no such account', async () => {
    for (const url of [
      'http://finnesikke.localhost:4310/',
      'http://klinikk.localhost:4310/noe',
      'http://a.b.localhost:4310/',
      'http://localhost:4310/',
      'http://localhost:4310/noe',
      'http://localhost:4310/homepage/',
    ]) {
      const response = await ask(url);
      assert.equal(response.status, 404, url);
      const text = await response.text();
      assert.match(text, /no clinic at this address/);
      // There is no start page to go on to.
      assert.doesNotMatch(text, /<a /);
    }
  });
});

describe('files and answers', () => {
  const file = 'http://localhost:4310/cdn/opus-booking.js';

  it('serves the script to pages of other origins, compressed as the browser likes', async () => {
    for (const [accept, encoding, decode] of [
      ['gzip, deflate, br', 'br', brotliDecompressSync],
      ['gzip;q=0.8, br;q=0', 'gzip', gunzipSync],
      ['identity', null, Buffer.from],
    ] as const) {
      const response = await ask(file, { 'Accept-Encoding': accept });
      assert.equal(response.headers.get('Content-Encoding'), encoding);
      assert.equal(response.headers.get('Access-Control-Allow-Origin'), '*');
      assert.equal(response.headers.get('Content-Type'), 'text/javascript; charset=utf-8');
      assert.equal(response.headers.get('Vary'), 'Accept-Encoding');
      const bytes = new Uint8Array(await response.arrayBuffer());
      assert.equal(Buffer.from(decode(bytes)).toString(), script);
    }
  });

  it('lets a browser keep for good what has the content in its name, and asks again for the rest', async () => {
    const chunk = await ask('http://localhost:4310/cdn/week-calendar-B1c2D3e4.js');
    assert.match(chunk.headers.get('Cache-Control') ?? '', /immutable/);
    for (const name of ['core', 'nb', 'embed']) {
      const kept = await ask(`http://localhost:4310/cdn/opus-booking-${name}.js`);
      assert.equal(kept.headers.get('Cache-Control'), 'no-cache', name);
    }
    const entry = await ask(file);
    assert.equal(entry.headers.get('Cache-Control'), 'no-cache');
    const known = { 'If-None-Match': entry.headers.get('ETag') ?? '' };
    assert.equal((await ask(file, known)).status, 304);
    writeFileSync(join(cdnFolder, 'opus-booking.js'), `${script}// new`);
    assert.equal((await ask(file, known)).status, 200);
    writeFileSync(join(cdnFolder, 'opus-booking.js'), script);
  });

  it('serves nothing outside its folders', async () => {
    for (const path of [
      '/cdn/.secret.js',
      '/cdn/%2e%2e%2fpackage.json',
      '/cdn/..%2f..%2fpackage.json',
      '/hosted/hosted-page.ts',
      '/main.ts',
      '/constructor/x.js',
    ]) {
      assert.equal((await ask(`http://localhost:4310${path}`)).status, 404, path);
    }
  });

  it('passes calls to the service on any host name, and compresses its answers', async () => {
    const response = await ask('http://hva.som.helst/v1/accounts/klinikk', {
      'Accept-Encoding': 'br',
    });
    assert.equal(response.headers.get('X-Service'), '1');
    // The same answer in other bytes.
    assert.equal(response.headers.get('ETag'), 'W/"7"');
    const health = await ask('http://127.0.0.1:4310/healthz');
    assert.equal(health.headers.get('X-Service'), '1');
  });

  it('answers HEAD without a body, and refuses what is no reading', async () => {
    const head = await ask('http://klinikk.localhost:4310/', {}, 'HEAD');
    assert.deepEqual([head.status, await head.text()], [200, '']);
    const post = await ask('http://klinikk.localhost:4310/', {}, 'POST');
    assert.deepEqual([post.status, post.headers.get('Allow')], [405, 'GET, HEAD']);
  });
});

describe('answers that are compressed', () => {
  it('are so once for each address and tag', async () => {
    const text = '{"slots":[]}'.repeat(200);
    let tag = '"one"';
    let read = 0;
    const tagged = createNodeSite({
      scriptOf: () => Promise.resolve(undefined),
      cdnFolder,
      domain: 'localhost',
      service: () => {
        const body = new ReadableStream<Uint8Array>(
          {
            pull(controller) {
              read += 1;
              controller.enqueue(new TextEncoder().encode(text));
              controller.close();
            },
          },
          { highWaterMark: 0 },
        );
        return new Response(body, { headers: { ETag: tag, 'Content-Type': 'application/json' } });
      },
    });
    const askFor = async (path: string) => {
      const request = new Request(`http://localhost/v1/${path}`, {
        headers: { 'Accept-Encoding': 'br' },
      });
      const answer = await tagged(request);
      const bytes = Buffer.from(await answer.arrayBuffer());
      return [answer.headers.get('ETag'), brotliDecompressSync(bytes).toString() === text];
    };
    assert.deepEqual(await askFor('a'), ['W/"one"', true]);
    assert.deepEqual(await askFor('a'), ['W/"one"', true]);
    assert.equal(read, 1);
    await askFor('b');
    assert.equal(read, 2);
    tag = '"two"';
    assert.deepEqual(await askFor('a'), ['W/"two"', true]);
    assert.equal(read, 3);
  });
});
