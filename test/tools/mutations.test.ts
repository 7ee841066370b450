import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plant, problemOf, readMutations } from '../../tools/mutations.js';

const fault = { name: 'reversed', file: 'a.ts', find: 'a < b', replace: 'a > b' };

describe('planted faults', () => {
  it('changes the one place', () => {
    assert.equal(plant('if (a < b) x();', fault), 'if (a > b) x();');
  });

  it('plants a replacement with signs of a pattern as it stands', () => {
    assert.equal(plant('a < b', { ...fault, replace: "'$&'" }), "'$&'");
  });

  it('refuses a place that is gone or there twice', () => {
    assert.throws(() => plant('nothing', fault), /0 times/);
    assert.throws(() => plant('a < b; a < b', fault), /2 times/);
  });

  it('all fit the code as it is: `npm run mutations -- --relocate` follows code that has moved', () => {
    assert.deepEqual(readMutations().map(problemOf).filter(Boolean), []);
  });

  it('have a name each', () => {
    const names = readMutations().map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
  });
});
