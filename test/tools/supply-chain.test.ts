import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { integrityOf, integrityTags } from '../../tools/integrity.js';
import { developmentPackages, sboms } from '../../tools/sbom.js';

const root = resolve(import.meta.dirname, '../..');
const cdn = join(root, 'cdn');

interface Lock {
  packages: Record<string, { dev?: boolean; dependencies?: Record<string, string> }>;
}
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;

const bills = sboms();
const namesIn = (folder: keyof typeof bills) =>
  new Set(bills[folder].components.map(({ name }) => name));

/** Licences that let everybody use, change and pass on, with no condition on what uses them. */
const permissive = /^(MIT|MIT-0|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD)$/;

test('what the package and the service run on is no development package, so that npm audit --omit=dev sees it', () => {
  for (const folder of ['', 'service']) {
    const { dependencies = {} } = lock.packages[folder] ?? {};
    assert.ok(Object.keys(dependencies).length > 4, folder);
    for (const name of Object.keys(dependencies)) {
      const places = [`${folder}/node_modules/${name}`, `node_modules/${name}`];
      const entry = places.map((place) => lock.packages[place]).find(Boolean);
      assert.ok(entry, name);
      assert.equal(entry.dev, undefined, `${name} is only there for development`);
    }
  }
});

test('every package whose code is in a CDN file stands in the bill of the widget', () => {
  const known = namesIn('dist');
  const maps = readdirSync(cdn).filter((name) => name.endsWith('.js.map'));
  const sources = maps.flatMap(
    (name) => (JSON.parse(readFileSync(join(cdn, name), 'utf8')) as { sources: string[] }).sources,
  );
  const used = sources.flatMap((source) => {
    const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source) ?? [];
    return name ? [name] : [];
  });
  assert.ok(used.includes('lit-html'), 'Run "npm run build:cdn" first.');
  assert.deepEqual(
    [...new Set(used)].filter((name) => !known.has(name)),
    [],
  );
});

test('the bills name what is installed, with permissive licences, and nothing of the tools', () => {
  const names = namesIn('service/dist');
  // Direct, and what comes with it.
  for (const name of ['hono', 'pg', 'pg-protocol', 'openid-client', 'jose', 'zod']) {
    assert.ok(names.has(name), name);
  }
  assert.equal(names.has('lit'), false);
  const development = developmentPackages();
  assert.ok(development.has(`vite@${viteVersion()}`));
  for (const { components } of Object.values(bills)) {
    for (const component of components) {
      assert.equal(development.has(component['bom-ref']), false, component.name);
      const [licence] = (component.licenses ?? []) as { license?: { id?: string } }[];
      assert.match(licence?.license?.id ?? 'none', permissive, component.name);
    }
  }
});

function viteVersion(): string {
  const text = readFileSync(join(root, 'node_modules/vite/package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

test('a bill is the same bytes each time, and names no place that a package was fetched from', () => {
  assert.deepEqual(sboms(), bills);
  for (const bill of Object.values(bills)) {
    assert.match(
      bill.serialNumber ?? '',
      /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/,
    );
    const text = JSON.stringify(bill);
    assert.doesNotMatch(text, /timestamp|"distribution"|\.tgz/);
  }
  assert.notEqual(bills.dist.serialNumber, bills['service/dist'].serialNumber);
});

test('integrity.json holds the hash of every script, and a page gets them all', () => {
  const stored = JSON.parse(readFileSync(join(cdn, 'integrity.json'), 'utf8')) as Record<
    string,
    string
  >;
  const scripts = readdirSync(cdn).filter((name) => name.endsWith('.js'));
  assert.deepEqual(Object.keys(stored).sort(), scripts.sort());
  assert.deepEqual(stored, integrityOf(cdn));
  const bytes = readFileSync(join(cdn, 'opus-booking.js'));
  const hash = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
  const tags = integrityTags(stored, 'https://files.example/opus/');
  assert.ok(tags.includes(`src="https://files.example/opus/opus-booking.js" integrity="${hash}"`));
  for (const name of scripts.filter((each) => each !== 'opus-booking.js')) {
    assert.ok(tags.includes(`"https://files.example/opus/${name}":"${stored[name]}"`), name);
  }
});
