import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { RecordValue } from '../../../service/core/record-diff.js';
import {
  canonicalJson,
  changedPaths,
  merged,
  partOf,
  withoutNulls,
  withPart,
} from '../../../service/core/record-diff.js';

const leaf = fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null));
const key = fc.constantFrom('a', 'b', 'c');
const list = fc.array(leaf, { minLength: 1, maxLength: 2 });
const inner = fc.dictionary(key, fc.oneof(leaf, list), { noNullPrototype: true });
const records = fc.dictionary(key, fc.oneof(leaf, list, inner), { noNullPrototype: true });

/** A record without what stands for nothing: null, and objects that hold nothing. */
const plain = (value: RecordValue): RecordValue =>
  Object.fromEntries(
    Object.entries(withoutNulls(value)).filter(
      ([, part]) => JSON.stringify(part) !== '{}' && part !== undefined,
    ),
  );

describe('what has changed of a record', () => {
  it('[C-04] put back at the changed paths, it is the former one', () => {
    fc.assert(
      fc.property(records, records, (before, after) => {
        const paths = changedPaths(before, after);
        const restored = withPart(after, partOf(before, paths), paths);
        assert.deepEqual(plain(restored), plain(before));
        assert.deepEqual(changedPaths(restored, before), []);
      }),
    );
  });

  it('[C-04] nothing has changed of what is the same, and null is nothing', () => {
    fc.assert(fc.property(records, (one) => assert.deepEqual(changedPaths(one, one), [])));
    assert.deepEqual(changedPaths({ a: null, b: { c: null } }, {}), []);
  });

  it('[C-04] names fields inside of fields; lists, images and owners count as a whole', () => {
    const before = {
      fields: { email: true, mobile: true },
      items: ['a'],
      photo: { type: 'image/png', hash: 'x' },
      owner: { kind: 'company', id: 'a' },
    };
    const after = {
      fields: { email: false, mobile: true },
      items: ['b'],
      photo: { type: 'image/png', hash: 'y' },
      owner: { kind: 'company', id: 'b' },
    };
    assert.deepEqual(changedPaths(before, after), ['fields.email', 'items', 'owner', 'photo']);
    assert.deepEqual(changedPaths(before, { ...before, photo: null }), ['photo']);
    assert.deepEqual(changedPaths(undefined, { name: 'x' }), ['name']);
  });

  it('[C-04] other fields keep what they have', () => {
    const paths = changedPaths({ fields: { email: true } }, { fields: { email: false } });
    const present = { fields: { email: false, mobile: false }, name: 'x' };
    assert.deepEqual(withPart(present, { fields: { email: true } }, paths), {
      fields: { email: true, mobile: false },
      name: 'x',
    });
  });

  it('[C-12] a document reaches into fields, sets null, and leaves what it does not name', () => {
    const present = { hours: 24, fields: { email: true, mobile: true }, items: [1] };
    assert.deepEqual(merged(present, { hours: null, fields: { email: false }, items: [] }), {
      hours: null,
      fields: { email: false, mobile: true },
      items: [],
    });
  });

  it('[C-03] equal records have one text, in whichever order their fields stand', () => {
    fc.assert(
      fc.property(records, (one) => {
        const turned = Object.fromEntries(Object.entries(one).reverse());
        assert.equal(canonicalJson(turned), canonicalJson(one));
      }),
    );
    assert.notEqual(canonicalJson({ a: [1, 2] }), canonicalJson({ a: [2, 1] }));
  });
});
