import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseAst } from 'vite';
import { writeOut } from '../../tools/tight-decorators.mjs';

const written = (code: string) => writeOut(code, parseAst(code)).replace(/\s+/g, ' ').trim();

describe('tight decorators', () => {
  it('makes properties and states the static properties of their class', () => {
    assert.equal(
      written(`class A {}
_decorate([property()], A.prototype, "a", void 0);
_decorate([property({ attribute: false })], A.prototype, "b", null);
_decorate([state()], A.prototype, "c", void 0);
export { A };`),
      'class A {} export { A }; A.properties = { "a": {}, "b": { attribute: false }, "c": { state: true } };',
    );
  });

  it('makes a context consumer and a query the call that they are', () => {
    assert.equal(
      written(`_decorate([consume({ context: c }), property({ attribute: false })], A.prototype, "a", void 0);
_decorate([query("h2")], A.prototype, "b", void 0);`),
      'consume({ context: c })(A.prototype, "a"); ' +
        'Object.defineProperty(A.prototype, "b", { get() { return this.renderRoot?.querySelector("h2") ?? null; } }); ' +
        'A.properties = { "a": { attribute: false } };',
    );
  });

  it('leaves what it does not know as it is', () => {
    const code = '_decorate([queryAll("a")], A.prototype, "b", void 0);';
    assert.equal(written(code), code);
  });
});
