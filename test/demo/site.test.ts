import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDemoPages } from '../../demo/site.js';
import { createNodeSite } from '../../service/node/node-site.js';

const site = createNodeSite({
  domain: 'localhost',
  extraPages: createDemoPages('localhost'),
  service: () => Response.json({}, { status: 404 }),
});

const ask = (url: string, method = 'GET') => site(new Request(url, { method }));

describe('the start page', () => {
  it('links to every page and says how to stop', async () => {
    const page = await (await ask('http://localhost:4310/')).text();
    for (const link of [
      '/homepage/',
      '/demo/inbox',
      '/openapi.json',
      'http://opusdentalklinikken.localhost:4310/',
      'http://kjeden.localhost:4310/',
    ]) {
      assert.ok(page.includes(`href="${link}"`), link);
    }
    assert.match(page, /To stop/);
  });

  it('shows the home page of a clinic with one script, one element, and the watchdog behind it', async () => {
    const redirect = await ask('http://localhost:4310/homepage');
    assert.deepEqual([redirect.status, redirect.headers.get('Location')], [308, '/homepage/']);
    const page = await (await ask('http://localhost:4310/homepage/')).text();
    assert.equal(page.match(/<script [^>]*src=/g)?.length, 1);
    assert.equal(page.match(/<opus-/g)?.length, 1);
    assert.match(page, /<\/opus-booking>\s*<script>\s*\(function[\s\S]*<script type="module"/);
    const style = await ask('http://localhost:4310/homepage/clinic.css');
    assert.equal(style.headers.get('Content-Type'), 'text/css; charset=utf-8');
  });

  it('[P-50] the home page of a clinic leads to the hosted page at the port and domain it is served from', async () => {
    for (const [url, link] of [
      ['http://localhost:4310/homepage/', '//opusdentalklinikken.localhost:4310/'],
      ['http://127.0.0.1:8080/homepage/', '//opusdentalklinikken.localhost:8080/'],
      ['https://localhost/homepage/', '//opusdentalklinikken.localhost/'],
    ] as const) {
      const page = await (await ask(url)).text();
      assert.ok(page.includes(`<a href="${link}">`), link);
      assert.doesNotMatch(page, /[{}]{2}\s*"/);
    }
  });

  it('is where an address without a clinic leads on to', async () => {
    for (const url of [
      'http://finnesikke.localhost:4310/',
      'http://finnesikke.localhost:4310/homepage/',
      'http://localhost:4310/noe',
    ]) {
      const response = await ask(url);
      assert.equal(response.status, 404, url);
      assert.match(
        await response.text(),
        /no clinic at this address[\s\S]*href="http:\/\/localhost:4310\/"/,
      );
    }
  });

  it('answers HEAD without a body, and refuses what is no reading', async () => {
    const head = await ask('http://localhost:4310/', 'HEAD');
    assert.deepEqual([head.status, await head.text()], [200, '']);
    const post = await ask('http://localhost:4310/', 'POST');
    assert.deepEqual([post.status, post.headers.get('Allow')], [405, 'GET, HEAD']);
  });

  it('serves nothing outside its folders', async () => {
    for (const path of [
      '/start/tours.ts',
      '/start/start-page.ts',
      '/main.ts',
      '/homepage/..%2fmain.ts',
    ]) {
      assert.equal((await ask(`http://localhost:4310${path}`)).status, 404, path);
    }
  });
});
