import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withOwnKeys } from '../../tools/own-keys.js';

test('[P-50] loops of libraries go over own keys, whatever a page adds to Object.prototype', () => {
  const code = 'const keys = []; for (const key in object) { keys.push(key); } return keys;';
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- runs what the build writes
  const keysOf = (text: string) => new Function('object', text) as (object: unknown) => string[];
  Object.defineProperty(Object.prototype, 'added', {
    value: 1,
    enumerable: true,
    configurable: true,
  });
  try {
    assert.deepEqual(keysOf(code)({ a: 1 }), ['a', 'added']);
    assert.deepEqual(keysOf(withOwnKeys(code))({ a: 1 }), ['a']);
    assert.deepEqual(keysOf(withOwnKeys(code))(undefined), []);
  } finally {
    delete (Object.prototype as { added?: unknown }).added;
  }
});

test('loops that are no loops over keys stay as they are', () => {
  for (const code of ['for (const key of keys) use(key);', 'if ("key" in object) use();']) {
    assert.equal(withOwnKeys(code), code);
  }
});
