import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import ts from 'typescript';
import { newerApis } from '../../tools/baseline/apis.js';
import { newerThanBaseline } from '../../tools/baseline/built.js';
import { lacking } from '../../tools/baseline/compat.js';
import { newerStyles } from '../../tools/baseline/styles.js';

const folder = mkdtempSync(join(tmpdir(), 'opus-baseline-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function programOf(source: string): ts.Program {
  const file = join(folder, 'page.ts');
  writeFileSync(file, source);
  return ts.createProgram([file], {
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
  });
}

describe('the baseline of browsers', () => {
  it('[P-50] finds newer APIs by their types, static, inherited and global', () => {
    const program = programOf(`
      URL.canParse('x');
      AbortSignal.any([]);
      AbortSignal.timeout(1);
      const list: readonly number[] = [];
      list.toSorted();
      list.findLast(Boolean);
      document.body.checkVisibility();
      document.adoptedStyleSheets = [];
      Object.hasOwn(list, 'x');
      list.at(-1);
      document.body.replaceChildren();
    `);
    assert.deepEqual(
      newerApis(program, folder).map(({ name }) => name),
      [
        'URL.canParse',
        'AbortSignal.any',
        'AbortSignal.timeout',
        'Array.toSorted',
        'Array.findLast',
        'Element.checkVisibility',
        'Document.adoptedStyleSheets',
      ],
    );
  });

  it('[P-50] lets a call by ?. pass, which asks first', () => {
    const program = programOf(`document.body.showPopover?.(); document.body.showPopover();`);
    assert.equal(newerApis(program, folder).length, 1);
  });

  it('[P-50] finds newer CSS in css templates: rules, properties, functions, selectors, units, nesting', () => {
    const program = programOf(`
      declare const css: (text: TemplateStringsArray) => string;
      css\`
        @container (min-width: 480px) { p { inset: 0; } }
        a:has(b) { color: color-mix(in srgb, red, blue); block-size: 2lh; min-block-size: 100dvh; }
        a { rotate: 45deg; &:hover { color: red; } }
        a:focus-visible::before { margin-inline: 4px; display: grid; gap: max(1px, 1em); }
      \`;
    `);
    assert.deepEqual(
      newerStyles(program, folder)
        .map(({ name }) => name)
        .sort(),
      [':has()', '@container', 'color-mix()', 'dvh', 'lh', 'nesting', 'rotate'],
    );
  });

  it('[P-50] finds in built files what an old parser refuses, and static members of dependencies', () => {
    const newer = [
      'class A { static { this.x = 1; } }',
      'const a = /(?<!\\d)1/;',
      'const a = RegExp("(?<=x)1");',
      'const a = /[a--b]/v;',
      'Promise.withResolvers();',
      'Object.groupBy([], String);',
    ];
    for (const code of newer) assert.equal(newerThanBaseline(code).length, 1, code);
    const older = [
      'class A { static x = 1; #y = 2; static #z() {} has(o) { return #y in o; } }',
      'const a = /(?<year>\\d)(?=1)(?!2)(?:3)/u;',
      'a ??= b?.c; Object.hasOwn({}, "x"); [].at(-1); 1n; import("x");',
    ];
    for (const code of older) assert.deepEqual(newerThanBaseline(code), [], code);
  });

  it('[P-50] reads versions as numbers, and behind a flag or a prefix as missing', () => {
    const support = (entry: unknown) =>
      lacking({ __compat: { support: { safari: entry } } } as never);
    assert.deepEqual(support({ version_added: '16.4' }), ['safari 16.4']);
    assert.deepEqual(support({ version_added: '9.1' }), []);
    assert.deepEqual(support({ version_added: false }), ['safari never']);
    assert.deepEqual(support({ version_added: '15', flags: [] }), ['safari 15']);
    assert.deepEqual(support([{ version_added: '17' }, { version_added: '15' }]), []);
  });
});
