// Which APIs of the language and of browsers the sources use, by their types.
import { relative } from 'node:path';
import ts from 'typescript';
import { apis, builtins, lacking, type Feature } from './compat.js';

export interface Use {
  /** "URL.canParse". */
  readonly name: string;
  /** "src/api/address.ts:12". */
  readonly place: string;
  /** The browsers that lack it, and since when they have it. */
  readonly lacking: readonly string[];
}

/** A type of the library → the name that MDN's data has for it. */
const ownName = (type: string) =>
  type.replace(/^Readonly(?=Array|Map|Set)/, '').replace(/Constructor$/, '');

/** The data of a type; TypeScript names `Intl`'s types without it. */
const dataOf = (type: string) => {
  const name = ownName(type);
  return builtins[name] ?? builtins.Intl?.[name] ?? apis[name];
};

/** The declaration in TypeScript's own library that a name stands for. */
function libraryOwner(symbol: ts.Symbol | undefined): string | undefined {
  for (const declaration of symbol?.declarations ?? []) {
    if (!/\/lib\.[\w.]+\.d\.ts$/.test(declaration.getSourceFile().fileName)) continue;
    const { parent } = declaration;
    if (ts.isInterfaceDeclaration(parent)) return parent.name.text;
    // declare var AbortSignal: { any(…): … }
    if (ts.isTypeLiteralNode(parent) && ts.isVariableDeclaration(parent.parent)) {
      return `typeof ${parent.parent.name.getText()}`;
    }
  }
  return undefined;
}

function isGuarded(node: ts.Node): boolean {
  const { parent } = node;
  return (
    ts.isCallExpression(parent) && parent.expression === node && Boolean(parent.questionDotToken)
  );
}

/** Every use of an API that a browser of the baseline lacks; a call by `?.` is none. */
export function newerApis(program: ts.Program, folder: string): Use[] {
  const checker = program.getTypeChecker();
  const uses: Use[] = [];
  const add = (node: ts.Node, name: string, feature: Feature | undefined) => {
    const without = lacking(feature);
    if (without.length === 0) return;
    const file = node.getSourceFile();
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    uses.push({ name, place: `${relative('.', file.fileName)}:${line + 1}`, lacking: without });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && !isGuarded(node)) {
      const owner = libraryOwner(checker.getSymbolAtLocation(node.name));
      const member = node.name.text;
      if (owner?.startsWith('typeof ')) {
        const name = owner.slice('typeof '.length);
        add(node, `${name}.${member}`, apis[name]?.[`${member}_static`]);
      } else if (owner) {
        // A mixin, such as DocumentOrShadowRoot, has no data of its own: then the type of the value tells.
        const type = checker.getTypeAtLocation(node.expression).symbol?.name ?? '';
        const known = dataOf(owner) ? owner : type;
        add(node, `${ownName(known)}.${member}`, dataOf(known)?.[member]);
      }
    } else if (ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node.parent)) {
      const [declaration] = checker.getSymbolAtLocation(node)?.declarations ?? [];
      const isGlobal =
        declaration &&
        (ts.isVariableDeclaration(declaration) || ts.isFunctionDeclaration(declaration)) &&
        /\/lib\.[\w.]+\.d\.ts$/.test(declaration.getSourceFile().fileName);
      const { text } = node;
      if (isGlobal) add(node, text, builtins[text] ?? apis[text] ?? apis.Window?.[text]);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) {
    if (relative(folder, file.fileName).startsWith('..') || file.isDeclarationFile) continue;
    visit(file);
  }
  return uses;
}
