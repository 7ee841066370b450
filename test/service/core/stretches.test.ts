import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isClear, mergeStretches, subtractStretches } from '../../../service/core/stretches.js';

const stretches = (...pairs: readonly (readonly [number, number])[]) =>
  pairs.map(([start, end]) => ({ start, end }));

describe('stretches of time', () => {
  it('[A-10] merge when they overlap or touch, in order, and lose what is empty', () => {
    assert.deepEqual(mergeStretches(stretches([5, 6], [1, 2])), stretches([1, 2], [5, 6]));
    assert.deepEqual(mergeStretches(stretches([1, 2], [2, 3])), stretches([1, 3]));
    assert.deepEqual(mergeStretches(stretches([1, 3], [2, 5])), stretches([1, 5]));
    assert.deepEqual(mergeStretches(stretches([1, 9], [2, 3])), stretches([1, 9]));
    assert.deepEqual(mergeStretches(stretches([4, 4], [7, 6], [1, 2])), stretches([1, 2]));
    assert.deepEqual(mergeStretches([]), []);
  });

  it('[A-10] leave what is not taken of a stretch', () => {
    const [day] = stretches([10, 20]);
    const left = (...taken: readonly (readonly [number, number])[]) =>
      subtractStretches(day!, stretches(...taken));
    assert.deepEqual(left(), [day]);
    assert.deepEqual(left([0, 10], [20, 30]), [day]);
    assert.deepEqual(left([0, 5], [12, 14], [16, 18]), stretches([10, 12], [14, 16], [18, 20]));
    assert.deepEqual(left([5, 12], [18, 25]), stretches([12, 18]));
    assert.deepEqual(left([10, 12], [18, 20]), stretches([12, 18]));
    assert.deepEqual(left([10, 20]), []);
    assert.deepEqual(left([5, 25]), []);
  });

  it('[A-10] are clear of others that they only touch', () => {
    const taken = stretches([0, 5], [10, 15], [20, 25]);
    assert.equal(isClear(5, 10, taken), true);
    assert.equal(isClear(15, 20, taken), true);
    assert.equal(isClear(25, 30, taken), true);
    assert.equal(isClear(4, 6, taken), false);
    assert.equal(isClear(9, 11, taken), false);
    assert.equal(isClear(11, 12, taken), false);
    assert.equal(isClear(16, 21, taken), false);
    assert.equal(isClear(0, 30, taken), false);
    assert.equal(isClear(0, 30, []), true);
  });

  it('do not change what they were worked out from', () => {
    const given = stretches([1, 3], [2, 5]);
    mergeStretches(given);
    assert.deepEqual(given, stretches([1, 3], [2, 5]));
  });
});
