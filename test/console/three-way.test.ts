import { expect } from '@open-wc/testing';
import { fieldOf, mergeThreeWay, withField } from '../../src/console/state/three-way.js';

describe('two people change one record', () => {
  const base = { name: 'A', text: 'x', fields: { mobile: true, email: true }, order: [1, 2] };

  it('[C-03] keeps what only one of them has changed, at any depth', () => {
    const mine = { ...base, name: 'B', fields: { mobile: false, email: true } };
    const theirs = { ...base, text: 'y', fields: { mobile: true, email: false } };
    const { merged, conflicts } = mergeThreeWay(base, mine, theirs);
    expect(conflicts).to.deep.equal([]);
    expect(merged).to.deep.equal({
      name: 'B',
      text: 'y',
      fields: { mobile: false, email: false },
      order: [1, 2],
    });
  });

  it('[C-03] names what both have changed to different values, and keeps theirs until one is chosen', () => {
    const mine = { ...base, name: 'B', fields: { mobile: false, email: true } };
    const theirs = { ...base, name: 'C', fields: { mobile: null, email: true } };
    const { merged, conflicts } = mergeThreeWay<object>(base, mine, theirs);
    expect(conflicts).to.deep.equal([
      { path: 'name', mine: 'B', theirs: 'C' },
      { path: 'fields.mobile', mine: false, theirs: null },
    ]);
    expect(merged).to.deep.equal(theirs);
  });

  it('[C-03] asks nothing where both have done the same, and takes a list as one value', () => {
    const same = { ...base, name: 'B' };
    expect(mergeThreeWay(base, same, same).conflicts).to.deep.equal([]);
    const { conflicts } = mergeThreeWay(
      base,
      { ...base, order: [2, 1] },
      { ...base, order: [1, 2, 3] },
    );
    expect(conflicts).to.deep.equal([{ path: 'order', mine: [2, 1], theirs: [1, 2, 3] }]);
  });

  it('[C-03] what I have emptied is gone, unless they have changed it', () => {
    const { text: _text, ...mine } = base;
    expect(mergeThreeWay<object>(base, mine, base).merged).to.deep.equal({
      ...mine,
      text: undefined,
    });
    const theirs = { ...base, text: 'z' };
    expect(mergeThreeWay<object>(base, mine, theirs).conflicts).to.deep.equal([
      { path: 'text', mine: undefined, theirs: 'z' },
    ]);
  });
});

describe('a field by its path', () => {
  it('[C-03] is read and set without touching the others', () => {
    const record = { a: { b: 1, c: 2 } };
    expect(fieldOf(record, 'a.b')).to.equal(1);
    expect(fieldOf(record, 'a.x.y')).to.equal(undefined);
    expect(withField<object>(record, 'a.b', 3)).to.deep.equal({ a: { b: 3, c: 2 } });
    expect(withField<object>(record, 'd.e', 'new')).to.deep.equal({
      a: { b: 1, c: 2 },
      d: { e: 'new' },
    });
    expect(withField<object>(record, 'a.b', undefined)).to.deep.equal({ a: { c: 2 } });
    expect(record).to.deep.equal({ a: { b: 1, c: 2 } });
  });
});
