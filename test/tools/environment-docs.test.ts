import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { filesUnder } from '../../tools/files.js';

const text = readFileSync('docs/operations.md', 'utf8');
const named = [...text.matchAll(/^\| `([A-Z][A-Z_]+)` /gm)].map(([, name = '']) => name);

test('docs/operations.md names each environment variable of the service once', () => {
  const source = filesUnder('service/node', /\.ts$/)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const patterns = [/\benv\.([A-Z][A-Z_]+)/g, /\(env, '([A-Z][A-Z_]+)'/g];
  const read = patterns.flatMap((pattern) =>
    [...source.matchAll(pattern)].map(([, name = '']) => name),
  );
  assert.ok(read.includes('DATABASE_URL') && read.includes('PORT'));
  const missing = [...new Set(read)].filter((name) => !named.includes(name));
  assert.deepEqual(missing, []);
  const twice = named.filter((name, index) => named.indexOf(name) !== index);
  assert.deepEqual(twice, []);
});
