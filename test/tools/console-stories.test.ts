import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { filesUnder } from '../../tools/files.js';

const read = (file: string) => readFileSync(file, 'utf8');
const stories = filesUnder('stories', /\.stories\.ts$/)
  .map(read)
  .join('\n');
const tags = filesUnder('src/console', /define\.ts$/).flatMap((file) =>
  [...read(file).matchAll(/define\(\s*'([a-z-]+)'/g)].map(([, tag]) => tag!),
);

describe('stories of the console', () => {
  it('[C-14] every element of the console stands in a story', () => {
    assert.ok(tags.length > 80, `only ${tags.length} elements were found`);
    const without = tags.filter((tag) => !new RegExp(`<${tag}[\\s>]`).test(stories));
    assert.deepEqual(without, []);
  });
});
