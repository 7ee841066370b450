import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseAst } from 'vite';
import { privateNames, shortenNames, shortNames } from '../../tools/tight-names.mjs';

const shortened = (code: string, ...names: string[]) =>
  shortenNames(code, parseAst(code), new Set(names), (name) => `_${name[0]}`);

describe('tight names', () => {
  it('finds private fields, methods, accessors and parameters of constructors', () => {
    const source = `class A {
      @state() private a?: string;
      private readonly b = 1;
      protected c = 2;
      d = 3;
      private static e = 4;
      constructor(private readonly f: number, private g = 1, h: string) {}
      private get i() { return 1; }
      private async j() {}
    }`;
    assert.deepEqual([...privateNames(source)], ['a', 'b', 'f', 'g', 'i', 'j']);
  });

  it('leaves a name alone that another class of the file gives to the world', () => {
    assert.deepEqual([...privateNames('class A { private a = 1; } class B { a = 2; }')], []);
    assert.deepEqual([...privateNames('class A { private a = 1; } class B { static a = 2; }')], []);
  });

  it('shortens members, what speaks of them, and what decorates them', () => {
    assert.equal(
      shortened(
        'class A { first = 1; get second() { return this.first + this.other; } }\n' +
          '_decorate([state()], A.prototype, "first", void 0);',
        'first',
        'second',
      ),
      'class A { _f = 1; get _s() { return this._f + this.other; } }\n' +
        '_decorate([state()], A.prototype, "_f", void 0);',
    );
  });

  it('shortens what is taken from the object, and leaves what it is called from there on', () => {
    assert.equal(
      shortened(
        'class A { first = 1; f() { const { first, second: own = 1, ...rest } = this; return first; } }',
        'first',
        'second',
      ),
      'class A { _f = 1; f() { const { _f: first, _s: own = 1, ...rest } = this; return first; } }',
    );
  });

  for (const [why, code] of Object.entries({
    'a text': 'class A { first = 1; f(changed) { return changed.has("first"); } }',
    'a pattern': 'class A { first = 1; f(other) { const { first } = other; return first; } }',
    'an assignment to all': 'class A { first = 1; f(first) { Object.assign(this, { first }); } }',
    'another object': 'class A { first = 1; f(other) { return other.first; } }',
    'a class': 'class A { static first = 1; f() { return this.first; } }',
  })) {
    it(`leaves a name alone that ${why} speaks of`, () => {
      assert.equal(shortened(code, 'first'), code);
    });
  }

  it('leaves the keys of objects and names of variables alone', () => {
    const code = 'class A { f() { const first = { first: 1 }; return [first, this["x"]]; } }';
    assert.equal(shortened(code, 'first'), code);
  });

  it('gives one short name to many, but never to two of one file', () => {
    const short = shortNames([
      'class A { private a = 1; private b = 2; }',
      'class B { private c = 1; private b = 2; }',
    ]);
    assert.deepEqual(Object.fromEntries(short), { b: '_0', a: '_1', c: '_1' });
  });

  it('gives the names of a class to none that is made from it', () => {
    const short = shortNames([
      'class Own extends Base { private a = 1; }',
      'abstract class Base extends Lit { private b = 1; private c = 2; }',
      'const Other = class extends Own { private d = 1; };',
      'class Sibling extends Base { private e = 1; }',
    ]);
    const chain = ['a', 'b', 'c', 'd'].map((name) => short.get(name));
    assert.equal(new Set(chain).size, 4);
    assert.equal(short.get('e'), short.get('a'), 'no object is of both');
  });
});
