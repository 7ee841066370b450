import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { filesUnder } from '../../tools/files.js';

const { sideEffects } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  sideEffects: readonly string[];
};

/** A pattern of `sideEffects`, which bundlers read as globs: any folders for two stars, any name for one. */
const toExpression = (pattern: string) => {
  const parts = pattern.replace('./', '').split(/(\*\*\/|\*)/);
  const globs: Readonly<Record<string, string>> = { '**/': '(?:.+/)?', '*': '[^/]*' };
  return new RegExp(
    `^${parts.map((part) => globs[part] ?? part.replaceAll('.', '\\.')).join('')}$`,
  );
};

// What a bundler takes for free of effects it leaves out where only its effect is wanted: the element is never defined.
it('[C-14] every file that defines elements is kept by bundlers', () => {
  const kept = sideEffects.map(toExpression);
  const defining = filesUnder('src', /\.ts$/).filter((file) =>
    /^(?:define|customElements\.define)\(/m.test(readFileSync(file, 'utf8')),
  );
  assert.ok(defining.length > 30, `${defining.length} files`);
  assert.deepEqual(
    defining.filter((file) => !kept.some((pattern) => pattern.test(file))),
    [],
  );
});
