import { expect } from '@open-wc/testing';
import { isEqual } from '../../src/domain/is-equal.js';

describe('isEqual', () => {
  const time = { start: '2026-11-30T08:00Z', slots: [{ clinic: 'one' }, { clinic: 'two' }] };

  for (const [name, one, other] of [
    ['the same text', 'a', 'a'],
    ['nothing', undefined, undefined],
    ['the same content at any depth', time, structuredClone(time)],
    ['keys in another order', { a: 1, b: 2 }, { b: 2, a: 1 }],
    ['a key that is undefined and one that is missing', { a: 1, b: undefined }, { a: 1 }],
    ['empty lists', [], []],
  ] as const) {
    it(`is true for ${name}`, () => {
      expect(isEqual(one, other)).to.equal(true);
      expect(isEqual(other, one)).to.equal(true);
    });
  }

  for (const [name, one, other] of [
    ['another text', 'a', 'b'],
    ['nothing and null', undefined, null],
    ['null and an object', null, {}],
    ['a number and its text', 1, '1'],
    ['one key more', { a: 1 }, { a: 1, b: 2 }],
    ['one item more', [1], [1, 2]],
    ['another order of a list', [1, 2], [2, 1]],
    ['a difference deep inside', time, { ...time, slots: [{ clinic: 'one' }, { clinic: 'x' }] }],
  ] as const) {
    it(`is false for ${name}`, () => {
      expect(isEqual(one, other)).to.equal(false);
      expect(isEqual(other, one)).to.equal(false);
    });
  }
});
