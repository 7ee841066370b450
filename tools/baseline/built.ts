// What the built files, dependencies included, ask of a browser: syntax, and the static members of what is global.
import ts from 'typescript';
import { apis, builtins, lacking } from './compat.js';

/** Used by a dependency, which looks first whether it is there. */
const guarded: Readonly<Record<string, string>> = {
  'AbortSignal.any': 'ky uses only the given signal without it',
  'Error.captureStackTrace': 'zod leaves the stack as it is without it',
};

/** Lookbehind (Safari 16.4) and the flag `v` (Chromium 112, Firefox 116, Safari 17). */
const newerPattern = (source: string, flags: string) =>
  /\(\?<[=!]/.test(source) || flags.includes('v');

function newerSyntax(node: ts.Node): string | undefined {
  if (ts.isClassStaticBlockDeclaration(node)) return 'static block';
  if (ts.isRegularExpressionLiteral(node)) {
    const [, source = '', flags = ''] = /^\/(.*)\/(\w*)$/s.exec(node.text) ?? [];
    return newerPattern(source, flags) ? `regular expression ${node.text}` : undefined;
  }
  // The minifier writes what it does not know as RegExp("…").
  if (ts.isStringLiteralLike(node) && /\(\?<[=!]/.test(node.text)) return `"${node.text}"`;
  if (ts.isVariableDeclarationList(node) && node.flags & ts.NodeFlags.Using) return 'using';
  return undefined;
}

function newerMember(node: ts.Node): string | undefined {
  if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return undefined;
  const owner = node.expression.text;
  const member = node.name.text;
  const feature = builtins[owner]?.[member] ?? apis[owner]?.[`${member}_static`];
  const without = lacking(feature);
  const name = `${owner}.${member}`;
  return without.length > 0 && !(name in guarded) ? `${name} (${without.join(', ')})` : undefined;
}

/** Everything in a file of JavaScript that a browser of the baseline can't read or lacks. */
export function newerThanBaseline(code: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const fault = newerSyntax(node) ?? newerMember(node);
    if (fault) found.push(fault);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('file.js', code, ts.ScriptTarget.ESNext, true));
  return found;
}
