// Which features of CSS the css`` templates use.
import { relative } from 'node:path';
import ts from 'typescript';
import type { Use } from './apis.js';
import { css, lacking, type Feature } from './compat.js';

/** Units that MDN's data keeps under one name. */
const unitGroups: readonly [units: RegExp, name: string][] = [
  [/^cq(w|h|i|b|min|max)$/, 'container_query_length_units'],
  [/^d(vw|vh|vi|vb|vmin|vmax)$/, 'viewport_percentage_units_dynamic'],
  [/^s(vw|vh|vi|vb|vmin|vmax)$/, 'viewport_percentage_units_small'],
  [/^l(vw|vh|vi|vb|vmin|vmax)$/, 'viewport_percentage_units_large'],
];

/** The feature of a name anywhere below a part of MDN's data. */
function find(part: Feature | undefined, name: string, depth = 3): Feature | undefined {
  if (!part || depth === 0) return undefined;
  const own = part[name];
  if (own?.__compat) return own;
  for (const [key, inner] of Object.entries(part)) {
    const found = key === '__compat' ? undefined : find(inner, name, depth - 1);
    if (found) return found;
  }
  return undefined;
}

/** Feature → its entry in MDN's data, for everything that a style sheet uses. */
export function featuresOf(sheet: string): Map<string, Feature | undefined> {
  const text = sheet.replace(/\/\*[\s\S]*?\*\//g, '').replace(/'[^']*'/g, "''");
  const found = new Map<string, Feature | undefined>();
  const each = (pattern: RegExp, use: (...groups: string[]) => void) => {
    for (const [, ...groups] of text.matchAll(pattern)) use(...groups);
  };
  each(/@([a-z-]+)/g, (name = '') => found.set(`@${name}`, css['at-rules']?.[name]));
  each(/[{;]\s*([a-z-]+)\s*:(?![^{};]*\{)/g, (name = '') =>
    found.set(name, css.properties?.[name]),
  );
  each(/:{1,2}([a-z-]+)\(/g, (name = '') => found.set(`:${name}()`, css.selectors?.[name]));
  each(/(?<=[\w\s)*\]}]):{1,2}([a-z-]+)(?=[^;}(]*\{)/g, (name = '') =>
    found.set(`:${name}`, css.selectors?.[name]),
  );
  each(/(?<![:\w-])([a-z-]+)\(/g, (name = '') => found.set(`${name}()`, find(css.types, name)));
  each(/\d([a-z]+)\b/g, (unit = '') => {
    const [, group = unit] = unitGroups.find(([units]) => units.test(unit)) ?? [];
    found.set(unit, css.types?.length?.[group]);
  });
  // Nesting: a rule that begins inside another one, at-rules apart.
  each(/[{;}]\s*(&)/g, () => found.set('nesting', css.selectors?.nesting));
  return found;
}

/** Every use of a feature that a browser of the baseline lacks. */
export function newerStyles(program: ts.Program, folder: string): Use[] {
  const uses: Use[] = [];
  for (const file of program.getSourceFiles()) {
    if (relative(folder, file.fileName).startsWith('..') || file.isDeclarationFile) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isTaggedTemplateExpression(node) && node.tag.getText(file) === 'css') {
        const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
        for (const [name, feature] of featuresOf(node.template.getText(file).slice(1, -1))) {
          const without = lacking(feature);
          const place = `${relative('.', file.fileName)}:${line + 1}`;
          if (without.length > 0) uses.push({ name, place, lacking: without });
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return uses;
}
