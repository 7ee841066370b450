import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  citedCodes,
  codesIn,
  codesOf,
  countTests,
  plannedCodes,
  shortWording,
  titlesOf,
  unknownCodes,
} from '../../tools/spec-codes.js';

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

  it('finds codes in comments, ranges spelled out and of less weight, and none in code', () => {
    const source = [
      '/** Shown once (P-01, P-02). */',
      "const text = 'P-09';",
      '/**',
      ' * Groups (P-12 to P-14), and P-02',
      ' */',
    ].join('\n');
    assert.deepEqual(
      [...citedCodes(source)],
      [
        ['P-01', 1],
        ['P-02', 2],
        ['P-12', 0.5],
        ['P-13', 0.5],
        ['P-14', 0.5],
      ],
    );
  });

  it('says a requirement in its first sentence', () => {
    const long = [
      '- **P-01** (project) Step indicator (_Steg_). Done steps can be gone back to; never on.',
      '- **P-02** Custom **order** (one; two) of the steps; all 14 work. More.',
      '  Still more.',
      '',
      '- **P-03** A line without end',
    ].join('\n');
    assert.equal(shortWording(long, 'P-01'), 'Step indicator. Done steps can be gone back to');
    assert.equal(shortWording(long, 'P-02'), 'Custom order (one; two) of the steps');
    assert.equal(shortWording(long, 'P-03'), 'A line without end');
  });

  it('knows the lines that are not built yet', () => {
    const planned = [
      '- **P-01** Built, though _(planned)_ stands in it.',
      '- **C-01** Staff are people. _(planned)_',
      '- **C-02** A line that goes on',
      '  and on. _(planned)_',
      '',
      '- **N-05** Built.',
      '## Next _(planned)_',
    ].join('\n');
    assert.deepEqual(codesOf(planned), ['P-01', 'C-01', 'C-02', 'N-05']);
    assert.deepEqual(plannedCodes(planned), ['C-01', 'C-02']);
    assert.equal(shortWording(planned, 'C-01'), 'Staff are people');
  });
});
