import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isRealProblem, problemsOf } from '../../tools/templates.js';

describe('template problems', () => {
  it('reads file, place and message from the list', () => {
    const output =
      'Analyzing 2 files...\n\n./src/a.ts\n    4:43   error   Unknown tag <opus-zz>.\n';
    assert.deepEqual(problemsOf(output), [
      { file: 'src/a.ts', row: 4, column: 43, message: 'Unknown tag <opus-zz>.' },
    ]);
  });

  it('lets `nothing` take an attribute away, but no property', () => {
    const message = "Type 'string | Symbol()' is not assignable to 'string'";
    assert.equal(isRealProblem(message, 'part=${part ?? nothing}'), false);
    assert.equal(isRealProblem(message, '.name=${name ?? nothing}'), true);
  });

  it('leaves the values of ARIA to axe and the browser', () => {
    const message = 'Type \'string\' is not assignable to \'"true" | "false"\'';
    assert.equal(isRealProblem(message, 'aria-busy=${busy}'), false);
    assert.equal(isRealProblem(message, '.kind=${kind}'), true);
    assert.equal(isRealProblem("Unknown attribute 'inert'.", '?inert=${old}'), false);
  });

  it('keeps unknown tags and wrong properties', () => {
    assert.equal(isRealProblem('Unknown tag <opus-zz>.', 'opus-zz>'), true);
    assert.equal(isRealProblem("Unknown property 'nme'.", ".nme=${'a'}"), true);
  });
});
