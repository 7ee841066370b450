import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { build, type Rolldown } from 'vite';

const root = resolve(import.meta.dirname, '../..');

test("each CDN file has a source map with the sources' text, and a place in it leads to the source", async () => {
  const results = (await build({
    configFile: resolve(root, 'tools/vite.cdn.config.ts'),
    logLevel: 'silent',
    build: { write: false },
  })) as Rolldown.RolldownOutput[];
  const files = results.flatMap(({ output }) => output);
  const maps = new Map(
    files
      .filter((file) => file.type === 'asset' && file.fileName.endsWith('.map'))
      .map((file) => [file.fileName, JSON.parse(String((file as Rolldown.OutputAsset).source))]),
  ) as Map<string, SourceMapPayload>;
  const chunks = files.filter((file) => file.type === 'chunk');
  for (const { fileName, code } of chunks) {
    assert.ok(code.includes(`//# sourceMappingURL=${fileName}.map`), fileName);
    assert.ok(maps.has(`${fileName}.map`), fileName);
  }

  // A file whose decorators and templates were rewritten.
  const chunk = chunks.find(({ moduleIds }) =>
    moduleIds.some((id) => id.endsWith('/week-calendar/week-calendar.ts')),
  );
  assert.ok(chunk);
  const map = maps.get(`${chunk.fileName}.map`);
  assert.ok(map);
  const lines = chunk.code.split('\n');
  const line = lines.findIndex((text) => text.includes('showWeekend'));
  const column = lines[line]?.indexOf('showWeekend') ?? -1;
  const entry = new SourceMap(map).findEntry(line, column);
  assert.ok('originalSource' in entry);
  const source = resolve(root, 'cdn', entry.originalSource);
  const text = readFileSync(source, 'utf8');
  assert.match(source, /src\/elements\/.*\.ts$/);
  assert.equal(map.sourcesContent[map.sources.indexOf(entry.originalSource)], text);
  assert.match(text.split('\n')[entry.originalLine] ?? '', /showWeekend/);
});
