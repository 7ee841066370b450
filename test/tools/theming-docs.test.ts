import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const docs = readFileSync('docs/theming.md', 'utf8');
const textsIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
const sources = textsIn('src');
const elements = textsIn('src/elements');

const unique = (names: Iterable<string>) => [...new Set(names)].sort();
const all = (texts: readonly string[], pattern: RegExp) =>
  texts.flatMap((text) => [...text.matchAll(pattern)].map(([, found = '']) => found));

/** First cells of the tables under a heading. */
function rowsOf(heading: string, cell = 0): string[] {
  const section = docs.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\|(.+)\|$/gm)]
    .map(([, row = '']) => row.split('|')[cell]?.trim() ?? '')
    .flatMap((text) => (/^`(.+)`$/.exec(text) ?? []).slice(1));
}

interface Declaration {
  tagName?: string;
  cssParts?: { name: string }[];
  slots?: { name: string }[];
}
const declarations = (
  JSON.parse(readFileSync('custom-elements.json', 'utf8')) as {
    modules: { declarations?: Declaration[] }[];
  }
).modules
  .flatMap(({ declarations = [] }) => declarations)
  .filter(({ tagName }) => tagName);

/** Names in `part="…"`, in the words of `part=${…}`, and set by hand. */
const usedParts = unique(
  [
    ...all(elements, /\bpart="([^"]+)"/g),
    ...all(elements, /\('part', '([^']+)'\)/g),
    ...all(all(elements, /\bpart=\$\{([^}]+)\}/g), /'([^']+)'/g),
  ].flatMap((names) => names.split(' ')),
);

describe('docs/theming.md', () => {
  it('[P-09] documents every custom property that the styles read, and no other', () => {
    assert.deepEqual(
      unique(rowsOf('Custom properties')),
      unique(all(sources, /(?:\(|')(--opus-[a-z-]+)/g)),
    );
  });

  it('documents every part that the elements have, and no other', () => {
    const inProse = all([docs], /`(\w+)` of\s+`opus-/g);
    assert.deepEqual(unique([...rowsOf('Parts'), ...inProse]), usedParts);
    const inManifest = declarations.flatMap(({ cssParts = [] }) =>
      cssParts.map(({ name }) => name),
    );
    assert.deepEqual(unique(inManifest), usedParts);
  });

  it('lets a page reach every documented part through the widget', () => {
    const [list = ''] = all(
      [readFileSync('src/theme/exported-parts.ts', 'utf8')],
      /const parts =\s*'([^']+)'/g,
    );
    const own = declarations.find(({ tagName }) => tagName === 'opus-booking')?.cssParts ?? [];
    assert.deepEqual(
      unique([...list.split(','), ...own.map(({ name }) => name)]),
      unique(rowsOf('Parts')),
    );
  });

  it('documents every slot, with its element', () => {
    const inManifest = declarations.flatMap(({ tagName, slots = [] }) =>
      slots.map(({ name }) => `${tagName} ${name || '(default)'}`),
    );
    const [, rows = ''] = docs.split('\n## Slots\n');
    const documented = [...rows.matchAll(/^\| `(opus-[a-z-]+)`\s*\| `?([\w()]+)`?/gm)].map(
      ([, tag, slot]) => `${tag} ${slot}`,
    );
    assert.deepEqual(unique(documented), unique(inManifest));
  });
});
