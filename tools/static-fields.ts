// TypeScript's `useDefineForClassFields: false` writes a static field as a static block, which Safari before 16.4 can't
// parse. A field means the same here, since no class inherits a setter for it, and is shorter.
import ts from 'typescript';
import type { Plugin } from 'vite';

/** The field that a static block sets, when that is all it does. */
function fieldOf(member: ts.ClassStaticBlockDeclaration): ts.ClassElement {
  if (member.body.statements.length !== 1) return member;
  const [statement] = member.body.statements;
  if (!statement || !ts.isExpressionStatement(statement)) return member;
  const { expression } = statement;
  if (!ts.isBinaryExpression(expression)) return member;
  const { left, operatorToken, right } = expression;
  const isField =
    operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isPropertyAccessExpression(left) &&
    left.expression.kind === ts.SyntaxKind.ThisKeyword;
  if (!isField) return member;
  const { factory } = ts;
  return factory.createPropertyDeclaration(
    [factory.createModifier(ts.SyntaxKind.StaticKeyword)],
    left.name,
    undefined,
    undefined,
    right,
  );
}

const transformer: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
  const visit = (node: ts.Node): ts.Node => {
    const inner = ts.visitEachChild(node, visit, context);
    return ts.isClassStaticBlockDeclaration(inner) ? fieldOf(inner) : inner;
  };
  return ts.visitEachChild(file, visit, context);
};

/** JavaScript with static fields in place of static blocks that set one, and its source map. */
export function withStaticFields(code: string): { code: string; map: string } {
  const { outputText, sourceMapText } = ts.transpileModule(code, {
    fileName: 'chunk.js',
    compilerOptions: {
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      useDefineForClassFields: true,
      allowJs: true,
      sourceMap: true,
    },
    transformers: { after: [transformer] },
  });
  return {
    code: outputText.replace(/^\/\/# sourceMappingURL=.*$/m, ''),
    map: sourceMapText ?? '',
  };
}

/** Vite plugin that writes static blocks as fields, before the code is made to fit the build's target. */
export const staticFields = (): Plugin => ({
  name: 'static-fields',
  renderChunk: (code) => (/static\s*\{/.test(code) ? withStaticFields(code) : null),
});
