import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codesIn, codesOf, countTests, titlesOf, unknownCodes } from '../../tools/spec-codes.mjs';

const requirements = [
  '# Requirements',
  '- **P-01** Step indicator, see **P-02** too.',
  '- **P-02** Order.',
  '  - **A-10** One slot, one patient.',
  'P-99 is only spoken of.',
].join('\n');

describe('spec codes', () => {
  it('reads the code at the head of each line, and no other', () => {
    assert.deepEqual(codesOf(requirements), ['P-01', 'P-02', 'A-10']);
  });

  it('finds titles in every kind of quotation mark, and story names', () => {
    const source = [
      "it('[P-01] one', () => {});",
      'test("[P-02] it\'s two", () => {});',
      'it(`[A-10] ${market} three`, () => {});',
      "export const Full = { name: '[P-01] full' };",
      'describe(\n  "[P-02] on its own line",',
    ].join('\n');
    assert.deepEqual(titlesOf(source), [
      '[P-01] one',
      "[P-02] it's two",
      '[A-10] ${market} three',
      '[P-01] full',
      '[P-02] on its own line',
    ]);
  });

  it('takes several codes from one pair of brackets, and none from plain words', () => {
    assert.deepEqual(codesIn('[A-02, P-01] both, not P-02'), ['A-02', 'P-01']);
  });

  it('counts tests by code and leaves a comment out', () => {
    const counts = countTests(codesOf(requirements), [
      "it('[P-01] a')\n// [A-10] only a comment",
      "it('[P-01][P-02] b')",
    ]);
    assert.deepEqual(
      [...counts],
      [
        ['P-01', 2],
        ['P-02', 1],
        ['A-10', 0],
      ],
    );
  });

  it('names a code that no requirement has', () => {
    assert.deepEqual(unknownCodes(['P-01'], ["it('[P-01] a')", "it('[P-77] b')"]), ['P-77']);
  });
});
