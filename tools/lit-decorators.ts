// Lit's decorators become static properties and getters in the CDN build, as Lit documents them for plain JavaScript: no
// helper and fewer bytes. Lit's own TypeScript transformer does the work.
import { idiomaticDecoratorsTransformer } from '@lit/ts-transformers';
import ts from 'typescript';
import type { Plugin } from 'vite';

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  experimentalDecorators: true,
  useDefineForClassFields: false,
  verbatimModuleSyntax: true,
  sourceMap: true,
  inlineSources: true,
  // The transformer only asks which import a name stands for, so each file is compiled alone.
  noResolve: true,
  noLib: true,
  types: [],
};

/** JavaScript of one TypeScript file without Lit's decorators, with its source map. */
export function transformDecorators(code: string, fileName: string): { code: string; map: string } {
  const file = ts.createSourceFile(fileName, code, ts.ScriptTarget.ES2022, true);
  const program = ts.createProgram([fileName], options, {
    ...ts.createCompilerHost(options),
    getSourceFile: (name) => (name === fileName ? file : undefined),
  });
  let output = '';
  let map = '';
  program.emit(
    file,
    (name, text) => {
      if (name.endsWith('.map')) map = text;
      else output = text;
    },
    undefined,
    false,
    { before: [idiomaticDecoratorsTransformer(program)] },
  );
  return { code: output.replace(/^\/\/# sourceMappingURL=.*$/m, ''), map };
}

/** Vite plugin that takes Lit's decorators out of the project's own files. */
export function litDecorators(): Plugin {
  return {
    name: 'lit-decorators',
    enforce: 'pre',
    transform(code, id) {
      if (id.includes('node_modules') || !code.includes("from 'lit/decorators.js'")) return null;
      // The transformer drops every other decorator of a property, so such a file is left to Vite.
      if (code.includes('@consume(')) return null;
      return transformDecorators(code, id);
    },
  };
}
