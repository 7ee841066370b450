import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseAst } from 'vite';
import { writeNamespaces } from '../../tools/tight-namespaces.mjs';

const written = (code: string) => writeNamespaces(code, parseAst(code), './runtime.js');
const helper = 'import { t as all } from "./runtime.js";\n';

describe('tight namespaces', () => {
  it('writes them as objects that give what is there when asked', async () => {
    const code = `${helper}const one = all({ Later: () => Later, now: () => other }), none = all({});
      var Later;
      const other = 2;
      Later = 1;
      export { none, one };`;
    const plain = written(code) ?? '';
    assert.doesNotMatch(plain, /import|all\(/);
    const made = (await import(`data:text/javascript,${encodeURIComponent(plain)}`)) as {
      one: object;
      none: object;
    };
    assert.deepEqual({ ...made.one }, { Later: 1, now: 2 });
    assert.deepEqual({ ...made.none }, {});
  });

  for (const [why, code] of Object.entries({
    'the helper is handed on': 'const one = all({}); export { all, one };',
    'more is said than the names': 'const one = all({}, 1);',
    'a value is more than a name': 'const one = all({ a: () => b.c });',
    'names are put together': 'const one = all({ [a]: () => b });',
    'names come from another object': 'const one = all({ ...a });',
  })) {
    it(`leaves a file alone where ${why}`, () => {
      assert.equal(written(helper + code), undefined);
    });
  }

  it('leaves a file alone that takes more from there, or nothing', () => {
    assert.equal(
      written('import { t as all, n } from "./runtime.js"; const one = all({});'),
      undefined,
    );
    assert.equal(written('import { t as all } from "./core.js"; const one = all({});'), undefined);
  });
});
