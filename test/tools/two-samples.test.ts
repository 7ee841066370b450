import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kolmogorovSmirnov, mannWhitney, quantile } from '../../tools/two-samples.js';

/** Numbers that look random, the same each time. */
function sample(count: number, seed: number, toValue: (part: number) => number): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return toValue(state / 2 ** 31);
  });
}
const spread = (part: number) => 20 + 30 * part ** 3;

describe('two samples', () => {
  it('of one distribution are told apart by neither test', () => {
    const [left, right] = [sample(1000, 1, spread), sample(1000, 2, spread)];
    assert.ok(mannWhitney(left, right) > 0.01);
    assert.ok(kolmogorovSmirnov(left, right).probability > 0.01);
    assert.equal(mannWhitney([1, 1], [1, 1]), 1);
  });

  it('of which one is a little slower are told apart by both', () => {
    const left = sample(1000, 1, spread);
    const right = sample(1000, 2, (part) => spread(part) + 1.5);
    assert.ok(mannWhitney(left, right) < 0.001);
    assert.ok(kolmogorovSmirnov(left, right).probability < 0.001);
  });

  it('with one middle and another width are told apart by Kolmogorov–Smirnov', () => {
    const left = sample(1000, 1, (part) => part - 0.5);
    const right = sample(1000, 2, (part) => 3 * (part - 0.5));
    assert.ok(kolmogorovSmirnov(left, right).probability < 0.001);
  });

  it('give the values of the textbook', () => {
    // Two samples of 5 without overlap: U = 0, z = 2.611.
    assert.ok(Math.abs(mannWhitney([1, 2, 3, 4, 5], [6, 7, 8, 9, 10]) - 0.009) < 0.0005);
    assert.equal(kolmogorovSmirnov([1, 2, 3, 4], [3, 4, 5, 6]).gap, 0.5);
    assert.equal(quantile([3, 1, 2], 0.5), 2);
  });
});
