// Which exports of the project something other than a test uses.
import { posix } from 'node:path';
import ts from 'typescript';

/** A source file: its path from the root, with forward slashes, and its text. */
export interface SourceText {
  readonly file: string;
  readonly source: string;
}

/** One import or re-export: `names` is `all` for `import *`, `export *` and `import()`. */
interface Import {
  readonly from: string;
  readonly names: readonly string[] | 'all';
}

interface Module {
  readonly imports: readonly Import[];
  /** Names of exported functions, classes and constants, each with whether its own file uses it too. */
  readonly values: ReadonlyMap<string, boolean>;
}

function parse({ file, source }: SourceText): ts.SourceFile {
  return ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
}

function isExported(node: ts.Node): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}

/** Names of the values that one statement exports. */
function exportedBy(node: ts.Statement): string[] {
  if (!isExported(node)) return [];
  if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) {
    return node.name ? [node.name.text] : [];
  }
  if (!ts.isVariableStatement(node)) return [];
  return node.declarationList.declarations.flatMap(({ name }) =>
    ts.isIdentifier(name) ? [name.text] : [],
  );
}

/** The path of the file that a relative import means. */
function resolveImport(from: string, specifier: string, files: ReadonlySet<string>) {
  if (!specifier.startsWith('.')) return undefined;
  const path = posix.join(posix.dirname(from), specifier);
  return [path, path.replace(/\.js$/, '.ts')].find((file) => files.has(file));
}

function namesOf(clause: ts.ImportClause | undefined): readonly string[] | 'all' {
  const bindings = clause?.namedBindings;
  if (bindings && ts.isNamespaceImport(bindings)) return 'all';
  return bindings?.elements.map(({ name, propertyName }) => (propertyName ?? name).text) ?? [];
}

function readModule(text: SourceText, files: ReadonlySet<string>): Module {
  const file = parse(text);
  const imports: Import[] = [];
  const uses = new Map<string, number>();
  const add = (specifier: ts.Expression | undefined, names: readonly string[] | 'all') => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const from = resolveImport(text.file, specifier.text, files);
    if (from !== undefined) imports.push({ from, names });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return add(node.moduleSpecifier, namesOf(node.importClause));
    if (ts.isExportDeclaration(node)) {
      const clause = node.exportClause;
      const elements = clause && ts.isNamedExports(clause) ? clause.elements : undefined;
      add(
        node.moduleSpecifier,
        elements?.map(({ name, propertyName }) => (propertyName ?? name).text) ?? 'all',
      );
      return;
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], 'all');
    }
    if (ts.isIdentifier(node)) uses.set(node.text, (uses.get(node.text) ?? 0) + 1);
    ts.forEachChild(node, visit);
  };
  visit(file);
  const names = file.statements.flatMap(exportedBy);
  return { imports, values: new Map(names.map((name) => [name, (uses.get(name) ?? 0) > 1])) };
}

/** What is public, what of the rest runs, and what does not. */
export interface Reachable {
  /** Files that an entry point imports, directly or through others. */
  readonly files: ReadonlySet<string>;
  /** Exported functions, classes and constants that no such file uses, as `file: name`. */
  readonly onlyInTests: readonly { readonly file: string; readonly name: string }[];
}

/** Follows the imports of `entries` through `sources`; whatever an entry exports is public. Types are left out. */
export function findReachable(
  sources: readonly SourceText[],
  entries: readonly string[],
): Reachable {
  const files = new Set(sources.map(({ file }) => file));
  const modules = new Map(sources.map((text) => [text.file, readModule(text, files)]));
  const reached = new Set<string>();
  const used = new Map<string, Set<string> | 'all'>();
  const waiting = [...entries];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const module = modules.get(file);
    if (!module || reached.has(file)) continue;
    reached.add(file);
    for (const { from, names } of module.imports) {
      waiting.push(from);
      const before = used.get(from);
      if (names === 'all' || before === 'all') used.set(from, 'all');
      else used.set(from, new Set([...(before ?? []), ...names]));
    }
  }
  const isUsed = (file: string, name: string, isUsedInside: boolean) => {
    const names = used.get(file);
    return (
      reached.has(file) &&
      (entries.includes(file) || isUsedInside || names === 'all' || (names?.has(name) ?? false))
    );
  };
  const onlyInTests = [...modules].flatMap(([file, { values }]) =>
    [...values]
      .filter(([name, isUsedInside]) => !isUsed(file, name, isUsedInside))
      .map(([name]) => ({ file, name })),
  );
  return { files: reached, onlyInTests };
}

/** The text of a test file without the tests that use one of those exports: they prove nothing of what the product does. */
export function withoutTestsOf(text: SourceText, exports: Reachable['onlyInTests']): string {
  const unused = new Set(exports.map(({ file, name }) => `${file}: ${name}`));
  const files = new Set(exports.map(({ file }) => file));
  const names = new Set(
    readModule(text, files).imports.flatMap(({ from, names: imported }) =>
      imported === 'all' ? [] : imported.filter((name) => unused.has(`${from}: ${name}`)),
    ),
  );
  if (names.size === 0) return text.source;
  let source = text.source;
  const usesOne = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) && names.has(node.text)) ||
    (ts.forEachChild(node, (child) => usesOne(child) || undefined) ?? false);
  const visit = (node: ts.Node): void => {
    const isTest =
      ts.isCallExpression(node) &&
      /^(?:it|test)\b/.test(node.expression.getText()) &&
      usesOne(node);
    if (!isTest) return ts.forEachChild(node, visit);
    const [from, to] = [node.getStart(), node.getEnd()];
    source = source.slice(0, from) + ' '.repeat(to - from) + source.slice(to);
  };
  visit(parse(text));
  return source;
}
