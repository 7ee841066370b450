import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plant } from '../../tools/mutate.mjs';

const fault = { name: 'turned', file: 'a.ts', find: 'a < b', replace: 'a > b' };

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
});
