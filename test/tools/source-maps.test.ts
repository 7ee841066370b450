import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

const cdn = resolve(import.meta.dirname, '../../cdn');

const read = (name: string) => readFileSync(join(cdn, name), 'utf8');
const mapOf = (name: string) => JSON.parse(read(`${name}.map`)) as SourceMapPayload;

// The files that the stage "cdn" has just built: to build them again takes twenty seconds.
test("each CDN file has a source map with the sources' text, and a place in it leads to the source", () => {
  assert.ok(existsSync(cdn), 'Run "npm run build:cdn" first.');
  // The bundler's own helpers have no source.
  const names = readdirSync(cdn).filter((name) => /^(?!rolldown-runtime-).*\.js$/.test(name));
  // Pages ask for these by name, before any script has said what is needed (`htmlCode`, the hosted page, `embed.ts`).
  for (const name of ['', '-embed', '-core', '-nb', '-sv', '-fi', '-da', '-en']) {
    assert.ok(names.includes(`opus-booking${name}.js`), name);
  }
  for (const name of names) {
    assert.ok(read(name).includes(`//# sourceMappingURL=${name}.map`), name);
    assert.ok(existsSync(join(cdn, `${name}.map`)), name);
  }

  // A file whose decorators and templates were rewritten.
  const isOfCalendar = (source: string) => source.endsWith('/week-calendar/week-calendar.ts');
  const chunk = names.find((name) => mapOf(name).sources.some(isOfCalendar));
  assert.ok(chunk);
  const map = mapOf(chunk);
  const lines = read(chunk).split('\n');
  const line = lines.findIndex((text) => text.includes('showWeekend'));
  const column = lines[line]?.indexOf('showWeekend') ?? -1;
  const entry = new SourceMap(map).findEntry(line, column);
  assert.ok('originalSource' in entry);
  const source = resolve(cdn, entry.originalSource);
  const text = readFileSync(source, 'utf8');
  assert.match(source, /src\/elements\/.*\.ts$/);
  assert.equal(
    map.sourcesContent[map.sources.indexOf(entry.originalSource)],
    text,
    'cdn/ is older than src/: run "npm run build:cdn".',
  );
  assert.match(text.split('\n')[entry.originalLine] ?? '', /showWeekend/);
});
