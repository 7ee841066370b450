import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unitTests } from '../../tools/unit-files.js';
import { groupByPage } from '../../tools/unit-pages.js';

describe('pages of unit tests', () => {
  it('hold every file once', () => {
    assert.deepEqual(groupByPage(unitTests()).flat().sort(), unitTests().sort());
  });

  it('hold files of one folder, a few each', () => {
    const files = ['a/1', 'a/2', 'a/3', 'a/4', 'a/5', 'a/6', 'b/1'].map(
      (name) => `${name}.test.ts`,
    );
    assert.deepEqual(groupByPage(files), [
      ['a/1.test.ts', 'a/3.test.ts', 'a/5.test.ts'],
      ['a/2.test.ts', 'a/4.test.ts', 'a/6.test.ts'],
      ['b/1.test.ts'],
    ]);
  });

  it('are a file’s own where its name says so', () => {
    assert.deepEqual(groupByPage(['a/1.test.ts', 'a/2.page.test.ts', 'a/3.test.ts']), [
      ['a/1.test.ts', 'a/3.test.ts'],
      ['a/2.page.test.ts'],
    ]);
  });
});
